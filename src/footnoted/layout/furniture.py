"""Running heads, feet and page numbers: lines of a page that are not part of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_EDGE = 3
"""Lines looked at from either end of a page."""

_NUMBER = re.compile(r"\d+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FOLIO = re.compile(r"[-–—|]?\s*([ivxlc]{1,7})\s*[-–—|]?", re.IGNORECASE)
_NEAR = 2
"""Pages: a running head stands on the next page too, or on the next one of the same side."""

Key = tuple[object, ...]
_MAX_LENGTH = 150


def without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the pages' lines without running heads and feet.

    A line at the edge of a page is a running head where it stands at the edge of a page near by
    as well: word for word, or with a number in it that keeps step with the pages. A heading of
    the same wording pages away is none, nor is `22.48 Version 3.5.7` after `22.47 Version 3.5.8`.
    A line of digits only is a page number where it keeps step. At most `_EDGE` lines an edge are
    taken, and only while every line further out is taken too.
    """
    seen: dict[Key, list[int]] = {}
    for number, lines in enumerate(pages, 1):
        for key in {key for line, at in _edges(lines) for key in _keys(line, number, at)}:
            seen.setdefault(key, []).append(number)
    return [_peeled(lines, number, seen) for number, lines in enumerate(pages, 1)]


def _peeled(lines: Sequence[str], number: int, seen: dict[Key, list[int]]) -> list[str]:
    def running(line: str, at: int) -> bool:
        keys = _keys(line, number, at)
        return any(_recurs(seen[key], number, folio=key[0] == "") for key in keys)

    first, last = 0, len(lines)
    while first < min(_EDGE, last) and running(lines[first], first):
        first += 1
    while (
        last > first
        and len(lines) - last < _EDGE
        and running(lines[last - 1], last - 1 - len(lines))
    ):
        last -= 1
    return list(lines[first:last])


def _recurs(numbers: Sequence[int], number: int, *, folio: bool) -> bool:
    """Say whether a line stands on another page as well: near by, but for a mere page number."""
    if folio:
        return len(numbers) > 1
    return any(0 < abs(other - number) <= _NEAR for other in numbers)


def _edges(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the lines at either edge, each with its place from there: 0, 1, 2, -3, -2, -1."""
    yield from zip(lines[:_EDGE], range(_EDGE), strict=False)
    bottom = lines[-_EDGE:]
    yield from zip(bottom, range(-len(bottom), 0), strict=True)


def _keys(line: str, number: int, at: int) -> Iterator[Key]:
    """Yield what a line has in common with others of its kind on other pages.

    The wording with one number replaced by its distance from the page's; the whole wording at
    its place from the edge, where there is more to it than digits.
    """
    if len(line) > _MAX_LENGTH:
        return
    line = line.casefold()
    for match in _NUMBER.finditer(line):
        if len(match.group()) <= 4:
            rest = (line[: match.start()] + line[match.end() :]).strip()
            yield rest, bool(rest) and at, int(match.group()) - number
    roman = _ROMAN_FOLIO.fullmatch(line)
    if roman:
        yield "", "roman", _roman(roman.group(1)) - number
    if any(map(str.isalpha, line)) and not roman:
        yield line, at


def _roman(numeral: str) -> int:
    """Return the value of a roman numeral in small letters."""
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)
