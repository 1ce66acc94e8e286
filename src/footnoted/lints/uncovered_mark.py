"""`uncovered-mark`: a mark of a note at which no reviewed claim stands."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import uncovered
from footnoted.lints.covered import marks
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


def uncovered_mark(examined: Examined) -> Iterator[Finding]:
    """Yield each mark at whose place no reviewed claim names its note."""
    return uncovered(examined, "uncovered-mark", "info", "the mark of note {}", marks(examined))
