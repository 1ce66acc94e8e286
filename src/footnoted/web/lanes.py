"""A host's queue of questions: one at a time, in order, retries last, giving up in time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from footnoted.files import digest
from footnoted.model.capture import Capture, Failure
from footnoted.model.question import Question
from footnoted.web.exchange import Budget, Exchanger, Outcome
from footnoted.web.settings import FetchSettings
from footnoted.web.weather import WEATHER, pause_before_retry, told_to_stay_away

_LEAST_SECONDS = 1.0  # less is no fair try


@dataclass(slots=True)
class _Item:
    question: Question
    budget: Budget
    attempts: int = 0
    not_before: float = 0.0
    outcome: Outcome | None = None
    at: datetime | None = None


class Lane:
    """The questions of one host. Used by one thread at a time.

    What happens in a lane depends on nothing outside it, so that the same world gives the same
    captures whatever the schedule: it counts for itself how often which host failed in a row.
    """

    def __init__(
        self,
        site: str,
        questions: list[Question],
        exchanger: Exchanger,
        *,
        vantage: str,
        now: Callable[[], datetime],
    ) -> None:
        self.site = site
        self._exchanger = exchanger
        self._settings: FetchSettings = exchanger.settings
        self._vantage = vantage
        self._now = now
        seconds = self._settings.total_seconds
        self._fresh = deque(_Item(question, Budget(seconds)) for question in questions)
        self._late: deque[_Item] = deque()
        self._failed_in_a_row: dict[str, int] = {}

    @property
    def left(self) -> int:
        """How many questions are not settled yet."""
        return len(self._fresh) + len(self._late)

    def ready_at(self) -> float:
        """Return the monotonic time at which the next look may begin."""
        if not self.left or (not self._fresh and self.site in self._exchanger.gave_up):
            return 0.0
        free = self._exchanger.turns.free_at(self.site)
        return free if self._fresh else max(free, self._late[0].not_before)

    def step(self) -> Capture | None:
        """Look once. Return the capture if that settles its question.

        None means that the question waits for a retry, or that the run was stopped.
        """
        item = self._fresh.popleft() if self._fresh else self._late.popleft()
        self._wait_for(item)
        at = self._now().replace(microsecond=0)
        outcome = self._exchanger.exchange(item.question.url, item.budget)
        reason = outcome.failure.reason if outcome.failure else None
        if reason == "interrupted":
            return None
        if reason == "host_gave_up" and item.outcome:
            return self._capture(item)
        item.outcome, item.at = outcome, at
        self._count(outcome)
        pause = self._pause(item, outcome)
        if pause is None:
            return self._capture(item)
        item.attempts += 1
        item.not_before = time.monotonic() + pause
        self._late.append(item)
        return None

    def close(self) -> None:
        """Close the connections of this lane."""
        self._exchanger.close()

    def _wait_for(self, item: _Item) -> None:
        """Leave the host alone until the item may be asked again; the turn does the waiting."""
        rest = item.not_before - time.monotonic()
        if rest > 0 and self.site not in self._exchanger.gave_up:
            self._exchanger.turns.hold(self.site, rest)

    def _pause(self, item: _Item, outcome: Outcome) -> float | None:
        now = self._now()
        response = outcome.response
        pause = pause_before_retry(response, outcome.failure, item.attempts, self._settings, now)
        if response and pause is not None and response.header("Retry-After"):
            self._exchanger.turns.hold(_site_of(response.url), pause)
        if response and told_to_stay_away(response, self._settings, now):
            site = _site_of(response.url)
            self._exchanger.gave_up[site] = f"{site} asked to be left alone (429)"
        if item.attempts >= self._settings.retries:
            return None
        least = min(_LEAST_SECONDS, self._settings.total_seconds / 10)
        return pause if item.budget.left >= least else None

    def _count(self, outcome: Outcome) -> None:
        """Count failures in a row by host, and give up on one that has too many."""
        if outcome.response:
            self._failed_in_a_row.pop(_site_of(outcome.response.url), None)
        for hop in outcome.hops:
            self._failed_in_a_row.pop(_site_of(hop.url), None)
        site, failure = outcome.failed_site, outcome.failure
        if not site or not failure:
            return
        if failure.reason not in WEATHER:
            if failure.reason != "host_gave_up":
                self._failed_in_a_row.pop(site, None)
            return
        times = self._failed_in_a_row[site] = self._failed_in_a_row.get(site, 0) + 1
        if times >= self._settings.give_up_after:
            self._exchanger.gave_up.setdefault(
                site, f"not asked: {site} failed {times} times in a row ({failure.reason})"
            )

    def _capture(self, item: _Item) -> Capture:
        assert item.outcome
        assert item.at
        outcome = item.outcome
        look = capture_of(item.question, outcome.failure, at=item.at, vantage=self._vantage)
        response = outcome.response
        body_digest = digest(response.body) if response else None
        return replace(look, hops=outcome.hops, response=response, digest=body_digest)


def capture_of(
    question: Question, failure: Failure | None, *, at: datetime, vantage: str
) -> Capture:
    """Return a capture of `question` without a response."""
    return Capture(question.url, question.basis, at, vantage, failure=failure)


def _site_of(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".")
