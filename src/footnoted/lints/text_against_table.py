"""`text-against-table`: a figure of the text that is not the one of the paper's own table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from footnoted.lints.examined import Examined, find_in_paper
from footnoted.lints.grids import Cell, Grid, Line, read_grid
from footnoted.model.draft import DraftFigure, DraftTable
from footnoted.model.finding import Finding
from footnoted.model.quantity import Quantity
from footnoted.quantities import compare_quantity, header_multiplier

_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_IDLE = frozenset(
    [
        "value",
        "values",
        "total",
        "year",
        "annual",
        "data",
        "thousand",
        "million",
        "billion",
        "dollars",
        "with",
        "from",
        "this",
        "that",
        "country",
        "percent",
        "change",
        "share",
        "number",
        "amount",
        "volume",
    ]
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A cell of a table as a quantity: its row, its column, and the years it may be of."""

    table: DraftTable
    row: str
    column: str
    words: frozenset[str]
    years: frozenset[str]
    quantity: Quantity


def text_against_table(examined: Examined) -> Iterator[Finding]:
    """Yield figures whose sentence names a row and a column of a table, and not its number.

    The same currency or unit, the same year and a value within half and double are asked for:
    whatever is further off is taken for another thing.
    """
    entries = _entries(examined)
    for figure in examined.paper.figures if entries else ():
        sentence = _sentence(examined, figure)
        for entry in _fitting(entries, figure, sentence):
            outcome = compare_quantity(figure.quantity, entry.quantity)
            if outcome.verdict == "disagrees" and _within(figure.quantity, entry.quantity):
                message = (
                    f"'{figure.quantity.raw}' is not what the table in line {entry.table.line} has "
                    f"for '{entry.row}', '{entry.column}': correct one of them"
                )
                yield find_in_paper(
                    examined, "text-against-table", "warning", figure.line, message,
                    note=figure.notes[0] if figure.notes else None, proof=outcome.line,
                    subject=figure.quantity.raw, confidence="medium",
                )  # fmt: skip


def _entries(examined: Examined) -> dict[str, list[_Entry]]:
    """Return the cells by the first word of their row."""
    entries: dict[str, list[_Entry]] = {}
    for table in examined.paper.tables:
        grid = read_grid(table)
        for line in grid.lines if grid else ():
            for number, cell in enumerate(line.cells):
                if (
                    grid
                    and cell
                    and (entry := _entry(table, grid, line, grid.labels[number], cell))
                ):
                    entries.setdefault(entry.row.split()[0].lower(), []).append(entry)
    return entries


def _entry(table: DraftTable, grid: Grid, line: Line, row: str, cell: Cell) -> _Entry | None:
    reads = header_multiplier(line.name) or header_multiplier(grid.caption)
    unit = "%" if cell.unit == "%" else reads.unit if reads else None
    words = frozenset(word.lower() for word in _WORDS.findall(line.name)) - _IDLE
    if unit is None or not words or not _WORDS.search(row):
        return None
    factor = reads.factor if reads and unit != "%" else Decimal(1)
    years = frozenset(_YEAR.findall(line.name) or _YEAR.findall(grid.caption))
    quantity = Quantity(
        cell.raw, 0, len(cell.raw), cell.value * factor, None, None, cell.step * factor, unit
    )
    return _Entry(table, row, line.name, words, years, quantity)


def _fitting(entries: dict[str, list[_Entry]], figure: DraftFigure, sentence: str) -> list[_Entry]:
    """Return the only cell that the sentence may speak of, or none."""
    if figure.quantity.kind != "amount" or figure.quantity.value is None or not figure.period:
        return []
    said = {word.lower() for word in re.findall(r"\w+", sentence)}
    rows = {
        entry.row: entry for word in said for entry in entries.get(word, ())
        if set(re.findall(r"\w+", entry.row.lower())) <= said
    }  # fmt: skip
    if len(rows) != 1:
        return []
    row = next(iter(rows))
    near = [
        entry for entry in entries[row.split()[0].lower()]
        if entry.row == row and entry.quantity.unit == figure.quantity.unit
        and entry.years == frozenset(_YEAR.findall(figure.period))
    ]  # fmt: skip
    named = [entry for entry in near if _first_word(entry.column) in said]
    return named if len(named) == 1 else []


def _first_word(column: str) -> str:
    words = [word.lower() for word in _WORDS.findall(column)]
    return words[0].removesuffix("s") if words else ""


def _sentence(examined: Examined, figure: DraftFigure) -> str:
    body = examined.paper.body
    start = max(
        body.rfind(". ", 0, figure.quantity.start) + 1, body.rfind("\n\n", 0, figure.quantity.start)
    )
    ends = [
        at
        for at in (body.find(". ", figure.quantity.end), body.find("\n\n", figure.quantity.end))
        if at >= 0
    ]
    return body[max(start, 0) : min(ends, default=len(body))]


def _within(one: Quantity, other: Quantity) -> bool:
    if not one.value or not other.value:
        return False
    apart = abs(one.value - other.value)
    if apart <= one.quantum + other.quantum:
        return False  # rounded twice
    return Decimal("0.5") < abs(one.value / other.value) < 2
