"""Harmless changes of the quotation: each must still be found. Registry at the end."""

# ruff: noqa: D401 - a mutation's docstring names what comes of it

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from benchmarks.quotations.harmless_pages import PAGES
from benchmarks.quotations.passages import sentences, size
from benchmarks.quotations.scene import PASSED, Kind, Made, Maker, Scene
from benchmarks.quotations.words import (
    CJK,
    CONTRACTIONS,
    MENTIONS,
    NOUNS,
    OPENERS,
    SPELLING,
    WORD,
    choice,
    counts,
    dangerous,
    spans,
)

_QUOTES = {
    '"': '“”„«»"', "“": '"«„', "”": '"»', "«": '"“', "»": '"”', "„": '"«',
    "'": "’‘", "’": "'‘", "‘": "'’",
}  # fmt: skip
_PARTING = re.compile(r"(?<=\w) (?:-|--|–|—) (?=\w)|(?<=\w)—(?=\w)")
_HALF = str.maketrans("，。；：？！（）、", ",.;:?!(),")


def verbatim(scene: Scene) -> Made | None:
    """As it is."""
    return Made(scene.text)


def of_type(kind: str) -> Maker:
    """Return a maker of verbatim cases from documents of media type `kind` alone."""

    def make(scene: Scene) -> Made | None:
        fits = scene.passage.reading.document.media_type == kind
        return Made(scene.text) if fits else None

    return make


def long(scene: Scene) -> Made | None:
    """A quotation of three hundred words and more."""
    return Made(scene.text) if size(scene.text) >= 300 else None


def sliced(scene: Scene) -> Made | None:
    """A slice between two words, of a sentence that has nothing to hide."""
    words = scene.text.split(" ")
    if dangerous(scene.text) or counts(scene.text) or len(words) < 12 or CJK.search(scene.text):
        return None
    start = scene.luck.randint(1, len(words) - 7)
    end = scene.luck.randint(start + 6, len(words))
    text = " ".join(words[start:end]).rstrip(".,;:")
    return Made(text, truth=text)


def changed(change: Callable[[Scene], str | None]) -> Maker:
    """Return a maker from a function that gives the new quotation; None: nothing changed."""

    def make(scene: Scene) -> Made | None:
        text = change(scene)
        return None if text is None or text == scene.text else Made(text)

    return make


def quote_shapes(scene: Scene) -> str | None:
    """Quotation marks and apostrophes of another shape."""
    return "".join(scene.luck.choice(_QUOTES.get(c, c)) for c in scene.text)


def accents_for_apostrophes(scene: Scene) -> str | None:
    """An acute or grave accent typed for an apostrophe."""
    return re.sub(r"(?<=\w)['’](?=\w)", lambda _: scene.luck.choice("´`"), scene.text)


def dash_shapes(scene: Scene) -> str | None:
    """A dash between words of another shape; a hyphen within one as U+2010 or U+2011."""
    parted = _PARTING.sub(
        lambda _: scene.luck.choice((" – ", " — ", "—", " - ", " -- ")), scene.text
    )
    return re.sub(r"(?<=[^\W\d])-(?=[^\W\d])", lambda _: scene.luck.choice("-‐‑"), parted)


def blanks(scene: Scene) -> str | None:
    """No-break, thin and narrow blanks in place of some."""
    return re.sub(" ", lambda _: scene.luck.choice("\u00a0\u00a0\u2009\u202f  "), scene.text)


def white_space(scene: Scene) -> str | None:
    """Doubled blanks, tabs, line ends."""
    return re.sub(" ", lambda _: scene.luck.choice((" ", "  ", "\t", "\n", " \n ")), scene.text)


def line_wraps(scene: Scene) -> str | None:
    """Lines broken as an e-mail would."""
    return re.sub(r"(.{30,60}?) ", r"\1\n", scene.text)


def _inside_words(scene: Scene, marks: str, share: float) -> str:
    inside = re.compile(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})")
    return inside.sub(
        lambda _: scene.luck.choice(marks) if scene.luck.random() < share else "", scene.text
    )


def soft_hyphens(scene: Scene) -> str | None:
    """Soft hyphens in words."""
    return _inside_words(scene, "\u00ad", 0.2)


def zero_width(scene: Scene) -> str | None:
    """Zero-width blanks and joiners in words."""
    return _inside_words(scene, "\u200b\u2060\ufeff\u200c", 0.1)


def ligatures(scene: Scene) -> str | None:
    """Ligatures for fi, fl, ff."""
    text = scene.text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    return text.replace("ff", "ﬀ")


def full_width(scene: Scene) -> str | None:
    """Digits and Latin letters in full-width forms, as Chinese and Japanese typists make them."""
    if not CJK.search(scene.text):
        return None
    return re.sub(r"[0-9A-Za-z]", lambda m: chr(ord(m.group()) + 0xFEE0), scene.text)


def decomposed(scene: Scene) -> str | None:
    """Accents as combining characters (NFD)."""
    return unicodedata.normalize("NFD", scene.text)


def line_end_hyphens(scene: Scene) -> str | None:
    """One word broken at a line's end by a hyphen."""
    found = [m for m in WORD.finditer(scene.text) if len(m.group()) > 7 and m.group().isalpha()]
    if not found or CJK.search(scene.text):
        return None
    word = scene.luck.choice(found)
    cut = word.start() + scene.luck.randint(3, len(word.group()) - 3)
    return scene.text[:cut] + "-\n" + scene.text[cut:]


def _opener(scene: Scene) -> bool:
    return scene.passage.language == "en" and scene.text.split(" ", 1)[0] in OPENERS


def first_letter_bracketed(scene: Scene) -> str | None:
    """`[t]he` for `The`."""
    return f"[{scene.text[0].lower()}]{scene.text[1:]}" if _opener(scene) else None


def first_letter_case(scene: Scene) -> str | None:
    """`the` for `The`."""
    return scene.text[0].lower() + scene.text[1:] if _opener(scene) else None


def final_mark(scene: Scene) -> str | None:
    """The last full stop left out, or a comma for it."""
    return re.sub(r"[.。]$", lambda _: scene.luck.choice(("", ",")), scene.text)


def outer_marks(scene: Scene) -> str | None:
    """The quotation with its own quotation marks about it."""
    pair = scene.luck.choice(('""', "“”", "«»", "''", "‘’"))
    return None if re.search("[\"“”«»'‘’]", scene.text) else f"{pair[0]}{scene.text}{pair[1]}"


def spelling(scene: Scene) -> str | None:
    """American spelling for British, or the other way."""
    if scene.passage.language != "en":
        return None
    return WORD.sub(lambda m: _spelt(m.group()), scene.text)


def _spelt(word: str) -> str:
    other = SPELLING.get(word.lower(), word)
    return other.capitalize() if word.istitle() else other if word.islower() else word


def contracted(scene: Scene) -> str | None:
    """`don't` for `do not`, `it's` for `it is`."""
    return _exchanged(scene, CONTRACTIONS)


def written_out(scene: Scene) -> str | None:
    """`do not` for `don't`."""
    clear = {short: full for full, short in CONTRACTIONS.items() if not short.endswith("'s")}
    return _exchanged(scene, clear)


def _exchanged(scene: Scene, table: dict[str, str]) -> str | None:
    if scene.passage.language != "en":
        return None
    plain = scene.text.replace("’", "'")
    pattern = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    # "that it is," and "is not only" have no contraction that a writer would use
    found = re.search(rf"\b(?:{pattern})\b(?= [a-z])", plain, re.IGNORECASE)
    if not found:
        return None
    new = table[found.group().lower()]
    new = new.capitalize() if found.group()[0].isupper() else new
    return plain[: found.start()] + new + plain[found.end() :]


def _hideable(scene: Scene) -> tuple[int, int] | None:
    """Return the span of 2 to 12 words between two words of a sentence, none dangerous."""
    if CJK.search(scene.text):
        return None
    start, end = scene.luck.choice(sentences(scene.text))
    words = [m.span() for m in re.finditer(r"\S+", scene.text[start:end])]
    if len(words) < 9 or dangerous(scene.text[start:end]) or counts(scene.text[start:end]):
        return None
    first = scene.luck.randint(3, len(words) - 6)
    last = min(first + scene.luck.randint(1, 11), len(words) - 4)
    span = start + words[first][0], start + words[last][1]
    hidden = scene.text[span[0] : span[1]]
    return None if re.search(r"[\d\"“”()«»;:]", hidden) else span


def ellipsis_words(scene: Scene) -> str | None:
    """An ellipsis for some words of one sentence that holds no negation, hedge or condition."""
    span = _hideable(scene)
    if span is None:
        return None
    mark = scene.luck.choice(("…", "...", "[...]", "[…]", ". . .", "(...)"))
    return f"{scene.text[: span[0]]}{mark}{scene.text[span[1] :]}"


def _three(scene: Scene) -> tuple[str, str, str] | None:
    cuts = sentences(scene.text)
    if len(cuts) < 3 or CJK.search(scene.text):
        return None
    first, hidden, last = (scene.text[a:b] for a, b in (cuts[0], cuts[1], cuts[2]))
    calm = not dangerous(hidden) and size(hidden) <= 40 and min(size(first), size(last)) >= 4
    return (first, hidden, last) if calm else None


def ellipsis_sentence(scene: Scene) -> Made | None:
    """An ellipsis for a whole sentence of one paragraph."""
    three = _three(scene)
    if three is None:
        return None
    mark = scene.luck.choice(("…", "...", "[...]", "[…]", ". . ."))
    return Made(f"{three[0]} {mark} {three[2]}", truth=" ".join(three))


def opening_cut(scene: Scene) -> Made | None:
    """An opening phrase left out up to its comma, the next letter in brackets: `[T]he`."""
    cuts = sentences(scene.text)
    first = scene.text[cuts[0][0] : cuts[0][1]]
    match = re.match(
        r"(?:[\w'’-]+ ){0,6}[\w'’-]+, (?=(?:the|this|these|it|they|we|a|an|there) )", first
    )
    if match is None or dangerous(first) or counts(first) or scene.passage.language != "en":
        return None
    rest = scene.text[match.end() :]
    mark = scene.luck.choice(("", "… ", "[...] "))
    return Made(f"{mark}[{rest[0].upper()}]{rest[1:]}", truth=rest) if size(rest) >= 5 else None


def ellipsis_joins_sentences(scene: Scene) -> Made | None:
    """An ellipsis for a sentence's end, and a later one's first letter in brackets."""
    three = _three(scene)
    if three is None or three[2].split(" ")[0] not in OPENERS:
        return None
    text = f"{three[0].rstrip('.')} … [{three[2][0].lower()}]{three[2][1:]}"
    return Made(text, truth=" ".join(three))


def ellipsis_at_ends(scene: Scene) -> str | None:
    """An ellipsis before or after the whole."""
    mark = scene.luck.choice(("…", "...", "[...]"))
    return f"{mark} {scene.text}" if scene.luck.random() < 0.5 else f"{scene.text} {mark}"


def bracketed_referent(scene: Scene) -> str | None:
    """`[the ministry]` for `it`, at the start of a sentence or before a verb."""
    if scene.passage.language != "en":
        return None
    found = spans(WORD, scene.text, frozenset({"it", "they", "he", "she", "them", "him"}))
    span = choice(scene.luck, found)
    if span is None:
        return None
    named = re.findall(r"\b[Tt]he ([a-z]{4,})\b", scene.passage.before)
    nouns = [noun for noun in named if noun in NOUNS]
    name = f"the {nouns[-1]}" if nouns else scene.luck.choice(MENTIONS)
    return f"{scene.text[: span[0]]}[{name}]{scene.text[span[1] :]}"


def sic(scene: Scene) -> str | None:
    """`[sic]` after a word."""
    found = [m for m in WORD.finditer(scene.text) if len(m.group()) > 4]
    if not found or CJK.search(scene.text):
        return None
    place = scene.luck.choice(found).end()
    return f"{scene.text[:place]} [sic]{scene.text[place:]}"


def half_width_marks(scene: Scene) -> str | None:
    """Chinese and Japanese punctuation in half-width forms."""
    return scene.text.translate(_HALF) if CJK.search(scene.text) else None


def spaced_characters(scene: Scene) -> str | None:
    """Blanks between Chinese or Japanese characters, as PDFs and old pages have them."""
    return re.sub(rf"(?<={CJK.pattern})(?={CJK.pattern})", " ", scene.text)


def _kind(family: str, make: Maker) -> Kind:
    return Kind(family, make, PASSED)


HARMLESS: dict[str, Kind] = {
    "verbatim": _kind("verbatim", verbatim),
    "verbatim_html": _kind("verbatim", of_type("text/html")),
    "verbatim_pdf": _kind("verbatim", of_type("application/pdf")),
    "verbatim_text": _kind("verbatim", of_type("text/plain")),
    "long": _kind("verbatim", long),
    "slice": _kind("verbatim", sliced),
    "quote_shapes": _kind("typography", changed(quote_shapes)),
    "accents_for_apostrophes": _kind("typography", changed(accents_for_apostrophes)),
    "dash_shapes": _kind("typography", changed(dash_shapes)),
    "blanks": _kind("typography", changed(blanks)),
    "white_space": _kind("typography", changed(white_space)),
    "line_wraps": _kind("typography", changed(line_wraps)),
    "soft_hyphens": _kind("typography", changed(soft_hyphens)),
    "zero_width": _kind("typography", changed(zero_width)),
    "ligatures": _kind("typography", changed(ligatures)),
    "full_width": _kind("typography", changed(full_width)),
    "decomposed": _kind("typography", changed(decomposed)),
    "line_end_hyphens": _kind("typography", changed(line_end_hyphens)),
    "outer_marks": _kind("typography", changed(outer_marks)),
    "half_width_marks": _kind("typography", changed(half_width_marks)),
    "spaced_characters": _kind("typography", changed(spaced_characters)),
    "first_letter_bracketed": _kind("editing", changed(first_letter_bracketed)),
    "first_letter_case": _kind("editing", changed(first_letter_case)),
    "final_mark": _kind("editing", changed(final_mark)),
    "spelling": _kind("editing", changed(spelling)),
    "contracted": _kind("editing", changed(contracted)),
    "written_out": _kind("editing", changed(written_out)),
    "ellipsis_words": _kind("editing", changed(ellipsis_words)),
    "ellipsis_sentence": _kind("editing", ellipsis_sentence),
    "opening_cut": _kind("editing", opening_cut),
    "ellipsis_joins_sentences": _kind("editing", ellipsis_joins_sentences),
    "ellipsis_at_ends": _kind("editing", changed(ellipsis_at_ends)),
    "bracketed_referent": _kind("editing", changed(bracketed_referent)),
    "sic": _kind("editing", changed(sic)),
    **{name: _kind("page", make) for name, make in PAGES.items()},
}
"""Harmless classes by name."""
