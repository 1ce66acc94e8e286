"""`note-text-differs`: a note on record in other words than the printed ones."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record, folded, or_not_printed
from footnoted.model.finding import Finding


def note_text_differs(examined: Examined) -> Iterator[Finding]:
    """Yield each note whose text on record is not the printed one."""
    for name, note in examined.corpus.notes.items():
        printed = examined.printed.get(name)
        if printed is None or note.text is None:
            continue  # a note on record as missing: `note-status-differs` tells
        if folded(note.text) != folded(printed.text):
            message = f"the text of note {name} is not the printed one: copy it from the paper"
            proof = f"on record: {note.text}; printed: {or_not_printed(printed.text)}"
            key = ("notes", name, "text")
            yield find_in_record(examined, "note-text-differs", "error", key, message, proof=proof)
