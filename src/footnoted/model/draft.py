"""What is read out of a paper before a person has looked at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from footnoted.model.quantity import Quantity
from footnoted.model.records import EntryForm, NoteStatus, PaperRecord, SourceRecord

Marks = Literal["double", "single"]
QuotationPlace = Literal["body", "note"]


@dataclass(frozen=True, slots=True)
class Section:
    """A section: printed label (`2.1`, or empty), title, and `[start, end)` in `body`."""

    label: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark in the body.

    `at` is the offset in `body` where the mark stood (marks themselves are taken out),
    `[start, end)` the sentence that holds it, `line` the line of the paper's file (from 1).
    """

    note: str
    at: int
    start: int
    end: int
    section: str
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One citation inside a note.

    `text` is its own part of the note, plain. `resolves_to` is the id of the note in which the
    work is cited in full (the note's own id for a full citation), None where that is doubtful;
    `candidates` are then the notes it may mean, best first. `source` is the draft's source id.
    """

    text: str
    form: EntryForm
    locator: str | None = None
    source: str | None = None
    resolves_to: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A footnote of the paper: its printed text (plain; None if not printed) and entries.

    `line` is where the note (or, for a missing one, its mark) stands in the paper's file.
    `section` and `sentence` are those of its mark; both None for a note without a mark.
    """

    id: str
    label: str
    text: str | None
    status: NoteStatus
    resolves_to: tuple[str, ...]
    candidates: tuple[str, ...]
    section: str | None
    sentence: str | None
    urls: tuple[str, ...]
    entries: tuple[Entry, ...]
    line: int


@dataclass(frozen=True, slots=True)
class DraftQuotation:
    """Words in quotation marks, without the marks.

    `[start, end)` are offsets in `body`, or in the note's text where `place` is `note`; `notes`
    are the notes the quotation hangs on; `speaker` only where text or note says who.
    """

    text: str
    notes: tuple[str, ...]
    speaker: str | None
    marks: Marks
    place: QuotationPlace
    start: int
    end: int
    section: str | None
    line: int

    @property
    def due(self) -> bool:
        """Whether a complete corpus has it on record: single marks are often scare quotes."""
        return self.marks == "double" and self.place == "body"


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A figure in the body: the quantity (offsets in `body`), its period, its notes."""

    quantity: Quantity
    period: str | None
    notes: tuple[str, ...]
    section: str
    line: int

    @property
    def due(self) -> bool:
        """Whether a complete corpus has it on record.

        Dates and ordinals are not, nor counting words ("five states"): only what is written
        with digits, or with a per cent sign, word or currency.
        """
        quantity = self.quantity
        unit = quantity.unit or ""
        measured = unit == "%" or (len(unit) == 3 and unit.isalpha() and unit.isupper())
        digits = any(char.isdigit() for char in quantity.raw)
        return quantity.kind in {"amount", "ratio"} and (digits or measured)

    @property
    def counts(self) -> bool:
        """Whether a word counts or ranks something named: `five states`, `second-largest`."""
        return not self.due and self.quantity.kind in {"amount", "ratio", "ordinal"}


@dataclass(frozen=True, slots=True)
class DraftDate:
    """A date of the running text that says when something was: `[start, end)` in `body`.

    `year` is None where the words name none (`on 14 June`).
    """

    text: str
    start: int
    end: int
    year: str | None
    notes: tuple[str, ...]
    section: str
    line: int


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table: header rows joined into one name a column, cells as printed."""

    caption: str | None
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    section: str
    line: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper as extracted.

    `body` is the running text as a reader sees it: no marks, notes, tables' cells, emphasis or
    escapes; paragraphs joined over page breaks and separated by one blank line. `file` is the
    path as given by the user, for findings; `paper` its bibliographic record as far as the
    paper tells it, with the sha256 of the file.
    """

    file: str
    paper: PaperRecord
    body: str
    sections: tuple[Section, ...]
    marks: tuple[Mark, ...]
    notes: tuple[DraftNote, ...]
    quotations: tuple[DraftQuotation, ...]
    figures: tuple[DraftFigure, ...]
    tables: tuple[DraftTable, ...]
    sources: tuple[SourceRecord, ...]
    dates: tuple[DraftDate, ...] = ()
