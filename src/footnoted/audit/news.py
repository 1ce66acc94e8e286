"""What is new since the last audit, and what this one leaves for the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from footnoted.checks.outcomes import CLAIM_RULES, LINK_RULES
from footnoted.history import UNSEEN, HistoryLine, News, Problem, fingerprint, news
from footnoted.model.finding import Finding
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports.document import Seen
from footnoted.verdicts import ClaimJudgement

UNSETTLED = UNSEEN | {LinkVerdict.OFFLINE, LinkVerdict.NOT_FETCHED}
"""Link verdicts that tell nothing of whether an earlier trouble is over."""


def named(finding: Finding) -> str:
    """Return the fingerprint of a finding: its rule, its records, its own words."""
    where = finding.where
    subject = finding.subject if finding.subject is not None else finding.message
    return fingerprint(finding.rule, where.claim, where.note, where.source, part=subject)


def target(finding: Finding) -> str:
    """Return what a finding is about, for people."""
    where = finding.where
    if finding.rule in LINK_RULES:
        return finding.subject or ""
    if where.claim:
        return where.claim
    if where.note:
        return f"note {where.note}"
    return where.source or where.file or ""


def tell(
    lines: Sequence[HistoryLine],
    findings: Iterable[Finding],
    as_of: datetime,
    *,
    claims: Mapping[str, ClaimJudgement],
    seen: Iterable[Seen],
    whole: bool,
) -> News:
    """Return the news among errors and warnings that are not waived.

    Something known is only fixed where this audit could have seen it: a page behind a wall
    tonight fixes nothing, nor does an audit of a part (`whole` is False) fix the rest.
    """
    problems = [
        Problem(named(one), one.rule, target(one), one.message, one.level)
        for one in findings
        if one.level != "info" and not one.waived
    ]
    told = news(lines, problems, as_of=as_of)
    settled_links = {
        one.question.url for one in seen if one.link and one.link.verdict not in UNSETTLED
    }
    settled_claims = {
        ident
        for ident, judged in claims.items()
        if judged.parts and all(part.look is not None for part in judged.parts)
    }

    def settled(problem: Problem) -> bool:
        if problem.rule in LINK_RULES:
            return problem.target in settled_links
        if problem.rule in CLAIM_RULES:
            return problem.target in settled_claims
        return whole

    return replace(told, fixed=tuple(one for one in told.fixed if settled(one)))
