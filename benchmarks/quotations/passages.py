"""Documents as this benchmark reads them, by a route of its own, and passages drawn from them."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import pypdfium2
from benchmarks.documents import Document
from benchmarks.quotations.scene import Passage, Reading, squeezed
from benchmarks.quotations.words import CJK
from lxml import html

_BLOCKS = frozenset(
    "p li dd dt div ul ol dl table tr td th pre blockquote section article h1 h2 h3 h4 h5 h6 form"
    " figure aside nav header footer main hr".split()
)
_APART = frozenset(
    "nav header footer aside table script style noscript template head form blockquote q".split()
)
"""Parts that are not the author's own prose: words that a page quotes are another speaker's, and
no harmless case without one named."""

_DOUBTFUL = frozenset({"sup", "sub", "img", "input", "script", "style", "svg", "math", "button"})
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr st vs cf p pp vol no op cit ed eds e.g i.e etc ibid u.s al ca approx fig inc
    ltd jr sr prof gen rev z.b d.h bzw usw evtl ggf p.ex ex т.е т.д т.п др см sec ch art nr num sig
    """.split()
)
_ENDS = re.compile(r"[.!?]+[\"'”’»)]*\s+(?=[\"'“‘«(]?[^\W\d_a-zß-ÿа-я])")
_CJK_ENDS = re.compile(r"[。！？]+[”’」』）]*")
_ODD = re.compile(
    r"[<>{}|\\*_~^`=#@\ufffd\u2022\x00-\x1f]|https?:|www\.|(?:^|\s)--?\w|\. ?\.|…|\s/|//"
)
_GLUED = re.compile(r"[a-zà-ÿ]{4,}\d")
"""A note's number glued to its word, as PDF text has it: `versions4`."""
_WHOLE = re.compile(r"^[\"“‘«(]?[^\W\d_a-zß-ÿа-я].*[.!?。！？][\"'”’»)」』）]*$")
LONG, PER_DOCUMENT = 300, 320


def read(document: Document) -> Reading:
    """Return the prose of `document`: HTML by lxml, PDF by pdfium, text by blank lines."""
    if document.media_type == "text/html":
        paragraphs, everything = _html(document.path.read_bytes())
    elif document.media_type == "application/pdf":
        paragraphs, everything = _pdf(document.path.read_bytes())
    else:
        everything = document.path.read_text("utf-8")
        paragraphs = [_joined(part) for part in re.split(r"\n\s*\n", everything)]
    kept = tuple(text for text in paragraphs if _is_prose(text))
    return Reading(document, kept, everything)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences in `text`; a doubtful full stop ends none."""
    ends = _CJK_ENDS if CJK.search(text) else _ENDS
    cuts, start = [], 0
    for match in ends.finditer(text):
        before = text[start : match.start()].split()
        last = before[-1].lower().lstrip("(\"'“‘«") if before else ""
        if match.group()[0] == "." and (last in _ABBREVIATIONS or len(last) < 2 or last.isdigit()):
            continue
        cuts.append((start, match.start() + len(match.group().rstrip())))
        start = match.end()
    if start < len(text):
        cuts.append((start, len(text)))
    return cuts


def passages(reading: Reading, luck: Random) -> list[Passage]:
    """Return passages of `reading`: whole sentences, mostly 5 to 60 words, some over 300.

    A passage that stands more than once in the document is left out, so that it is known where a
    quotation comes from.
    """
    found = list(_candidates(reading, luck))
    luck.shuffle(found)
    found.sort(key=lambda passage: size(passage.text) < LONG)
    kept: list[Passage] = []
    for passage in found:
        if reading.letters.count(squeezed(passage.text)) == 1:
            kept.append(passage)
        if len(kept) == PER_DOCUMENT:
            break
    return kept


def size(text: str) -> int:
    """Return the words of `text`; two Chinese or Japanese characters count for one."""
    return len(CJK.sub("", text).split()) + len(CJK.findall(text)) // 2


def _candidates(reading: Reading, luck: Random) -> Iterator[Passage]:
    for place, text in enumerate(reading.paragraphs):
        cuts = sentences(text)
        # a page's first line may go on with a sentence of the page before, and Chinese has no
        # capital to tell: such a beginning is no innocent cut
        doubtful = reading.document.media_type == "application/pdf" and bool(CJK.search(text))
        for first in range(int(doubtful), len(cuts)):
            whole = size(text) >= LONG and luck.random() < 0.2
            most = len(cuts) if whole else first + luck.choice((1, 1, 2, 2, 3, 4))
            start, end = cuts[first][0], cuts[min(most, len(cuts)) - 1][1]
            words = text[start:end]
            fits = 5 <= size(words) <= 60 or size(words) >= LONG
            if fits and _WHOLE.match(words) and _balanced(words):
                yield Passage(words, text[:start], text[end:], place, reading)


def _balanced(text: str) -> bool:
    pairs = (("(", ")"), ("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"), ("„", "“"))
    level = all(text.count(a) == text.count(b) for a, b in pairs[:5] if "„" not in text)
    return level and text.count('"') % 2 == 0


def _is_prose(text: str) -> bool:
    if len(text) < 30 or _ODD.search(text) or _GLUED.search(text) or "[" in text or "]" in text:
        return False
    letters = sum(character.isalpha() or character == " " for character in text)
    return letters / len(text) > (0.7 if CJK.search(text) else 0.88)


def _joined(text: str) -> str:
    """Join wrapped lines; a hyphen at a line's end is doubtful, and makes the text odd (U+FFFD)."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    lines = re.sub(r"(?<=\w)-\n(?=\w)", "-\ufffd", lines)
    lines = re.sub(
        r"(?<=[\u3000-\u9fff\uff01-\uff5e])\n(?=[\u3000-\u9fff\uff01-\uff5e])", "", lines
    )
    tabular = re.search(r"\S {3,}\S", text)
    return "" if tabular else re.sub(r"\s+", " ", lines).strip()


def _html(data: bytes) -> tuple[list[str], str]:
    tree = html.document_fromstring(data)
    for line_break in tree.iter("br"):
        line_break.tail = " " + (line_break.tail or "")
    everything = " ".join(str(part) for part in tree.itertext())
    paragraphs = []
    for element in tree.iter("p", "li", "dd", "div"):
        inside = {str(child.tag) for child in element.iterdescendants()}
        outside = {str(parent.tag) for parent in element.iterancestors()}
        if inside & (_BLOCKS | _DOUBTFUL) or outside & _APART or element.get("style"):
            continue
        paragraphs.append(
            re.sub(r"[ \t\r\n\f]+", " ", "".join(str(part) for part in element.itertext())).strip()
        )
    return paragraphs, everything


def _pdf(data: bytes) -> tuple[list[str], str]:
    document = pypdfium2.PdfDocument(data)
    pages = [_opened(page.get_textpage().get_text_range()) for page in document]
    document.close()
    known = set(re.findall(r"[^\W\d_]+", " ".join(pages).lower()))
    paragraphs = [text for page in pages for text in _page_paragraphs(page, known)]
    return paragraphs, "".join(pages)


def _opened(page: str) -> str:
    """Put the line end back where pdfium writes U+FFFE for a hyphen at the end of a line."""
    return re.sub(r"[\ufffe\x02](?:\r?\n)?", "-\n", page.replace("\r", ""))


def _page_paragraphs(page: str, known: set[str]) -> Iterator[str]:
    """Give runs of full lines of one page, heads and feet left out; a short line ends a run."""
    lines = [line.strip() for line in page.split("\n") if line.strip()][2:-2]
    widest = max((len(line) for line in lines), default=0)
    run: list[str] = []
    for line in lines:
        run.append(line)
        if len(line) < 0.8 * widest:
            if len(run) > 1:
                yield _lines_joined(run, known)
            run = []


def _lines_joined(lines: list[str], known: set[str]) -> str:
    """Join lines; a hyphen at a line's end goes where the whole word is known from elsewhere."""
    text = lines[0]
    for line in lines[1:]:
        hyphen = re.search(r"([^\W\d_]+)[-\u00ad]$", text)
        start = re.match(r"[^\W\d_]+", line)
        if hyphen and start:
            whole = (hyphen.group(1) + start.group()).lower()
            text = text[:-1] + line if whole in known else text + "\ufffd" + line
        elif CJK.match(text[-1]) and CJK.match(line[0]):
            text += line
        else:
            text += " " + line
    return text
