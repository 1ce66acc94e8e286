"""`note-status-differs`: a note held for another state than the paper shows."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record, or_not_printed
from footnoted.model.finding import Finding


def note_status_differs(examined: Examined) -> Iterator[Finding]:
    """Yield each note that the corpus holds for another state than the paper shows."""
    for name, note in examined.corpus.notes.items():
        printed = examined.printed.get(name)
        if printed and note.status != printed.status:
            message = (
                f"note {name} is '{note.status}' on record, but reads as '{printed.status}' in "
                "the paper: correct it, or waive this and say why"
            )
            may = f"; it may mean note {' or '.join(printed.candidates)}" * bool(printed.candidates)
            key = ("notes", name, "status")
            yield find_in_record(
                examined, "note-status-differs", "warning", key, message,
                proof=f"printed: {or_not_printed(printed.text)}{may}",
            )  # fmt: skip
