"""What earlier runs saw of plain links, and what this one leaves for the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urldefrag

from footnoted import plan
from footnoted.audit.news import COULD_NOT_LOOK, named
from footnoted.checks.outcomes import link_findings
from footnoted.history import (
    BLIND_DAYS,
    SEEN,
    Book,
    News,
    Problem,
    Sight,
    blind_days,
    fingerprint,
    is_blind,
    sight_line,
    since,
    tell,
    tonight,
    without_known,
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
    book: Book = field(default_factory=Book)
    kept: bool = False

    def findings(self, look: LinkLook, where: Where, as_of: datetime) -> tuple[FindingDoc, ...]:
        """Return what there is to say of a link, given what was seen of its page before."""
        page = page_of(look.url)
        told = link_findings(
            look,
            where,
            established=self.book.was_seen(page, as_of),
            rotten=self.book.rotten(page, as_of, verdict=look.verdict, vantage=self.vantage),
        )
        return tuple(_document(one, look.url) for one in told)

    def since(self, look: LinkLook, as_of: datetime) -> str | None:
        """Return the first day of the row of looks like this one, None where nothing is kept."""
        page = page_of(look.url)
        looks = self.book.looks(page, as_of)
        day = since(looks, page, look.verdict, as_of, vantage=self.vantage) if self.kept else None
        return day.isoformat() if day else None

    def news(self, answers: Sequence[LinkAnswer], as_of: datetime, *, whole: bool) -> News:
        """Return which errors and warnings are new, known, or over.

        What is known is over where its page was seen, or where a `whole` run lists it no more.
        """
        problems = [*_problems(answers), *self.blindness(answers, as_of)]
        return tell(self.book, problems, as_of, _settles(answers, whole=whole))

    def blind_nights(self, answers: Sequence[LinkAnswer], as_of: datetime) -> int:
        """Return how many days in a row, this one included, no link could be seen from here.

        0 if one could, or where nothing is kept.
        """
        if not (self.kept and _is_blind(answers)):
            return 0
        return len(blind_days(self.book.sights(self.vantage, as_of), as_of.date())) + 1

    def blindness(self, answers: Sequence[LinkAnswer], as_of: datetime) -> list[Problem]:
        """Return the error that it is to see nothing on three days in a row."""
        nights = self.blind_nights(answers, as_of)
        if nights < BLIND_DAYS:
            return []
        message = (
            f"no link could be seen from '{self.vantage}' on {nights} days in a row: look to the "
            "network there, or to what is in its way"
        )
        name = fingerprint(COULD_NOT_LOOK, part=self.vantage)
        return [Problem(name, COULD_NOT_LOOK, self.vantage, message, "error")]


def _is_blind(answers: Iterable[LinkAnswer]) -> bool | None:
    """Tell whether nothing could be seen of any link; None where there was none."""
    looks = [LinkLook(page_of(one.url), one.verdict, one.reason) for one in answers]
    return is_blind([Sight(one, "") for one in looks], lambda _url: None)


def _settles(answers: Sequence[LinkAnswer], *, whole: bool) -> Callable[[Problem], bool]:
    """Return what tells whether a run with these answers saw that a trouble is over."""
    listed = {name for one in answers for name in _names(one)}
    unseen = {name for one in answers if one.verdict not in SEEN for name in _names(one)}

    def settles(problem: Problem) -> bool:
        if problem.rule == COULD_NOT_LOOK:
            return _is_blind(answers) is False
        return problem.target not in unseen if problem.target in listed else whole

    return settles


def page_of(url: str) -> str:
    """Return the name under which history knows a link: its page, without a fragment."""
    return urldefrag(plan.absolute(url)).url


def recall(folder: Path | None, vantage: str) -> Past:
    """Return what the history in `folder` tells; EvidenceError for a file that is none."""
    if folder is None:
        return Past(vantage)
    return Past(vantage, Book(read_history(folder / HISTORY).lines), kept=True)


def remember(folder: Path, past: Past, document: LinksDocument) -> str | None:
    """Append what a finished run saw to the history; return a note if a torn line was cut.

    A run that was stopped leaves nothing: a page whose site was not asked to the end may have
    been taken for alive. Links that were offline or not fetched leave no line.
    """
    if any(one.reason == INTERRUPTED for one in document.links):
        return None
    as_of = datetime.fromisoformat(document.checked_at)
    looks = (LinkLook(page_of(one.url), one.verdict, one.reason) for one in document.links)
    sights = [Sight(one, past.vantage) for one in looks]
    whole = is_whole(document.links, document.unreadable)
    settles = _settles(document.links, whole=whole)
    problems = [*_problems(document.links), *past.blindness(document.links, as_of)]
    _, lines = tonight(past.book, sights, problems, as_of, settles)
    earlier = past.book.sights(past.vantage, as_of)
    sight = sight_line(earlier, past.vantage, as_of, blind=_is_blind(document.links))
    seen = without_known(past.book, [sight] if sight else [])
    return append_history(folder / HISTORY, [*seen, *lines])


def blind_too_long(document: LinksDocument, fail_on: str) -> bool:
    """Tell whether it is an error that nothing could be seen: from the third day in a row on."""
    return document.blind_nights >= BLIND_DAYS and fail_on != "never"


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
