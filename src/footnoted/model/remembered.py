"""What an audit remembers for the next: `reports/<paper>/state/checks.json`.

The last look at each address without its page, and what became of each criterion on it. Written
whole after every audit; fields at their default are left out, so that the file stays small.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.capture import Basis, Capture, Failure, FailureReason, Hop, Response
from footnoted.model.remembered_archives import ArchivesDoc, Utc
from footnoted.model.text import Text, Unreadable
from footnoted.model.verdicts import (
    FOUND,
    Comparison,
    Edit,
    LinkLook,
    LinkRemark,
    LinkVerdict,
    PartVerdict,
)

KEPT_HEADERS = frozenset(
    {
        "cf-mitigated",
        "content-language",
        "content-location",
        "content-type",
        "etag",
        "last-modified",
        "link",
        "memento-datetime",
        "retry-after",
        "x-amzn-waf-action",
    }
)
"""Response headers, in lower case, that a later audit may need; cookies are never among them."""


class AnswerDoc(Document):
    """A response without its body."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    untrusted: str | None = None


class FailureDoc(Document):
    """Why a look brought no response."""

    reason: FailureReason
    message: str


class ReadDoc(Document):
    """What a page is, without what it says (see `model.text.Text`)."""

    media_type: str
    title: str | None = None
    language: str | None = None
    charset: str | None = None
    refresh: str | None = None
    unreadable: Unreadable | None = None
    published: str | None = None
    canonical: str | None = None
    words: str | None = None


class LinkLookDoc(Document):
    """What was told of a link (see `model.verdicts.LinkLook`); its address stands with the look."""

    verdict: LinkVerdict
    reason: str | None = None
    message: str = ""
    http_status: int | None = None
    final_url: str | None = None
    suggested_url: str | None = None
    remarks: tuple[tuple[str, str], ...] = ()


class OutcomeDoc(Document):
    """What became of a criterion on a page (see `model.verdicts.Comparison`).

    `around` is what stands before and behind the words that were found.
    """

    verdict: PartVerdict
    reason: str | None = None
    message: str = ""
    span: tuple[int, int] | None = None
    source_wording: str | None = None
    diff: tuple[tuple[str, str, str], ...] = ()
    claim_reads: str | None = None
    source_reads: str | None = None
    page: str | None = None
    needs_review: bool = False
    around: tuple[str, str] | None = None

    @property
    def comparison(self) -> Comparison:
        """The outcome, as comparing gave it."""
        fields = {name: getattr(self, name) for name in _COMPARED}
        return Comparison(diff=tuple(Edit(*edit) for edit in self.diff), **fields)


_COMPARED = tuple(name for name in OutcomeDoc.model_fields if name not in {"diff", "around"})


def outcome_doc(comparison: Comparison, around: tuple[str, str] | None) -> OutcomeDoc:
    """Return a comparison as it is remembered."""
    fields = {name: getattr(comparison, name) for name in _COMPARED}
    diff = tuple((edit.op, edit.claim, edit.source) for edit in comparison.diff)
    return OutcomeDoc(diff=diff, around=around, **fields)


class LookDoc(Document):
    """The last look at an address, and what was found there.

    `at` is UTC, `digest` the sha256 of the page, `judged_by` the version of the program that
    judged it. `alone` is what would be told of the link did no others of its site lead to the
    same place, None where that is the same; `shared` tells that with them it leads to no page
    (`shared_target`). `doubtful`: its site was asked what it shows for nonsense. `outcomes` has
    every criterion that was looked for, by its digest (`criteria.criterion_digest`). `whole_at`
    is when the page last came whole, None where that was this look; `before` the last look on
    which the page came, None where it came on this one or never.
    """

    url: str
    basis: Basis
    at: Utc
    vantage: str
    judged_by: str
    hops: tuple[tuple[str, int, str], ...] = ()
    response: AnswerDoc | None = None
    failure: FailureDoc | None = None
    digest: str | None = None
    asked_as: str | None = None
    not_modified: bool = False
    read: ReadDoc | None = None
    told: LinkLookDoc
    alone: LinkLookDoc | None = None
    shared: bool = False
    doubtful: bool = False
    outcomes: dict[str, OutcomeDoc] = Field(default_factory=dict)
    whole_at: Utc | None = None
    before: LookDoc | None = None

    @property
    def came(self) -> bool:
        """Whether the page itself came back."""
        return self.told.verdict in {LinkVerdict.ALIVE, LinkVerdict.MOVED}

    @property
    def link(self) -> LinkLook:
        """What was told of the link."""
        return self.link_of(self.told)

    def link_of(self, told: LinkLookDoc) -> LinkLook:
        """Return `told` of this look, whole."""
        return LinkLook(
            url=self.url,
            verdict=told.verdict,
            reason=told.reason,
            message=told.message,
            http_status=told.http_status,
            final_url=told.final_url,
            suggested_url=told.suggested_url,
            remarks=tuple(LinkRemark(*remark) for remark in told.remarks),
        )

    @property
    def words_found(self) -> bool | None:
        """Whether a claim's words stood on the page, None where none were looked for."""
        if not self.outcomes:
            return None
        return any(one.verdict in FOUND for one in self.outcomes.values())

    @property
    def capture(self) -> Capture:
        """The look itself; its body is empty, as is that of a page which did not change."""
        return Capture(
            asked=self.url,
            basis=self.basis,
            at=self.at,
            vantage=self.vantage,
            hops=tuple(Hop(*hop) for hop in self.hops),
            response=_response(self.response) if self.response else None,
            failure=Failure(self.failure.reason, self.failure.message) if self.failure else None,
            digest=self.digest,
            asked_as=self.asked_as,
            not_modified=self.not_modified,
        )

    @property
    def text(self) -> Text | None:
        """What the page is; its content is not remembered."""
        if self.read is None:
            return None
        fields = {name: getattr(self.read, name) for name in ReadDoc.model_fields}
        return Text("", **fields)


def _response(answer: AnswerDoc) -> Response:
    return Response(answer.url, answer.status, answer.headers, b"", answer.untrusted)


def answer_doc(response: Response) -> AnswerDoc:
    """Return a response as it is remembered."""
    kept = tuple(one for one in response.headers if one[0].lower() in KEPT_HEADERS)
    return AnswerDoc(
        url=response.url, status=response.status, headers=kept, untrusted=response.untrusted
    )


def read_doc(text: Text) -> ReadDoc:
    """Return what a page is, as it is remembered."""
    return ReadDoc(**{name: getattr(text, name) for name in ReadDoc.model_fields})


def link_look_doc(link: LinkLook) -> LinkLookDoc:
    """Return what was told of a link, as it is remembered."""
    return LinkLookDoc(
        verdict=link.verdict,
        reason=link.reason,
        message=link.message,
        http_status=link.http_status,
        final_url=link.final_url,
        suggested_url=link.suggested_url,
        remarks=tuple((one.rule, one.message) for one in link.remarks),
    )


class Memory(Document):
    """`checks.json`: what the last finished audit of a paper saw and found.

    `version` is the program's that wrote it, `as_of` the time of that audit; `records` has the
    digest of every record by its name (`claim:ID`, `note:ID`, `source:ID`), as
    `criteria.record_digests` gives it; `archived` is what archives answered about the cited
    addresses, and when they may be asked again.
    """

    schema_: Literal["footnoted/checks/1"] = Field(default="footnoted/checks/1", alias="schema")
    version: str | None = None
    as_of: Utc | None = None
    records: dict[str, str] = Field(default_factory=dict)
    looks: tuple[LookDoc, ...] = ()
    archived: ArchivesDoc = Field(default_factory=ArchivesDoc)

    @cached_property
    def by_question(self) -> Mapping[tuple[str, Basis], LookDoc]:
        """The looks by what was asked, and as what."""
        return {(one.url, one.basis): one for one in self.looks}

    @cached_property
    def by_criterion(self) -> Mapping[str, tuple[LookDoc, ...]]:
        """The looks on which each criterion was looked for."""
        found: dict[str, tuple[LookDoc, ...]] = {}
        for one in self.looks:
            for look in filter(None, (one, one.before)):
                for digest in look.outcomes:
                    found[digest] = (*found.get(digest, ()), look)
        return found

    def look(self, url: str, basis: Basis = "cited") -> LookDoc | None:
        """Return the last look at an address (absolute), None where none is remembered."""
        return self.by_question.get((url, basis))

    def looks_for(self, digest: str) -> tuple[LookDoc, ...]:
        """Return the looks on which a criterion was looked for, in the order of their address.

        Of an address that fails now it may be that look and the last one on which its page came.
        """
        return self.by_criterion.get(digest, ())

    def outcomes_of(self, digest: str) -> tuple[OutcomeDoc, ...]:
        """Return what became of a criterion on each of those looks."""
        return tuple(look.outcomes[digest] for look in self.looks_for(digest))
