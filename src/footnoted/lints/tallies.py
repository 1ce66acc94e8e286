"""Which line of a table is the sum of others, found by its name or by its numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from footnoted.lints.grids import Cell, Grid, Line

_TOTAL = re.compile(
    r"\A(?:grand |sub-?)?totals?\b|\btotal\Z|\A(?:sum|all|overall|together)\Z", re.IGNORECASE
)
_PART_OF_PART = re.compile(r"\bof which\b|\bthereof\b|\bincl|\bsub-?total|\bnet\b", re.IGNORECASE)
_MOST_PARTS = 12
_HOLD = 3
_SURPRISE = 7  # one chance in ten million that numbers of no sum would hold so


@dataclass(frozen=True, slots=True)
class Tally:
    """A line that is the sum of others, and the cells (by number) where it is and is not.

    `surprise` is how unlikely numbers of no sum would hold so, as a power of ten: each sum that
    holds adds the digits in which it could have differed.
    """

    total: Line
    parts: tuple[Line, ...]
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    named: bool

    @property
    def surprise(self) -> float:
        """Return the power of ten."""
        return sum(self._digits(number) for number in self.holds)

    def _digits(self, number: int) -> float:
        whole = self.total.cells[number]
        parts = [cell for line in self.parts if (cell := line.cells[number])]
        if whole is None or not whole.value:
            return 0.0
        return max(0.0, math.log10(abs(whole.value) / (2 * room(whole, parts))))


def tallies(grid: Grid) -> Iterator[Tally]:
    """Yield the sums among the lines of `grid`: where a name says so, else where most cells do."""
    named = [number for number, line in enumerate(grid.lines) if is_total(line.name)]
    if named:
        yield from _by_name(grid, named)
    else:
        yield from _by_value(grid)


def is_total(name: str) -> bool:
    """Tell whether a header or label says that it is a total."""
    return bool(_TOTAL.search(re.sub(r"\([^)]*\)", "", name).strip(" :*")))


def _by_name(grid: Grid, named: list[int]) -> Iterator[Tally]:
    if any(_PART_OF_PART.search(line.name) for line in grid.lines) or len(named) > 1:
        return
    at = named[0]
    total = grid.lines[at]
    rest = grid.lines[:at] if at else grid.lines[1:]
    if at not in {0, len(grid.lines) - 1} or total.rate:
        return
    parts = tuple(line for line in rest if not line.rate)
    if len(parts) >= 2 and len(parts) == len(rest):
        yield _tally(grid, total, parts, named=True)


def _by_value(grid: Grid) -> Iterator[Tally]:
    """Yield the first run of lines side by side whose first or last is the sum of the others."""
    found: list[Tally] = []
    lines = grid.lines
    if len(grid.labels) - len(grid.rates) < _HOLD:
        return
    for first in range(len(lines)):
        for last in range(first + 2, min(len(lines), first + _MOST_PARTS + 1)):
            run = lines[first : last + 1]
            if any(line.rate for line in run):
                break
            for total, parts in ((run[0], run[1:]), (run[-1], run[:-1])):
                tally = _tally(grid, total, parts, named=False)
                enough = len(tally.holds) >= max(_HOLD, 3 * len(tally.fails))
                if enough and tally.surprise >= _SURPRISE:
                    found.append(tally)
    yield from found[:1]


def _tally(grid: Grid, total: Line, parts: tuple[Line, ...], *, named: bool) -> Tally:
    holds: list[int] = []
    fails: list[int] = []
    for number, whole in enumerate(total.cells):
        each = [part.cells[number] for part in parts]
        if whole is None or None in each or number in grid.rates:
            continue
        cells = [cell for cell in each if cell]
        if sum(cell.value != 0 for cell in cells) < 2:
            continue
        (holds if adds_up(whole, cells) else fails).append(number)
        if not named and len(fails) > 2 + number // 3:
            break  # a run that fails so often is no sum: look no further
    return Tally(total, parts, tuple(holds), tuple(fails), named)


def adds_up(whole: Cell, parts: list[Cell]) -> bool:
    """Tell whether the parts make the whole, each rounded at its last digit."""
    return abs(sum_of(parts) - whole.value) <= room(whole, parts)


def sum_of(cells: list[Cell]) -> Decimal:
    """Return the sum of the cells' values."""
    return sum((cell.value for cell in cells), Decimal(0))


def room(whole: Cell, parts: list[Cell]) -> Decimal:
    """Return how far rounding alone may set the sum of the parts off the whole."""
    steps = [cell.step for cell in (whole, *parts)]
    return sum(steps, Decimal(0)) / 2


def slip(raw: str, needed: Decimal) -> str | None:
    """Return how `raw` may have come about from `needed`, None where that is not plain to see."""
    have = re.sub(r"\D", "", raw)
    want = format(abs(needed), "f").replace(".", "").lstrip("0")
    if not have or have == want:
        return None
    if len(want) == len(have) + 1 and _one_left_out(want, have):
        return "a digit seems to be lost"
    if len(have) == len(want) + 1 and _one_left_out(have, want):
        return "a digit seems to be too many"
    return _swap(have, want) if len(have) == len(want) else None


def _swap(have: str, want: str) -> str | None:
    apart = [at for at in range(len(have)) if have[at] != want[at]]
    if len(apart) == 1:
        return "one digit differs"
    if len(apart) == 2 and [have[at] for at in apart] == [want[at] for at in reversed(apart)]:
        return "two digits seem to be turned round"
    return None


def _one_left_out(long: str, short: str) -> bool:
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
