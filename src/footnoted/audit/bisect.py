"""When the words of a claim came and went: the mementos of its page, looked at one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from footnoted import plan
from footnoted.audit.archive_asking import Asker
from footnoted.audit.archive_rests import note_rests, resting
from footnoted.audit.begin import CHECKS, HISTORY
from footnoted.audit.bisect_document import make_document, observed
from footnoted.audit.bisect_target import Target
from footnoted.audit.captures import STALE_SECONDS
from footnoted.audit.memento_looks import memento_look
from footnoted.audit.options import Clock, Options, Watcher
from footnoted.audit.study import Body, Criterion, PartKey, Studied, study
from footnoted.bisecting import Search, Sight, can_be_looked_at
from footnoted.checks.page_look import PageLook
from footnoted.mementos import (
    ARCHIVES,
    Archive,
    made_at,
    memento_question,
    refusal,
    view_url,
)
from footnoted.model.archived import Snapshot
from footnoted.model.bisected import BisectDocument
from footnoted.model.capture import Capture
from footnoted.model.verdicts import FOUND
from footnoted.store.evidence import Evidence
from footnoted.store.state import append_history, read_history
from footnoted.verdicts import ANSWERED, latest_day
from footnoted.web.settings import FetchSettings
from footnoted.workers import Workers

MOST = 24
"""Requests that a search may make unless told otherwise: at an archive's pace, a minute."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user wants of a search: which days, how many requests, of which archives."""

    since: date | None = None
    until: date | None = None
    most: int = MOST
    archives: Sequence[Archive] = ARCHIVES
    evidence: Path | None = None
    reports: Path | None = None
    vantage: str = "local"
    fetch: FetchSettings = field(default_factory=FetchSettings)


def bisect(target: Target, wish: Wish, clock: Clock, watcher: Watcher) -> BisectDocument:
    """Search the mementos of the target's page, and remember what was observed.

    Every memento is kept in the evidence as a capture, so that a search that was interrupted,
    or ran out of requests, is taken up again for free. Raises InterruptedAuditError when
    `watcher.stop` was set, and FootnotedError in one line for what a person must mend.
    """
    options = Options(target.folder, evidence=wish.evidence, reports=wish.reports)
    state = options.reports_folder / target.corpus.paper.id
    agent = wish.fetch.user_agent
    with (
        Evidence.open(options.evidence_folder, writing=True, user_agent=agent) as evidence,
        Workers() as workers,
    ):
        key = f"{target.corpus.paper.id} bisect {target.claim.id}"
        run = evidence.open_run(key)
        if run is None or (clock.now() - run.as_of).total_seconds() > STALE_SECONDS:
            run = evidence.begin_run(clock.now(), key=key)
        asker = Asker(evidence, wish.fetch, clock, watcher, wish.vantage, wish.archives)
        asker.stopped |= resting(state / CHECKS, clock.now())
        document, seen = _Run(target, wish, asker, watcher, workers).go(run.as_of)
        evidence.end_run(run)
        note_rests(state / CHECKS, asker.looks, asker.settings)
    known = read_history(state / HISTORY).lines
    note = append_history(state / HISTORY, observed(known, target, seen, run.as_of))
    if note:
        watcher.say(note, 0, 0)
    return document


@dataclass(slots=True)
class _Run:
    """One search under way."""

    target: Target
    wish: Wish
    asker: Asker
    watcher: Watcher
    workers: Workers
    held: int = 0
    stopped: str | None = None

    def go(self, as_of: datetime) -> tuple[BisectDocument, Search[PartKey]]:
        """Ask for the list, then for mementos, until all is known or the budget is spent."""
        archival = self.asker.mementos(plan.absolute(self.target.url))
        asked = can_be_looked_at(archival.snapshots)
        within = tuple(one for one in asked if self._wanted(one.at.date()))
        source, paper = self.target.source, self.target.corpus.paper
        anchor = latest_day(source.accessed or paper.issued)
        search = Search(within, self.target.keys, anchor)
        looked = self._search(search)
        document = make_document(
            self.target,
            search,
            archival,
            as_of=as_of,
            archives=[one.name for one in self.asker.archives],
            errors=len(archival.snapshots) - len(asked),
            beyond=len(asked) - len(within),
            looked_at=looked,
            held=self.held,
            requests=self.asker.requests,
            stopped=self.stopped,
        )
        return document, search

    def _search(self, search: Search[PartKey]) -> int:
        looked = 0
        while step := search.next():
            snapshot, question = step.snapshot, memento_question(step.snapshot)
            if self.asker.requests >= self.wish.most and not self.asker.held(question):
                self.stopped = f"the budget of {self.wish.most} requests is spent"
                break
            came = self.asker.memento(snapshot, question)
            if isinstance(came, str):
                self.stopped = came
                break
            capture, held = came
            self.held += held
            looked += 1
            search.learn(self._sights(snapshot, capture, search.snapshots))
            self.watcher.say(f"memento of {snapshot.at:%Y-%m-%d}", looked, len(search.snapshots))
        return looked

    def _wanted(self, day: date) -> bool:
        since, until = self.wish.since, self.wish.until
        return (since is None or day >= since) and (until is None or day <= until)

    def _sights(
        self, asked: Snapshot, capture: Capture, listed: Sequence[Snapshot]
    ) -> Mapping[PartKey, Sight]:
        """Return what a memento tells of each part; what is no page of the source tells nothing."""
        why = refusal(capture)
        response = capture.response
        if why is None and response and response.untrusted:
            why = f"served untrusted: {response.untrusted}"
        if why is not None or response is None:
            return dict.fromkeys(self.target.keys, Sight(asked, None, why=why or "nothing came"))
        came = _came(asked, capture, listed)
        body = Body(
            response.body, response.header("Content-Type"), response.url, tuple(self._criteria())
        )
        (studied,) = study([body], self.workers)
        why = _no_source(capture, studied)
        if why is not None:
            return dict.fromkeys(self.target.keys, Sight(asked, came, why=why))
        found = {key: studied.comparisons[self.target.source.id, key] for key in self.target.keys}
        return {key: Sight(asked, came, one, one.message) for key, one in found.items()}

    def _criteria(self) -> list[Criterion]:
        source = self.target.source.id
        locator = self.target.locator
        return [
            Criterion((source, key), self.target.part(key), locator) for key in self.target.keys
        ]


def _came(asked: Snapshot, capture: Capture, listed: Sequence[Snapshot]) -> Snapshot:
    """Return the memento that came, by the time at which it was made."""
    made = made_at(capture)
    assert made, "what tells no time was refused"
    assert capture.response
    if made == asked.at:
        return asked
    known = next((one for one in listed if one.at == made), None)
    url = capture.response.url
    return known or replace(asked, at=made, url=url, view=view_url(url), digest=None)


def _no_source(capture: Capture, studied: Studied) -> str | None:
    """Return why a memento is no page of the source: an error, a wall, or nothing to read."""
    words = [one.verdict in FOUND for one in studied.comparisons.values()]
    link = memento_look(PageLook(capture, studied.text, any(words) if words else None))
    if link.verdict not in ANSWERED:
        told = link.verdict.value.replace("_", " ")
        return f"a memento of no page: {told} ({link.message})"
    if studied.text.unreadable:
        return f"cannot be read: {studied.text.unreadable.replace('_', ' ')}"
    return None
