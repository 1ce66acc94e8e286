"""`table-odd-value`: a cell written or sized unlike all others of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from footnoted.lints.examined import Examined, find_in_paper
from footnoted.lints.grids import GROUPED, Cell, Grid, Line, read_grid
from footnoted.model.draft import DraftTable
from footnoted.model.finding import Confidence, Finding, Level

_WHOLE = re.compile(r"\b(?:total|world|all|sum|other)", re.IGNORECASE)
_BROKEN = re.compile(r"\d,(?!\d{3}(?!\d))\d")
_MANY = 6
_FEW = 4
_SPREAD = 50
_FAR = 40


@dataclass(frozen=True, slots=True)
class _Odd:
    """A cell unlike the others: its row, what is odd, and what shows it."""

    label: str
    raw: str
    message: str
    proof: str
    level: Level
    confidence: Confidence


def table_odd_value(examined: Examined) -> Iterator[Finding]:
    """Yield cells written or sized unlike the others of their column.

    One that ends in another digit than 0 where all others do; one with a decimal comma where the
    others have a point; the only one with a per cent sign; one of another order of size.
    """
    for table in examined.paper.tables:
        grid = read_grid(table)
        if grid is None:
            continue
        yield from _unrounded(examined, table, grid)
        for line in grid.lines:
            yield from _signs(examined, table, grid, line)
            yield from _size(examined, table, grid, line)


def _unrounded(examined: Examined, table: DraftTable, grid: Grid) -> Iterator[Finding]:
    """Columns of one unit are one sheet: figures of one source are rounded alike."""
    sheets: dict[str, list[tuple[str, Cell]]] = {}
    for line in grid.lines:
        if not line.rate:
            unit = " ".join(re.findall(r"\(([^)]*\d[^)]*)\)", line.name)[-1:]) or line.name
            labelled = zip(grid.labels, line.cells, strict=True)
            sheets.setdefault(unit, []).extend((label, cell) for label, cell in labelled if cell)
    for cells in sheets.values():
        odd = [(label, cell) for label, cell in cells if cell.step >= 1 and cell.value % 10]
        big = sum(abs(cell.value) >= 1000 for _, cell in cells)
        if len(odd) == 1 and len(cells) > _MANY and big == len(cells):
            label, cell = odd[0]
            proof = f"the {len(cells) - 1} others end in 0"
            message = f"{cell.raw} ('{label}') alone does not end in 0: a digit may be lost"
            yield _found(
                examined, table, _Odd(label, cell.raw, message, proof, "warning", "medium")
            )


def _signs(examined: Examined, table: DraftTable, grid: Grid, line: Line) -> Iterator[Finding]:
    filled = [(label, cell) for label, cell in zip(grid.labels, line.cells, strict=True) if cell]
    if len(filled) <= _FEW:
        return
    commas = [one for one in filled if re.search(r"\d,\d{1,2}(?!\d)", one[1].raw)]
    points = [one for one in filled if re.search(r"\d\.\d", one[1].raw)]
    if len(commas) == 1 and len(points) >= _FEW:
        label, cell = commas[0]
        message = f"{cell.raw} ('{label}') has a decimal comma, the others have a point"
        proof = f"beside it {points[0][1].raw}"
        yield _found(examined, table, _Odd(label, cell.raw, message, proof, "warning", "high"))
    grouped = [one for one in filled if GROUPED.search(one[1].raw)]
    broken = [one for one in filled if _BROKEN.search(one[1].raw)]
    if len(broken) == 1 and len(grouped) >= _FEW:
        label, cell = broken[0]
        message = f"{cell.raw} ('{label}') has no three digits behind a comma: one may be lost"
        proof = f"beside it {grouped[0][1].raw}"
        yield _found(examined, table, _Odd(label, cell.raw, message, proof, "warning", "high"))
    signed = [one for one in filled if one[1].unit == "%"]
    if len(signed) == 1 and len(filled) > _MANY:
        label, cell = signed[0]
        message = f"{cell.raw} ('{label}') alone has a per cent sign in its column"
        proof = f"{len(filled) - 1} others have none"
        yield _found(examined, table, _Odd(label, cell.raw, message, proof, "warning", "medium"))


def _size(examined: Examined, table: DraftTable, grid: Grid, line: Line) -> Iterator[Finding]:
    cells = [
        (abs(cell.value), label, cell)
        for label, cell in zip(grid.labels, line.cells, strict=True)
        if cell
    ]
    if line.rate or len(cells) <= _MANY or any(value == 0 for value, _, _ in cells):
        return
    cells.sort(key=lambda one: one[0])
    for odd, rest in ((cells[0], cells[1:]), (cells[-1], cells[:-1])):
        low, high = rest[0][0], rest[-1][0]
        far = odd[0] * _FAR < low or odd[0] > high * _FAR
        if far and high <= low * _SPREAD and not _WHOLE.search(odd[1]):
            message = f"{odd[2].raw} ('{odd[1]}') is of another size than its column"
            proof = f"the others are from {_plain(low)} to {_plain(high)}"
            yield _found(examined, table, _Odd(odd[1], odd[2].raw, message, proof, "info", "low"))


def _plain(value: Decimal) -> str:
    return f"{value:,f}"


def _found(examined: Examined, table: DraftTable, odd: _Odd) -> Finding:
    return find_in_paper(
        examined, "table-odd-value", odd.level, table.line, f"{odd.message}; look at the source",
        note=table.notes[0] if table.notes else None, proof=odd.proof,
        subject=f"{odd.label}: {odd.raw}", confidence=odd.confidence,
    )  # fmt: skip
