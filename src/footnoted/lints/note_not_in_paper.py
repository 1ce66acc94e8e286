"""`note-not-in-paper`: a note on record that the paper does not have."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def note_not_in_paper(examined: Examined) -> Iterator[Finding]:
    """Yield each note on record that the paper neither prints nor marks."""
    for name in examined.corpus.notes:
        if name not in examined.printed:
            message = f"the paper has no note {name}: correct its id, or take it out"
            yield find_in_record(
                examined, "note-not-in-paper", "error", ("notes", name, "id"), message
            )
