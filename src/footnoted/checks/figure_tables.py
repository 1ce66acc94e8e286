"""Figures in a table's cells, with the headers over and beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from footnoted.model.quantity import Quantity
from footnoted.model.text import Table, TableCell
from footnoted.quantities import Multiplier, header_multiplier, parse_figure
from footnoted.quantities.headers import header_noun
from footnoted.quantities.reading import plain


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A cell's quantity in the text's offsets, its header words outermost first.

    `multiplied` shows how a header's multiplier was applied (`2,874,680 × 1,000 USD`).
    """

    quantity: Quantity
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    multiplied: str | None


_TIME_HEADER = re.compile(r"\b(?:year|date|period|month)s?\b|年份|时间|年度", re.IGNORECASE)
_NUMERIC = re.compile(r"[\s(−–$€£¥%+-]*\d[\d.,\s]*[%)\s]*")
_YEAR = re.compile(r"\s*(?:1[5-9]|20|21)\d{2}(?:[–/-]\d{2,4})?\s*")
_MOST_HEADERS = 8


def cell_figures(content: str, table: Table) -> Iterable[CellFigure]:
    """Return the figures of the cells of `table` that are no headers.

    A number without a unit takes unit and power of ten from the nearest header that gives one,
    else from the caption.
    """
    above = _headers(content, table.cells, by_column=True)
    beside = _headers(content, table.cells, by_column=False)
    for cell in table.cells:
        quantity = None if cell.header else _quantity(content, cell)
        if not quantity:
            continue
        columns = _before(above.get(cell.column, ()), cell.row)
        rows = _before(beside.get(cell.row, ()), cell.column)
        if quantity.kind == "year" and not any(map(_TIME_HEADER.search, columns)):
            quantity = replace(quantity, kind="amount")  # four digits that no header calls a year
        order = (*reversed(columns), *reversed(rows), table.caption or "")
        scaled, multiplied = _multiplied(quantity, order)
        yield CellFigure(scaled, rows, columns, multiplied)


def _quantity(content: str, cell: TableCell) -> Quantity | None:
    found = parse_figure(content[cell.start : cell.end])
    return found and replace(found, start=cell.start + found.start, end=cell.start + found.end)


def _headers(
    content: str, cells: Sequence[TableCell], *, by_column: bool
) -> dict[int, list[tuple[int, str]]]:
    """Return, for each column (row), its header cells as place and words.

    Headers are marked cells and, without marks, the words (or the year) that a column or row
    begins with, up to its first number.
    """
    lines: dict[int, list[tuple[int, str]]] = {}
    closed: set[int] = set()
    for cell in sorted(cells, key=lambda cell: cell.row if by_column else cell.column):
        line, place = (cell.column, cell.row) if by_column else (cell.row, cell.column)
        words = content[cell.start : cell.end].strip()
        leads = line not in closed and (not _is_figure(words) or _heads(words, place))
        if words and (cell.header or leads):
            lines.setdefault(line, []).append((place, words))
        elif words:
            closed.add(line)
    return lines


@lru_cache(maxsize=4096)
def _is_figure(words: str) -> bool:
    """Tell whether a cell is nothing but a figure: `12,345`, `$12m`, `4.5 %`."""
    if _NUMERIC.fullmatch(words):
        return True
    found = parse_figure(words) if any(char.isdigit() for char in words) else None
    return found is not None and found.raw.strip() == words and found.kind in {"amount", "ratio"}


def _heads(words: str, place: int) -> bool:
    """Tell a year that stands first, and so heads its column or row."""
    return place == 0 and _YEAR.fullmatch(words) is not None


def _before(headers: Sequence[tuple[int, str]], place: int) -> tuple[str, ...]:
    """Return the words of the headers before `place`: the outermost, and the nearest."""
    words = [header for at, header in headers if at < place]
    kept = words if len(words) <= _MOST_HEADERS else [*words[:6], *words[-2:]]
    return tuple(dict.fromkeys(kept))


_read_header = lru_cache(maxsize=512)(header_multiplier)


def _multiplied(quantity: Quantity, headers: Sequence[str]) -> tuple[Quantity, str | None]:
    """Apply what the headers, nearest first, say of unit and power of ten."""
    if quantity.kind != "amount" or quantity.unit:
        return quantity, None
    found = _nearest(headers)
    unit = found.unit or next(filter(None, map(header_noun, headers)), None)
    if found.factor == 1 and unit is None:
        return quantity, None
    scaled = replace(
        quantity,
        value=_times(quantity.value, found.factor),
        low=_times(quantity.low, found.factor),
        high=_times(quantity.high, found.factor),
        quantum=quantity.quantum * found.factor,
        unit=unit,
    )
    if found.factor == 1:
        return scaled, None
    shown = f"{quantity.raw} × {Decimal(plain(found.factor)):,f}"
    return scaled, f"{shown} {unit}" if unit else shown


def _nearest(headers: Sequence[str]) -> Multiplier:
    factor, unit = Decimal(1), None
    for header in headers:
        found = _read_header(header)
        if found and unit is None:  # one header speaks; a further one only adds a missing unit
            factor = found.factor if factor == 1 else factor
            unit = found.unit
    return Multiplier(factor, unit)


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor
