"""`table-sum`: a total of a table that is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_paper
from footnoted.lints.grids import Cell, Grid, read_grid
from footnoted.lints.tallies import Tally, room, slip, sum_of, tallies
from footnoted.model.draft import DraftTable
from footnoted.model.finding import Confidence, Finding, Level

_NEAR = 20  # a total of its name alone is told where it is less than 1/20 off


_SURE = 3  # see `Tally.surprise`; a total by name needs less than one by numbers


def table_sum(examined: Examined) -> Iterator[Finding]:
    """Yield each row and column whose total is not the sum, beyond what rounding allows.

    A total found by its numbers needs three sums that hold for each that does not. One found
    by its name needs two others that hold for an error; else it is a warning, and one far off
    is taken for a total of more than the table shows.
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
    sure = len(tally.holds) >= 2 * len(tally.fails) and tally.surprise >= _SURE
    for number in tally.fails:
        parts = [cell for line in tally.parts if (cell := line.cells[number])]
        whole = tally.total.cells[number]
        if whole is None:
            continue
        off = abs(sum_of(parts) - whole.value)
        level: Level = "error"
        confidence: Confidence = "high"
        if not sure or len(tally.holds) < 2:
            if off * _NEAR > abs(whole.value):
                continue
            level, confidence = "warning", "medium"
        elif off <= 2 * room(whole, parts):
            level, confidence = "info", "low"  # rounding, done twice
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


def _proof(whole: Cell, parts: list[Cell], tally: Tally) -> str:
    total = sum_of(parts)
    proof = f"{' + '.join(cell.raw for cell in parts)} = {total:,f}, not {whole.raw}"
    for cell in (whole, *parts):
        needed = total if cell is whole else cell.value + whole.value - total
        if why := slip(cell.raw, needed):
            proof += f"; {needed:,f} in place of {cell.raw} would fit ({why})"
    return f"{proof}; {len(tally.holds)} others add up"


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:57]}..."
