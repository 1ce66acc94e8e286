"""`note-not-in-corpus`: a printed note that is not on record."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_paper
from footnoted.model.finding import Finding


def note_not_in_corpus(examined: Examined) -> Iterator[Finding]:
    """Yield each printed note that is not on record."""
    for note in examined.paper.notes:
        if note.text is not None and note.id not in examined.corpus.notes:
            yield find_in_paper(
                examined, "note-not-in-corpus", "warning", note.line,
                f"note {note.label} is not on record: add it to notes.yaml",
                note=note.id, proof=note.text,
            )  # fmt: skip
