"""What is new since the last audit, and what this one leaves for the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from footnoted.checks.outcomes import CLAIM_RULES, LINK_RULES
from footnoted.history import UNSEEN, HistoryLine, News, Problem, fingerprint, news
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding
from footnoted.model.seen import Seen
from footnoted.model.verdicts import LinkVerdict
from footnoted.plan import absolute
from footnoted.verdicts import ClaimJudgement

UNSETTLED = UNSEEN | {LinkVerdict.OFFLINE, LinkVerdict.NOT_FETCHED}
"""Link verdicts that tell nothing of whether an earlier trouble is over."""


LOSSES = frozenset({"link-dead", "link-soft-404", "link-parked"})
"""Three looks of one trouble: a page that is gone may answer differently from night to night."""


def named(finding: Finding) -> str:
    """Return the fingerprint of a finding: its rule, its records, its own words.

    A message may name lines and so never enters, but where nothing else tells findings apart.
    """
    where = finding.where
    subject = finding.subject
    if subject is None and not (where.claim or where.note or where.source):
        subject = finding.message
    rule = "link-lost" if finding.rule in LOSSES else finding.rule
    return fingerprint(rule, where.claim, where.note, where.source, part=subject)


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


@dataclass(frozen=True, slots=True)
class Look:
    """What an audit looked at: only about that it can say that a trouble is over.

    `rules` are the lints that ran. An audit of a part, or without network, is not `whole`.
    """

    corpus: Corpus
    claims: Mapping[str, ClaimJudgement]
    seen: Sequence[Seen]
    rules: frozenset[str]
    whole: bool

    def settles(self, problem: Problem) -> bool:
        """Whether this audit could have seen that `problem` is still there."""
        if problem.rule in LINK_RULES:
            return self._settles_link(problem.target)
        if problem.rule in CLAIM_RULES:
            return self._settles_claim(problem.target)
        return self.whole and problem.rule in self.rules

    def _settles_link(self, url: str) -> bool:
        verdicts = {one.link.verdict for one in self.seen if one.link and one.question.url == url}
        if not verdicts:
            return self.whole and url not in self._urls()
        return not verdicts & UNSETTLED

    def _urls(self) -> set[str]:
        return {absolute(source.url) for source in self.corpus.sources.values() if source.url}

    def _settles_claim(self, ident: str) -> bool:
        if ident not in self.corpus.claims:
            return self.whole
        judged = self.claims.get(ident)
        return judged is not None and all(part.look is not None for part in judged.parts)


def tell(
    lines: Sequence[HistoryLine], findings: Iterable[Finding], as_of: datetime, look: Look
) -> News:
    """Return the news among errors and warnings that are not waived.

    Something known is only fixed where this audit could have seen it: a page behind a wall
    tonight fixes nothing, nor does an audit of a part fix the rest.
    """
    problems = [
        Problem(named(one), one.rule, target(one), one.message, one.level)
        for one in findings
        if one.level != "info" and not one.waived
    ]
    told = news(lines, problems, as_of=as_of)
    return replace(told, fixed=tuple(one for one in told.fixed if look.settles(one)))
