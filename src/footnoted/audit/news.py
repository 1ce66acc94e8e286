"""What is new since the last audit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from footnoted import history
from footnoted.checks.archived import ARCHIVE_RULES
from footnoted.checks.outcomes import CLAIM_RULES, LINK_RULES
from footnoted.history import SEEN, Book, News, Problem, fingerprint
from footnoted.judgements import JUDGEMENT_RULES, LIFTED
from footnoted.model.archived import Archival
from footnoted.model.corpus import Corpus
from footnoted.model.finding import LOSSES, Finding
from footnoted.model.parts import part_subject
from footnoted.model.seen import Seen
from footnoted.model.verdicts import FOUND, ClaimVerdict, LinkVerdict, PartVerdict
from footnoted.plan import absolute
from footnoted.verdicts import ClaimJudgement, Part

COULD_NOT_LOOK = "could-not-look"
"""The rule about nights on which nothing of what was due could be seen."""


def named(finding: Finding) -> str:
    """Return the fingerprint of a finding: its rule, its records, its own words.

    A part of a claim that is changed one night and missing the next is one trouble, as is a link
    that is lost in different ways; neither depends on which note or source is told first, nor
    does what archives hold of a link. A message may name lines and so never enters, but where
    nothing else tells findings apart.
    """
    where, subject, rule = finding.where, finding.subject, finding.rule
    if rule in CLAIM_RULES:
        return _part_name(rule.partition("-")[0], where.claim, subject)
    if rule in LINK_RULES:
        return loss_name(subject) if rule in LOSSES else fingerprint(rule, part=subject)
    if rule in ARCHIVE_RULES:
        return fingerprint(rule, part=subject)
    if subject is None and not (where.claim or where.note or where.source):
        subject = finding.message
    return fingerprint(rule, where.claim, where.note, where.source, part=subject)


def loss_name(url: str | None) -> str:
    """Return the fingerprint of the loss of the page at a cited address, whatever its verdict."""
    return fingerprint("link-lost", part=url)


def named_part(corpus: Corpus, claim: str, part: Part) -> str:
    """Return the fingerprint of any trouble with a part of a claim."""
    return _part_name(part.kind, claim, part_subject(corpus.claims[claim], part.kind, part.index))


def target(finding: Finding) -> str:
    """Return what a finding is about, for people."""
    where = finding.where
    if finding.rule in LINK_RULES | ARCHIVE_RULES or finding.rule == COULD_NOT_LOOK:
        return finding.subject or ""
    if where.claim:
        return where.claim
    if where.note:
        return f"note {where.note}"
    return where.source or where.file or ""


def _part_name(kind: str, claim: str | None, words: str | None) -> str:
    return fingerprint(f"{kind}-lost", claim, part=words)


@dataclass(frozen=True)
class Look:
    """What an audit looked at: only about that it can say that a trouble is over.

    `rules` are the lints that ran. An audit of a part, or without network, is not `whole`.
    `blind` tells that nothing of what was due could be seen, None that nothing was due.
    """

    corpus: Corpus
    claims: Mapping[str, ClaimJudgement]
    seen: Sequence[Seen]
    rules: frozenset[str]
    whole: bool
    blind: bool | None = None
    archived: Mapping[str, Archival] = field(default_factory=dict)

    def settles(self, problem: Problem) -> bool:
        """Whether this audit saw that `problem` is over."""
        if problem.rule in LINK_RULES:
            return self._settles_link(problem.target)
        if problem.rule in CLAIM_RULES:
            return self._settles_part(problem)
        if problem.rule in ARCHIVE_RULES:
            return self._settles_archived(problem.target)
        if problem.rule == COULD_NOT_LOOK:
            return self.blind is False
        if problem.rule in JUDGEMENT_RULES:
            return self.whole and self._settles_judged(problem.target)
        always = problem.rule.startswith(("record-", "waiver-"))
        return self.whole and (always or problem.rule in self.rules)

    def _settles_link(self, url: str) -> bool:
        verdicts = self._verdicts.get(url)
        if verdicts is None:
            return self.whole and url not in self._urls
        return verdicts <= SEEN

    def _settles_archived(self, url: str) -> bool:
        """Tell whether the page was seen, and every archive that was asked about it answered.

        A page that is lost is not archived for that.
        """
        held = self.archived.get(url)
        if held is None:
            return self.whole and url not in self._urls
        return not held.silent and self._settles_link(url)

    @cached_property
    def _verdicts(self) -> Mapping[str, set[LinkVerdict]]:
        found: dict[str, set[LinkVerdict]] = {}
        for one in self.seen:
            if one.link:
                found.setdefault(one.question.url, set()).add(one.link.verdict)
        return found

    @cached_property
    def _urls(self) -> set[str]:
        return {absolute(source.url) for source in self.corpus.sources.values() if source.url}

    def _settles_judged(self, claim: str) -> bool:
        """Tell whether a claim could be looked into, or no judgement speaks of it any more."""
        judged = self.claims.get(claim)
        if judged is None or all(one.claim != claim for one in self.corpus.judgements):
            return True
        if any(one.verdict is PartVerdict.UNCHECKED for one in judged.parts):
            return judged.reason in LIFTED
        hidden = judged.verdict is ClaimVerdict.SOURCE_UNAVAILABLE
        unchecked = judged.verdict is ClaimVerdict.UNCHECKED and not judged.parts
        return not hidden and (not unchecked or judged.reason in LIFTED)

    def _settles_part(self, problem: Problem) -> bool:
        """Tell whether a part was found, or is asked for no more."""
        if problem.target not in self.corpus.claims:
            return self.whole
        judged = self.claims.get(problem.target)
        if judged is None:
            return False
        return all(
            part.verdict in FOUND
            for part in judged.parts
            if named_part(self.corpus, problem.target, part.part) == problem.fingerprint
        )


def problems_of(findings: Iterable[Finding]) -> list[Problem]:
    """Return the errors and warnings that are not waived."""
    return [
        Problem(named(one), one.rule, target(one), one.message, one.level)
        for one in findings
        if one.level != "info" and not one.waived
    ]


def tell(book: Book, findings: Iterable[Finding], as_of: datetime, look: Look) -> News:
    """Return the news among errors and warnings that are not waived.

    Something known is only fixed where this audit saw that it is: a page behind a wall tonight
    fixes nothing, nor does an audit of a part fix the rest, a waiver, or a memento that makes a
    loss good.
    """
    findings = list(findings)
    there = {named(one) for one in findings}

    def settles(problem: Problem) -> bool:
        return problem.fingerprint not in there and look.settles(problem)

    return history.tell(book, problems_of(findings), as_of, settles)
