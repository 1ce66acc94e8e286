"""Queries about notes that are not printed, or whose short form does not lead to one work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from footnoted.model.report import FindingDoc, NoteDoc, Report
from footnoted.reports.author.places import Places
from footnoted.reports.author.query import Query, Words, joined, note_names, plain, quoted
from footnoted.reports.visible import clipped

_CANDIDATES = re.compile(r": notes? (.+) may be meant$")
_LATER = re.compile(r"only later, in notes? (.+?): cite it in full")
_LISTED = 3


def note_queries(report: Report, places: Places) -> Iterator[Query]:
    """Yield a query for each note that is missing, dangling or ambiguous, and not waived.

    *Ibid* after an ambiguous note is the same question; a short form that leads to a later note
    is one question with its not leading to an earlier one.
    """
    asked: set[str] = set()
    for number, note in enumerate(report.notes):
        if note.status == "ok" or note.id in asked or _waived(places, note):
            continue
        row = [note]
        if note.status == "ambiguous":
            row += _following(report, places, number)
        asked |= {one.id for one in row}
        yield _WRITE[note.status](report, places, row)
    yield from _forward(report, places, asked)


def _waived(places: Places, note: NoteDoc) -> bool:
    rule = f"{note.status}-note"
    return any(one.rule == rule and one.where.note == note.id for one in places.waived)


def _following(report: Report, places: Places, number: int) -> Iterator[NoteDoc]:
    """Yield the notes that say *ibid* of the ambiguous one, in a row after it."""
    for note in report.notes[number + 1 :]:
        forms = {entry.form for entry in note.entries}
        if note.status != "ambiguous" or forms != {"ibid"} or _waived(places, note):
            return
        yield note


def _statements(places: Places, notes: Iterable[NoteDoc]) -> tuple[str, ...]:
    idents = dict.fromkeys(ident for note in notes for ident in note.claims)
    says = [one.says for one in places.claims(idents) if one.says]
    left = len(says) - _LISTED
    return (*says[:_LISTED], *((f"(and {left} more)",) if left > 0 else ()))


def _missing(_: Report, places: Places, row: list[NoteDoc]) -> Query:
    note = row[0]
    return Query(
        heading="A note is marked in the text, but not printed",
        notes=tuple(row),
        statements=_statements(places, row),
        question=(
            f"The text has the mark {note.label}, but no note is printed for it. Could you give "
            "us the note, or may we take the mark out?"
        ),
        evidence=(plain(f"The mark {note.label} stands in the text; its note does not."),),
    )


def _dangling(report: Report, places: Places, row: list[NoteDoc]) -> Query:
    note = row[0]
    seen = [plain("No note before this one cites a work of that name.")]
    later = [
        found[1]
        for one in report.findings
        if one.rule == "forward-short-form" and one.where.note == note.id and not one.waived
        if (found := _LATER.search(one.message))
    ]
    options = _cited(places, later)
    if options:
        seen += [plain("A later note may be meant:"), *options]
    return Query(
        heading="A short form leads to no work cited before",
        notes=tuple(row),
        statements=_statements(places, row),
        question=(
            "The short form in this note does not lead to a work that an earlier note cites in "
            "full. Could you give us the full citation?"
        ),
        evidence=tuple(seen),
    )


def _ambiguous(report: Report, places: Places, row: list[NoteDoc]) -> Query:
    told = [
        found[1]
        for one in report.findings
        if one.rule == "ambiguous-note" and one.where.note == row[0].id
        if (found := _CANDIDATES.search(one.message))
    ]
    options = _cited(places, told[:1])
    seen = (plain("It may mean one of these:"), *options) if options else _own_words(row)
    also = (
        f" {note_names(row[1:]).capitalize()} then "
        f"{'follow' if len(row) > 2 else 'follows'} from it."
        if len(row) > 1
        else ""
    )
    return Query(
        heading="A short form may mean more than one work",
        notes=tuple(row),
        statements=_statements(places, row),
        question=(
            f"The short form in note {row[0].label} may mean more than one work. Which one is "
            f"meant? We would then add a word of its title.{also}"
        ),
        evidence=seen,
    )


def _own_words(row: list[NoteDoc]) -> tuple[Words, ...]:
    text = row[0].text
    return (plain(f"The note as printed: {quoted(clipped(text or '', 300))}"),)


_WRITE = {"missing": _missing, "dangling": _dangling, "ambiguous": _ambiguous}


def _cited(places: Places, told: Iterable[str]) -> list[Words]:
    """Return the notes named in `22 or 89`, each with its printed text."""
    labels = [one for text in told for one in re.split(r", | or | and ", text)]
    notes = [(label, places.note(label)) for label in labels]
    return [
        plain(f"Note {note.label}: {clipped(note.text or '(not printed)', 300)}")
        for _, note in notes
        if note
    ]


def _forward(report: Report, places: Places, asked: set[str]) -> Iterator[Query]:
    for one in report.findings:
        if one.rule == "forward-short-form" and not _left_out(one, asked):
            note, found = places.note(one.where.note or ""), _LATER.search(one.message)
            if note is None or found is None:
                continue
            options = _cited(places, [found[1]])
            yield Query(
                heading="A work is cited in short before it is cited in full",
                notes=(note,),
                statements=_statements(places, [note]),
                question=(
                    "This note cites a work in short that is cited in full only later, in note "
                    f"{joined(re.split(', | or ', found[1]), 'or')}. May we give it in full here?"
                ),
                evidence=(*options,) or _own_words([note]),
                proposal=_in_full(places, found[1], note),
            )


def _left_out(finding: FindingDoc, asked: set[str]) -> bool:
    return finding.waived or finding.level == "info" or finding.where.note in asked


def _in_full(places: Places, told: str, note: NoteDoc) -> tuple[Words, ...]:
    """Propose the later note's own text where one note is meant and cites nothing else."""
    later = places.note(told)
    if later is None or later.text is None or len(later.entries) != 1 or len(note.entries) != 1:
        return ()
    return (plain(f"Note {note.label}: {later.text}"),)
