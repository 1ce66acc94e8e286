"""`uncovered-note`: a note, printed or only marked, that no reviewed claim names."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import uncovered
from footnoted.lints.covered import notes
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


def uncovered_note(examined: Examined) -> Iterator[Finding]:
    """Yield each note, printed or only marked, that no reviewed claim names."""
    return uncovered(examined, "uncovered-note", "warning", "note {}", notes(examined))
