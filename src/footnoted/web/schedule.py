"""Which host is asked next: of those that are ready, the one that would take longest alone."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable, Sequence

from footnoted.model.capture import Capture
from footnoted.web.clock import SYSTEM_CLOCK, Clock
from footnoted.web.lanes import Lane


class Schedule:
    """Hands out lanes to threads; a lane is with one thread at a time, or waits here.

    No thread sleeps beside a lane that rests while another one is ready. Of those that are, the
    lane goes first that has the most time before it (its looks at the length seen so far, and
    the rests between them), since it is the one that could end last. The last free thread waits
    for such a lane to have rested, if the others can do the rest of the work meanwhile: else
    each of its looks would wait for one of theirs to end.
    """

    def __init__(
        self,
        lanes: Sequence[Lane],
        halt: threading.Event,
        threads: int,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self._halt = halt
        self._clock = clock
        self._changed = clock.condition()
        self._order = {id(lane): number for number, lane in enumerate(lanes)}
        self._ready: list[Lane] = []
        self._resting = [(lane.ready_at(), self._order[id(lane)], lane) for lane in lanes]
        self._resting = [entry for entry in self._resting if entry[2].left]
        heapq.heapify(self._resting)
        self._open = len(self._resting)
        self._threads = threads
        self._idle = 0
        self._work_of = {id(lane): lane.work_left() for lane in lanes}
        self._work = sum(self._work_of.values())
        self._times: dict[int, tuple[float, int]] = {}  # of lanes that were asked

    def take(self) -> Lane | None:
        """Return the lane to go on with, waiting for one; None when there is no more to do."""
        with self._changed:
            self._idle += 1
            try:
                while self._open and not self._halt.is_set():
                    now = self._clock.monotonic()
                    self._sort(now)
                    longest = max(self._ready, key=self._time_left, default=None)
                    if longest and not self._is_kept_free(longest):
                        self._ready.remove(longest)
                        return longest
                    self._changed.wait(self._resting[0][0] - now if self._resting else None)
                return None
            finally:
                self._idle -= 1

    def give_back(self, lane: Lane) -> None:
        """Take a lane back after a look; one that has nothing left is closed."""
        with self._changed:
            work_left = lane.work_left()
            self._work += work_left - self._work_of[id(lane)]
            self._work_of[id(lane)] = work_left
            self._times[id(lane)] = (lane.time_left(), -self._order[id(lane)])
            if lane.left:
                heapq.heappush(self._resting, (lane.ready_at(), self._order[id(lane)], lane))
                self._changed.notify()
            else:
                lane.close()
                self._open -= 1
                if not self._open:
                    self._changed.notify_all()

    def wake(self) -> None:
        """Have all who wait look at `halt` again."""
        with self._changed:
            self._changed.notify_all()

    def _sort(self, now: float) -> None:
        """Call those ready that have rested, unless their host was held up meanwhile."""
        while self._resting and self._resting[0][0] <= now:
            _, order, lane = heapq.heappop(self._resting)
            again = lane.ready_at()
            if again > now:
                heapq.heappush(self._resting, (again, order, lane))
            else:
                self._ready.append(lane)

    def _time_left(self, lane: Lane) -> tuple[float, int]:
        """Return what ready lanes are chosen by, now that more is known of how long looks take."""
        return self._times.get(id(lane)) or (lane.time_left(), -self._order[id(lane)])

    def _is_kept_free(self, ready: Lane) -> bool:
        """Tell whether the last free thread is kept for a lane that still rests."""
        others = self._threads - 1
        if self._idle > 1 or not others or not self._resting:
            return False
        longest = max(self._time_left(lane)[0] for _, _, lane in self._resting)
        return longest > self._time_left(ready)[0] and longest >= self._work / others


def work(schedule: Schedule, stop: threading.Event, settle: Callable[[Capture, str], None]) -> None:
    """Do looks until there are no more, or `stop` is set: what each thread of a run does."""
    while not stop.is_set() and (lane := schedule.take()):
        capture = lane.step()
        if capture:
            settle(capture, lane.site)
        schedule.give_back(lane)
