"""A made-up paper and corpora over it, for the tests of anchors, corpus and lints."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from footnoted.model.corpus import Corpus, PlaceKey
from footnoted.model.draft import (
    Draft,
    DraftFigure,
    DraftNote,
    DraftQuotation,
    DraftTable,
    Entry,
    Mark,
    Section,
)
from footnoted.model.finding import Finding
from footnoted.model.place import Place
from footnoted.model.quantity import Quantity
from footnoted.model.records import (
    ClaimRecord,
    Exemption,
    NoteRecord,
    NoteStatus,
    PaperRecord,
    SourceRecord,
    Waiver,
)

BODY = (
    "The lake fell by 12 per cent in one year. Fishers call it “a slow goodbye to the water”. "
    "The board spent $4.2bn on dams, and the minister said: “we shall not stop” at last.\n\n"
    "Nothing of this is new. The lake is the third in the valley, and 7 villages lived from it. "
    "The board spent little before."
)
"""Notes 1 (after "goodbye to the water"), 2 (after "dams") and 3 (after "at last")."""


ASH = {"id": "ash", "title": "On lakes", "URL": "http://lakes.example.org/ash", "issued": "2012"}
"""The work that notes 1 and 2 cite."""


def at(words: str) -> int:
    """Return the offset just after `words` in BODY."""
    return BODY.index(words) + len(words)


def mark(note: str, after: str, first: str, last: str) -> Mark:
    """Return a mark after the words `after`, in the sentence from `first` to `last`."""
    return Mark(note, at(after), BODY.index(first), at(last), "1", 5)


def quotation(words: str, *notes: str, **changes: Any) -> DraftQuotation:
    """Return words of BODY as a quotation in double marks."""
    start = BODY.index(words)
    fields: dict[str, Any] = {
        "text": words,
        "notes": notes,
        "speaker": None,
        "marks": "double",
        "place": "body",
        "start": start,
        "end": start + len(words),
        "section": "1",
        "line": 5,
    }
    return DraftQuotation(**(fields | changes))


def figure(raw: str, *notes: str, unit: str | None = None, kind: str = "amount") -> DraftFigure:
    """Return a figure of BODY."""
    start = BODY.index(raw)
    one = Decimal(1)
    quantity = Quantity(raw, start, start + len(raw), one, None, None, one, unit, None, kind)
    return DraftFigure(quantity, None, notes, "1", 5)


def note(
    identity: str,
    text: str | None,
    status: NoteStatus = "ok",
    entries: tuple[Entry, ...] = (),
    candidates: tuple[str, ...] = (),
) -> DraftNote:
    """Return a note of the paper, printed in line 9."""
    return DraftNote(
        id=identity,
        label=identity,
        text=text,
        status=status,
        resolves_to=(),
        candidates=candidates,
        section="1",
        sentence=None,
        urls=(),
        entries=entries,
        line=9,
    )


def paper(**changes: Any) -> Draft:
    """Return the made-up paper as extracted."""
    fields: dict[str, Any] = {
        "file": "lake.md",
        "paper": PaperRecord(id="lake", title="The lake", sha256="a" * 64),
        "body": BODY,
        "sections": (
            Section("1", "The lake", 0, BODY.index("Nothing")),
            Section("2", "The valley", BODY.index("Nothing"), len(BODY)),
        ),
        "marks": (
            mark("1", "to the water”", "Fishers", "to the water”."),
            mark("2", "on dams", "The board spent $", "at last."),
            mark("3", "at last", "The board spent $", "at last."),
        ),
        "notes": (
            note("1", "Ash, On lakes", entries=(Entry("Ash, On lakes", "full", source="ash"),)),
            note("2", "Ibid, p 3", entries=(Entry("Ibid", "ibid", "p 3", "ash", "1"),)),
            note("3", None, "missing"),
        ),
        "quotations": (
            quotation("a slow goodbye to the water", "1", speaker="Fishers"),
            quotation("we shall not stop", "3"),
        ),
        "figures": (
            figure("12 per cent", unit="%"),
            figure("$4.2bn", "2", unit="USD"),
            figure("third", kind="ordinal"),
            figure("7 villages"),
        ),
        "tables": (DraftTable(None, ("2",), ("Year", "Level"), (("1990", "31.5"),), "1", 7),),
        "sources": (SourceRecord(id="ash", title="On lakes", url="http://lakes.example.org/ash"),),
    }
    return Draft(**(fields | changes))


def corpus(
    claims: list[dict[str, Any]] | None = None,
    notes: list[dict[str, Any]] | None = None,
    sources: list[dict[str, Any]] | None = None,
    **others: list[dict[str, Any]],
) -> Corpus:
    """Return a corpus of these records; its places are `<kind>.yaml:<number>:1`."""
    if notes is None:
        notes = [
            {"id": "1", "text": "Ash, On lakes", "entries": [{"source": "ash"}]},
            {
                "id": "2",
                "text": "Ibid, p 3",
                "entries": [{"source": "ash", "form": "ibid", "locator": "p 3"}],
            },
            {"id": "3", "status": "missing"},
        ]
    typed_claims = [ClaimRecord.model_validate(one) for one in claims or []]
    typed_notes = [NoteRecord.model_validate(one) for one in notes]
    typed_sources = [SourceRecord.model_validate(one) for one in sources or [ASH]]
    places: dict[PlaceKey, Place] = {("paper",): Place("paper.yaml")}
    ids = {
        "claims": [one.id for one in typed_claims],
        "notes": [one.id for one in typed_notes],
        "sources": [one.id for one in typed_sources],
    }
    for kind, names in ids.items():
        for number, name in enumerate(names, start=1):
            places[kind, name] = Place(f"{kind}.yaml", number)
    for kind, plain in others.items():
        for number in range(len(plain)):
            places[kind, number] = Place(f"{kind}.yaml", number + 1)
    return Corpus(
        folder="claims/lake",
        digest="",
        paper=PaperRecord(id="lake", title="The lake", sha256="a" * 64),
        sources={one.id: one for one in typed_sources},
        notes={one.id: one for one in typed_notes},
        claims={one.id: one for one in typed_claims},
        exemptions=tuple(Exemption.model_validate(one) for one in others.get("exemptions", [])),
        waivers=tuple(Waiver.model_validate(one) for one in others.get("waivers", [])),
        places=places,
    )


def claim(identity: str, start: str, end: str | None = None, **fields: Any) -> dict[str, Any]:
    """Return a reviewed claim anchored from `start` to `end`."""
    anchor = {"start": start} | ({"end": end} if end else {})
    reviewed = {"by": "mk", "on": "2026-11-24"}
    return {"id": identity, "says": "Words of ours.", "at": anchor, "reviewed": reviewed, **fields}


def said(findings: list[Finding] | tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    """Return level, place and message of each finding."""
    return [
        (one.level, f"{one.where.file}:{one.where.line}:{one.where.column}", one.message)
        for one in findings
    ]
