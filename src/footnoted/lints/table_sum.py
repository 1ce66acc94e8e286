"""`table-sum`: a total of a table that is not the sum of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from footnoted.lints.examined import Examined, find_in_paper
from footnoted.lints.grids import Cell, Grid, read_grid
from footnoted.lints.tallies import Tally, room, slip, sum_of, tallies
from footnoted.model.draft import DraftTable
from footnoted.model.finding import Confidence, Finding, Level

_DIGITS = 4  # of fewer, almost any two numbers differ by one slip
_NEAR = 20  # a total of its name alone is told where it is less than 1/20 off


_SURE = 3  # see `Tally.surprise`; a total by name needs less than one by numbers


def table_sum(examined: Examined) -> Iterator[Finding]:
    """Yield each row and column whose total is not the sum, beyond what rounding allows.

    An error only where a slip of one digit in one cell explains it: a total may hold more than
    the table shows, or count nothing twice.
    """
    for table in examined.paper.tables:
        grid = read_grid(table)
        if grid:
            for way in (grid, grid.turned()):
                for tally in tallies(way):
                    yield from _failures(examined, table, way, tally)


def _failures(examined: Examined, table: DraftTable, grid: Grid, tally: Tally) -> Iterator[Finding]:
    if len(tally.fails) > max(len(tally.holds), 1):
        return  # more than the table shows, or no sum at all
    for number in tally.fails:
        parts = [cell for line in tally.parts if (cell := line.cells[number])]
        whole = tally.total.cells[number]
        if whole is None:
            continue
        grade = _grade(tally, whole, parts)
        if grade is None:
            continue
        level, confidence = grade
        where = grid.labels[number]
        message = (
            f"the table does not add up at '{where}': its {_short(tally.total.name)} is "
            f"{whole.raw}, the sum of its parts {sum_of(parts):,f}; correct a cell"
        )
        yield find_in_paper(
            examined, "table-sum", level, table.line, message,
            note=table.notes[0] if table.notes else None,
            proof=_proof(whole, parts, tally), subject=f"{where}: {tally.total.name}",
            confidence=confidence,
        )  # fmt: skip


def _grade(tally: Tally, whole: Cell, parts: list[Cell]) -> tuple[Level, Confidence] | None:
    """Return how grave a total is that is not the sum, None where it may well be right."""
    off = abs(sum_of(parts) - whole.value)
    sure = len(tally.holds) >= max(2, 2 * len(tally.fails)) and tally.surprise >= _SURE
    if not sure:
        return ("warning", "medium") if off * _NEAR <= abs(whole.value) else None
    if off <= 2 * room(whole, parts):
        return "info", "low"  # rounding, done twice
    if any(len(re.sub(r"\D", "", raw)) >= _DIGITS for raw, _, _ in _slips(whole, parts)):
        return "error", "high"
    values = [cell.value for cell in parts]
    if tally.named and min(values) >= 0 and whole.value <= max(values):
        return None  # an average, or things that several parts share
    return "warning", "medium"


def _slips(whole: Cell, parts: list[Cell]) -> Iterator[tuple[str, Decimal, str]]:
    """Yield each cell that one slip would explain: as printed, what would fit, and the slip."""
    total = sum_of(parts)
    for cell in (whole, *parts):
        needed = total if cell is whole else cell.value + whole.value - total
        if needed >= 0 and (why := slip(cell.raw, needed)):
            yield cell.raw, needed, why


def _proof(whole: Cell, parts: list[Cell], tally: Tally) -> str:
    total = sum_of(parts)
    proof = f"{' + '.join(cell.raw for cell in parts)} = {total:,f}, not {whole.raw}"
    for raw, needed, why in _slips(whole, parts):
        proof += f"; {needed:,f} in place of {raw} would fit ({why})"
    return f"{proof}; {len(tally.holds)} others add up"


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:57]}..."
