"""Lines of pages to paragraphs, with the pages' places kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnoted.layout.pdf import HYPHEN

_SENTENCE_END = re.compile(r"[.!?:;。！？][\"'”’»)\]]*[\d⁰¹²³⁴-⁹]{0,3}$")
_ITEM = re.compile(r"(?:[•▪◦‣●■–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SHORT = 0.72
"""A line shorter than this part of the page's usual line is the last of its paragraph."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The joined text, `[start, end)` of its paragraphs, and of each page's part of it."""

    content: str
    blocks: tuple[tuple[int, int], ...]
    pages: tuple[tuple[int, int], ...]


def join_lines(pages: Sequence[Sequence[str]]) -> Paragraphs:
    """Join the lines of each paragraph by a blank, paragraphs by a newline.

    A hyphen between a letter and a line's end becomes HYPHEN, also over a page's end. A new
    paragraph begins after a short line that the next one does not go on, and at an item of a
    list.
    """
    pieces: list[str] = []
    length = 0
    starts: list[int] = [0]
    spans: list[tuple[int, int]] = []
    before = ""
    usual = 0
    for lines in pages:
        separator, begin = "", None
        for number, line in enumerate(lines):
            separator = _between(before, line, usual if number else 0)
            if separator == HYPHEN:
                pieces[-1] = pieces[-1][:-1]
                length -= 1
            if begin is None:
                usual = _usual_length(lines)
                begin = length + len(separator)
            pieces += [separator, line]
            length += len(separator)
            if separator == "\n":
                starts.append(length)
            length += len(line)
            before = line
        begin = length if begin is None else begin
        spans.append((begin, max(begin, length)))
    content = "".join(pieces)
    ends = [start - 1 for start in starts[1:]] + [len(content)]
    blocks = tuple((s, e) for s, e in zip(starts, ends, strict=True) if e > s)
    return Paragraphs(content, blocks, tuple(spans))


def _between(before: str, line: str, usual: int) -> str:
    """Return what joins two lines. `usual` is the page's line length, 0 where a page begins."""
    if not before:
        return ""
    if len(before) > 1 and before[-1] in "-\u2010" and before[-2].isalpha() and line[0].islower():
        return HYPHEN
    if before[-1] == HYPHEN:
        return ""
    goes_on = line[0].islower() or bool(_WIDE.match(line))
    # across a page's end line lengths tell nothing, a full stop does
    ended = len(before) < usual * _SHORT if usual else bool(_SENTENCE_END.search(before))
    if _ITEM.match(line) or (ended and not goes_on):
        return "\n"
    return "" if _WIDE.match(before[-1]) and _WIDE.match(line) else " "


def _usual_length(lines: Sequence[str]) -> int:
    """Return the length that nine lines of ten do not exceed."""
    lengths = sorted(map(len, lines))
    return lengths[int(len(lengths) * 0.9) - 1] if len(lengths) > 2 else 0
