"""Made-up papers and records put before single lints."""

from __future__ import annotations

from typing import Any

from footnoted.corpus.draft import note_record
from footnoted.lints.examined import Examined
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft, DraftTable
from footnoted.model.finding import Finding
from footnoted.model.records import ClaimRecord, PaperRecord, SourceRecord
from lintcase import corpus
from lintcase import paper as lake
from paper_help import read


def examine(text: str, *claims: dict[str, Any], **works: dict[str, Any]) -> Examined:
    """Return a paper in Markdown with the corpus that its extraction makes.

    `works` replaces fields of the extracted sources by note (`n3={"type": "speech"}` for the
    first source of note 3); `claims` are the corpus's claims.
    """
    draft = read(text)
    sources = {one.id: one for one in draft.sources}
    for name, fields in works.items():
        note = next(one for one in draft.notes if one.id == name.removeprefix("n"))
        source = next(one.source for one in note.entries if one.source)
        plain = sources[source].model_dump(by_alias=True, exclude_none=True) | fields
        sources[source] = SourceRecord.model_validate(plain)
    return Examined(_corpus(draft, sources, claims), draft)


def _corpus(
    draft: Draft, sources: dict[str, SourceRecord], claims: tuple[dict[str, Any], ...]
) -> Corpus:
    typed = [ClaimRecord.model_validate(one) for one in claims]
    return Corpus(
        folder="claims/made-up",
        digest="",
        paper=draft.paper,
        sources=sources,
        notes={one.id: note_record(one) for one in draft.notes},
        claims={one.id: one for one in typed},
    )


def records(
    *sources: dict[str, Any],
    notes: list[dict[str, Any]] | None = None,
    claims: list[dict[str, Any]] | None = None,
    issued: str | None = None,
) -> Examined:
    """Return a corpus of these records, without its paper; `issued` is the paper's date."""
    made = corpus(claims, notes, [*sources] or None)
    paper = PaperRecord(id="lake", title="The lake", issued=issued)
    return Examined(
        Corpus(
            folder=made.folder,
            digest="",
            paper=paper,
            sources=made.sources,
            notes=made.notes,
            claims=made.claims,
            places=made.places,
        ),
        None,
    )


def cite(note: str, source: str, text: str = "Ash, On lakes", **entry: Any) -> dict[str, Any]:
    """Return a note that cites one source."""
    return {"id": note, "text": text, "entries": [{"source": source, **entry}]}


def table(*rows: str, caption: str | None = None) -> Examined:
    """Return a paper with one table; cells are separated by `|`, the first row is the header."""
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    made = DraftTable(caption, ("2",), cells[0], tuple(cells[1:]), "1", 7)
    return Examined(corpus(), lake(tables=(made,)))


def brief(findings: Any) -> list[tuple[str, str, str | None]]:
    """Return level, confidence and subject (or note, source or claim) of each finding."""
    told: list[Finding] = [*findings]
    return [
        (
            one.level,
            one.confidence,
            one.subject or one.where.note or one.where.source or one.where.claim,
        )
        for one in told
    ]


def of(made: DraftTable) -> Examined:
    """Return a paper with this one table."""
    return Examined(corpus(), lake(tables=(made,)))
