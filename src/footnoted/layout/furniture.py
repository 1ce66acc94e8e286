"""Running heads, feet and page numbers: lines of a page that are not part of its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_EDGE = 3
"""Lines looked at from either end of a page."""

_NUMBER = re.compile(r"\d+")
_FOLIO = re.compile(
    r"(?:page|seite|p\.?|стр\.?|第)?\s*[-–—|]?\s*(\d{1,4}|[ivxlc]{1,7})\s*"
    r"(?:[-–—|]|页|(?:of|von|/|sur)\s*\d{1,4})?",
    re.IGNORECASE,
)
_MAX_LENGTH = 150


def without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the pages' lines without running heads and feet.

    A line at the edge of a page that stands at the edge of another one too, numbers aside, is
    a running head. A line of digits only is a page number where it keeps its distance from
    the page's position on two pages or more. At most `_EDGE` lines an edge are taken, and only
    while every line further out is taken too.
    """
    heads = Counter[str]()
    for lines in pages:
        heads.update({_shape(line) for line in _edges(lines)})
    folios = Counter[int]()
    for number, lines in enumerate(pages, 1):
        folios.update({int(line) - number for line in _edges(lines) if _is_number(line)})
    return [_peeled(lines, number, heads, folios) for number, lines in enumerate(pages, 1)]


def _peeled(
    lines: Sequence[str], number: int, heads: Counter[str], folios: Counter[int]
) -> list[str]:
    def running(line: str) -> bool:
        if _is_number(line):
            return folios[int(line) - number] > 1
        return len(line) <= _MAX_LENGTH and heads[_shape(line)] > 1

    first, last = 0, len(lines)
    while first < min(_EDGE, last) and running(lines[first]):
        first += 1
    while last > first and len(lines) - last < _EDGE and running(lines[last - 1]):
        last -= 1
    return list(lines[first:last])


def _edges(lines: Sequence[str]) -> list[str]:
    return list(lines) if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]


def _is_number(line: str) -> bool:
    return line.isascii() and line.isdigit() and len(line) <= 4


def _shape(line: str) -> str:
    """Return the line with its numbers made alike; page numbers in words or roman too."""
    if _FOLIO.fullmatch(line):
        return "#"
    return _NUMBER.sub("#", line.casefold())
