"""`uncovered-cell`: a number in a table that no reviewed claim has."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import uncovered
from footnoted.lints.covered import cells
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


def uncovered_cell(examined: Examined) -> Iterator[Finding]:
    """Yield each number in a table that no reviewed claim on its note has."""
    return uncovered(examined, "uncovered-cell", "info", "the table's '{}'", cells(examined))
