"""`uncovered-note`: a note, printed or only marked, that no reviewed claim names."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import lacking
from footnoted.lints.examined import Examined, find_in_paper
from footnoted.model.draft import DraftNote
from footnoted.model.finding import Finding
from footnoted.model.records import ClaimRecord


def uncovered_note(examined: Examined) -> Iterator[Finding]:
    """Yield each note, printed or only marked, that no reviewed claim names."""
    holders: dict[str, list[ClaimRecord]] = {}
    for claim in examined.corpus.claims.values():
        for note in claim.note:
            holders.setdefault(note, []).append(claim)
    for one in examined.paper.notes:
        state = lacking(examined, holders.get(one.id, ()))
        if state and not _is_exempt(examined, one):
            yield find_in_paper(
                examined, "uncovered-note", "warning", one.line,
                f"note {one.label} is not covered: {state}", note=one.id,
            )  # fmt: skip


def _is_exempt(examined: Examined, note: DraftNote) -> bool:
    """Tell whether every mark of the note stands in, or just behind, an exempted stretch."""
    marks = examined.marks.get(note.id, [])
    return bool(marks) and all(examined.is_exempt(mark.at, mark.at) for mark in marks)
