"""Where an audit's captures come from: the web, now, or the evidence, as it was."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from footnoted.audit.network import by_reach, in_full, offline_capture, offline_message
from footnoted.audit.options import Clock, Options, Watcher
from footnoted.errors import FootnotedError
from footnoted.model.capture import Basis, Capture
from footnoted.model.question import Question
from footnoted.store.evidence import Evidence
from footnoted.store.runs import Run
from footnoted.web.look import Progress, look_at

STALE_SECONDS = 24 * 3600
"""An interrupted run older than a day is not taken up again: its looks are yesterday's news."""


class InterruptedAuditError(FootnotedError):
    """The user stopped the audit; what was looked at is kept, and the next run goes on."""

    exit_code = 130


class Captures(Protocol):
    """Answers questions with captures; a question without an answer is left out."""

    as_of: datetime
    offline_message: str | None

    def look(self, questions: Sequence[Question]) -> dict[Question, Capture]:
        """Return the captures for `questions`."""

    def local(self, digest: str) -> Capture | None:
        """Return the local copy with this sha256, None where the evidence lacks it."""


@contextlib.contextmanager
def open_captures(key: str, options: Options, clock: Clock, watcher: Watcher) -> Iterator[Captures]:
    """Open the captures of an audit of `key`: the evidence for a replay, else the web."""
    if options.replay:
        yield from _replayed(key, options, clock)
    else:
        with Evidence.open(
            options.evidence_folder, writing=True, user_agent=options.fetch.user_agent
        ) as evidence:
            yield from _fetched(key, options, clock, watcher, evidence)


def _replayed(key: str, options: Options, clock: Clock) -> Iterator[Captures]:
    if not options.evidence_folder.exists():
        yield Replay(None, None, options.as_of or clock.now())
        return
    with Evidence.open(options.evidence_folder, writing=False) as evidence:
        run = evidence.last_run(key, as_of=options.as_of)
        as_of = options.as_of or (run.as_of if run else clock.now())
        yield Replay(evidence, run, as_of)


def _fetched(
    key: str, options: Options, clock: Clock, watcher: Watcher, evidence: Evidence
) -> Iterator[Captures]:
    for note in evidence.notes:
        watcher.say(note, 0, 0)
    open_run = evidence.open_run(key)
    if open_run and (clock.now() - open_run.as_of).total_seconds() > STALE_SECONDS:
        open_run = None
    run = open_run or evidence.begin_run(options.as_of or clock.now(), key=key)
    yield Fetch(options, clock, watcher, evidence, run)
    if not watcher.stop.is_set():
        evidence.end_run(run)


class Replay:
    """Captures as an earlier run saw them; nothing is asked of the web."""

    def __init__(self, evidence: Evidence | None, run: Run | None, as_of: datetime) -> None:
        self.as_of = as_of
        self._evidence = evidence
        self._taken = evidence.captures(run) if evidence and run else {}
        self.offline_message = _offline_message(self._taken.values())

    def look(self, questions: Sequence[Question]) -> dict[Question, Capture]:
        """Return the run's own captures; for what it did not ask, the newest before it."""
        found = {}
        for question in questions:
            capture = self._taken.get((question.url, question.basis))
            if capture is None and self._evidence:
                capture = self._evidence.latest(
                    question.url, basis=question.basis, as_of=self.as_of
                )
            if capture:
                found[question] = capture
        return found

    def local(self, digest: str) -> Capture | None:
        """Return the local copy from the evidence."""
        return self._evidence.local(digest) if self._evidence else None


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
        self.as_of = run.as_of
        self.offline_message: str | None = None
        self._options = options
        self._clock = clock
        self._watcher = watcher
        self._evidence = evidence
        self._taken = {
            asked: capture
            for asked, capture in evidence.captures(run).items()
            if not (capture.failure and capture.failure.reason == "offline")
        }

    def look(self, questions: Sequence[Question]) -> dict[Question, Capture]:
        """Ask the web what is not asked yet; offline, every public address says so."""
        due = [one for one in questions if (one.url, one.basis) not in self._taken]
        near, far = by_reach(due, self._options.fetch)
        if self.offline_message is None:
            message = offline_message(far, self._options.canaries, self._options.fetch)
            if message:
                self.offline_message = message
                self._watcher.say(in_full(message), 0, 0)
        if self.offline_message is not None:
            self._record_offline(far)
            far = []
        self._ask([*near, *far])
        found = {one: self._taken.get((one.url, one.basis)) for one in questions}
        return {one: capture for one, capture in found.items() if capture}

    def local(self, digest: str) -> Capture | None:
        """Return the local copy from the evidence."""
        return self._evidence.local(digest)

    def _record_offline(self, far: list[Question]) -> None:
        assert self.offline_message is not None
        for question in far:
            capture = offline_capture(
                question, self.offline_message, self.as_of, self._options.vantage
            )
            self._evidence.record(capture)
            self._taken[question.url, question.basis] = capture

    def _ask(self, questions: list[Question]) -> None:
        if not questions:
            return

        def told(progress: Progress) -> None:
            self._watcher.say(progress.url, progress.done, progress.total)

        by_basis: dict[Basis, list[Question]] = {}
        for question in questions:
            by_basis.setdefault(question.basis, []).append(question)
        for basis, group in by_basis.items():
            captures = look_at(
                group,
                self._options.fetch,
                self._evidence,
                vantage=self._options.vantage,
                now=self._clock.now,
                progress=told,
                stop=self._watcher.stop,
            )
            self._taken.update({(url, basis): capture for url, capture in captures.items()})
        if self._watcher.stop.is_set():
            raise InterruptedAuditError(
                "interrupted; what was looked at is kept, and the next run goes on from there"
            )
