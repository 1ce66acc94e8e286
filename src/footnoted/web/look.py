"""Questions to captures: hosts side by side, each in its own order and at its own pace."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from footnoted.model.capture import Capture, Failure, Recorder
from footnoted.model.question import Question
from footnoted.web.adapter import GuardedSession, tls_context
from footnoted.web.deadline import Watchdog
from footnoted.web.dial import Dialler, Resolver, ask_system
from footnoted.web.exchange import Exchanger
from footnoted.web.lanes import Lane, capture_of
from footnoted.web.schedule import Schedule
from footnoted.web.settings import FetchSettings
from footnoted.web.turns import Turns
from footnoted.web.urls import as_sent

_POLL_SECONDS = 0.05  # how soon a stop from outside is noticed


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `url` was settled just now, `waiting` are the hosts not done yet."""

    done: int
    total: int
    url: str
    waiting: tuple[str, ...]


def look_at(  # noqa: PLR0913 (the contract with the pipeline)
    questions: Sequence[Question],
    settings: FetchSettings,
    recorder: Recorder,
    *,
    vantage: str,
    now: Callable[[], datetime],
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
    resolver: Resolver = ask_system,
) -> dict[str, Capture]:
    """Look at each URL once and return the captures by URL as printed, in input order.

    `now` gives the time in UTC; `recorder` and `progress` are called from one thread at a
    time, each capture as soon as it is final. After `stop` is set no look begins, those under
    way are cut and left out: what is not in the result was not looked at. KeyboardInterrupt
    does the same and goes on to the caller. Failures of the world are in the captures; an
    error of ours, or of the recorder, ends the run and is raised.
    """
    asked = {question.url: question for question in reversed(questions)}
    unique = [asked[url] for url in dict.fromkeys(question.url for question in questions)]
    queues, refused = _by_host(unique)
    run = _Run(len(unique), recorder, progress, settings)
    run.waiting = {site: len(queue) for site, queue in queues.items()}
    run.stop = stop or threading.Event()
    for question, failure in refused:
        at = now().replace(microsecond=0)
        run.settle(capture_of(question, failure, at=at, vantage=vantage), None)
    with Watchdog() as watchdog:
        context = tls_context(settings) if queues else None
        lanes = []
        for site, queue in queues.items():
            for part in _parts(queue, settings.connections_per_host):
                assert context
                session = GuardedSession(Dialler(settings, resolver), context)
                exchanger = Exchanger(session, settings, run.turns, watchdog)
                lanes.append(Lane(site, part, exchanger, vantage=vantage, now=now))
        run.go(lanes, watchdog)
    return {q.url: run.captures[q.url] for q in unique if q.url in run.captures}


class _Run:
    """The state that all threads of a run share."""

    def __init__(
        self,
        total: int,
        recorder: Recorder,
        progress: Callable[[Progress], None] | None,
        settings: FetchSettings,
    ) -> None:
        self.captures: dict[str, Capture] = {}
        self.halt = threading.Event()
        self.turns = Turns(settings, self.halt)
        self._settings = settings
        self._total = total
        self._recorder = recorder
        self._progress = progress
        self._lock = threading.Lock()
        self.waiting: dict[str, int] = {}
        self.stop = threading.Event()
        self._error: BaseException | None = None

    def go(self, lanes: list[Lane], watchdog: Watchdog) -> None:
        """Work through all lanes, until done, stopped, or an error of ours."""
        schedule = Schedule(lanes, self.halt)
        threads = [
            threading.Thread(target=self._work, args=(schedule,), name=f"look {n}", daemon=True)
            for n in range(min(len(lanes), self._settings.hosts_at_once))
        ]
        try:
            for thread in threads:
                thread.start()
            for thread in threads:
                while thread.is_alive() and not self.halt.is_set():
                    thread.join(_POLL_SECONDS)
                    if self.stop.is_set():
                        self.halt.set()
        finally:
            self.halt.set()
            watchdog.cut()
            self.turns.wake()
            schedule.wake()
            for thread in threads:
                if thread.ident:
                    thread.join()
            for lane in lanes:
                lane.close()
        if self._error:
            raise self._error

    def settle(self, capture: Capture, site: str | None) -> None:
        """Record a final capture and tell the progress."""
        with self._lock:
            self._recorder.record(capture)
            self.captures[capture.asked] = capture
            if site:
                self.waiting[site] -= 1
                if not self.waiting[site]:
                    del self.waiting[site]
            if self._progress:
                done, waiting = len(self.captures), tuple(self.waiting)
                self._progress(Progress(done, self._total, capture.asked, waiting))

    def _work(self, schedule: Schedule) -> None:
        try:
            while not self.stop.is_set() and (lane := schedule.take()):
                capture = lane.step()
                if capture:
                    self.settle(capture, lane.site)
                schedule.give_back(lane)
        except BaseException as error:  # noqa: BLE001 (raised again by the thread that waits)
            self._error = self._error or error
            self.halt.set()


def _by_host(
    questions: list[Question],
) -> tuple[dict[str, list[Question]], list[tuple[Question, Failure]]]:
    """Sort questions by host; those whose URL cannot be asked come with the reason."""
    queues: dict[str, list[Question]] = {}
    refused = []
    for question in questions:
        target = as_sent(question.url)
        if isinstance(target, Failure):
            refused.append((question, target))
        else:
            queues.setdefault(target.site, []).append(question)
    return queues, refused


def _parts(queue: list[Question], connections: int) -> list[list[Question]]:
    """Deal a host's questions out to its connections."""
    return [queue[start::connections] for start in range(min(connections, len(queue)))]
