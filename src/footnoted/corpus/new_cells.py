"""A table's numbers as claims to be completed, each with its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.corpus.names import slug
from footnoted.model.draft import Draft, DraftTable
from footnoted.model.records import Cell, ClaimRecord, FigureRecord
from footnoted.quantities import parse_figure
from footnoted.quantities.headers import header_multiplier

_ASIDE = re.compile(r"\s*\([^()]*\)")
_ID_WORDS = 16


def cells_on_note(draft: Draft, place: ClaimRecord) -> Iterator[ClaimRecord]:
    """Yield a claim for each number of the tables that hang on a note of `place`.

    `place` is the draft claim of the table's mark: anchor and note are its own. The first column
    names the rows. Where a column's header (else the caption) gives a scale or unit that the
    printed number lacks, value and unit are written.
    """
    for table in draft.tables:
        if not set(table.notes) & set(place.note):
            continue
        for row in table.rows:
            for column, raw in enumerate(row[1:], start=1):
                figure = _figure(table, row[0], column, raw)
                if figure and figure.cell:
                    name = slug(f"{place.id} {figure.cell.row} {figure.cell.column}", _ID_WORDS)
                    yield place.model_copy(update={"id": name, "figures": (figure,)})


def _figure(table: DraftTable, row: str, column: int, raw: str) -> FigureRecord | None:
    """Return the figure of a cell, None where the cell has no number or its headers no words."""
    header = table.columns[column] if column < len(table.columns) else ""
    named = " ".join(_ASIDE.sub("", header).split()) or header.strip()
    if not (any(char.isdigit() for char in raw) and row.strip() and named):
        return None
    return FigureRecord(raw=raw, cell=Cell(row=row, column=named), **_scaled(table, header, raw))


def _scaled(table: DraftTable, header: str, raw: str) -> dict[str, str]:
    """Return value and unit as the header makes them, where the raw words do not say so."""
    multiplier = header_multiplier(header) or header_multiplier(table.caption or "")
    read = parse_figure(raw)
    if multiplier is None or read is None or read.value is None or read.unit:
        return {}
    scaled = {"value": f"{read.value * multiplier.factor:f}"} if multiplier.factor != 1 else {}
    return scaled | ({"unit": multiplier.unit} if multiplier.unit else {})
