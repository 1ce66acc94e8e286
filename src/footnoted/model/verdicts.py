"""The words for outcomes. DESIGN, "Verdicts", tells when each is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkVerdict(StrEnum):
    """What became of a URL."""

    ALIVE = "alive"
    MOVED = "moved"
    DEAD = "dead"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    NOT_FETCHED = "not_fetched"
    OFFLINE = "offline"
    NO_URL = "no_url"


class PartVerdict(StrEnum):
    """What became of a part of a claim.

    A quotation is one of the first six; a figure `agrees`, `disagrees`, or is `absent` or
    `unchecked` too.
    """

    VERBATIM = "verbatim"
    TYPOGRAPHIC = "typographic"
    EDITED = "edited"
    ALTERED = "altered"
    ABSENT = "absent"
    UNCHECKED = "unchecked"
    AGREES = "agrees"
    DISAGREES = "disagrees"


FOUND = frozenset(
    {PartVerdict.VERBATIM, PartVerdict.TYPOGRAPHIC, PartVerdict.EDITED, PartVerdict.AGREES}
)
"""The part stands on the page."""

CONTRADICTED = frozenset({PartVerdict.ALTERED, PartVerdict.DISAGREES})
"""The page says something else in its place."""

LACKING = CONTRADICTED | {PartVerdict.ABSENT}
"""The part does not stand on the page as it was claimed."""


class ClaimVerdict(StrEnum):
    """What became of a claim; a note's verdict is the worst of its claims.

    `rejected` and `accepted` are a person's word, where comparing contradicted nothing
    (docs/adr/0004); all others are what was compared.
    """

    REJECTED = "rejected"
    MISMATCH = "mismatch"
    NOT_FOUND = "not_found"
    SOURCE_UNAVAILABLE = "source_unavailable"
    UNCHECKED = "unchecked"
    ACCEPTED = "accepted"
    SUPPORTED_THEN = "supported_then"
    SUPPORTED = "supported"


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of a word diff, both sides as written.

    `op` is `equal`, `replace`, `delete` (the claim lacks words of the source) or `insert` (the
    claim has words of its own).
    """

    op: str
    claim: str
    source: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of comparing one quotation or figure with one text.

    `reason` is a code (`negation_dropped`, `rounds`), `message` the same in words. `span` is
    `[start, end)` in the text's content, `source_wording` that slice. For figures
    `claim_reads` and `source_reads` are both sides normalised. `needs_review` asks for a
    person's eye beside the verdict.
    """

    verdict: PartVerdict
    reason: str | None = None
    message: str = ""
    span: tuple[int, int] | None = None
    source_wording: str | None = None
    diff: tuple[Edit, ...] = ()
    claim_reads: str | None = None
    source_reads: str | None = None
    page: str | None = None
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class LinkRemark:
    """What is to be told of a link beside its verdict: the rule that found it, and words."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class LinkLook:
    """What one look at a URL tells: verdict, reason code and words, and where it led."""

    url: str
    verdict: LinkVerdict
    reason: str | None = None
    message: str = ""
    http_status: int | None = None
    final_url: str | None = None
    suggested_url: str | None = None
    remarks: tuple[LinkRemark, ...] = ()
