"""`second-hand-not-marked`: "quoted in" in a note, and nothing of it on record."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.citations.parts import QUOTED_IN
from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def second_hand_not_marked(examined: Examined) -> Iterator[Finding]:
    """Yield each note that says it quotes from another work where its records do not say so."""
    for note in examined.corpus.notes.values():
        said = QUOTED_IN.search(note.text or "")
        if said is None or any(entry.form == "quoted_in" for entry in note.entries):
            continue
        works = [examined.corpus.sources.get(entry.source or "") for entry in note.entries]
        if any(work and work.quoted_in for work in works):
            continue
        words = said.group().strip(" ,(")
        message = (
            f"note {note.label or note.id} says '{words}', but no record does: give the work its "
            "'quoted-in', or the entry the form 'quoted_in'"
        )
        yield find_in_record(
            examined, "second-hand-not-marked", "warning", ("notes", note.id, "entries"), message,
            proof=note.text,
        )  # fmt: skip
