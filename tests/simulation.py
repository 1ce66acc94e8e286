"""The fetcher's schedule in simulated time: its own code, its own threads, another clock.

Exactly one thread runs at a time, and hands on to the next where it waits, in a fixed order; when
all wait, the time jumps to the first who need not wait any longer. So a run is deterministic, and
an hour takes a moment.
"""

from __future__ import annotations

import heapq
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookiejar import CookieJar
from typing import cast
from urllib.parse import urlsplit

from footnoted.model.capture import Capture, Hop, Response
from footnoted.model.question import Question
from footnoted.web.adapter import GuardedSession
from footnoted.web.clock import Changed
from footnoted.web.deadline import Watch, Watchdog
from footnoted.web.exchange import Exchanger
from footnoted.web.lanes import Lane, Lengths
from footnoted.web.manners import Manners
from footnoted.web.schedule import Schedule, work
from footnoted.web.settings import FetchSettings
from footnoted.web.urls import Target

NOW = datetime(2026, 11, 24, tzinfo=UTC)


class _Waiting:
    """One wait of one thread: over when it is woken, by a signal or by its time."""

    def __init__(self, baton: threading.Semaphore) -> None:
        self.baton = baton
        self.over = False


class SimulatedClock:
    """A clock whose time passes only while all threads wait."""

    def __init__(self) -> None:
        self.now = 0.0
        self.failed = False
        self._ready: deque[_Waiting] = deque()
        self._timed: list[tuple[float, int, _Waiting]] = []
        self._counted = 0
        self._own = threading.local()

    def monotonic(self) -> float:
        """Return the simulated time."""
        return self.now

    def condition(self) -> Changed:
        """Return a condition whose time-outs are simulated."""
        return _Condition(self)

    def sleep(self, seconds: float) -> None:
        """Let the simulated time pass."""
        self.wait(_Waiting(self._baton()), seconds)

    def run(self, tasks: Sequence[threading.Thread]) -> None:
        """Run threads, each of which calls `enter` first and `leave` last, one at a time."""
        for task in tasks:
            task.start()
        self._hand_on()
        for task in tasks:
            task.join()

    def enter(self, waiting: _Waiting) -> None:
        """Wait to be let run for the first time."""
        self._own.baton = waiting.baton
        waiting.baton.acquire()

    def newcomer(self) -> _Waiting:
        """Return the first wait of a thread that is about to start."""
        waiting = _Waiting(threading.Semaphore(0))
        self._ready.append(waiting)
        return waiting

    def leave(self) -> None:
        """Hand on for good."""
        self._hand_on()

    def wait(self, waiting: _Waiting, seconds: float | None) -> None:
        """Hand on, and return when woken or when the time is over."""
        if seconds is not None:
            self._counted += 1
            heapq.heappush(self._timed, (self.now + max(seconds, 0), self._counted, waiting))
        self._hand_on()
        waiting.baton.acquire()
        if self.failed:
            raise AssertionError("every thread waits for another")

    def wake(self, waiting: _Waiting) -> None:
        """End a wait; its thread runs when it is its turn."""
        if not waiting.over:
            waiting.over = True
            self._ready.append(waiting)

    def _hand_on(self) -> None:
        while not self._ready and self._timed:
            at, _, waiting = heapq.heappop(self._timed)
            if not waiting.over:
                self.now = max(self.now, at)
                self.wake(waiting)
        if self._ready:
            self._ready.popleft().baton.release()

    def _baton(self) -> threading.Semaphore:
        return cast("threading.Semaphore", self._own.baton)


class _Condition:
    """A condition of one clock; its lock is never contended, since one thread runs at a time."""

    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock
        self._waiting: list[_Waiting] = []

    def __enter__(self) -> bool:
        return True

    def __exit__(self, *_: object) -> None:
        pass

    def wait(self, timeout: float | None = None) -> bool:
        waiting = _Waiting(self._clock._baton())
        self._waiting.append(waiting)
        self._clock.wait(waiting, timeout)
        if waiting in self._waiting:
            self._waiting.remove(waiting)
            return False
        return True

    def notify(self, n: int = 1) -> None:
        for _ in range(n):
            while self._waiting and self._waiting[0].over:
                self._waiting.pop(0)
            if self._waiting:
                self._clock.wake(self._waiting.pop(0))

    def notify_all(self) -> None:
        self.notify(len(self._waiting))


@dataclass
class Served:
    """A host of the simulation: seconds each request takes, and where paths redirect to."""

    seconds: Sequence[float]
    redirects: Mapping[str, str] = field(default_factory=dict)
    asked_at: list[float] = field(default_factory=list)
    done_at: list[float] = field(default_factory=list)


class _Session:
    """As much of a session as a lane meets: cookies, and whether a packet went out."""

    def __init__(self) -> None:
        self.cookies = CookieJar()
        self.dialler = self
        self.dialled = False
        self.watch = Watch(0)

    def close(self) -> None:
        """Have nothing to close."""


class _Exchanger(Exchanger):
    """The fetcher's exchanges, but for the request itself."""

    def serve(self, clock: SimulatedClock, hosts: Mapping[str, Served]) -> _Exchanger:
        """Have requests answered by `hosts`."""
        object.__setattr__(self, "_simulated", (clock, hosts))
        return self

    def _ask(
        self, session: GuardedSession, target: Target, watch: Watch, headers: dict[str, str]
    ) -> Response | Hop:
        clock, hosts = self._simulated  # type: ignore[attr-defined]
        served: Served = hosts[target.site]
        session.dialler.dialled = True
        served.asked_at.append(clock.now)
        clock.sleep(served.seconds[(len(served.asked_at) - 1) % len(served.seconds)])
        served.done_at.append(clock.now)
        leads = served.redirects.get(urlsplit(target.url).path)
        if leads:
            return Hop(target.url, 302, leads)
        return Response(target.url, 200, (), b"")


@dataclass
class Run:
    """What a simulated run took, and what it found."""

    seconds: float
    captures: list[Capture]


def simulate(
    urls: Mapping[str, Sequence[str]], hosts: Mapping[str, Served], settings: FetchSettings
) -> Run:
    """Ask `hosts` for `urls` (by host, in order), as a run with `settings` would."""
    clock = SimulatedClock()
    halt, watchdog = threading.Event(), Watchdog()
    manners = Manners(settings, clock)
    captures: list[Capture] = []
    lanes = []
    lengths = Lengths()
    for site, paths in urls.items():
        count = min(settings.connections_per_host, len(paths))
        for part in (list(paths)[start::count] for start in range(count)):
            session = cast("GuardedSession", _Session())
            exchanger = _Exchanger(session, settings, manners.turns, watchdog, halt)
            questions = [Question(f"http://{site}{path}") for path in part]
            served = exchanger.serve(clock, hosts)
            lane = Lane(
                site,
                questions,
                served,
                vantage="here",
                now=lambda: NOW,
                clock=clock,
                lengths=lengths,
            )
            lanes.append(lane)
    count = min(len(lanes), settings.hosts_at_once)
    schedule = Schedule(lanes, halt, count, clock)
    errors: list[BaseException] = []

    def go(waiting: _Waiting) -> None:
        clock.enter(waiting)
        try:
            work(schedule, halt, lambda capture, _: captures.append(capture))
        except BaseException as error:  # noqa: BLE001 (raised again below)
            errors.append(error)
        finally:
            clock.leave()

    threads = [threading.Thread(target=go, args=(clock.newcomer(),)) for _ in range(count)]
    clock.run(threads)
    if errors:
        raise errors[0]
    return Run(clock.now, captures)
