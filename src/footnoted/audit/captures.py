"""Where an audit's captures come from: the web, now, or the evidence, as it was."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from urllib.parse import urldefrag

from footnoted.audit.network import by_reach, in_full, offline_capture, offline_message
from footnoted.audit.options import Clock, Options, Watcher
from footnoted.audit.robots import Robots, agent_name
from footnoted.errors import EvidenceError, FootnotedError
from footnoted.model.capture import Capture, Failure
from footnoted.model.question import Question
from footnoted.store.evidence import Evidence
from footnoted.store.runs import Run
from footnoted.web.lanes import capture_of
from footnoted.web.look import Progress, look_at
from footnoted.web.manners import Manners

STALE_SECONDS = 24 * 3600
"""An interrupted run older than a day is not taken up again: its looks are yesterday's news."""


INTERRUPTED = "interrupted; what was looked at is kept, and the next run goes on from there"


class InterruptedAuditError(FootnotedError):
    """The user stopped the audit; what was looked at is kept, and the next run goes on."""

    exit_code = 130


class Captures(Protocol):
    """Answers questions with captures; a question without an answer is left out.

    `as_of` is the time as of which the audit judges, `looked_at` when its run looked, `agent`
    the name by which robots.txt calls us.
    """

    agent: str
    as_of: datetime
    looked_at: datetime
    offline_message: str | None

    def look(self, questions: Sequence[Question]) -> dict[Question, Capture]:
        """Return the captures for `questions`."""

    def local(self, digest: str) -> Capture | None:
        """Return the local copy with this sha256, None where the evidence lacks it."""


@contextlib.contextmanager
def open_captures(key: str, options: Options, clock: Clock, watcher: Watcher) -> Iterator[Captures]:
    """Open the captures of an audit of `key`: the evidence for a replay, else the web."""
    if options.replay:
        yield from _replayed(key, options)
    else:
        with Evidence.open(
            options.evidence_folder, writing=True, user_agent=options.fetch.user_agent
        ) as evidence:
            yield from _fetched(key, options, clock, watcher, evidence)


def _replayed(key: str, options: Options) -> Iterator[Captures]:
    with Evidence.open(options.evidence_folder, writing=False) as evidence:
        run = evidence.last_run(key, as_of=options.as_of)
        if run is None:
            when = f" before {options.as_of:%Y-%m-%dT%H:%M:%SZ}" if options.as_of else ""
            raise EvidenceError(
                f"{options.evidence_folder}: no audit of '{key}' is kept{when}; "
                f"run footnoted check {options.corpus} without --replay first"
            )
        yield Replay(evidence, run, options)


def _fetched(
    key: str, options: Options, clock: Clock, watcher: Watcher, evidence: Evidence
) -> Iterator[Captures]:
    for note in evidence.notes:
        watcher.say(note, 0, 0)
    open_run = evidence.open_run(key)
    if open_run and (clock.now() - open_run.as_of).total_seconds() > STALE_SECONDS:
        open_run = None
    run = open_run or evidence.begin_run(clock.now(), key=key)
    yield Fetch(options, clock, watcher, evidence, run)
    if watcher.stop.is_set():
        raise InterruptedAuditError(INTERRUPTED)
    evidence.end_run(run)


class Replay:
    """Captures as an earlier run saw them; nothing is asked of the web."""

    def __init__(self, evidence: Evidence, run: Run, options: Options) -> None:
        self.agent = agent_name(options.fetch.user_agent)
        self.as_of = options.as_of or run.as_of
        self.looked_at = run.as_of
        self._until = options.as_of
        self._evidence = evidence
        self._taken = evidence.captures(run)
        self.offline_message = _offline_message(self._taken.values())

    def look(self, questions: Sequence[Question]) -> dict[Question, Capture]:
        """Return the run's own captures; for what it did not ask, the newest before it."""
        found = {}
        for question in questions:
            capture = self._taken.get((question.url, question.basis))
            if capture is None:
                capture = self._evidence.latest(
                    question.url, basis=question.basis, as_of=self.as_of
                )
            if capture:
                found[question] = capture
        return found

    def local(self, digest: str) -> Capture | None:
        """Return the local copy, unless it came only after the time that was asked for."""
        return self._evidence.latest(f"local:{digest}", basis="local", as_of=self._until)


def _offline_message(captures: Iterable[Capture]) -> str | None:
    for capture in captures:
        if capture.failure and capture.failure.reason == "offline":
            return capture.failure.message
    return None


class Fetch:
    """Captures from the web, each recorded at once; those of an interrupted run are kept."""

    def __init__(
        self, options: Options, clock: Clock, watcher: Watcher, evidence: Evidence, run: Run
    ) -> None:
        self.as_of = self.looked_at = run.as_of
        self.offline_message: str | None = None
        self.agent = agent_name(options.fetch.user_agent)
        self._options = options
        self._clock = clock
        self._watcher = watcher
        self._evidence = evidence
        self._manners = Manners(options.fetch)
        self._robots = Robots(self.look, self.agent)
        self._taken = {
            asked: capture
            for asked, capture in evidence.captures(run).items()
            if not (capture.failure and capture.failure.reason == "offline")
        }

    def look(self, questions: Sequence[Question]) -> dict[Question, Capture]:
        """Ask the web what is not asked yet; offline, every public address says so."""
        due = [one for one in questions if (one.url, one.basis) not in self._taken]
        if self._options.fetch.obey_robots:
            due, closed = self._robots.part(due)
            self._keep(closed)
        near, far = by_reach(due, self._options.fetch)
        if near:
            self._ask(near)
        if far:
            self._ask_far(far)
        found = {one: self._taken.get((one.url, one.basis)) for one in questions}
        return {one: capture for one, capture in found.items() if capture}

    def local(self, digest: str) -> Capture | None:
        """Return the local copy from the evidence."""
        return self._evidence.local(digest)

    def _ask_far(self, far: list[Question]) -> None:
        """Ask the public web, unless no host of this run nor any canary answers."""
        if self.offline_message is None and not self._answered():
            message = offline_message(far, self._options.canaries, self._options.fetch)
            if message:
                self.offline_message = message
                self._watcher.say(in_full(message), 0, 0)
        if self.offline_message is None:
            self._ask(far)
        else:
            self._record_offline(far)

    def _keep(self, closed: Iterable[tuple[Question, Failure]]) -> None:
        """Record what was not asked, and why."""
        at, vantage = self._clock.now(), self._options.vantage
        for question, why in closed:
            capture = capture_of(question, why, at=at, vantage=vantage)
            self._evidence.record(capture)
            self._taken[question.url, question.basis] = capture

    def _answered(self) -> bool:
        return any(capture.response for capture in self._taken.values())

    def _record_offline(self, far: list[Question]) -> None:
        assert self.offline_message is not None
        for question in far:
            capture = offline_capture(
                question, self.offline_message, self.as_of, self._options.vantage
            )
            self._evidence.record(capture)
            self._taken[question.url, question.basis] = capture

    def _ask(self, questions: list[Question]) -> None:
        """Ask each page once; one that was asked under another basis or fragment is shared."""
        by_page: dict[str, list[Question]] = {}
        for question in questions:
            by_page.setdefault(urldefrag(question.url).url, []).append(question)
        taken = {urldefrag(url).url: one for (url, _), one in self._taken.items()}
        due = [group[0] for page, group in by_page.items() if page not in taken]
        looked = look_at(
            due,
            self._options.fetch,
            self._evidence,
            vantage=self._options.vantage,
            now=self._clock.now,
            progress=self._tell,
            stop=self._watcher.stop,
            manners=self._manners,
        )
        for page, group in by_page.items():
            first = taken.get(page) or looked.get(group[0].url)
            for question in group:
                if first is not None:
                    self._share(first, question)
        if self._watcher.stop.is_set():
            raise InterruptedAuditError(INTERRUPTED)

    def _share(self, capture: Capture, question: Question) -> None:
        """Take `capture` as the answer to `question`; another basis is recorded as its own."""
        if (capture.asked, capture.basis) != (question.url, question.basis):
            capture = replace(capture, asked=question.url, basis=question.basis)
            self._evidence.record(capture)
        self._taken[question.url, question.basis] = capture

    def _tell(self, progress: Progress) -> None:
        self._watcher.say(progress.url, progress.done, progress.total)
