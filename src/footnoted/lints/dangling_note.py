"""`dangling-note`: a short form that leads to no work cited before it."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def dangling_note(examined: Examined) -> Iterator[Finding]:
    """Yield each short form that leads to no work cited before it."""
    for note in examined.corpus.notes.values():
        if note.status != "dangling":
            continue
        message = (
            f"note {note.label or note.id} has a short form that leads to no work cited before it"
        )
        key = ("notes", note.id, "status")
        yield find_in_record(examined, "dangling-note", "error", key, message, proof=note.text)
