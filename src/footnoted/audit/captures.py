"""Where an audit's captures come from: the web, now, or the evidence, as it was."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from footnoted import plan
from footnoted.audit.begin import Begun
from footnoted.audit.looked import Looked
from footnoted.audit.network import (
    by_reach,
    in_full,
    near_answers,
    offline_capture,
    offline_message,
)
from footnoted.audit.options import Clock, Options, Watcher
from footnoted.audit.pool import Key, Pool, page_of
from footnoted.audit.recall import Recall
from footnoted.audit.robots import Robots, agent_name
from footnoted.errors import EvidenceError, FootnotedError
from footnoted.model.capture import Basis, Capture, Earlier
from footnoted.model.question import Question
from footnoted.model.remembered import LookDoc
from footnoted.store.evidence import Evidence
from footnoted.store.looks import is_bodiless
from footnoted.store.reading import Taken
from footnoted.store.runs import Run
from footnoted.web.lanes import capture_of
from footnoted.web.look import Progress, record_looks
from footnoted.web.manners import Manners

_SECOND = timedelta(seconds=1)  # captures are dated to the second

_OF_ARCHIVES: frozenset[Basis] = frozenset({"archive", "memento"})
"""What is asked of archives tells nothing of whether this machine has a network."""

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

    def look(self, questions: Sequence[Question]) -> Mapping[Question, Capture]:
        """Return the captures for `questions`, each read from where it is kept when wanted."""

    def local(self, digest: str) -> Capture | None:
        """Return the local copy with this sha256, None where the evidence lacks it."""

    def before(self, question: Question, moment: datetime) -> Capture | None:
        """Return the newest look at `question` that the evidence has from before `moment`."""

    def leave_alone(self, hosts: Mapping[str, str]) -> None:
        """Ask `hosts` no more in this run, and say why where they would have been asked."""


OpenCaptures = Callable[
    [Begun, Options, Clock, Watcher], contextlib.AbstractContextManager[Captures]
]
"""Opens the captures of an audit; see `open_captures`."""


@contextlib.contextmanager
def open_captures(
    begun: Begun, options: Options, clock: Clock, watcher: Watcher, pool: Pool | None = None
) -> Iterator[Captures]:
    """Open the captures of an audit: the evidence for a replay, else memory and the web.

    An audit of a part is a run of its own, which no replay of the whole takes for the last one.
    `pool` has what the audits before this one looked at in the same run.
    """
    key, part = begun.corpus.paper.id, begun.scope.part
    part = f"{key} --only {part}" if part else key
    if options.replay:
        yield from _replayed(key, part, options)
    else:
        agent = options.fetch.user_agent
        with Evidence.open(options.evidence_folder, writing=True, user_agent=agent) as evidence:
            pool = pool or Pool(clock.now(), Manners(options.fetch))
            with _run_of(part, pool.as_of, watcher, evidence) as run:
                yield Fetch(options, clock, watcher, evidence, run, begun.recall, pool=pool)


def _replayed(key: str, part: str, options: Options) -> Iterator[Captures]:
    with Evidence.open(options.evidence_folder, writing=False) as evidence:
        runs = (evidence.last_run(one, as_of=options.as_of) for one in (key, part))
        run = max(filter(None, runs), key=lambda one: (one.ended, one.as_of), default=None)
        if run is None:
            when = f" before {options.as_of:%Y-%m-%dT%H:%M:%SZ}" if options.as_of else ""
            raise EvidenceError(
                f"{options.evidence_folder}: no audit of '{key}' is kept{when}; "
                f"run footnoted check {options.corpus} without --replay first"
            )
        yield Replay(evidence, run, options)


@contextlib.contextmanager
def _run_of(key: str, as_of: datetime, watcher: Watcher, evidence: Evidence) -> Iterator[Run]:
    """Begin a run as of a time, or go on with one that was interrupted; it ends with the block."""
    for note in evidence.notes:
        watcher.say(note, 0, 0)
    open_run = evidence.open_run(key)
    if open_run and (as_of - open_run.as_of).total_seconds() > STALE_SECONDS:
        open_run = None
    run = open_run or evidence.begin_run(as_of, key=key)
    yield run
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
        self._key = run.key
        self._evidence = evidence
        self._taken = evidence.captures(run)
        self.offline_message = _offline_message(self._taken)

    def look(self, questions: Sequence[Question]) -> Mapping[Question, Capture]:
        """Return the run's own captures; for what it did not ask, the newest before it."""
        reads: dict[Question, Callable[[], Capture]] = {}
        for question in questions:
            if (question.url, question.basis) in self._taken:
                reads[question] = partial(self._taken.__getitem__, (question.url, question.basis))
            elif self._evidence.knows(question.url, basis=question.basis, as_of=self.as_of):
                reads[question] = partial(self._newest, question)
        return Looked({one: read for one, read in reads.items() if self._is_whole(one, read)})

    def local(self, digest: str) -> Capture | None:
        """Return the local copy, unless it came only after the time that was asked for."""
        return self._evidence.latest(f"local:{digest}", basis="local", as_of=self._until)

    def before(self, question: Question, moment: datetime) -> Capture | None:
        """Return an earlier look; none is later than what is replayed."""
        return _before(self._evidence, question, self._key, min(moment - _SECOND, self.as_of))

    def leave_alone(self, hosts: Mapping[str, str]) -> None:
        """Do nothing: nobody is asked on a replay."""

    def _newest(self, question: Question) -> Capture:
        """Return what the run went by where it did not ask, else the newest look at all.

        A run goes by the looks of the complete ones before it, whatever an audit of a part or
        one of another paper has seen since.
        """
        url, basis, until = question.url, question.basis, self.as_of
        found = self._evidence.standing(url, basis=basis, key=self._key, as_of=until)
        found = found or self._evidence.latest(url, basis=basis, as_of=until)
        assert found, "what the evidence knows it can tell"
        return found

    def _is_whole(self, question: Question, read: Callable[[], Capture]) -> bool:
        """Tell whether a look's page is here: of one that did not change it may be elsewhere."""
        key = (question.url, question.basis)
        if key in self._taken and not self._taken.came_without_body(key):
            return True
        return not is_bodiless(read())


def _read(read: Callable[[], Capture | None]) -> Capture:
    found = read()
    assert found, "it was there a moment ago"
    return found


def _before(evidence: Evidence, question: Question, key: str, until: datetime) -> Capture | None:
    """Return a look of an earlier run of `key`, else the newest of anybody."""
    url, basis = question.url, question.basis
    found = evidence.standing(url, basis=basis, key=key, as_of=until)
    return found or evidence.latest(url, basis=basis, as_of=until)


def _offline_message(taken: Taken) -> str | None:
    for key in taken:
        if key[1] not in _OF_ARCHIVES and taken.outcome(key) == "offline":
            failure = taken[key].failure
            return failure.message if failure else None
    return None


class Fetch:
    """Captures from the web, each recorded at once; those of an interrupted run are kept.

    What memory knows well enough is not asked. Only what was asked is held here: pages are read
    from the evidence, one when it is wanted.
    """

    def __init__(
        self,
        options: Options,
        clock: Clock,
        watcher: Watcher,
        evidence: Evidence,
        run: Run,
        recall: Recall,
        *,
        pool: Pool,
    ) -> None:
        self.as_of = self.looked_at = run.as_of
        self.offline_message: str | None = None
        self.agent = agent_name(options.fetch.user_agent)
        self._options = options
        self._clock = clock
        self._watcher = watcher
        self._evidence = evidence
        self._run = run
        self._recall = recall
        self._pool = pool
        self._robots = Robots(self.look, self.agent)
        taken = evidence.captures(run)
        self._taken = dict.fromkeys(key for key in taken if taken.outcome(key) != "offline")

    def look(self, questions: Sequence[Question]) -> Mapping[Question, Capture]:
        """Ask the web what is due and not asked yet; offline, every public address says so."""
        new = [one for one in questions if (one.url, one.basis) not in self._taken]
        known = {one: read for one in new if (read := self._remembered(one))}
        due = [one for one in new if one not in known]
        if self._options.fetch.obey_robots:
            due, closed = self._robots.part(due)
            self._keep(
                capture_of(one, why, at=self._clock.now(), vantage=self._options.vantage)
                for one, why in closed
            )
        self.ask_due(self._not_in_pool(due))
        self._ask_in_full(self._without_page(questions))
        taken = self._evidence.captures(self._run)
        for one in questions:
            if (one.url, one.basis) in self._taken:
                known[one] = partial(taken.__getitem__, (one.url, one.basis))
        return Looked({one: known[one] for one in questions if one in known})

    def _remembered(self, question: Question) -> Callable[[], Capture] | None:
        """Return what reads the last look where none is due, None where the web is to be asked.

        What our version judged is not read again; what another judged is, from the evidence, as
        is a memento on which something new is looked for. The address made up to probe a site is
        asked once a day.
        """
        if question.basis == "probe":
            return self._probed(question)
        look = self._recall.not_due(question, self.as_of.date())
        if look is None:
            memento = self._recall.memento(question)
            return self._kept(memento) if memento else None
        if look.judged_by == self._recall.version or look.response is None:
            return lambda: look.capture
        return self._kept(look)

    def _kept(self, look: LookDoc) -> Callable[[], Capture] | None:
        """Return what reads an earlier look from the evidence, None where its page is not here."""

        def read() -> Capture | None:
            return self._evidence.latest(look.url, basis=look.basis, as_of=look.at)

        try:
            found = read()
        except EvidenceError:
            return None
        if found is None or is_bodiless(found):
            return None
        return partial(_read, read) if (found.at, found.digest) == (look.at, look.digest) else None

    def _probed(self, question: Question) -> Callable[[], Capture] | None:
        """Return what reads a probe of a day that was answered, None where it is to be asked."""
        if not plan.is_made_up(question):
            return None

        def read() -> Capture | None:
            key, until = self._run.key, self.as_of
            return self._evidence.standing(question.url, basis="probe", key=key, as_of=until)

        found = read()
        return partial(_read, read) if found and found.response else None

    def _without_page(self, questions: Iterable[Question]) -> list[Question]:
        """Return what did not change, though neither memory nor evidence tells all of its page."""
        taken = self._evidence.captures(self._run)
        keys = {one: (one.url, one.basis) for one in questions}
        told = {one: key for one, key in keys.items() if key in self._taken}
        odd = {one: taken[key] for one, key in told.items() if taken.came_without_body(key)}
        return [
            one
            for one, capture in odd.items()
            if is_bodiless(capture) and self._recall.unchanged(one, capture) is None
        ]

    def _ask_in_full(self, questions: list[Question]) -> None:
        """Ask again for pages whose last answer says less than is wanted."""
        for one in questions:
            del self._taken[one.url, one.basis]
        self.ask_again(questions)

    def ask_again(self, questions: list[Question]) -> None:
        """Ask the web for pages whole, whatever their sites told before."""
        self._ask(questions, in_full=True)

    def local(self, digest: str) -> Capture | None:
        """Return the local copy from the evidence."""
        return self._evidence.local(digest)

    def before(self, question: Question, moment: datetime) -> Capture | None:
        """Return an earlier look from the evidence."""
        return _before(self._evidence, question, self._run.key, moment - _SECOND)

    def leave_alone(self, hosts: Mapping[str, str]) -> None:
        """Give hosts up before they are asked."""
        self._pool.manners.gave_up.update(hosts)

    def ask_due(self, due: list[Question]) -> None:
        """Ask the web for pages of which nothing is at hand."""
        self._ask_all(*by_reach(due, self._options.fetch))

    def _ask_all(self, near: list[Question], far: list[Question]) -> None:
        """Ask near and far side by side, where there is a network; else far ones are offline."""
        message = self.offline_message or self._no_network(near, far)
        self._ask(near if message else [*near, *far])
        if not message or not far:
            return
        if self.offline_message is None and self._answered():
            self._ask(far)
            return
        due = any(one.basis not in _OF_ARCHIVES for one in far)
        if self.offline_message is None and due:
            self.offline_message = message
            self._watcher.say(in_full(message), 0, 0)
        vantage = self._options.vantage
        self._keep(offline_capture(one, message, self.as_of, vantage) for one in far)

    def _no_network(self, near: Sequence[Question], far: Sequence[Question]) -> str | None:
        """Return one line if no host of this run, near or public, nor any canary answers."""
        fetch = self._options.fetch
        if not far or self._answered() or (near and near_answers(near, fetch)):
            return None
        return offline_message(far, fetch)

    def _answered(self) -> bool:
        taken = self._evidence.captures(self._run)
        return any(taken.answered(key) for key in self._taken)

    def _keep(self, captures: Iterable[Capture]) -> None:
        """Record what was not asked, and why."""
        for capture in captures:
            self._evidence.record(capture)
            self._taken[capture.asked, capture.basis] = None

    def _ask(self, questions: list[Question], *, in_full: bool = False) -> None:
        """Ask each page once; one that was asked under another basis or fragment is shared.

        Unless it is asked `in_full`, a site that gave us a page before may say that it holds.
        """
        if not questions:
            return
        by_page: dict[str, list[Question]] = {}
        for question in questions:
            by_page.setdefault(page_of(question.url), []).append(question)
        taken = {} if in_full else self._taken
        first = {page_of(url): (url, basis) for url, basis in taken}
        due = [group[0] for page, group in by_page.items() if page not in first]
        settled = record_looks(
            due,
            self._options.fetch,
            self._evidence,
            vantage=self._options.vantage,
            now=self._clock.now,
            progress=self._tell,
            stop=self._watcher.stop,
            manners=self._pool.manners,
            earlier={} if in_full else self._earlier(due),
        )
        bases = {one.url: one.basis for one in due}
        looks: list[Key] = [(url, bases[url]) for url in settled]
        first |= {page_of(url): (url, basis) for url, basis in looks}
        self._taken |= dict.fromkeys(looks)
        self._pool.add(self._evidence.folder, self._run, looks)
        self._share({first[page]: group for page, group in by_page.items() if page in first})
        if self._watcher.stop.is_set():
            raise InterruptedAuditError(INTERRUPTED)

    def _not_in_pool(self, due: Sequence[Question]) -> list[Question]:
        """Take what another paper's audit saw in this run; return what is left to be asked."""
        left: list[Question] = []
        theirs: dict[Run, list[tuple[Question, Key]]] = {}
        for one in due:
            look = self._pool.look(self._evidence.folder, one.url)
            if look is None or look[0] == self._run:
                left.append(one)
            else:
                theirs.setdefault(look[0], []).append((one, look[1]))
        for run, each in theirs.items():
            taken = self._evidence.captures(run)
            self._keep(replace(taken[key], asked=one.url, basis=one.basis) for one, key in each)
        return left

    def _earlier(self, questions: Iterable[Question]) -> dict[str, Earlier]:
        today = self.as_of.date()
        asked = (one for one in questions if page_of(one.url) not in self._pool.in_full)
        had = ((one.url, self._recall.earlier(one, today)) for one in asked)
        return {url: earlier for url, earlier in had if earlier}

    def _share(self, by_look: Mapping[tuple[str, Basis], Iterable[Question]]) -> None:
        """Take each look as the answer to all its questions; each is recorded as its own."""
        taken: Taken | None = None
        for look, questions in by_look.items():
            for question in questions:
                if look != (question.url, question.basis):
                    taken = taken or self._evidence.captures(self._run)
                    shared = replace(taken[look], asked=question.url, basis=question.basis)
                    self._keep([shared])

    def _tell(self, progress: Progress) -> None:
        self._watcher.looked(progress)
