"""What changed between two reports of one paper, as a document (`footnoted diff`)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.capture import Basis
from footnoted.model.finding import Level
from footnoted.model.report import FindingDoc
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict

Direction = Literal["worse", "better", "unseen", "other"]
"""`unseen`: what was seen before could not be looked at now, which is neither better nor worse."""

Change = Literal["added", "removed", "changed"]


class SideDoc(Document):
    """One of the two reports: its time, program, records, and how many notes hold in it."""

    as_of: str
    vantage: str | None
    offline: bool
    version: str
    corpus_digest: str
    paper_sha256: str | None
    notes_total: int
    notes_holding: int
    claims_total: int


class ChangedFindingDoc(Document):
    """A finding that came, went, or could not be looked for.

    `was` is the level that it had before, where it has become worse; `why` says why it is told
    as it is, where that is known.
    """

    finding: FindingDoc
    was: Level | None = None
    why: str | None = None


class ChangedClaimDoc(Document):
    """A claim that came, went, or has another verdict; `why` is what differs around it."""

    id: str
    says: str | None
    notes: tuple[str, ...]
    change: Change
    before: ClaimVerdict | None
    after: ClaimVerdict | None
    direction: Direction
    why: tuple[str, ...]
    message: str | None


class ChangedEvidenceDoc(Document):
    """A page or copy whose bytes are others than before: digests and times of both looks."""

    url: str | None
    basis: Basis
    source: str
    before: str
    after: str
    before_at: str | None
    after_at: str | None
    claims: tuple[str, ...]


class ChangedLinkDoc(Document):
    """An address that came, went, answers otherwise, or answers from elsewhere.

    `before_address` and `after_address` are where it led to, `suggested_url` what is proposed.
    """

    url: str
    source: str
    basis: Basis
    change: Change
    before: LinkVerdict | None
    after: LinkVerdict | None
    before_address: str | None
    after_address: str | None
    suggested_url: str | None


class DifferenceSummaryDoc(Document):
    """How much changed. Claims are counted by the direction of their change."""

    new: int
    fixed: int
    unseen: int
    persisting: int
    claims: dict[str, int]
    evidence: int
    links: int


class DifferenceDocument(Document):
    """What is new, fixed, no longer seen and persisting between two reports of one paper.

    `remarks` say in a line each what else differs between the two, so that nobody takes one
    change for another: versions, the paper's text, the network.
    """

    schema_: Literal["footnoted/diff/1"] = Field(default="footnoted/diff/1", alias="schema")
    corpus: str
    title: str
    old: SideDoc
    new: SideDoc
    remarks: tuple[str, ...]
    summary: DifferenceSummaryDoc
    new_findings: tuple[ChangedFindingDoc, ...]
    fixed_findings: tuple[ChangedFindingDoc, ...]
    unseen_findings: tuple[ChangedFindingDoc, ...]
    persisting_findings: tuple[ChangedFindingDoc, ...]
    claims: tuple[ChangedClaimDoc, ...]
    evidence: tuple[ChangedEvidenceDoc, ...]
    links: tuple[ChangedLinkDoc, ...]
