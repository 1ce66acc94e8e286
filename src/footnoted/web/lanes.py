"""A host's queue of questions: one at a time, in order, retries last, giving up in time.

One step is one request, so that a redirect to a host that rests holds nobody up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from footnoted.files import digest
from footnoted.model.capture import Capture, Earlier, Failure
from footnoted.model.question import Question
from footnoted.web.clock import SYSTEM_CLOCK, Clock
from footnoted.web.exchange import Budget, Chain, Exchanger, Outcome
from footnoted.web.settings import FetchSettings
from footnoted.web.weather import (
    WEATHER,
    is_archives_error,
    is_wall,
    pause_before_retry,
    site_of,
    told_to_stay_away,
)

_LEAST_SECONDS = 1.0  # less is no fair try
_SUPPOSED_SECONDS = 0.5  # what a look takes before the first of a run


@dataclass(slots=True)
class _Item:
    question: Question
    budget: Budget
    attempts: int = 0
    not_before: float = 0.0
    chain: Chain | None = None
    outcome: Outcome | None = None
    at: datetime | None = None
    asked_as: str | None = None


@dataclass(slots=True)
class Lengths:
    """How long looks took: of a lane, or of all lanes for those that made none yet."""

    seconds: float = 0.0
    looks: int = 0

    @property
    def mean(self) -> float | None:
        """The mean in seconds, None before the first look."""
        return self.seconds / self.looks if self.looks else None

    def add(self, seconds: float) -> None:
        """Count a look; an estimate, so that threads need no lock."""
        self.seconds += seconds
        self.looks += 1


class Lane:
    """The questions of one host. Used by one thread at a time.

    What happens in a lane depends on nothing outside it, so that the same world gives the same
    captures whatever the schedule: it counts for itself how often which host failed in a row.
    `lengths` of all lanes serve only to tell which one to go on with. `earlier` has answers of
    before by the URL that was asked.
    """

    def __init__(  # noqa: PLR0913 (a lane is told all it knows)
        self,
        site: str,
        questions: list[Question],
        exchanger: Exchanger,
        *,
        vantage: str,
        now: Callable[[], datetime],
        clock: Clock = SYSTEM_CLOCK,
        lengths: Lengths | None = None,
        earlier: Mapping[str, Earlier] | None = None,
    ) -> None:
        self.site = site
        self.exchanger = exchanger
        self._settings: FetchSettings = exchanger.settings
        self._vantage = vantage
        self._now = now
        self._clock = clock
        seconds = self._settings.total_seconds
        self._fresh = deque(_Item(question, Budget(seconds)) for question in questions)
        self._late: deque[_Item] = deque()
        self._current: _Item | None = None
        self._failed_in_a_row: dict[str, int] = {}
        self._spent = 0.0
        self._lengths = Lengths()
        self._supposed = lengths or Lengths()
        self._earlier = earlier or {}

    @property
    def left(self) -> int:
        """How many questions are not settled yet."""
        return len(self._fresh) + len(self._late) + (self._current is not None)

    def ready_at(self) -> float:
        """Return the monotonic time at which the next step may begin."""
        turns = self.exchanger.turns
        if self._current:
            chain = self._current.chain
            return turns.free_at(chain.site) if chain and chain.site else 0.0
        if not self.left or (not self._fresh and self.site in self.exchanger.gave_up):
            return 0.0
        free = turns.free_at(self.site)
        return free if self._fresh else max(free, self._late[0].not_before)

    def work_left(self) -> float:
        """Return the seconds of looking that are left, at the length of the looks so far."""
        return self.left * (self._lengths.mean or self._supposed.mean or _SUPPOSED_SECONDS)

    def time_left(self) -> float:
        """Return the seconds that what is left would take alone, its host's rests included."""
        return self.work_left() + max(0, self.left - 1) * self._settings.pace(self.site)

    def step(self) -> Capture | None:
        """Ask one host once. Return the capture if that settles its question.

        None means that more is to be asked for it, that the question waits for a retry or a
        second opinion, or that the run was stopped.
        """
        item, self._current = self._current or self._next(), None
        if item.chain is None:
            earlier = self._earlier.get(item.question.url)
            item.chain = self.exchanger.begin(
                item.question.url, item.asked_as, earlier, item.question.near
            )
            item.at = item.at if item.asked_as else self._now().replace(microsecond=0)
        began = self._clock.monotonic()
        outcome = self.exchanger.go_on(item.chain, item.budget)
        self._spent += self._clock.monotonic() - began
        if outcome is None:
            self._current = item
            return None
        self._lengths.add(self._spent)
        self._supposed.add(self._spent)
        self._spent = 0.0
        item.chain = None
        if outcome.failure and outcome.failure.reason == "interrupted":
            return None
        return self._second(item, outcome) if item.asked_as else self._first(item, outcome)

    def _next(self) -> _Item:
        item = self._fresh.popleft() if self._fresh else self._late.popleft()
        self._wait_for(item)
        return item

    def _first(self, item: _Item, outcome: Outcome) -> Capture | None:
        """Return the capture, unless a retry or a second opinion comes first."""
        if outcome.failure and outcome.failure.reason == "host_gave_up" and item.outcome:
            return self._capture(item)
        item.outcome = outcome
        self._count(outcome)
        pause = self._pause(item, outcome)
        if pause is not None:
            item.attempts += 1
            item.budget.pause(pause)
            item.not_before = self._clock.monotonic() + pause
            self._late.append(item)
            return None
        if self._settings.second_opinion and self._is_wall(outcome) and self._has_time(item):
            item.asked_as = self._settings.browser_agent
            self._current = item
            return None
        return self._capture(item)

    def _second(self, item: _Item, outcome: Outcome) -> Capture:
        """Return what a browser got where it got a page; else the first answer stands."""
        if outcome.response and outcome.response.status // 100 == 2:
            item.outcome = outcome
        else:
            item.asked_as = None
        return self._capture(item)

    def _is_wall(self, outcome: Outcome) -> bool:
        response = outcome.response
        if response is None or site_of(response.url) in self.exchanger.gave_up:
            return False
        return is_wall(response, self._now())

    def _has_time(self, item: _Item, pause: float = 0.0) -> bool:
        """Tell whether another try after `pause` fits into the time of its URL."""
        least = min(_LEAST_SECONDS, self._settings.total_seconds / 10)
        return item.budget.left - pause >= least

    def close(self) -> None:
        """Close the connections of this lane."""
        self.exchanger.close()

    def _wait_for(self, item: _Item) -> None:
        """Leave the host alone until the item may be asked again; the turn does the waiting."""
        rest = item.not_before - self._clock.monotonic()
        if rest > 0 and self.site not in self.exchanger.gave_up:
            self.exchanger.turns.hold(self.site, rest)

    def _pause(self, item: _Item, outcome: Outcome) -> float | None:
        now = self._now()
        response = outcome.response
        pause = pause_before_retry(response, outcome.failure, item.attempts, self._settings, now)
        if response and pause is not None and response.header("Retry-After"):
            self.exchanger.turns.hold(site_of(response.url), pause)
        if response and told_to_stay_away(response, self._settings, now):
            site = site_of(response.url)
            self.exchanger.gave_up[site] = f"{site} asked to be left alone ({response.status})"
        if item.attempts >= self._settings.retries:
            return None
        return pause if pause is not None and self._has_time(item, pause) else None

    def _count(self, outcome: Outcome) -> None:
        """Count failures in a row by host, and give up on one that has too many.

        An error of a public archive's own is a failure of it; of any other host each page may
        have its own.
        """
        for hop in outcome.hops:
            self._failed_in_a_row.pop(site_of(hop.url), None)
        site, why, counts = outcome.failed_site, "", False
        if outcome.response:
            site = site_of(outcome.response.url)
            why = str(outcome.response.status)
            counts = self._settings.is_public_archive(site) and is_archives_error(outcome.response)
        elif outcome.failure:
            why = outcome.failure.reason
            counts = outcome.failure.reason in WEATHER
        if not site or why == "host_gave_up":
            return
        if not counts:
            self._failed_in_a_row.pop(site, None)
            return
        times = self._failed_in_a_row[site] = self._failed_in_a_row.get(site, 0) + 1
        if times >= self._settings.give_up_after:
            told = f"not asked: {site} failed {times} times in a row ({why})"
            self.exchanger.gave_up.setdefault(site, told)

    def _capture(self, item: _Item) -> Capture:
        assert item.outcome
        assert item.at
        outcome = item.outcome
        look = capture_of(item.question, outcome.failure, at=item.at, vantage=self._vantage)
        response = outcome.response
        body_digest = digest(response.body) if response else None
        unchanged = outcome.unchanged
        return replace(
            look,
            hops=outcome.hops,
            response=response,
            digest=unchanged.digest if unchanged else body_digest,
            asked_as=item.asked_as,
            not_modified=unchanged is not None,
        )


def capture_of(
    question: Question, failure: Failure | None, *, at: datetime, vantage: str
) -> Capture:
    """Return a capture of `question` without a response."""
    return Capture(question.url, question.basis, at, vantage, failure=failure)
