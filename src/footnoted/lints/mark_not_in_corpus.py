"""`mark-not-in-corpus`: a mark without a printed note, and not on record."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_paper
from footnoted.model.finding import Finding


def mark_not_in_corpus(examined: Examined) -> Iterator[Finding]:
    """Yield each mark without a printed note of which the corpus says nothing."""
    for note in examined.paper.notes:
        if note.text is None and note.id not in examined.corpus.notes:
            message = (
                f"the mark of note {note.label}, which is not printed, is not on record: add the "
                "note to notes.yaml as 'status: missing'"
            )
            yield find_in_paper(
                examined, "mark-not-in-corpus", "warning", note.line, message, note=note.id
            )
