"""What earlier runs saw of plain links, and what this one leaves for the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urldefrag

from footnoted import plan
from footnoted.audit.news import UNSETTLED, named
from footnoted.checks.outcomes import link_findings
from footnoted.history import (
    HistoryLine,
    LinkLine,
    News,
    Problem,
    lines_for,
    looks_by_url,
    news,
    rotten,
    since,
    was_seen,
)
from footnoted.model.documents import LinkAnswer, LinksDocument
from footnoted.model.finding import Finding, Where
from footnoted.model.report import FindingDoc, WhereDoc
from footnoted.model.verdicts import LinkLook
from footnoted.store.state import append_history, read_history

HISTORY = "history.jsonl"
"""What the history is called in the folder that `--state` names."""

INTERRUPTED = "interrupted"
"""The reason of a link that was not looked at, since the user stopped."""

OF_A_PLACE = frozenset({"link-fragment"})
"""Rules about a place within a page; all others are about the page, whatever the fragment."""


@dataclass(frozen=True, slots=True)
class Past:
    """The looks and problems of earlier runs; `vantage` names from where this one looks.

    `kept` is False without `--state`: nothing is then known of any earlier run.
    """

    vantage: str = "local"
    lines: tuple[HistoryLine, ...] = ()
    kept: bool = False
    by_page: Mapping[str, Sequence[LinkLine]] = field(default_factory=dict)

    def findings(self, look: LinkLook, where: Where, as_of: datetime) -> tuple[FindingDoc, ...]:
        """Return what there is to say of a link, given what was seen of its page before."""
        page = page_of(look.url)
        known = self.by_page.get(page, ())
        told = link_findings(
            look,
            where,
            established=was_seen(known, page, as_of),
            rotten=rotten(known, page, as_of, verdict=look.verdict, vantage=self.vantage),
        )
        return tuple(_document(one, look.url) for one in told)

    def since(self, look: LinkLook, as_of: datetime) -> str | None:
        """Return the first day of the row of looks like this one, None where nothing is kept."""
        page = page_of(look.url)
        looks = self.by_page.get(page, ())
        day = since(looks, page, look.verdict, as_of, vantage=self.vantage) if self.kept else None
        return day.isoformat() if day else None

    def news(self, answers: Sequence[LinkAnswer], as_of: datetime, *, whole: bool) -> News:
        """Return which errors and warnings are new, known, or over.

        What is known is over where its page was seen, or where a `whole` run lists it no more.
        """
        told = news(self.lines, list(_problems(answers)), as_of=as_of)
        listed = {name for one in answers for name in _names(one)}
        unsettled = {name for one in answers if one.verdict in UNSETTLED for name in _names(one)}
        fixed = (
            one
            for one in told.fixed
            if (one.target not in unsettled if one.target in listed else whole)
        )
        return replace(told, fixed=tuple(fixed))


def page_of(url: str) -> str:
    """Return the name under which history knows a link: its page, without a fragment."""
    return urldefrag(plan.absolute(url)).url


def recall(folder: Path | None, vantage: str) -> Past:
    """Return what the history in `folder` tells; EvidenceError for a file that is none."""
    if folder is None:
        return Past(vantage)
    lines = read_history(folder / HISTORY).lines
    return Past(vantage, lines, kept=True, by_page=looks_by_url(lines))


def remember(folder: Path, past: Past, document: LinksDocument) -> str | None:
    """Append what a finished run saw to the history; return a note if a torn line was cut.

    A run that was stopped leaves nothing: a page whose site was not asked to the end may have
    been taken for alive. Links that were offline or not fetched leave no line.
    """
    if any(one.reason == INTERRUPTED for one in document.links):
        return None
    as_of = datetime.fromisoformat(document.checked_at)
    looks = [LinkLook(page_of(one.url), one.verdict, one.reason) for one in document.links]
    told = past.news(document.links, as_of, whole=is_whole(document.links, document.unreadable))
    lines = lines_for(past.lines, told, looks, as_of=as_of, vantage=past.vantage)
    return append_history(folder / HISTORY, lines)


def is_whole(answers: Iterable[LinkAnswer], unreadable: Sequence[object]) -> bool:
    """Tell whether a run saw all it was given: then what it does not list is gone from there."""
    cut_short = {INTERRUPTED, "offline"}
    return not unreadable and not any(one.reason in cut_short for one in answers)


def _names(answer: LinkAnswer) -> tuple[str, str]:
    """Return what history may call a link: its own address, or its page's."""
    return plan.absolute(answer.url), page_of(answer.url)


def _subject(rule: str, url: str) -> str:
    return plan.absolute(url) if rule in OF_A_PLACE else page_of(url)


def _problems(answers: Iterable[LinkAnswer]) -> Iterable[Problem]:
    for answer in answers:
        for one in answer.findings:
            if one.level != "info" and one.fingerprint:
                target = _subject(one.rule, answer.url)
                yield Problem(one.fingerprint, one.rule, target, one.message, one.level)


def _document(finding: Finding, url: str) -> FindingDoc:
    """Return a finding for other programs, named by its page and not by its file or line."""
    where = finding.where
    nowhere = replace(finding, where=Where(), subject=_subject(finding.rule, url))
    return FindingDoc(
        rule=finding.rule,
        level=finding.level,
        where=WhereDoc(
            file=where.file, line=where.line, column=None, note=None, claim=None, source=None
        ),
        message=finding.message,
        proof=finding.proof,
        fingerprint=named(nowhere),
    )
