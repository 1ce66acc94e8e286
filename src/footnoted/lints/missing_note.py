"""`missing-note`: a mark in the text whose note is not printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding
from footnoted.model.records import NoteRecord


def missing_note(examined: Examined) -> Iterator[Finding]:
    """Yield each mark whose note is not printed; the proof names the notes printed around it."""
    notes = tuple(examined.corpus.notes.values())
    for at, note in enumerate(notes):
        if note.status != "missing":
            continue
        message = f"note {_label(note)} is marked in the text, but not printed"
        key, proof = ("notes", note.id, "status"), _around(notes, at)
        yield find_in_record(examined, "missing-note", "error", key, message, proof=proof)


def _around(notes: Sequence[NoteRecord], at: int) -> str | None:
    """Return the printed notes before and after a missing one, as the paper labels them."""
    before = (one for one in reversed(notes[:at]) if one.status != "missing")
    after = (one for one in notes[at + 1 :] if one.status != "missing")
    beside = [(word, next(found, None)) for word, found in (("before", before), ("after", after))]
    told = [f"{word} it note {_label(note)}" for word, note in beside if note]
    return f"printed: {', '.join(told)}" if told else None


def _label(note: NoteRecord) -> str:
    return note.label or note.id
