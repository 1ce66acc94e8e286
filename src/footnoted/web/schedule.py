"""Which host is asked next: of those that are ready, the one with the most left to ask."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Sequence

from footnoted.web.lanes import Lane


class Schedule:
    """Hands out lanes to threads; a lane is with one thread at a time, or waits here.

    No thread sleeps beside a lane that rests while another one is ready. The longest lane goes
    first, since a host's pace makes it the one that ends last.
    """

    def __init__(self, lanes: Sequence[Lane], halt: threading.Event) -> None:
        self._halt = halt
        self._changed = threading.Condition()
        self._open = sum(1 for lane in lanes if lane.left)
        self._ready: list[tuple[int, int, Lane]] = []
        self._resting: list[tuple[float, int, Lane]] = []
        self._order = {id(lane): number for number, lane in enumerate(lanes)}
        for lane in lanes:
            if lane.left:
                heapq.heappush(self._ready, (-lane.left, self._order[id(lane)], lane))

    def take(self) -> Lane | None:
        """Return the lane to go on with, waiting for one; None when there is no more to do."""
        with self._changed:
            while self._open and not self._halt.is_set():
                now = time.monotonic()
                while self._resting and self._resting[0][0] <= now:
                    _, order, lane = heapq.heappop(self._resting)
                    heapq.heappush(self._ready, (-lane.left, order, lane))
                if self._ready:
                    return heapq.heappop(self._ready)[2]
                self._changed.wait(self._resting[0][0] - now if self._resting else None)
            return None

    def give_back(self, lane: Lane) -> None:
        """Take a lane back after a look; one that has nothing left is closed."""
        with self._changed:
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
