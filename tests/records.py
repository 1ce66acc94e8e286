"""Small corpora for tests, made in a line each."""

from __future__ import annotations

from collections.abc import Iterable

from footnoted.model.corpus import ClaimFile, Corpus
from footnoted.model.records import (
    ClaimRecord,
    EntryRecord,
    NoteRecord,
    PaperRecord,
    SourceRecord,
)


def claim(ident: str = "c", **fields: object) -> ClaimRecord:
    """Return a claim record; what is not given is as short as can be."""
    return ClaimRecord.model_validate(
        {"id": ident, "says": f"{ident} is so.", "at": {"start": "Some words"}, **fields}
    )


def note(ident: str, *sources: str, **fields: object) -> NoteRecord:
    """Return a note that cites `sources` in full."""
    entries = tuple(EntryRecord(source=source) for source in sources)
    text = None if fields.get("status") == "missing" else f"Note {ident}."
    return NoteRecord.model_validate({"id": ident, "text": text, "entries": entries, **fields})


def source(ident: str, url: str | None = None, **fields: object) -> SourceRecord:
    """Return a source at `url`, or a printed one."""
    medium = "web" if url else "print"
    return SourceRecord.model_validate({"id": ident, "URL": url, "medium": medium, **fields})


def corpus(
    claims: Iterable[ClaimRecord] = (),
    notes: Iterable[NoteRecord] = (),
    sources: Iterable[SourceRecord] = (),
    issued: str | None = "2013-10",
) -> Corpus:
    """Return a corpus of these records, in one claims file."""
    found = {one.id: one for one in claims}
    return Corpus(
        folder="claims/p",
        digest="0" * 64,
        paper=PaperRecord(id="p", title="A paper", issued=issued),
        sources={one.id: one for one in sources},
        notes={one.id: one for one in notes},
        claims=found,
        files=(ClaimFile("01-first.yaml", tuple(found)),),
    )
