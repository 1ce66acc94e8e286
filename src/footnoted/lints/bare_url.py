"""`bare-url`: a note that gives an address and little else."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.citations import find_dates, find_urls
from footnoted.lints.citing import without_urls
from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding
from footnoted.model.records import NoteRecord

_FEW = 3


def bare_url(examined: Examined) -> Iterator[Finding]:
    """Yield each note that is an address with at most a name, or whose work has no title."""
    for note in examined.corpus.notes.values():
        if not note.text or not find_urls(note.text):
            continue
        words = without_urls(note)
        if len(words.split()) <= _FEW and not find_dates(words):
            yield _found(examined, note, "only an address" if not words else f"only '{words}'")
            continue
        for entry in note.entries:
            work = examined.corpus.sources.get(entry.source or "")
            if entry.form == "full" and work and work.url and not work.title:
                yield _found(examined, note, f"no title for source '{work.id}'")
                break


def _found(examined: Examined, note: NoteRecord, what: str) -> Finding:
    message = (
        f"note {note.label or note.id} has {what}: when the address fails, nobody can tell what "
        "was cited; give author, title and date"
    )
    key = ("notes", note.id, "text")
    return find_in_record(examined, "bare-url", "warning", key, message, proof=note.text)
