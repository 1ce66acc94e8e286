"""Which works a claim, a note, or a sentence of the paper leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footnoted.citations import find_urls
from footnoted.lints.examined import Examined
from footnoted.model.draft import Mark
from footnoted.model.records import ClaimRecord, NoteRecord, SourceRecord


def works_of_note(examined: Examined, note: str) -> tuple[SourceRecord, ...] | None:
    """Return the works that a note cites, once each; None where one of them is in doubt."""
    record = examined.corpus.notes.get(note)
    if record is None or record.status != "ok" or not record.entries:
        return None
    works: dict[str, SourceRecord] = {}
    for entry in record.entries:
        work = examined.corpus.sources.get(entry.source or "")
        if work is None:
            return None
        works[work.id] = work
    return tuple(works.values())


def works_of_claim(examined: Examined, claim: ClaimRecord) -> tuple[SourceRecord, ...] | None:
    """Return the works a claim may come from; None where that is in doubt, or there is none."""
    if claim.source:
        named = [examined.corpus.sources.get(name) for name in claim.source]
        return None if None in named else tuple(one for one in named if one)
    return works_of_notes(examined, claim.note)


def works_of_notes(examined: Examined, notes: Iterable[str]) -> tuple[SourceRecord, ...] | None:
    """Return the works of several notes, once each; None where one is in doubt, or none there."""
    works: dict[str, SourceRecord] = {}
    for note in notes:
        cited = works_of_note(examined, note)
        if cited is None:
            return None
        works |= {one.id: one for one in cited}
    return tuple(works.values()) or None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the paper that holds marks: its span in the body, words, and marks."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]


def marked_sentences(examined: Examined) -> Iterator[Sentence]:
    """Yield the sentences of the paper that hold marks, in order."""
    grouped: dict[tuple[int, int], list[Mark]] = {}
    for mark in examined.paper.marks:
        grouped.setdefault((mark.start, mark.end), []).append(mark)
    for (start, end), marks in sorted(grouped.items()):
        text = examined.paper.body[start:end]
        yield Sentence(start, end, text, tuple(marks))


def only_person(work: SourceRecord) -> str | None:
    """Return the family name of the one person who wrote or spoke `work`, None otherwise."""
    if len(work.author) != 1:
        return None
    return work.author[0].family


def without_urls(note: NoteRecord) -> str:
    """Return a note's words without its addresses, and the blanks and commas around them."""
    text = note.text or ""
    for start, end in reversed(find_urls(text)):
        text = text[:start] + text[end:]
    return " ".join(text.split()).strip(" ,;:.<>()")
