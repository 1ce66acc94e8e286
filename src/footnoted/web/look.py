"""Questions to captures: hosts side by side, each in its own order and at its own pace."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from footnoted.model.capture import Capture, Earlier, Failure, Recorder
from footnoted.model.question import Question
from footnoted.web.adapter import GuardedSession, tls_context
from footnoted.web.deadline import Watchdog
from footnoted.web.dial import Dialler, Resolver, ask_system
from footnoted.web.exchange import Exchanger
from footnoted.web.lanes import Lane, Lengths, capture_of
from footnoted.web.manners import Manners
from footnoted.web.proxies import Proxies
from footnoted.web.schedule import Schedule, work
from footnoted.web.settings import FetchSettings
from footnoted.web.urls import as_sent

_POLL_SECONDS = 0.05  # how soon a stop from outside is noticed
_ESTIMATE_SECONDS = 0.5  # an estimate asks every host's queue, so not after each page


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `url` was settled just now, `waiting` are the hosts not done yet.

    The host that will take longest comes first, as far as that was estimated. `seconds_left` is an
    estimate of the rest, from what is left for each host, its pace, and how long looks took so
    far; None where there is none.
    """

    done: int
    total: int
    url: str
    waiting: tuple[str, ...]
    seconds_left: float | None = None


def record_looks(  # noqa: PLR0913 (the contract with the pipeline)
    questions: Sequence[Question],
    settings: FetchSettings,
    recorder: Recorder,
    *,
    vantage: str,
    now: Callable[[], datetime],
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
    resolver: Resolver = ask_system,
    manners: Manners | None = None,
    earlier: Mapping[str, Earlier] | None = None,
) -> tuple[str, ...]:
    """Look at each URL once, hand the captures to `recorder`, and return what was looked at.

    No page is held here once it is recorded, so that memory does not grow with pages. The URLs
    come as printed, in input order. `manners` is what the run's earlier rounds know of its hosts;
    without it, nothing. `earlier` has answers of before by URL: where it has one, the site is
    asked whether anything changed since, and the capture of a "no" is `not_modified`.

    `now` gives the time in UTC. `recorder` is called from several threads at once, `progress`
    from one at a time, with each capture as soon as it is final. After `stop` is set no look
    begins, those under way are cut and left out: what is not in the result was not looked at.
    KeyboardInterrupt does the same and goes on to the caller. Failures of the world are in the
    captures; an error of ours, or of the recorder, ends the run and is raised.
    """
    asked = {question.url: question for question in reversed(questions)}
    unique = [asked[url] for url in dict.fromkeys(question.url for question in questions)]
    queues, refused = _by_host(unique)
    manners = manners or Manners(settings)
    run = _Run(len(unique), recorder, progress, manners)
    run.waiting = {site: len(queue) for site, queue in queues.items()}
    run.stop = stop or threading.Event()
    for question, failure in refused:
        at = now().replace(microsecond=0)
        run.settle(capture_of(question, failure, at=at, vantage=vantage), None)
    with Watchdog() as watchdog:
        if queues:
            maker = _Lanes(
                settings, manners, resolver, watchdog, run.halt, vantage, now, earlier or {}
            )
            lanes = maker.lanes(queues)
            try:
                run.go(lanes, watchdog)
            finally:
                manners.learn((lane.site, lane.exchanger.gave_up) for lane in lanes)
    return tuple(question.url for question in unique if question.url in run.settled)


@dataclass(slots=True)
class _Lanes:
    """Makes the lanes of a round."""

    settings: FetchSettings
    manners: Manners
    resolver: Resolver
    watchdog: Watchdog
    halt: threading.Event
    vantage: str
    now: Callable[[], datetime]
    earlier: Mapping[str, Earlier]

    def lanes(self, queues: Mapping[str, list[Question]]) -> list[Lane]:
        """Return a lane for each connection to each host."""
        context = tls_context(self.settings)
        proxies = Proxies.of_environment() if self.settings.use_proxy else Proxies()
        lengths = Lengths()
        return [
            Lane(
                site,
                part,
                self._exchanger(context, proxies),
                vantage=self.vantage,
                now=self.now,
                clock=self.manners.clock,
                lengths=lengths,
                earlier=self.earlier,
            )
            for site, queue in queues.items()
            for part in _parts(queue, self.settings.connections_per_host)
        ]

    def _exchanger(self, context: ssl.SSLContext, proxies: Proxies) -> Exchanger:
        dialler = Dialler(self.settings, self.resolver)
        return Exchanger(
            GuardedSession(dialler, context, proxies),
            self.settings,
            self.manners.turns,
            self.watchdog,
            self.halt,
            dict(self.manners.gave_up),
        )


class _Run:
    """The state that all threads of a run share."""

    def __init__(
        self,
        total: int,
        recorder: Recorder,
        progress: Callable[[Progress], None] | None,
        manners: Manners,
    ) -> None:
        self.settled: set[str] = set()
        self.halt = threading.Event()
        self._manners = manners
        self._total = total
        self._recorder = recorder
        self._progress = progress
        self._lock = threading.Lock()
        self.waiting: dict[str, int] = {}
        self.stop = threading.Event()
        self._lanes: list[Lane] = []
        self._estimated_at: float | None = None
        self._seconds_left: float | None = None
        self._error: BaseException | None = None

    def go(self, lanes: list[Lane], watchdog: Watchdog) -> None:
        """Work through all lanes, until done, stopped, or an error of ours."""
        count = min(len(lanes), self._manners.settings.hosts_at_once)
        self._lanes = lanes
        schedule = Schedule(lanes, self.halt, count, self._manners.clock)
        threads = [
            threading.Thread(target=self._work, args=(schedule,), name=f"look {n}", daemon=True)
            for n in range(count)
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
            self._manners.turns.wake()
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
        self._recorder.record(capture)
        with self._lock:
            self.settled.add(capture.asked)
            if site:
                self.waiting[site] -= 1
                if not self.waiting[site]:
                    del self.waiting[site]
            if self._progress:
                done, left = len(self.settled), self._estimate() if site else None
                waiting = tuple(self.waiting)
                self._progress(Progress(done, self._total, capture.asked, waiting, left))

    def _estimate(self) -> float | None:
        """Return the seconds that are left, and put the hosts that take longest first.

        A host's own rests bound its queue, the threads that are shared bound them all together.
        """
        now = self._manners.clock.monotonic()
        if self._estimated_at is not None and now - self._estimated_at < _ESTIMATE_SECONDS:
            return self._seconds_left
        self._estimated_at = now
        alone: dict[str, float] = {}
        for lane in self._lanes:
            alone[lane.site] = max(alone.get(lane.site, 0.0), lane.time_left())
        order = sorted(self.waiting, key=lambda site: -alone.get(site, 0.0))
        self.waiting = {site: self.waiting[site] for site in order}
        threads = max(1, min(len(self._lanes), self._manners.settings.hosts_at_once))
        together = sum(lane.work_left() for lane in self._lanes) / threads
        self._seconds_left = max([together, *alone.values()])
        return self._seconds_left

    def _work(self, schedule: Schedule) -> None:
        try:
            work(schedule, self.stop, self.settle)
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
