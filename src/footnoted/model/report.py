"""The audit as a document: `report.json`, and what every report format is made from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.capture import Basis
from footnoted.model.finding import Confidence, Level
from footnoted.model.judgement import JudgedVerdict, Ruling
from footnoted.model.parts import PartKind
from footnoted.model.records import Certainty, EntryForm, NoteStatus
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict

News = Literal["new", "persisting"]

Cause = Literal["world", "corpus", "tool", "clock"]
"""Why a finding is new: the page changed, the record changed, our version judges differently, or
a waiver or window ran out."""


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

    `fingerprint` is the name under which history knows it: the same from run to run. `cause` and
    `cause_message` tell why a new one is new, None where that cannot be told or is not asked.
    `confidence` is how sure the rule is, whatever the level. `settled` tells whose judgement
    settles it, of which day and why; such a finding is `waived` too.
    """

    rule: str
    level: Level
    where: WhereDoc
    message: str
    proof: str | None
    waived: bool = False
    news: News | None = None
    fingerprint: str | None = None
    cause: Cause | None = None
    cause_message: str | None = None
    confidence: Confidence = "high"
    settled: str | None = None


class EvidenceDoc(Document):
    """What a part was compared with: the capture, its basis, its date.

    `url` is the address asked, `final_url` the one that answered, `at` the time of the look
    (ISO 8601, UTC), `digest` the sha256 of the payload, `obtained` the history of a local copy,
    `memento_at` the time at which an archive made the memento (its Memento-Datetime, ISO 8601),
    `view_url` where a reader can look at it.
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
    view_url: str | None = None


class ObservedDoc(Document):
    """Whether a part stood on a memento of its page (`footnoted bisect`).

    `at` is when the archive made it (ISO 8601), `verdict` what comparing found there.
    """

    at: str
    verdict: PartVerdict
    url: str
    view_url: str


class PartDoc(Document):
    """A quotation or figure of a claim beside what its source says.

    `text` is the quotation or the raw figure. `context_before` and `context_after` are the
    source's words around `source_wording`, as a reader sees them there. `observed` are the
    mementos on which it was looked for, in order of their time. `computed_from` is the formula
    that a figure's record says it comes from.
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
    observed: tuple[ObservedDoc, ...] = ()
    computed_from: str | None = None


class JudgementDoc(Document):
    """A person's word on a case (`model.judgement.Judgement`), and where it is written."""

    ruling: Ruling
    by: str
    on: str
    note: str | None
    where: WhereDoc


class CaseDoc(Document):
    """A verdict that needs a person, and what was judged of it (`footnoted.judgements`).

    `part` is its place in the claim's `parts`, from 0; null for the claim as a whole. `words`
    tell the part apart. `verdict` and `reason` are what comparing said, `record` and `evidence`
    digests of what is claimed and of what could be seen: with these a judgement is bound to it.
    `rule` names the finding about it, if there is one; `pages` are those a person has to read.
    `changed` says why the judgement holds no more.
    """

    part: int | None
    kind: PartKind | None
    words: str | None
    verdict: JudgedVerdict
    reason: str | None
    why: Literal["altered", "disagrees", "needs_review", "nothing_to_compare", "other_language"]
    state: Literal["open", "noted", "stale", "accepted", "rejected", "waived"]
    record: str
    evidence: str
    rule: str | None
    pages: tuple[EvidenceDoc, ...]
    judgement: JudgementDoc | None
    changed: tuple[str, ...]


class ClaimDoc(Document):
    """A claim and its verdict; `found` of `parts` parts stood on the page.

    `sentence` is the author's own, only where the user gave the paper; `basis` and `seen_at`
    are those of the evidence that decided. `asserted_by` names who asserts it where the paper
    only tells what another says, `certainty` how sure the paper is where it is not. Relations
    name other claims, as on record: each is written on one of the two, and a name may be unknown.
    `cases` are what of it needs a person, and what was judged.
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
    asserted_by: str | None = None
    certainty: Certainty | None = None
    agrees_with: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    cases: tuple[CaseDoc, ...] = ()


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


class MementoDoc(Document):
    """A memento that an archive lists.

    `at` is when it was made (ISO 8601), `url` leads to its bytes, `view_url` to the page for a
    reader.
    """

    at: str
    url: str
    view_url: str


class ArchivedDoc(Document):
    """What web archives hold of a URL, as of `asked_at` (ISO 8601).

    `nearest` is the memento nearest the day of access, else the paper's; `near` tells whether it
    lies within 30 days of that, None where nobody can know. `silent` names archives that did not
    answer, and why: no memento then proves nothing.
    """

    asked_at: str
    total: int
    first: str | None
    last: str | None
    nearest: MementoDoc | None
    near: bool | None
    silent: tuple[tuple[str, str], ...]


class SightDoc(Document):
    """One entry of a link's life, as history tells it: from `at` on (ISO 8601) it was so."""

    at: str
    verdict: LinkVerdict
    vantage: str


class LinkDoc(Document):
    """A URL of the corpus and what became of it.

    `since` is the day of the first look in a row with this verdict, as history tells, `life` all
    that it tells of this URL before. `remembered`: not asked this time, since its next look is
    not due; `at` is then the day of the last one. `mitigated`: the page is gone, and a memento
    near the day its author saw it holds all that is claimed of it. `rotten`: gone for good.
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
    life: tuple[SightDoc, ...] = ()
    rotten: bool = False
    remembered: bool = False
    mitigated: bool = False
    archived: ArchivedDoc | None = None


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
    """The look this report is about: its time, from where, what was left out and why.

    `links_remembered` counts the cited addresses whose next look was not due; `archives` names
    those that may be asked; `blind_nights` counts the days in a row, this one included, on which
    nothing of what was due could be looked at from here.
    """

    as_of: str
    vantage: str | None
    offline: bool
    offline_message: str | None
    only: str | None
    links_asked: int
    not_run: tuple[NotRunDoc, ...]
    links_remembered: int = 0
    archives: tuple[str, ...] = ()
    blind_nights: int = 0


class SummaryDoc(Document):
    """Counts by verdict or level; every verdict is a key, also at 0.

    `needs_review` counts claims that comparing leaves to a person, `to_judge` the cases that
    nobody has settled. `archived` counts cited addresses by whether an archive holds them as
    their author saw them: `near`, `far` (only at another time), `none`, `unknown` (not asked, or
    no answer).
    """

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
    archived: dict[str, int] = Field(default_factory=dict)
    mitigated: int = 0
    rotten: int = 0
    to_judge: int = 0


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
