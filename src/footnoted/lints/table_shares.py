"""`table-shares`: shares of a whole that do not add up to 100."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from footnoted.lints.examined import Examined, find_in_paper
from footnoted.lints.grids import Cell, Grid, Line, read_grid
from footnoted.lints.tallies import is_total, sum_of
from footnoted.model.finding import Finding

_SHARE = re.compile(
    r"\bshares?\b|\bdistribution\b|\bbreakdown\b|\bproportion\b|(?:%|per ?cent(?:age)?)"
    r" of (?:the )?total",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\bchange\b|\bgrowth\b|\brate\b|year on year|\bmultiple\b|\bmore than one\b|\btop\b|\bmain\b"
    r"|\blargest\b|\bmajor\b|\bselected\b|\bof which\b|\bincluding\b",
    re.IGNORECASE,
)
_NEAR = Decimal(10)
_LEAST = 3


def table_shares(examined: Examined) -> Iterator[Finding]:
    """Yield each column or row of shares whose sum is near 100 and yet beyond rounding.

    Told where a header, label or caption speaks of shares, or a total says 100.
    """
    for table in examined.paper.tables:
        grid = read_grid(table)
        for way in (grid, grid.turned()) if grid else ():
            for line in way.lines:
                if why := _off(way, line):
                    message = (
                        f"the shares of '{line.name}' add up to {why[0]}, not 100: correct a cell, "
                        "or say what is left out"
                    )
                    yield find_in_paper(
                        examined, "table-shares", "warning", table.line, message,
                        note=table.notes[0] if table.notes else None, proof=why[1],
                        subject=line.name, confidence="medium",
                    )  # fmt: skip


def _off(grid: Grid, line: Line) -> tuple[str, str] | None:
    words = f"{line.name} {grid.caption}"
    if _OTHERWISE.search(" ".join([words, *grid.labels])) or None in line.cells:
        return None
    labelled = [*zip(line.cells, grid.labels, strict=True)]
    totals = [cell for cell, label in labelled if cell and is_total(label)]
    parts = [cell for cell, label in labelled if cell and not is_total(label)]
    hundred = bool(totals) and all(cell.value == 100 for cell in totals)
    if len(parts) < _LEAST or not (hundred or (_SHARE.search(words) and _per_cent(grid, line))):
        return None
    if any(cell.value < 0 or cell.value > 100 for cell in parts):
        return None
    total, room = sum_of(parts), _room(parts)
    if room < abs(total - 100) <= _NEAR:
        return f"{total:f}", f"{' + '.join(cell.raw for cell in parts)} = {total:f}"
    return None


def _per_cent(grid: Grid, line: Line) -> bool:
    all_rates = len(grid.rates) == len(grid.labels)
    return all_rates or line.rate or any(cell.unit == "%" for cell in line.present)


def _room(parts: list[Cell]) -> Decimal:
    return sum((cell.step for cell in parts), Decimal(0)) / 2
