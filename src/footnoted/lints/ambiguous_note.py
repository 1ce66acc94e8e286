"""`ambiguous-note`: a short form that may mean several works."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def ambiguous_note(examined: Examined) -> Iterator[Finding]:
    """Yield each short form that may mean several works, and the notes that cite them."""
    for note in examined.corpus.notes.values():
        if note.status != "ambiguous":
            continue
        candidates = [one for entry in note.entries for one in entry.candidates]
        listed = " or ".join(dict.fromkeys(candidates))
        may = f": note {listed} may be meant" if listed else ""
        message = f"note {note.label or note.id} has a short form that may mean several works{may}"
        key = ("notes", note.id, "status")
        yield find_in_record(examined, "ambiguous-note", "warning", key, message, proof=note.text)
