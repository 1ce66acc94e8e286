"""Printed notes and marks brought together, their citations resolved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footnoted.citations import NoteCitations, NoteText, absolute, find_urls, resolve
from footnoted.model.draft import DraftNote, Entry, Mark
from footnoted.papers.body import Laid
from footnoted.papers.inline import Inline


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note as printed: id, label, text (None if not printed), its line, its first mark."""

    id: str
    label: str
    inline: Inline | None
    line: int
    mark: Mark | None


def gather_notes(laid: Laid) -> list[PrintedNote]:
    """Return every note that is printed or marked, in the order of the notes' numbers.

    A note printed twice in the same words is one note; in other words, the second gets an id
    of its own (`12-2`), so that nothing printed is lost.
    """
    marks: dict[str, Mark] = {}
    for mark in sorted(laid.marks, key=lambda mark: mark.line):
        marks.setdefault(mark.note, mark)
    printed: dict[str, PrintedNote] = {}
    for block, inline in laid.notes:
        id_ = _free_id(block.label, inline.text, printed)
        if id_:
            first = marks.get(id_)
            printed[id_] = PrintedNote(id_, block.label, inline, block.line, first)
    for label, mark in marks.items():
        if label not in printed:
            printed[label] = PrintedNote(label, label, None, mark.line, mark)
    return _in_order(printed, list(marks))


def _free_id(label: str, text: str, printed: Mapping[str, PrintedNote]) -> str | None:
    known, number = printed.get(label), 1
    id_ = label
    while known:
        if known.inline and known.inline.text == text:
            return None
        number += 1
        id_ = f"{label}-{number}"
        known = printed.get(id_)
    return id_


def _in_order(printed: dict[str, PrintedNote], marked: Sequence[str]) -> list[PrintedNote]:
    keys = {id_: _number(id_) for id_ in printed}
    if all(keys.values()):
        return sorted(printed.values(), key=lambda note: keys[note.id] or ())
    position = {label: index for index, label in enumerate(marked)}
    order: list[tuple[int, int, str]] = []
    last = -1
    for index, id_ in enumerate(printed):
        last = position.get(id_, last)
        order.append((last, index, id_))
    return [printed[id_] for _, _, id_ in sorted(order)]


def _number(id_: str) -> tuple[int, ...] | None:
    found = re.fullmatch(r"(\d+)(?:\.(\d+))?([a-z]?)(?:-(\d+))?", id_)
    if not found:
        return None
    return (int(found[1]), int(found[2] or 0), ord(found[3]) if found[3] else 0, int(found[4] or 0))


def read_citations(notes: Sequence[PrintedNote]) -> dict[str, NoteCitations]:
    """Return the citations of `notes`, by note id, short forms resolved."""
    return resolve(
        [
            NoteText(note.id, note.inline.text or None, note.inline.emphasis)
            if note.inline
            else NoteText(note.id, None)
            for note in notes
        ]
    )


def draft_note(
    note: PrintedNote, citations: NoteCitations, sources: Mapping[int, str], laid: Laid
) -> DraftNote:
    """Return the draft's record of `note`; `sources` maps works (by identity) to source ids."""
    text = (note.inline.text or None) if note.inline else None
    entries = tuple(
        Entry(
            text=citation.text,
            form=citation.form,
            locator=citation.locator,
            source=sources.get(id(citation.work)) if citation.work else None,
            resolves_to=citation.work.note if citation.work else None,
            candidates=tuple(dict.fromkeys(work.note for work in citation.candidates)),
        )
        for citation in citations.citations
    )
    return DraftNote(
        id=note.id,
        label=note.label,
        text=text,
        status=citations.status if text else "missing",
        resolves_to=citations.resolves_to,
        candidates=citations.candidates,
        section=note.mark.section or None if note.mark else None,
        sentence=_sentence(note, laid),
        urls=_urls(text or ""),
        entries=entries,
        line=note.line,
    )


def _sentence(note: PrintedNote, laid: Laid) -> str | None:
    if note.mark is None:
        return None
    if note.mark.start == note.mark.end:
        return laid.apart.get(note.id) or None
    return laid.body[note.mark.start : note.mark.end]


def _urls(text: str) -> tuple[str, ...]:
    found = (absolute(text[start:end]) for start, end in find_urls(text))
    return tuple(dict.fromkeys(found))
