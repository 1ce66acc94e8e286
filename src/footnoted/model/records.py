"""The records of a corpus, as people write them in `claims/<paper>/*.yaml`.

Only what cannot be derived is a field here; typed values, resolved sources and digests are
computed from these. Names of bibliographic fields are CSL's (csl-data.json, CSL 1.0.2), with
hyphens as CSL writes them.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from footnoted.model.base import Record


def _on_the_calendar(value: str) -> str:
    """Refuse days that no calendar has; `value` is an EDTF date of level 0, or 1 with a mark."""
    year, _, rest = value.rstrip("~?%").partition("-")
    month, _, day = rest.partition("-")
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"'{value}' is on no calendar: look at its month and day") from None
    return value


def _true_or_false(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value in {"true", "false"}:
        return value == "true"
    raise ValueError(f"'{value}' is neither 'true' nor 'false': write one of them")


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-._][a-z0-9]+)*$")]
NonEmpty = Annotated[str, StringConstraints(min_length=1)]
IsoDate = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_on_the_calendar)
]
Edtf = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?$"),
    AfterValidator(_on_the_calendar),
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
TrueOrFalse = Annotated[bool, BeforeValidator(_true_or_false)]
"""Only these two words; `yes`, `on` and `1` are refused, since YAML readers differ on them."""

NoteStatus = Literal["ok", "missing", "dangling", "ambiguous"]
"""`missing`: a mark whose note is not printed. `dangling`: a short form that leads nowhere.
`ambiguous`: one that may mean several works. All three are states, not crashes."""

EntryForm = Literal["full", "ibid", "op_cit", "short", "quoted_in"]
Medium = Literal["web", "print", "private"]
AlternateKind = Literal["same_text", "translation", "related"]


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Anchor(Record):
    """Where in the paper a claim stands: its first and last words.

    Works as a text fragment `start,end` (WICG Scroll-to-Text): the shortest stretch of the
    paper's text from `start` to `end`; it must match exactly once. Without `end`, `start` is
    the whole stretch.
    """

    start: NonEmpty
    end: str | None = None


class Reviewed(Record):
    """Who read this record against the paper, and on which day (ISO 8601)."""

    by: NonEmpty
    on: IsoDate


class QuotationRecord(Record):
    """The exact words in the paper's quotation marks.

    `translated` says that the paper gives them in another language than its source;
    `original` is then the source's wording, which is compared in their place.
    """

    text: NonEmpty
    speaker: str | None = None
    translated: TrueOrFalse = False
    original: str | None = None


class Cell(Record):
    """A cell of a table in the source, addressed by the words of its headers."""

    row: NonEmpty
    column: NonEmpty


class FigureRecord(Record):
    """A figure as the paper prints it; everything else about it is derived from `raw`.

    `value`, `unit`, `hedge` override what the grammar derives, and are written only for that.
    `measure` is what was measured, `period` when (EDTF or words of the paper).
    """

    raw: NonEmpty
    measure: str | None = None
    period: str | None = None
    cell: Cell | None = None
    value: str | None = None
    unit: str | None = None
    hedge: str | None = None


class ClaimRecord(Record):
    """One factual statement of the paper, in our own words, tied to its note or notes.

    A record without `says` is a draft that nobody has read yet; `reviewed` needs `says`.
    `source` is named only where a note has several, `locator` only to correct the note's own.
    """

    id: Slug
    says: str | None = None
    at: Anchor
    note: Annotated[tuple[NonEmpty, ...], BeforeValidator(_one_or_many)] = ()
    source: Annotated[tuple[Slug, ...], BeforeValidator(_one_or_many)] = ()
    locator: str | None = None
    quotations: tuple[QuotationRecord, ...] = ()
    figures: tuple[FigureRecord, ...] = ()
    reviewed: Reviewed | None = None
    remark: str | None = None

    @model_validator(mode="after")
    def _reviewed_needs_a_statement(self) -> ClaimRecord:
        if self.reviewed and not self.says:
            raise ValueError("a reviewed claim needs 'says': write what it states, in your words")
        return self


class Name(Record):
    """A CSL name: `family` and `given` of a person, or `literal` for a body."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None

    @model_validator(mode="after")
    def _is_a_name(self) -> Name:
        if bool(self.literal) == bool(self.family):
            raise ValueError("a name is either 'family' (with 'given') or 'literal'")
        return self

    def __str__(self) -> str:
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


class Alternate(Record):
    """Another address at which the work was seen; only `same_text` can ever support."""

    url: NonEmpty
    kind: AlternateKind
    language: str | None = None


class Memento(Record):
    """A capture in a web archive (RFC 7089): its URI-M and the day it was made."""

    url: NonEmpty
    on: IsoDate


class LocalCopy(Record):
    """A copy kept by a person: its payload's sha256 and how it was obtained."""

    digest: Sha256
    obtained: NonEmpty
    media_type: str | None = Field(default=None, alias="media-type")
    seen: IsoDate | None = None


class SourceRecord(Record):
    """A work that the paper cites, under CSL-JSON field names, `URL` as printed."""

    id: Slug
    type: str | None = None
    title: str | None = None
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    container_title: str | None = Field(default=None, alias="container-title")
    collection_title: str | None = Field(default=None, alias="collection-title")
    collection_number: str | None = Field(default=None, alias="collection-number")
    event_title: str | None = Field(default=None, alias="event-title")
    publisher: str | None = None
    publisher_place: str | None = Field(default=None, alias="publisher-place")
    issued: Edtf | None = None
    accessed: Edtf | None = None
    volume: str | None = None
    issue: str | None = None
    number: str | None = None
    page: str | None = None
    genre: str | None = None
    language: str | None = None
    doi: str | None = Field(default=None, alias="DOI")
    isbn: str | None = Field(default=None, alias="ISBN")
    url: str | None = Field(default=None, alias="URL")
    medium: Medium = "web"
    short_forms: tuple[str, ...] = Field(default=(), alias="short-forms")
    quoted_in: Slug | None = Field(default=None, alias="quoted-in")
    alternates: tuple[Alternate, ...] = ()
    mementos: tuple[Memento, ...] = ()
    local_copies: tuple[LocalCopy, ...] = Field(default=(), alias="local-copies")
    remark: str | None = None


class EntryRecord(Record):
    """One citation in a note: which source it means, in which form, and where in it.

    `source` is absent where the short form is dangling or ambiguous; `candidates` then lists
    the notes it may mean, best first.
    """

    source: Slug | None = None
    form: EntryForm = "full"
    locator: str | None = None
    candidates: tuple[str, ...] = ()


class NoteRecord(Record):
    """A footnote: `id`, printed `label` where it differs, text as printed, entries."""

    id: NonEmpty
    label: str | None = None
    status: NoteStatus = "ok"
    text: str | None = None
    entries: tuple[EntryRecord, ...] = ()
    remark: str | None = None

    @model_validator(mode="after")
    def _a_missing_note_has_no_text(self) -> NoteRecord:
        if (self.status == "missing") != (self.text is None):
            raise ValueError("a note has 'text' unless its status is 'missing', and only then not")
        return self


class SectionRecord(Record):
    """A section of the paper: its printed label (may be empty) and title."""

    label: str
    title: NonEmpty


class PaperRecord(Record):
    """The audited document: its bibliographic record and the digest of the text read."""

    id: Slug
    type: str | None = None
    title: NonEmpty
    author: tuple[Name, ...] = ()
    publisher: str | None = None
    publisher_place: str | None = Field(default=None, alias="publisher-place")
    issued: Edtf | None = None
    language: str | None = None
    url: str | None = Field(default=None, alias="URL")
    isbn: str | None = Field(default=None, alias="ISBN")
    rights: str | None = None
    sha256: Sha256 | None = None
    sections: tuple[SectionRecord, ...] = ()
    remark: str | None = None


class Exemption(Record):
    """A span of the paper that needs no record, and why a reader should accept that."""

    at: Anchor
    reason: NonEmpty


class Waiver(Record):
    """A finding accepted for now. It silences findings of `rule` at exactly one target."""

    rule: NonEmpty
    claim: str | None = None
    note: str | None = None
    source: str | None = None
    owner: NonEmpty
    reason: NonEmpty
    expires: IsoDate

    @model_validator(mode="after")
    def _one_target(self) -> Waiver:
        if sum(target is not None for target in (self.claim, self.note, self.source)) != 1:
            raise ValueError("a waiver names exactly one of 'claim', 'note', 'source'")
        return self
