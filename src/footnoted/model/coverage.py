"""The JSON document of `footnoted coverage`: every part of a paper, and what covers it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document

PartKind = Literal[
    "note", "mark", "quotation", "single-quotation", "figure", "count", "date", "cell", "sentence"
]
"""What a complete corpus has on record: a note, each mark of it, words in double and in single
marks, a figure, a number word that counts or ranks, a date, a number in a table, a sentence that
hangs on a note."""

PartState = Literal["on-record", "exempt", "open"]

PART_KINDS: tuple[PartKind, ...] = (
    "note", "mark", "quotation", "single-quotation", "figure", "count", "date", "cell", "sentence"
)  # fmt: skip


class CoverageCount(Document):
    """How many parts of one kind there are, by what became of them."""

    kind: PartKind
    on_record: int
    exempt: int
    open: int


class CoverageSection(Document):
    """The counts of a section; of what stands in none, `label` and `title` are empty.

    Kinds of which it has nothing are left out.
    """

    label: str
    title: str
    counts: tuple[CoverageCount, ...]


class CoveragePart(Document):
    """A part of the paper: its words, where it stands, and what covers it.

    `line` is of the paper's file; `span` is `[start, end)` in the running text, null for a note,
    a cell and a mark in a caption; `cell` are the headers of a cell's row and column. `claims`
    are the reviewed claims that have it, `reason` is the exemption's, `why` tells what an open
    part lacks.
    """

    kind: PartKind
    words: str
    section: str
    line: int
    span: tuple[int, int] | None
    cell: tuple[str, str] | None
    notes: tuple[str, ...]
    state: PartState
    claims: tuple[str, ...]
    reason: str | None
    why: str | None


class CoverageCorpus(Document):
    """The corpus that the paper was held against."""

    id: str
    title: str
    folder: str


class CoverageDocument(Document):
    """`footnoted coverage CORPUS --paper PAPER --format json`.

    `same_paper` tells whether the copy's digest is the one on record, null where none is.
    `total` has every kind, `per_cent` how many parts of all are on record or exempt, cut to
    a whole number, so that only a complete corpus has 100.
    """

    schema_: Literal["footnoted/coverage/1"] = Field(default="footnoted/coverage/1", alias="schema")
    corpus: CoverageCorpus
    paper: str
    same_paper: bool | None
    per_cent: int
    total: tuple[CoverageCount, ...]
    sections: tuple[CoverageSection, ...]
    parts: tuple[CoveragePart, ...]
