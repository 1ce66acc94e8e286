"""The audit as a document: `report.json`, and what every report format is made from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.capture import Basis
from footnoted.model.finding import Level
from footnoted.model.records import EntryForm, NoteStatus
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict

News = Literal["new", "persisting"]


class WhereDoc(Document):
    """Place and records of a finding (see `model.finding.Where`)."""

    file: str | None
    line: int | None
    column: int | None
    note: str | None
    claim: str | None
    source: str | None


class FindingDoc(Document):
    """A finding; `news` tells whether the last audit already had it.

    `fingerprint` is the name under which history knows it: the same from run to run.
    """

    rule: str
    level: Level
    where: WhereDoc
    message: str
    proof: str | None
    waived: bool = False
    news: News | None = None
    fingerprint: str | None = None


class EvidenceDoc(Document):
    """What a part was compared with: the capture, its basis, its date.

    `url` is the address asked, `final_url` the one that answered, `at` the time of the look
    (ISO 8601, UTC), `digest` the sha256 of the payload, `obtained` the history of a local copy,
    `memento_at` the time at which an archive made the memento (its Memento-Datetime, ISO 8601).
    """

    source: str
    basis: Basis
    url: str | None
    final_url: str | None
    at: str
    digest: str | None
    media_type: str | None
    title: str | None
    obtained: str | None
    memento_at: str | None = None


class PartDoc(Document):
    """A quotation or figure of a claim beside what its source says.

    `text` is the quotation or the raw figure. `context_before` and `context_after` are the
    source's words around `source_wording`, as a reader sees them there.
    """

    kind: Literal["quotation", "figure"]
    text: str
    speaker: str | None
    measure: str | None
    period: str | None
    verdict: PartVerdict
    reason: str | None
    message: str
    source_wording: str | None
    span: tuple[int, int] | None
    context_before: str | None
    context_after: str | None
    diff: tuple[tuple[str, str, str], ...]
    claim_reads: str | None
    source_reads: str | None
    page: str | None
    needs_review: bool
    evidence: EvidenceDoc | None


class ClaimDoc(Document):
    """A claim and its verdict; `found` of `parts` parts stood on the page.

    `sentence` is the author's own, only where the user gave the paper; `basis` and `seen_at`
    are those of the evidence that decided.
    """

    id: str
    says: str | None
    section: str | None
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    links: tuple[str, ...]
    verdict: ClaimVerdict
    reason: str | None
    message: str
    needs_review: bool
    found: int
    parts_total: int
    basis: Basis | None
    seen_at: str | None
    parts: tuple[PartDoc, ...]
    sentence: str | None
    reviewed: str | None
    where: WhereDoc


class EntryDoc(Document):
    """One citation in a note, resolved."""

    source: str | None
    form: EntryForm
    locator: str | None
    title: str | None
    url: str | None
    medium: str | None


class NoteDoc(Document):
    """A note, as printed, with the roll-up of its claims (None: no claim hangs on it)."""

    id: str
    label: str
    status: NoteStatus
    text: str | None
    entries: tuple[EntryDoc, ...]
    verdict: ClaimVerdict | None
    reason: str | None
    claims: tuple[str, ...]
    findings: int
    where: WhereDoc


class LinkDoc(Document):
    """A URL of the corpus and what became of it.

    `since` is the day of the first look in a row with this verdict, as history tells.
    """

    url: str
    source: str
    basis: Basis
    verdict: LinkVerdict
    reason: str | None
    message: str
    http_status: int | None
    final_url: str | None
    suggested_url: str | None
    hops: tuple[tuple[int, str], ...]
    at: str | None
    vantage: str | None
    title: str | None
    media_type: str | None
    unreadable: str | None
    digest: str | None
    since: str | None
    notes: tuple[str, ...]
    claims: tuple[str, ...]


class ToolDoc(Document):
    """The program that wrote this."""

    name: Literal["footnoted"] = "footnoted"
    version: str


class CorpusDoc(Document):
    """The audited corpus: `folder` as given, digests of records and of the paper's text."""

    folder: str
    id: str
    title: str
    author: str | None
    issued: str | None
    publisher: str | None
    rights: str | None
    digest: str
    paper_sha256: str | None
    paper_read: bool


class NotRunDoc(Document):
    """A lint that could not run, and what it lacked."""

    rule: str
    why: str


class RunDoc(Document):
    """The look this report is about: its time, from where, what was left out and why."""

    as_of: str
    vantage: str | None
    offline: bool
    offline_message: str | None
    only: str | None
    links_asked: int
    not_run: tuple[NotRunDoc, ...]


class SummaryDoc(Document):
    """Counts by verdict or level; every verdict is a key, also at 0."""

    notes_total: int
    notes: dict[str, int]
    notes_status: dict[str, int]
    claims_total: int
    claims: dict[str, int]
    quotations: dict[str, int]
    figures: dict[str, int]
    links_total: int
    links: dict[str, int]
    no_url_sources: int
    findings: dict[str, int]
    needs_review: int
    new: int
    fixed: int
    persisting: int


class FixedDoc(Document):
    """Something the last audit had and this one has not."""

    rule: str
    target: str
    message: str


class Report(Document):
    """`report.json`: same evidence, corpus, history, version and time give the same bytes."""

    schema_: Literal["footnoted/report/1"] = Field(default="footnoted/report/1", alias="schema")
    tool: ToolDoc
    corpus: CorpusDoc
    run: RunDoc
    summary: SummaryDoc
    notes: tuple[NoteDoc, ...]
    claims: tuple[ClaimDoc, ...]
    links: tuple[LinkDoc, ...]
    findings: tuple[FindingDoc, ...]
    fixed: tuple[FixedDoc, ...]
