"""Harmless changes of the page: the reader sees the passage, the markup is in the way."""

# ruff: noqa: D401 - a mutation's docstring names what comes of it

from __future__ import annotations

import re
from html import escape

from benchmarks.quotations.pages import around, page, paragraph, shown, whole
from benchmarks.quotations.scene import Made, Maker, Scene
from benchmarks.quotations.words import CJK

_CHARSETS = {
    "en": ("windows-1252", "utf-16"), "de": ("windows-1252", "iso-8859-1"),
    "fr": ("windows-1252", "iso-8859-15"), "es": ("windows-1252",), "it": ("windows-1252",),
    "pt": ("windows-1252",), "ru": ("windows-1251", "koi8-r"), "zh": ("gbk", "gb2312", "big5"),
    "ja": ("shift_jis", "euc-jp"),
}  # fmt: skip


def plain(scene: Scene) -> Made | None:
    """A page as simple as can be."""
    return shown(scene, escape(scene.text, quote=False))


def _gaps(scene: Scene, share: float) -> list[str]:
    """Return the words of the passage as HTML, and between some of them an empty slot."""
    pieces = [escape(word, quote=False) for word in scene.text.split(" ")]
    count = max(1, int(len(pieces) * share))
    chosen = scene.luck.sample(range(len(pieces)), min(count, len(pieces)))
    return [piece + ("\0" if place in chosen else "") for place, piece in enumerate(pieces)]


def footnote_marks(scene: Scene) -> Made | None:
    """Footnote markers after one or two words, as pages print them."""
    if CJK.search(scene.text):
        return None
    words = _gaps(scene, 0.06)
    if any("\0" in w and not w.rstrip("\0.,;:")[-1:].isalpha() for w in words):
        return None
    number = scene.luck.randint(2, 48)
    mark = scene.luck.choice(
        (
            f'<sup><a href="#fn{number}">[{number}]</a></sup>',
            f"<sup>{number}</sup>",
            f'<sup id="r{number}">{number}</sup>',
            f"[{number}]",
            "<sup>*</sup>",
            "*",
            "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(number)),
        )
    )
    return shown(scene, " ".join(words).replace("\0", mark))


def inline_tags(scene: Scene) -> Made | None:
    """Emphasis, links and spans about words and in the middle of words."""
    words = scene.text.split(" ")
    for place in scene.luck.sample(range(len(words)), min(3, len(words))):
        tag = scene.luck.choice(("em", "b", "span", 'a href="/x"', "strong", "i", "q-x"))
        cut = scene.luck.choice((0, len(words[place]) // 2))
        start, end = (
            escape(part, quote=False) for part in (words[place][:cut], words[place][cut:])
        )
        words[place] = f"{start}<{tag}>{end}</{tag.split(' ')[0]}>\0"
    marked = " ".join(w[:-1] if w.endswith("\0") else escape(w, quote=False) for w in words)
    return shown(scene, marked)


def blanks(scene: Scene) -> Made | None:
    """`&nbsp;`, thin blanks and line ends in the page."""
    text = escape(scene.text, quote=False)
    kinds = ("&nbsp;", "&#160;", "&thinsp;", "\n", " ", "\n      ")
    return shown(scene, re.sub(" ", lambda _: scene.luck.choice(kinds), text))


def _in_words(scene: Scene, marks: tuple[str, ...]) -> Made | None:
    marked = re.sub(
        r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})",
        lambda _: "\0" if scene.luck.random() < 0.15 else "",
        scene.text,
    )
    if "\0" not in marked:
        return None
    text = escape(marked, quote=False)
    return shown(scene, re.sub("\0", lambda _: scene.luck.choice(marks), text))


def soft_hyphens(scene: Scene) -> Made | None:
    """`&shy;` and `<wbr>` in words of the page."""
    return _in_words(scene, ("&shy;", "<wbr>", "\u00ad"))


def zero_width(scene: Scene) -> Made | None:
    """Zero-width characters in words of the page."""
    return _in_words(scene, ("\u200b", "&#8203;", "\u2060", "&zwnj;"))


def ligatures(scene: Scene) -> Made | None:
    """Ligatures in the page."""
    text = escape(scene.text, quote=False).replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    return shown(scene, text) if re.search("[ﬃﬁﬂ]", text) else None


def curly(scene: Scene) -> Made | None:
    """Straight marks in the quotation, typographic ones as entities in the page."""
    if not re.search("['\"]| - ", scene.text):
        return None
    text = escape(scene.text, quote=False).replace("'", "&rsquo;").replace(" - ", " &mdash; ")
    return shown(scene, re.sub('"([^"]*)"', r"&ldquo;\1&rdquo;", text))


def entities(scene: Scene) -> Made | None:
    """Letters as character references."""
    return shown(scene, "".join(_entity(scene, character) for character in scene.text))


def _entity(scene: Scene, character: str) -> str:
    code = ord(character)
    return escape(character) if code < 128 and scene.luck.random() < 0.7 else f"&#x{code:x};"


def line_breaks(scene: Scene) -> Made | None:
    """`<br>` at some blanks, as in mails and verse."""
    text = escape(scene.text, quote=False)
    return shown(scene, re.sub(r"(.{30,60}?) ", r"\1<br>\n", text))


def charset(scene: Scene) -> Made | None:
    """A page in an older charset, declared in its head."""
    name = scene.luck.choice(_CHARSETS.get(scene.passage.language, ("utf-8",)))
    if name == "utf-16":
        made = shown(scene, escape(scene.text, quote=False))
        assert made.page
        return Made(scene.text, made.page.decode("utf-8").encode("utf-16"))
    return shown(scene, escape(scene.text, quote=False), charset=name)


def hidden_between(scene: Scene) -> Made | None:
    """Words that no reader sees between those of the passage."""
    hidden = scene.luck.choice(
        (
            '<span style="display:none">not</span>',
            "<!-- not -->",
            "<span hidden>see also</span>",
            '<script>var x = "not";</script>',
            "<style>p {margin: 0}</style>",
        )
    )
    words = scene.text.split(" ")
    place = scene.luck.randint(1, max(1, len(words) - 1))
    start, end = (escape(" ".join(part), quote=False) for part in (words[:place], words[place:]))
    return shown(scene, f"{start} {hidden}{end}")


def wrapped_text(scene: Scene) -> Made | None:
    """A plain text file with wrapped lines."""
    return _as_text(scene, r"(.{50,72}?) ", r"\1\n")


def hyphenated_text(scene: Scene) -> Made | None:
    """A plain text file with words broken at line ends."""
    if CJK.search(scene.text):
        return None
    return _as_text(scene, r"(.{40,66}?[^\W\d_]{4})(?=[^\W\d_]{3})", r"\1-\n")


def _as_text(scene: Scene, pattern: str, new: str) -> Made | None:
    passage = scene.passage
    before, after = scene.around()
    blocks = [*before, passage.before + passage.text + passage.after, *after]
    if CJK.search(passage.text) or len(passage.text) < 80:
        return None
    text = "\n\n".join(re.sub(pattern, new, block) for block in blocks)
    return Made(scene.text, f"{text}\n".encode(), suffix=".txt")


def preformatted(scene: Scene) -> Made | None:
    """The passage in `<pre>`, wrapped."""
    text = re.sub(r"(.{50,72}?) ", r"\1\n", escape(scene.text, quote=False))
    return Made(scene.text, page(around(scene, f"<pre>{text}</pre>")))


def divisions(scene: Scene) -> Made | None:
    """Paragraphs as `<div>` in `<div>`."""
    blocks = around(scene, whole(scene, escape(scene.text, quote=False)))
    inner = [block.replace("<p>", "<div>").replace("</p>", "</div>") for block in blocks]
    return Made(scene.text, page([f'<div class="x"><div>{"".join(inner)}</div></div>']))


def cell(scene: Scene) -> Made | None:
    """The passage in a cell of a table, or in a list."""
    text = escape(scene.text, quote=False)
    table = f"<table><tr><td>Note</td><td>{text}</td><td>12</td></tr></table>"
    listed = f"<ul><li>Notes</li><li>{text}</li><li>Links</li></ul>"
    return Made(scene.text, page(around(scene, scene.luck.choice((table, listed)))))


def furnished(scene: Scene) -> Made | None:
    """An article among navigation, header, footer and a cookie notice."""
    article = "".join(around(scene, whole(scene, escape(scene.text, quote=False))))
    return Made(
        scene.text,
        page(
            [
                '<header><a href="/">Home</a></header><nav><ul><li>News</li></ul></nav>',
                f"<main><article>{article}</article></main>",
                '<aside><p>Related</p></aside><div class="cookie">We use cookies.</div>',
                "<footer>All rights reserved</footer>",
            ]
        ),
    )


def teased(scene: Scene) -> Made | None:
    """The whole passage in the article, and its first words also in a teaser."""
    words = scene.text.split(" ")
    teaser = escape(" ".join(words[: max(3, len(words) // 2)]), quote=False)
    own = whole(scene, escape(scene.text, quote=False))
    body = [f'<aside class="teaser"><p>{teaser} …</p></aside>', *around(scene, own)]
    return Made(scene.text, page(body))


def next_paragraph(scene: Scene) -> Made | None:
    """The end of one paragraph and the start of the next, as one quotation."""
    passage = scene.passage
    _, after = scene.around(1)
    if passage.after or not after or CJK.search(scene.text) or "." not in after[0]:
        return None
    start = re.match(r"[A-ZÀ-ÞА-Я][^.!?]{20,160}[.](?= [A-ZÀ-ÞА-Я]|$)", after[0])
    if start is None:
        return None
    text = f"{scene.text} {start.group()}"
    own = whole(scene, escape(scene.text, quote=False))
    return Made(text, page([own, paragraph(after[0])]), truth=text)


PAGES: dict[str, Maker] = {
    "page_plain": plain,
    "page_footnote_marks": footnote_marks,
    "page_inline_tags": inline_tags,
    "page_blanks": blanks,
    "page_soft_hyphens": soft_hyphens,
    "page_zero_width": zero_width,
    "page_ligatures": ligatures,
    "page_curly": curly,
    "page_entities": entities,
    "page_line_breaks": line_breaks,
    "page_charset": charset,
    "page_hidden_between": hidden_between,
    "page_wrapped_text": wrapped_text,
    "page_hyphenated_text": hyphenated_text,
    "page_preformatted": preformatted,
    "page_divisions": divisions,
    "page_cell": cell,
    "page_furnished": furnished,
    "page_teased": teased,
    "page_next_paragraph": next_paragraph,
}
"""Harmless pages by name."""
