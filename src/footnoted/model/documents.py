"""The JSON documents of `extract`, `lint`, `links` and `compare`, for other programs.

The schema's number changes when a field changes its meaning or goes; new fields may come.
Numbers of figures are strings of a Decimal in plain notation (no exponent).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from footnoted.model.base import Document
from footnoted.model.draft import Marks, QuotationPlace
from footnoted.model.finding import Confidence, Level
from footnoted.model.records import EntryForm, NoteStatus
from footnoted.model.report import FindingDoc, FixedDoc, NotRunDoc, WhereDoc
from footnoted.model.verdicts import LinkVerdict, PartVerdict


class ExtractSection(Document):
    """A section of the paper."""

    label: str
    title: str


class ExtractEntry(Document):
    """One citation in a note (see `model.draft.Entry`)."""

    text: str
    source: str | None
    form: EntryForm
    locator: str | None
    resolves_to: str | None


class ExtractNote(Document):
    """A footnote (see `model.draft.DraftNote`)."""

    id: str
    label: str
    text: str | None
    status: NoteStatus
    resolves_to: tuple[str, ...]
    candidates: tuple[str, ...]
    section: str | None
    sentence: str | None
    urls: tuple[str, ...]
    entries: tuple[ExtractEntry, ...]


class ExtractQuotation(Document):
    """Words in quotation marks (see `model.draft.DraftQuotation`)."""

    text: str
    notes: tuple[str, ...]
    speaker: str | None
    marks: Marks
    place: QuotationPlace


class ExtractFigure(Document):
    """A figure of the running text (see `model.quantity.Quantity`)."""

    raw: str
    value: str | None
    low: str | None
    high: str | None
    unit: str | None
    hedge: str | None
    period: str | None
    notes: tuple[str, ...]


class ExtractTable(Document):
    """A table: one name a column, cells as printed."""

    caption: str | None
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ExtractPaper(Document):
    """What the paper says of itself, and the digest of the file read."""

    id: str
    title: str
    author: tuple[str, ...]
    issued: str | None
    publisher: str | None
    sha256: str


class ExtractDocument(Document):
    """`footnoted extract PAPER --format json`."""

    schema_: Literal["footnoted/extract/1"] = Field(default="footnoted/extract/1", alias="schema")
    paper: ExtractPaper
    sections: tuple[ExtractSection, ...]
    notes: tuple[ExtractNote, ...]
    quotations: tuple[ExtractQuotation, ...]
    figures: tuple[ExtractFigure, ...]
    tables: tuple[ExtractTable, ...]


class LintFinding(Document):
    """A finding of a lint."""

    rule: str
    level: Level
    where: WhereDoc
    message: str
    proof: str | None
    waived: bool
    confidence: Confidence = "high"


class LintDocument(Document):
    """`footnoted lint CORPUS --format json`; `not_run` names what could not run, and why."""

    schema_: Literal["footnoted/lint/1"] = Field(default="footnoted/lint/1", alias="schema")
    findings: tuple[LintFinding, ...]
    not_run: tuple[NotRunDoc, ...]


class LinkAnswer(Document):
    """What became of one URL of the input, `url` as read there, `where` in which file and line.

    `since` is the day of the first look in a row with this verdict, as the history of
    `--state` tells; null without one.
    """

    url: str
    where: WhereDoc
    verdict: LinkVerdict
    reason: str | None
    message: str
    http_status: int | None
    final_url: str | None
    suggested_url: str | None
    memento: str | None
    since: str | None
    findings: tuple[FindingDoc, ...]


class UnreadableFile(Document):
    """A file whose links were not read, and why, in one line."""

    file: str
    message: str


class LinksDocument(Document):
    """`footnoted links --format json`, in input order; `checked_at` is ISO 8601, UTC.

    `files` were read; `unreadable` ones were not. `fixed` is what the history of `--state`
    knew and this run did not see again; without a history every finding is `new`. `blind_nights`
    counts the days in a row, this one included, on which no link could be seen from here.
    """

    schema_: Literal["footnoted/links/1"] = Field(default="footnoted/links/1", alias="schema")
    checked_at: str
    vantage: str
    links: tuple[LinkAnswer, ...]
    fixed: tuple[FixedDoc, ...]
    files: tuple[str, ...]
    unreadable: tuple[UnreadableFile, ...]
    blind_nights: int = 0


class CaseCell(Document):
    """A cell of a table in the source, addressed by the words of its headers."""

    row: str
    column: str


def _as_cell(value: object) -> object:
    if isinstance(value, list | tuple) and len(value) == 2:
        return {"row": value[0], "column": value[1]}
    return value


class CompareContext(Document):
    """What else is known of a figure or quotation to be compared.

    `cell` is `{"row": …, "column": …}`, or the two in a list.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    measure: str | None = None
    period: str | None = None
    cell: Annotated[CaseCell | None, BeforeValidator(_as_cell)] = None
    page: str | None = None
    translated: bool | None = None
    speaker: str | None = None


class CompareCase(Document):
    """A line of `footnoted compare --batch`: the words and where they should stand.

    Fields of the caller's own are passed over.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    id: str
    kind: Literal["quotation", "figure"]
    text: str
    source: str
    media_type: str | None = None
    context: CompareContext | None = None


class CompareAnswer(Document):
    """A line that `footnoted compare --batch` writes, in the order of its input."""

    id: str
    verdict: PartVerdict
    reason: str | None
    message: str
    source_wording: str | None
    span: tuple[int, int] | None
    diff: tuple[tuple[str, str, str], ...]
    needs_review: bool
