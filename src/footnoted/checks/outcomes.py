"""From what became of claims and links to findings: the rules that can turn a run red."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from footnoted.history import ROT, PartPast, part_level
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding, Level, Where
from footnoted.model.parts import PartKind, part_subject
from footnoted.model.place import Place
from footnoted.model.records import ClaimRecord
from footnoted.model.text import Unreadable
from footnoted.model.verdicts import (
    LACKING,
    ClaimVerdict,
    LinkLook,
    LinkVerdict,
    PartVerdict,
)
from footnoted.verdicts import ClaimJudgement, Look, PartJudgement

CLAIM_RULES = frozenset(
    {
        "quotation-altered",
        "figure-disagrees",
        "quotation-not-found",
        "figure-not-found",
        "quotation-may-have-drifted",
        "figure-may-have-drifted",
        "quotation-drifted",
        "figure-drifted",
    }
)
"""Rules about a part of a claim: settled only where the part could be compared."""

LINK_RULES = frozenset(
    {
        "link-dead",
        "link-soft-404",
        "link-parked",
        "link-rotten",
        "link-moved",
        "link-blocked",
        "link-unreachable",
        "link-not-fetched",
        "link-unreadable",
        "link-untrusted",
        "link-fragment",
        "link-robots",
    }
)
"""Rules about a URL: settled only where the page or its loss was seen."""


@dataclass(frozen=True, slots=True)
class PartKnown:
    """What earlier audits told of a part, and the day (UTC) of the look that tonight rests on.

    `looked_on` is None where that look could not change (a memento beside a page behind a wall);
    `is_error` tells that its loss was told as an error already, `hidden` that nobody could look
    whether it still stands where it was found: without a network, or where that was a memento and
    none could be had.
    """

    past: PartPast
    looked_on: date | None
    is_error: bool = False
    hidden: bool = False


def claim_findings(
    corpus: Corpus,
    claim: ClaimRecord,
    judgement: ClaimJudgement,
    known: Mapping[tuple[PartKind, int], PartKnown] | None = None,
) -> tuple[Finding, ...]:
    """Return a finding for each part of `claim` that its source contradicts or lacks.

    `known` tells what became of each part before: one that an earlier audit found is first a
    warning, and an error once a look on another day agrees (`history.part_level`).
    """
    if judgement.verdict is ClaimVerdict.SUPPORTED_THEN:
        drifted = (_drifted(corpus, claim, part) for part in judgement.parts)
        return tuple(finding for finding in drifted if finding)
    if judgement.verdict not in {
        ClaimVerdict.MISMATCH,
        ClaimVerdict.NOT_FOUND,
        ClaimVerdict.UNCHECKED,
    }:
        return ()
    known = known or {}
    found = (
        _part_finding(corpus, claim, judgement, part, known.get((part.part.kind, part.part.index)))
        for part in judgement.parts
    )
    return tuple(finding for finding in found if finding)


def _part_finding(
    corpus: Corpus,
    claim: ClaimRecord,
    judgement: ClaimJudgement,
    judged: PartJudgement,
    known: PartKnown | None,
) -> Finding | None:
    kind = judged.part.kind
    rule, level = _rule(judged.verdict, judgement)
    if rule is None or judged.look is None or (known and known.hidden):
        return None
    message = judgement.message
    if rule in {"altered", "disagrees"}:
        message = judged.look.comparison.message or judgement.message
    if known and known.past.was_found:
        level = "error" if known.is_error else part_level(level, known.past, known.looked_on)
        first = known.past.failing_since or known.looked_on
        since = f", missing or changed since {first}" if first else ""
        message += f"; found there by an earlier audit{since}"
    return _about(
        corpus, claim, judged, judged.look, f"{kind}-{rule}", level=level, message=message
    )


def _drifted(corpus: Corpus, claim: ClaimRecord, judged: PartJudgement) -> Finding | None:
    """Return how the cited page reads now where only a memento still has a part."""
    then = judged.look
    if then is None or then.basis != "memento":
        return None
    now = next(
        (
            look
            for look in judged.part.looks
            if look.basis == "cited"
            and look.source == then.source
            and look.comparison.verdict in LACKING
        ),
        None,
    )
    if now is None:
        return None
    message = (
        f"in a memento of {then.at:%Y-%m-%d}; on the cited page of {now.at:%Y-%m-%d} it is "
        f"{now.comparison.verdict.value}: {now.comparison.message}".rstrip(": ")
    )
    rule = f"{judged.part.kind}-drifted"
    return _about(corpus, claim, judged, now, rule, level="info", message=message)


def _about(
    corpus: Corpus,
    claim: ClaimRecord,
    judged: PartJudgement,
    look: Look,
    rule: str,
    *,
    level: Level,
    message: str,
) -> Finding:
    """Return a finding on a part: its words stand before the message, the page's are the proof."""
    kind, index, words = judged.part.kind, judged.part.index, _words(claim, judged)
    shown = f"“{words}”" if kind == "quotation" else words
    place = corpus.place("claims", claim.id, f"{kind}s", index)
    note = next(iter(claim.note), None)
    return Finding(
        rule=rule,
        level=level,
        where=where(place, claim=claim.id, note=note, source=look.source),
        message=f"{shown}: {message}",
        proof=look.comparison.source_wording,
        subject=part_subject(claim, kind, index),
    )


def _words(claim: ClaimRecord, judged: PartJudgement) -> str:
    index = judged.part.index
    if judged.part.kind == "quotation":
        return claim.quotations[index].text
    return claim.figures[index].raw


def _rule(verdict: PartVerdict, judgement: ClaimJudgement) -> tuple[str | None, Level]:
    if verdict is PartVerdict.ALTERED:
        return "altered", "error"
    if verdict is PartVerdict.DISAGREES:
        return "disagrees", "error"
    if verdict is PartVerdict.ABSENT and judgement.verdict is ClaimVerdict.NOT_FOUND:
        return "not-found", "error"
    if verdict is PartVerdict.ABSENT and judgement.reason == "may_have_drifted":
        return "may-have-drifted", "warning"
    return None, "info"


def link_findings(
    look: LinkLook, where_cited: Where, *, established: bool, rotten: bool
) -> tuple[Finding, ...]:
    """Return what there is to say of a URL.

    `established` tells that an earlier audit saw the page: its loss is then a warning until
    it is `rotten`, since most losses of a night are weather. A page never seen is an error at
    once, a citation that leads nowhere, and stays that same error. Walls and weather are only
    told, never an error.
    """
    of_verdict = _verdict_finding(look, where_cited, established=established, rotten=rotten)
    beside = (
        _link(one.rule, _REMARKS[one.rule], where_cited, f"{look.url}: {one.message}", look)
        for one in look.remarks
    )
    return (*of_verdict, *beside)


_REMARKS: Final[Mapping[str, Level]] = {
    "link-untrusted": "warning",
    "link-fragment": "warning",
    "link-robots": "info",
}


def _verdict_finding(
    look: LinkLook, where_cited: Where, *, established: bool, rotten: bool
) -> tuple[Finding, ...]:
    verdict = look.verdict
    if verdict in ROT and established and rotten:
        message = f"{look.url}: gone for good as far as three looks over a week can tell"
        return (_link("link-rotten", "error", where_cited, f"{message} ({look.message})", look),)
    if verdict in ROT:
        level: Level = "warning" if established else "error"
        rule = f"link-{verdict.value.replace('_', '-')}"
        return (_link(rule, level, where_cited, f"{look.url}: {look.message}", look),)
    if verdict is LinkVerdict.MOVED:
        return (_link("link-moved", "warning", where_cited, f"{look.url}: {look.message}", look),)
    if verdict in {LinkVerdict.BLOCKED, LinkVerdict.UNREACHABLE, LinkVerdict.NOT_FETCHED}:
        rule = f"link-{verdict.value.replace('_', '-')}"
        message = f"{look.url}: not seen from here: {look.message}"
        return (_link(rule, "info", where_cited, message, look),)
    if verdict is LinkVerdict.ALIVE and look.reason in get_args(Unreadable):
        return (
            _link("link-unreadable", "warning", where_cited, f"{look.url}: {look.message}", look),
        )
    return ()


def _link(rule: str, level: Level, where_cited: Where, message: str, look: LinkLook) -> Finding:
    return Finding(
        rule=rule,
        level=level,
        where=where_cited,
        message=message,
        proof=look.reason,
        subject=look.url,
    )


def where(
    place: Place, *, claim: str | None = None, note: str | None = None, source: str | None = None
) -> Where:
    """Return a finding's Where for a place in the corpus."""
    return Where(place.file, place.line, place.column, note, claim, source)
