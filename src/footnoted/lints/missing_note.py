"""`missing-note`: a mark in the text whose note is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def missing_note(examined: Examined) -> Iterator[Finding]:
    """Yield each mark whose note is not printed."""
    for note in examined.corpus.notes.values():
        if note.status != "missing":
            continue
        message = f"note {note.label or note.id} is marked in the text, but not printed"
        yield find_in_record(
            examined, "missing-note", "error", ("notes", note.id, "status"), message
        )
