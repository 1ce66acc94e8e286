"""`table-rates`: growth rates of a table against the levels beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from footnoted.lints.examined import Examined, find_in_paper
from footnoted.lints.grids import Cell, Grid, Line, read_grid
from footnoted.lints.tallies import Tally, tallies
from footnoted.model.draft import DraftTable
from footnoted.model.finding import Finding

_HOLD = 3
_WIDEST = 8  # lines among which level and rate are looked for
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Odd:
    """A row whose rate does not follow: the rate's line, what the cells give, and from what."""

    row: int
    line: Line
    proof: str


def table_rates(examined: Examined) -> Iterator[Finding]:
    """Yield each rate that its levels do not give, where three others of its column follow.

    The levels are two columns beside it, or a sum and its parts whose rates must agree on the
    year before.
    """
    for table in examined.paper.tables:
        grid = read_grid(table)
        if grid:
            for odd in [*_between_levels(grid), *_of_a_sum(grid)]:
                yield _found(examined, table, grid, odd)


def _between_levels(grid: Grid) -> Iterator[_Odd]:
    lines = grid.lines[:_WIDEST]
    levels = [line for line in lines if not line.rate]
    for rate in (line for line in lines if line.rate):
        for before in levels:
            for after in levels:
                if before is after:
                    continue
                rows = [
                    row for row in range(len(grid.labels)) if _all_there(before, after, rate, row)
                ]
                odd = [row for row in rows if not _follows(before, after, rate, row)]
                if len(rows) - len(odd) >= max(_HOLD, 3 * len(odd)):
                    for row in odd:
                        yield _Odd(row, rate, _growth(before, after, rate, row))


def _all_there(before: Line, after: Line, rate: Line, row: int) -> bool:
    one = before.cells[row]
    return bool(one and one.value > 0 and after.cells[row] and rate.cells[row])


def _follows(before: Line, after: Line, rate: Line, row: int) -> bool:
    one, two, said = before.cells[row], after.cells[row], rate.cells[row]
    if not (one and two and said):
        return True
    low = (two.value - two.step / 2) / (one.value + one.step / 2)
    high = (two.value + two.step / 2) / max(one.value - one.step / 2, Decimal("1e-9"))
    given = 1 + said.value / _HUNDRED
    room = said.step / 2 / _HUNDRED
    return low - room <= given <= high + room


def _growth(before: Line, after: Line, rate: Line, row: int) -> str:
    one, two, said = before.cells[row], after.cells[row], rate.cells[row]
    if not (one and two and said):
        return ""
    given = (two.value / one.value - 1) * _HUNDRED
    return f"from {one.raw} to {two.raw} is {given:.1f} per cent, not {said.raw}"


def _of_a_sum(grid: Grid) -> Iterator[_Odd]:
    for tally in tallies(grid):
        rates = [_rate_of(grid, line) for line in (tally.total, *tally.parts)]
        if None in rates:
            continue
        lines = [line for line in rates if line]
        proofs = {
            row: _year_before(tally, lines, row)
            for row in range(len(grid.labels))
            if row in tally.holds
        }
        odd = {row: proof for row, proof in proofs.items() if proof}
        if len(proofs) - len(odd) >= max(_HOLD, 3 * len(odd)):
            for row, proof in odd.items():
                yield _Odd(row, lines[0], proof)


def _rate_of(grid: Grid, level: Line) -> Line | None:
    """Return the only rate whose header ends as the level's begins (`% – Trade Value`)."""
    wanted = re.sub(r"\([^)]*\)", "", level.name).strip().lower()
    fitting = [
        line for line in grid.lines if line.rate and line.name.lower().rstrip().endswith(wanted)
    ]
    return fitting[0] if len(fitting) == 1 and wanted else None


def _year_before(tally: Tally, rates: list[Line], row: int) -> str | None:
    """Return how the year before of the whole and of the parts differ, None where they agree."""
    values: list[Decimal] = []
    rooms: list[Decimal] = []
    for level, rate in zip((tally.total, *tally.parts), rates, strict=True):
        cell, said = level.cells[row], rate.cells[row]
        if not (cell and said) or said.value <= -_HUNDRED:
            return None
        value, room = _before(cell, said)
        values.append(value)
        rooms.append(room)
    whole, parts = values[0], sum(values[1:], Decimal(0))
    if abs(whole - parts) <= sum(rooms, Decimal(0)):
        return None
    return (
        f"the rates put the year before at {whole:,.0f} for the whole, {parts:,.0f} for its parts"
    )


def _before(cell: Cell, said: Cell) -> tuple[Decimal, Decimal]:
    factor = 1 + said.value / _HUNDRED
    value = cell.value / factor
    room = said.step / 2 / _HUNDRED
    return value, abs(
        cell.value / (factor - room) - value
    ) + cell.step / factor if factor > room else value


def _found(examined: Examined, table: DraftTable, grid: Grid, odd: _Odd) -> Finding:
    said = odd.line.cells[odd.row]
    message = (
        f"the rate {said.raw if said else ''} of '{grid.labels[odd.row]}' in '{odd.line.name}' "
        "does not follow from the levels of the table: correct one of them"
    )
    return find_in_paper(
        examined, "table-rates", "warning", table.line, message,
        note=table.notes[0] if table.notes else None, proof=odd.proof,
        subject=f"{grid.labels[odd.row]}: {odd.line.name}",
    )  # fmt: skip
