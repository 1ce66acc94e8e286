"""Every part of the paper with what covers it: what `uncovered-…` tells and coverage counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.anchors import Span
from footnoted.lints.coverage import Covered, Part, judge
from footnoted.lints.covering import (
    holds_cell,
    holds_figure,
    holds_mark,
    holds_words,
    names_date,
    names_number,
)
from footnoted.lints.examined import Examined
from footnoted.model.coverage import PartKind
from footnoted.model.draft import DraftFigure, DraftNote, DraftQuotation
from footnoted.model.records import ClaimRecord, Exemption


def notes(examined: Examined) -> Iterator[Covered]:
    """Yield each note, printed or only marked; a claim has it that names it.

    It is exempt where every mark of it stands in, or just behind, an exempted stretch.
    """
    holders = _by_note(examined)
    for one in examined.paper.notes:
        part = Part("note", one.label, None, one.section or "", one.line, (one.id,))
        yield judge(examined, part, holders.get(one.id, ()), _exempted_note(examined, one))


def _by_note(examined: Examined) -> dict[str, list[ClaimRecord]]:
    holders: dict[str, list[ClaimRecord]] = {}
    for claim in examined.corpus.claims.values():
        for name in claim.note:
            holders.setdefault(name, []).append(claim)
    return holders


def _exempted_note(examined: Examined, note: DraftNote) -> tuple[Exemption, ...]:
    marks = examined.marks.get(note.id, [])
    found = [next(examined.exemptions_around(mark.at, mark.at), None) for mark in marks]
    return (found[0],) if found and found[0] and all(found) else ()


def marks(examined: Examined) -> Iterator[Covered]:
    """Yield each mark of a note; a claim has it that names the note and stands at the mark."""
    holders = _by_note(examined)
    for one in examined.paper.marks:
        span = (one.at, one.at) if one.end > one.start else None
        part = Part("mark", one.note, span, one.section, one.line, (one.note,))
        claims = (claim for claim in holders.get(one.note, ()) if holds_mark(examined, claim, one))
        yield judge(examined, part, claims, examined.exemptions_around(one.at, one.at))


def quotations(examined: Examined) -> Iterator[Covered]:
    """Yield the quotations in double marks that the running text has."""
    return _quotations(examined, due=True)


def single_quotations(examined: Examined) -> Iterator[Covered]:
    """Yield what the running text has in single marks: quotations, names and scare quotes."""
    return _quotations(examined, due=False)


def _quotations(examined: Examined, *, due: bool) -> Iterator[Covered]:
    kind: PartKind = "quotation" if due else "single-quotation"
    for one in examined.paper.quotations:
        if one.due == due and one.place == "body":
            part = Part(
                kind, one.text, (one.start, one.end), one.section or "", one.line, one.notes
            )
            around = examined.claims_around(one.start, one.end)
            yield judge(examined, part, (claim for claim in around if _has(claim, one)))


def _has(claim: ClaimRecord, one: DraftQuotation) -> bool:
    return any(holds_words(record.text, one.text) for record in claim.quotations)


def figures(examined: Examined) -> Iterator[Covered]:
    """Yield the figures that are due: in digits, or with a currency or per cent."""
    for one in examined.paper.figures:
        if one.due:
            span = _place(one)
            claims = (
                claim
                for claim in examined.claims_around(*span)
                if holds_figure(examined, claim, span)
            )
            yield judge(examined, _figure(one, "figure", one.quantity.raw), claims)


def counts(examined: Examined) -> Iterator[Covered]:
    """Yield number words that count or rank; a claim's own statement may name the number."""
    for one in examined.paper.figures:
        if one.counts:
            span = _place(one)
            claims = (
                claim
                for claim in examined.claims_around(*span)
                if names_number(claim, one.quantity) or holds_figure(examined, claim, span)
            )
            yield judge(
                examined, _figure(one, "count", _whole_word(examined.paper.body, one)), claims
            )


def _figure(one: DraftFigure, kind: PartKind, words: str) -> Part:
    return Part(kind, " ".join(words.split()), _place(one), one.section, one.line, one.notes)


def _whole_word(body: str, one: DraftFigure) -> str:
    """Return the figure with the rest of its word: `second-largest`, not `second`."""
    start, end = _place(one)
    rest = re.match(r"(?:[-–]?\w)*", body[end:])
    return body[start : end + (rest.end() if rest else 0)]


def _place(one: DraftFigure) -> Span:
    return one.quantity.start, one.quantity.end


def dates(examined: Examined) -> Iterator[Covered]:
    """Yield the dates of the running text; a claim around it names the year somewhere."""
    for one in examined.paper.dates:
        part = Part("date", one.text, (one.start, one.end), one.section, one.line, one.notes)
        around = examined.claims_around(one.start, one.end)
        yield judge(examined, part, (claim for claim in around if names_date(claim, one)))


def cells(examined: Examined) -> Iterator[Covered]:
    """Yield the numbers in tables; a claim on a note of the table has it as a figure.

    The first column names the rows: it is no number of its own. A table without a note hangs on
    no source, and any claim may have its cells.
    """
    for at, table in enumerate(examined.paper.tables):
        for row, texts in enumerate(table.rows):
            for column, text in enumerate(texts):
                if column and any(char.isdigit() for char in text):
                    part = Part(
                        "cell", text, None, table.section, table.line, table.notes,
                        (at, row, column),
                    )  # fmt: skip
                    claims = (
                        claim
                        for claim in examined.corpus.claims.values()
                        if holds_cell(claim, table, row, column)
                    )
                    yield judge(examined, part, claims)


def sentences(examined: Examined) -> Iterator[Covered]:
    """Yield the sentences that hang on a note; a claim has one that its anchor touches."""
    known: set[Span] = set()
    for mark in examined.paper.marks:
        span = (mark.start, mark.end)
        if mark.start < mark.end and span not in known:
            known.add(span)
            words = " ".join(examined.paper.body[mark.start : mark.end].split())
            part = Part("sentence", words, span, mark.section, mark.line, (mark.note,))
            claims = (
                examined.corpus.claims[name]
                for name, (start, end) in examined.anchored.items()
                if start < mark.end and mark.start < end
            )
            yield judge(examined, part, claims)


def all_parts(examined: Examined) -> list[Covered]:
    """Return every part of the paper with what covers it, kind by kind."""
    kinds = (
        notes, marks, quotations, single_quotations, figures, counts, dates, cells, sentences
    )  # fmt: skip
    return [one for kind in kinds for one in kind(examined)]
