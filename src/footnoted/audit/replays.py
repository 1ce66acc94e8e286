"""Earlier pages, read and judged again under today's corpus and version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from footnoted.audit.compare import criteria
from footnoted.audit.news import named
from footnoted.audit.study import Body, PartKey, Studied, study
from footnoted.checks import CHECKS
from footnoted.checks.links import PageLook
from footnoted.checks.outcomes import link_findings
from footnoted.errors import EvidenceError
from footnoted.history import SEEN, Book
from footnoted.model.capture import Capture
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Where
from footnoted.model.question import Question
from footnoted.model.verdicts import FOUND
from footnoted.plan import cited_by, questions
from footnoted.store.evidence import Evidence
from footnoted.workers import Workers

Wanted = Mapping[Question, Sequence[str]]
"""Pages to look at again, each with the claims whose parts are looked for on it."""

AT_ONCE = 16
"""So many pages are in memory together."""

LOOKS_BACK = 50
"""So many looks are gone back for one at which the page was seen."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """An earlier page under today's corpus and version.

    `found` are the parts that stand on it, `problems` the fingerprints of what is to be said of
    its link. `at` is when it was looked at.
    """

    at: datetime
    found: frozenset[PartKey]
    problems: frozenset[str]

    def finds(self, key: PartKey) -> bool:
        """Tell whether a part stands on the page."""
        return key in self.found


Replays = Mapping[Question, Replayed]
"""What was had again, by what was asked; pages that are not at hand are left out."""


def replays(folder: Path, wanted: Wanted, corpus: Corpus, book: Book, before: datetime) -> Replays:
    """Return how the last page that was seen at each address before `before` fares today.

    Pages come from the evidence in `folder`; where there is none, the answer is empty. They are
    those of this paper's own complete audits: of what an audit of a part, or of another paper,
    saw in between, history knows nothing, and no version of ours ever judged it.
    """
    found: dict[Question, Replayed] = {}
    with _opened(folder) as evidence, Workers() as workers:
        if evidence is None:
            return {}
        past = _Past(evidence, corpus.paper.id, book, before)
        each = ((one, past.page(one)) for one in wanted)
        pages = ((one, capture) for one, capture in each if capture)
        while batch := dict(islice(pages, AT_ONCE)):
            bodies = [_body(one, batch[one], wanted[one], corpus) for one in batch]
            for question, studied in zip(batch, study(bodies, workers), strict=True):
                found[question] = _replayed(batch[question], studied)
    return found


@contextmanager
def _opened(folder: Path) -> Iterator[Evidence | None]:
    """Open the evidence for reading, None where there is none that can be read."""
    try:
        evidence = Evidence.open(folder, writing=False)
    except EvidenceError:
        yield None
        return
    with evidence:
        yield evidence


@dataclass(frozen=True, slots=True)
class _Past:
    """Earlier looks of the audits of `key` in the evidence; history tells which saw the page."""

    evidence: Evidence
    key: str
    book: Book
    before: datetime

    def page(self, question: Question) -> Capture | None:
        """Return the last look before that brought the page, and its bytes."""
        until = self.before
        for _ in range(LOOKS_BACK):
            capture = self._latest(question, until)
            if capture is None:
                return None
            if self._was_seen(question, capture):
                return capture
            until = capture.at
        return None

    def _latest(self, question: Question, until: datetime) -> Capture | None:
        last = until - timedelta(seconds=1)
        try:
            url, basis = question.url, question.basis
            return self.evidence.standing(url, basis=basis, key=self.key, as_of=last)
        except EvidenceError:  # pruned or damaged: as good as not there
            return None

    def _was_seen(self, question: Question, capture: Capture) -> bool:
        """Tell whether the audit of that look saw the page, and no wall or error.

        The page of a look that brought none, since nothing had changed, stands further back.
        """
        response = capture.response
        if response is None or not 200 <= response.status < 300:
            return False
        if capture.not_modified and not response.body:
            return False
        own = [
            line
            for line in self.book.looks(question.url, capture.at + timedelta(seconds=1))
            if line.vantage == capture.vantage
        ]
        return question.basis != "cited" or not own or own[-1].verdict in SEEN


def _body(question: Question, capture: Capture, claims: Sequence[str], corpus: Corpus) -> Body:
    response = capture.response
    assert response, "only looks that brought a page are read again"
    asked = (
        criterion
        for source, mine in cited_by(corpus, claims).items()
        if question in questions(corpus.sources[source])
        for criterion in criteria(corpus, mine, source)
    )
    return Body(response.body, response.header("Content-Type"), response.url, tuple(asked))


def _replayed(capture: Capture, studied: Studied) -> Replayed:
    outcomes = studied.comparisons
    found = frozenset(key for (_, key), one in outcomes.items() if one.verdict in FOUND)
    look = PageLook(capture, studied.text, bool(found) if outcomes else None)
    link = CHECKS["link"](look)
    told = link_findings(link, Where(), established=True, rotten=False)
    problems = frozenset(named(one) for one in told)
    return Replayed(capture.at, found if link.verdict in SEEN else frozenset(), problems)
