"""Where sentences end on a page, and the words of a sentence on either side of a cut."""

from __future__ import annotations

from bisect import bisect_left

from footnoted.model.text import Block
from footnoted.quotations.fold import FoldedText

_TITLES = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "capt", "rev", "hon"),
        *("gov", "sen", "rep", "vs", "fig", "vol", "pp", "eds", "al", "cf", "e.g", "i.e", "art"),
        *("bzw", "usw", "ca", "evtl", "inkl", "vgl", "ggf", "sog", "bspw", "nr", "abs", "approx"),
        *("p.ex", "av", "env", "núm", "pág", "sr", "sra"),
        *("г", "гг", "им", "стр", "см", "ул", "тыс"),
    ),
)
"""Abbreviations after which a sentence goes on, even with a capital."""

_CLOSING = " \n\t\u00a0\"'“”‘’«»)]"
_MARKS = frozenset(".!?")
CONTEXT = 16
"""So many words on either side of a cut are read."""


def apart(page: FoldedText, at: int) -> bool:
    """Say whether word `at` begins another block than the word before it stands in.

    A line break alone is none: plain text is wrapped in mid-sentence. Nor is a block that goes
    on with a small letter where the one before it has no end: a page's end parts sentences.
    """
    content = page.text.content
    start, end = page.starts[at], page.ends[at - 1]
    blocks = page.text.blocks
    after = bisect_left(blocks, end, key=_start)
    parted = after < len(blocks) and blocks[after].start <= start
    if not parted and "\n\n" not in content[end:start]:
        return False
    return not (content[start].islower() and _goes_on(page, at - 1))


def ends_sentence(page: FoldedText, at: int) -> bool:
    """Say whether a sentence ends with word `at`: a full stop that no abbreviation needs."""
    word, content = page.words[at], page.text.content
    if word not in _MARKS:
        return at + 1 < len(page.words) and apart(page, at + 1)
    rest = content[page.ends[at] : page.ends[at] + 6].lstrip(_CLOSING)
    if rest[:1].islower():
        return False
    if word != "." or not at:
        return True
    before = page.words[at - 1]
    if before in _TITLES or (before == "no" and rest[:1].isdigit()):
        return False
    initial = len(before) == 1 and before.isascii() and before.isalpha()
    return not initial or (at > 1 and page.words[at - 2] == "-")  # `type C-r. Then`


def stops(page: FoldedText, start: int, end: int) -> list[int]:
    """Return the words within `[start, end)` that a sentence or block ends with, in order."""
    if start >= end:
        return []
    words = page.words[start:end]
    marks = {start + k for k, word in enumerate(words) if word in _MARKS}
    found = {at for at in marks if ends_sentence(page, at)}
    return sorted(found | {at - 1 for at in _bounds(page, start, end)})


def before_cut(page: FoldedText, at: int, limit: int = CONTEXT) -> list[str]:
    """Return the words of the same sentence before word `at`, quotation marks left out."""
    first = max(0, at - limit)
    ends = stops(page, first, at)
    words = page.words[ends[-1] + 1 if ends else first : at]
    if ends and words and words[0] == ")":
        words = words[1:]
    return [word for word in words if word != '"']


def after_cut(page: FoldedText, at: int, limit: int = CONTEXT) -> list[str]:
    """Return the words of the same sentence from word `at` on, quotation marks left out."""
    last = min(len(page.words), at + limit)
    if at >= last or (at and apart(page, at)):
        return []
    ends = stops(page, at, last)
    if ends:
        last = ends[0] + (page.words[ends[0]] not in _MARKS)
    return [word for word in page.words[at:last] if word != '"']


def _bounds(page: FoldedText, start: int, end: int) -> set[int]:
    """Return the words after `start`, up to `end`, that begin a block apart."""
    content, blocks = page.text.content, page.text.blocks
    first = page.ends[start]
    last = page.starts[end] if end < len(page.words) else len(content)
    places = []
    at = bisect_left(blocks, first, key=_start)
    while at < len(blocks) and blocks[at].start <= last:
        places.append(blocks[at].start)
        at += 1
    at = content.find("\n\n", first, last)
    while at >= 0:
        places.append(at)
        at = content.find("\n\n", at + 2, last)
    words = {page.word_at(place) for place in places}
    return {at for at in words if start < at <= end < len(page.words) and apart(page, at)}


def _goes_on(page: FoldedText, at: int) -> bool:
    return page.words[at] not in {".", "!", "?", ":", ";"}


def _start(block: Block) -> int:
    return block.start
