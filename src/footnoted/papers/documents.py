"""A draft as the JSON document of `footnoted extract`."""

from __future__ import annotations

from decimal import Decimal

from footnoted.model.documents import (
    ExtractDocument,
    ExtractEntry,
    ExtractFigure,
    ExtractNote,
    ExtractPaper,
    ExtractQuotation,
    ExtractSection,
    ExtractTable,
)
from footnoted.model.draft import Draft, DraftFigure, DraftNote


def to_document(draft: Draft) -> ExtractDocument:
    """Return `draft` as the document that other programs read (DESIGN, machine interface)."""
    return ExtractDocument(
        paper=ExtractPaper(
            id=draft.paper.id,
            title=draft.paper.title,
            author=tuple(str(name) for name in draft.paper.author),
            issued=draft.paper.issued,
            publisher=draft.paper.publisher,
            sha256=draft.paper.sha256 or "",
        ),
        sections=tuple(ExtractSection(label=s.label, title=s.title) for s in draft.sections),
        notes=tuple(_note(note) for note in draft.notes),
        quotations=tuple(
            ExtractQuotation(
                text=q.text, notes=q.notes, speaker=q.speaker, marks=q.marks, place=q.place
            )
            for q in draft.quotations
        ),
        figures=tuple(_figure(figure) for figure in draft.figures),
        tables=tuple(
            ExtractTable(caption=t.caption, notes=t.notes, columns=t.columns, rows=t.rows)
            for t in draft.tables
        ),
    )


def _note(note: DraftNote) -> ExtractNote:
    return ExtractNote(
        id=note.id,
        label=note.label,
        text=note.text,
        status=note.status,
        resolves_to=note.resolves_to,
        candidates=note.candidates,
        section=note.section,
        sentence=note.sentence,
        urls=note.urls,
        entries=tuple(
            ExtractEntry(
                text=entry.text,
                source=entry.source,
                form=entry.form,
                locator=entry.locator,
                resolves_to=entry.resolves_to,
            )
            for entry in note.entries
        ),
    )


def _figure(figure: DraftFigure) -> ExtractFigure:
    quantity = figure.quantity
    return ExtractFigure(
        raw=quantity.raw,
        value=plain(quantity.value),
        low=plain(quantity.low),
        high=plain(quantity.high),
        unit=quantity.unit,
        hedge=quantity.hedge,
        period=figure.period,
        notes=figure.notes,
    )


def plain(number: Decimal | None) -> str | None:
    """Return `number` in plain notation, without an exponent or zeros that say nothing."""
    if number is None:
        return None
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
