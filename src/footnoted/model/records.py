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
TrueOrFalse = Annotated[bool, BeforeValidator(_true_or_false, json_schema_input_type=bool)]
"""Only these two words; `yes`, `on` and `1` are refused, since YAML readers differ on them."""

NoteStatus = Literal["ok", "missing", "dangling", "ambiguous"]
"""`missing`: a mark whose note is not printed. `dangling`: a short form that leads nowhere.
`ambiguous`: one that may mean several works. All three are states, not crashes."""

EntryForm = Literal["full", "ibid", "op_cit", "short", "quoted_in"]
Medium = Literal["web", "print", "private"]
AlternateKind = Literal["same_text", "translation", "related"]

Certainty = Literal["reported", "likely", "possible", "unclear"]
"""How sure the paper is of a statement, where it is not: `reported` on others' word
("reportedly"), `likely` ("seems", "appears"), `possible` ("may", "might"), `unclear` where it
says that nobody can tell."""

NoteScope = Literal["clause", "sentence", "several"]
"""How much of the text a note's mark speaks for: the clause before it, its whole sentence, or
several sentences that lead to it."""


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else value


NoteIds = Annotated[
    tuple[NonEmpty, ...],
    BeforeValidator(_one_or_many, json_schema_input_type=str | list[str]),
]
SourceIds = Annotated[
    tuple[Slug, ...],
    BeforeValidator(_one_or_many, json_schema_input_type=str | list[str]),
]
ClaimIds = Annotated[
    tuple[Slug, ...],
    BeforeValidator(_one_or_many, json_schema_input_type=str | list[str]),
]

RELATIONS = ("agrees-with", "conflicts-with", "repeats", "depends-on")
"""The fields by which a claim names other claims of its paper."""


class Anchor(Record):
    """Where in the paper a claim stands: its first and last words.

    Works as a text fragment `start,end` (WICG Scroll-to-Text): the shortest stretch of the
    paper's text from `start` to `end`; it must match exactly once. Without `end`, `start` is
    the whole stretch.
    """

    start: NonEmpty = Field(description="The first words of the stretch, as the paper prints them")
    end: str | None = Field(
        default=None, description="Its last words; without them 'start' is the whole stretch"
    )


class Reviewed(Record):
    """Who read this record against the paper, and on which day (ISO 8601)."""

    by: NonEmpty = Field(description="Who read the record against the paper (initials or a name)")
    on: IsoDate = Field(description='The day of the reading, as "YYYY-MM-DD"')


class QuotationRecord(Record):
    """The exact words in the paper's quotation marks.

    `translated` says that the paper gives them in another language than its source;
    `original` is then the source's wording, which is compared in their place.
    """

    text: NonEmpty = Field(
        description="The exact words in the paper's quotation marks, without the marks"
    )
    speaker: str | None = Field(
        default=None, description="Who is quoted, where the text or the note says so"
    )
    translated: TrueOrFalse = Field(
        default=False, description="The paper gives the words in another language than its source"
    )
    original: str | None = Field(
        default=None, description="The source's own wording of a translated quotation"
    )


class Cell(Record):
    """A cell of a table in the source, addressed by the words of its headers."""

    row: NonEmpty = Field(description="Words of the row's header")
    column: NonEmpty = Field(description="Words of the column's header")


class FigureRecord(Record):
    """A figure as the paper prints it; everything else about it is derived from `raw`.

    `value`, `unit`, `hedge` override what the grammar derives, and are written only for that.
    `measure` is what was measured, `period` when (EDTF or words of the paper). `computed_from`
    is a formula (see `footnoted.quantities.formulas`): a check on the paper, never evidence.
    """

    raw: NonEmpty = Field(description="The figure as the paper prints it, with unit and hedge")
    measure: str | None = Field(default=None, description="What was measured")
    period: str | None = Field(default=None, description="When: an EDTF date or the paper's words")
    cell: Cell | None = Field(
        default=None, description="The cell of the source's table that holds it"
    )
    value: str | None = Field(default=None, description="Overrides the value read from 'raw'")
    unit: str | None = Field(default=None, description="Overrides the unit read from 'raw'")
    hedge: str | None = Field(default=None, description="Overrides the hedge read from 'raw'")
    computed_from: NonEmpty | None = Field(
        default=None,
        alias="computed-from",
        description=(
            "A formula that should come to this figure: + - * / ( ), numbers, and figures of "
            "claims, as 'exports-2012 + imports-2012' or 'loans-2004.2' (that claim's second)"
        ),
    )


class ClaimRecord(Record):
    """One factual statement of the paper, in our own words, tied to its note or notes.

    A record without `says` is a draft that nobody has read yet; `reviewed` needs `says`.
    `source` is named only where a note has several, `locator` only to correct the note's own.
    Relations name other claims; each is written on one of the two. A claim whose neighbour could
    not be read stays: whoever follows a relation may find nothing there.
    """

    id: Slug = Field(description="The claim's own name, never changed afterwards")
    says: str | None = Field(
        default=None, description="What the paper states, as one fact in our own words"
    )
    asserted_by: NonEmpty | None = Field(
        default=None,
        alias="asserted-by",
        description="Who asserts it, where the paper only tells what another says",
    )
    certainty: Certainty | None = Field(
        default=None,
        description=(
            "How sure the paper is, where it is not: reported (on others' word), likely (seems), "
            "possible (may), unclear (nobody can tell)"
        ),
    )
    at: Anchor = Field(description="Where in the paper")
    note: NoteIds = Field(default=(), description="The note or notes it hangs on, by id")
    note_scope: NoteScope = Field(
        default="sentence",
        alias="note-scope",
        description=(
            "What the note's mark speaks for: the clause before it, its sentence, or several "
            "sentences that lead to it"
        ),
    )
    source: SourceIds = Field(
        default=(), description="The source meant, where its note has several"
    )
    locator: str | None = Field(
        default=None, description="Page or section, only to correct the note's own"
    )
    quotations: tuple[QuotationRecord, ...] = Field(
        default=(), description="The exact words quoted in it"
    )
    figures: tuple[FigureRecord, ...] = Field(default=(), description="The figures in it")
    agrees_with: ClaimIds = Field(
        default=(), alias="agrees-with", description="Claims that bear it out, by other words"
    )
    conflicts_with: ClaimIds = Field(
        default=(), alias="conflicts-with", description="Claims that cannot hold together with it"
    )
    repeats: ClaimIds = Field(
        default=(), description="Earlier claims of which it says the same once more"
    )
    depends_on: ClaimIds = Field(
        default=(), alias="depends-on", description="Claims without which it cannot hold"
    )
    reviewed: Reviewed | None = Field(
        default=None, description="Who read it against the paper, and when"
    )
    remark: str | None = Field(default=None, description="For other people who read this file")

    @model_validator(mode="after")
    def _reviewed_needs_a_statement(self) -> ClaimRecord:
        if self.reviewed and not self.says:
            raise ValueError("a reviewed claim needs 'says': write what it states, in your words")
        return self

    @model_validator(mode="after")
    def _scope_needs_a_note(self) -> ClaimRecord:
        if self.note_scope != "sentence" and not self.note:
            raise ValueError("'note-scope' is of a note: name the note, or leave the scope out")
        return self

    @model_validator(mode="after")
    def _relates_to_others(self) -> ClaimRecord:
        related = (self.agrees_with, self.conflicts_with, self.repeats, self.depends_on)
        for name, others in zip(RELATIONS, related, strict=True):
            if self.id in others:
                raise ValueError(f"'{name}' names the claim itself: name another one")
            if len(set(others)) < len(others):
                raise ValueError(f"'{name}' names a claim twice: name each once")
        return self


class Name(Record):
    """A CSL name: `family` and `given` of a person, or `literal` for a body."""

    family: str | None = Field(default=None, description="Family name of a person")
    given: str | None = Field(default=None, description="Given names or initials")
    literal: str | None = Field(default=None, description="Name of a body")

    @model_validator(mode="after")
    def _is_a_name(self) -> Name:
        if bool(self.literal) == bool(self.family):
            raise ValueError("a name is either 'family' (with 'given') or 'literal'")
        return self

    def __str__(self) -> str:
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


class Alternate(Record):
    """Another address at which the work was seen; only `same_text` can ever support."""

    url: NonEmpty = Field(description="Address of the copy")
    kind: AlternateKind = Field(
        description="same_text can support a claim; a translation or a related page cannot"
    )
    language: str | None = Field(default=None, description="Language of the copy (BCP 47)")


class Memento(Record):
    """A capture in a web archive (RFC 7089): its URI-M and the day it was made."""

    url: NonEmpty = Field(description="Address of the capture in a web archive")
    on: IsoDate = Field(description="The day it was made")


class LocalCopy(Record):
    """A copy kept by a person: its payload's sha256 and how it was obtained."""

    digest: Sha256 = Field(description="sha256 of the file")
    obtained: NonEmpty = Field(description="How the copy was obtained, and from whom")
    media_type: str | None = Field(
        default=None, alias="media-type", description="What the file is, as application/pdf"
    )
    seen: IsoDate | None = Field(
        default=None, description="The day on which the copy was seen at its source"
    )


class SourceRecord(Record):
    """A work that the paper cites, under CSL-JSON field names, `URL` as printed."""

    id: Slug = Field(description="The source's own name, never changed afterwards")
    type: str | None = Field(
        default=None, description="CSL type, as 'report' or 'article-newspaper'"
    )
    title: str | None = Field(default=None, description="Title of the work, as the paper prints it")
    author: tuple[Name, ...] = Field(default=(), description="Who wrote or spoke it, in order")
    editor: tuple[Name, ...] = Field(default=(), description="Who edited it, in order")
    container_title: str | None = Field(
        default=None,
        alias="container-title",
        description="Journal, newspaper, site or volume that holds it",
    )
    collection_title: str | None = Field(
        default=None, alias="collection-title", description="Series it is part of"
    )
    collection_number: str | None = Field(
        default=None, alias="collection-number", description="Its number in that series"
    )
    event_title: str | None = Field(
        default=None,
        alias="event-title",
        description="Conference or occasion at which it was given",
    )
    publisher: str | None = Field(
        default=None, description="Who published it, apart from whose host it stands on"
    )
    publisher_place: str | None = Field(
        default=None, alias="publisher-place", description="Where the publisher is"
    )
    issued: Edtf | None = Field(
        default=None,
        description="When it appeared: 2012, 2012-06 or 2012-06-06, with ? or ~ where uncertain",
    )
    accessed: Edtf | None = Field(
        default=None,
        description="When the paper saw it, if it says so: 2012, 2012-06 or 2012-06-06",
    )
    volume: str | None = Field(
        default=None, description="Volume of the journal or of a work in several"
    )
    issue: str | None = Field(default=None, description="Issue of the journal or magazine")
    number: str | None = Field(default=None, description="Number of a report or document")
    page: str | None = Field(
        default=None, description="Pages that the work takes up in its container"
    )
    genre: str | None = Field(
        default=None, description="What kind of its type it is, as 'PhD thesis'"
    )
    language: str | None = Field(
        default=None, description="Language of the work (BCP 47), as en or zh"
    )
    doi: str | None = Field(default=None, alias="DOI", description="Its DOI, as 10.1000/182")
    isbn: str | None = Field(default=None, alias="ISBN", description="Its ISBN")
    url: str | None = Field(
        default=None, alias="URL", description="Its address as the paper prints it"
    )
    medium: Medium = Field(default="web", description="web, print, or private (unpublished)")
    short_forms: tuple[str, ...] = Field(
        default=(), alias="short-forms", description="The short forms by which notes call it"
    )
    part_of: Slug | None = Field(
        default=None,
        alias="part-of",
        description="The source that is the volume, report or newspaper which holds this one",
    )
    quoted_in: Slug | None = Field(
        default=None, alias="quoted-in", description="The source in which the paper read this one"
    )
    alternates: tuple[Alternate, ...] = Field(
        default=(), description="Other addresses at which it was seen"
    )
    mementos: tuple[Memento, ...] = Field(default=(), description="Captures of it in web archives")
    local_copies: tuple[LocalCopy, ...] = Field(
        default=(), alias="local-copies", description="Copies that people keep"
    )
    remark: str | None = Field(default=None, description="For other people who read this file")

    @model_validator(mode="after")
    def _leads_to_others(self) -> SourceRecord:
        for name, other in (("part-of", self.part_of), ("quoted-in", self.quoted_in)):
            if other == self.id:
                raise ValueError(f"'{name}' names the source itself: name another one")
        return self


class EntryRecord(Record):
    """One citation in a note: which source it means, in which form, and where in it.

    `source` is absent where the short form is dangling or ambiguous; `candidates` then lists
    the notes it may mean, best first.
    """

    source: Slug | None = Field(
        default=None, description="The source this citation means; left out where that is doubtful"
    )
    form: EntryForm = Field(default="full", description="How it is cited")
    locator: str | None = Field(default=None, description="Page or section")
    candidates: tuple[str, ...] = Field(
        default=(), description="Notes it may mean, best first, where that is doubtful"
    )


class NoteRecord(Record):
    """A footnote: `id`, printed `label` where it differs, text as printed, entries."""

    id: NonEmpty = Field(description='The note\'s mark, as "59" or "2.14"')
    label: str | None = Field(
        default=None, description="The printed label, where it differs from the id"
    )
    status: NoteStatus = Field(
        default="ok",
        description="missing: not printed; dangling: leads nowhere; ambiguous: may be several",
    )
    text: str | None = Field(
        default=None, description="The note as printed, without emphasis and escapes"
    )
    entries: tuple[EntryRecord, ...] = Field(default=(), description="The works it cites, in order")
    remark: str | None = Field(default=None, description="For other people who read this file")

    @model_validator(mode="after")
    def _a_missing_note_has_no_text(self) -> NoteRecord:
        if (self.status == "missing") != (self.text is None):
            raise ValueError("a note has 'text' unless its status is 'missing', and only then not")
        return self


class SectionRecord(Record):
    """A section of the paper: its printed label (may be empty) and title."""

    label: str = Field(description="The printed number, may be empty")
    title: NonEmpty = Field(description="The printed title")


class PaperRecord(Record):
    """The audited document: its bibliographic record and the digest of the text read."""

    id: Slug = Field(description="The paper's own name, also of its folder in reports")
    type: str | None = Field(default=None, description="CSL type, as 'report' or 'article-journal'")
    title: NonEmpty = Field(description="Title of the paper")
    author: tuple[Name, ...] = Field(default=(), description="Who wrote it, in order")
    publisher: str | None = Field(default=None, description="Who published it")
    publisher_place: str | None = Field(
        default=None, alias="publisher-place", description="Where the publisher is"
    )
    issued: Edtf | None = Field(
        default=None, description="When it appeared: 2013, 2013-10 or 2013-10-15"
    )
    language: str | None = Field(default=None, description="Language of the paper (BCP 47), as en")
    url: str | None = Field(default=None, alias="URL", description="Its address")
    isbn: str | None = Field(default=None, alias="ISBN", description="Its ISBN")
    rights: str | None = Field(default=None, description="On what terms the paper may be reused")
    sha256: Sha256 | None = Field(
        default=None, description="Digest of the paper's file that these records were written from"
    )
    sections: tuple[SectionRecord, ...] = Field(default=(), description="Its sections, in order")
    remark: str | None = Field(default=None, description="For other people who read this file")


class Exemption(Record):
    """A span of the paper that needs no record, and why a reader should accept that."""

    at: Anchor = Field(description="The stretch of the paper that needs no record")
    reason: NonEmpty = Field(description="Why a reader should accept that")


class Waiver(Record):
    """A finding accepted for now. It silences findings of `rule` at exactly one target."""

    rule: NonEmpty = Field(description="The rule whose finding is accepted for now")
    claim: str | None = Field(default=None, description="The claim that the finding is about")
    note: str | None = Field(default=None, description="The note that the finding is about")
    source: str | None = Field(default=None, description="The source that the finding is about")
    owner: NonEmpty = Field(description="Who answers for it")
    reason: NonEmpty = Field(description="Why")
    expires: IsoDate = Field(description="The day after which the finding counts again")

    @model_validator(mode="after")
    def _one_target(self) -> Waiver:
        if sum(target is not None for target in (self.claim, self.note, self.source)) != 1:
            raise ValueError("a waiver names exactly one of 'claim', 'note', 'source'")
        return self
