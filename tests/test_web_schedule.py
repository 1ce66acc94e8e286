"""Which host is asked next."""

from __future__ import annotations

import threading
import time
from typing import cast

from footnoted.web.lanes import Lane
from footnoted.web.schedule import Schedule


class Queue:
    """A lane reduced to what the schedule looks at."""

    def __init__(self, name: str, left: int, rest: float) -> None:
        self.name = name
        self.left = left
        self.rest = rest
        self.free = 0.0
        self.closed = False

    def ready_at(self) -> float:
        """Tell when it may go on."""
        return self.free

    def time_left(self) -> float:
        """Tell how long it would take alone."""
        return self.left * (1 + self.rest)

    def work_left(self) -> float:
        """Tell how much of that is work."""
        return float(self.left)

    def close(self) -> None:
        """Note that it is done with."""
        self.closed = True

    def step(self, cost: float) -> None:
        """Ask one question."""
        time.sleep(cost)
        self.left -= 1
        self.free = time.monotonic() + self.rest


def schedule_of(*queues: Queue, halt: threading.Event | None = None) -> Schedule:
    return Schedule(cast("list[Lane]", list(queues)), halt or threading.Event(), 2)


def test_the_longest_lane_goes_first_and_empty_ones_are_closed() -> None:
    """Its rests decide when the run ends."""
    short, long, none = Queue("short", 1, 0), Queue("long", 3, 0), Queue("none", 0, 0)
    schedule = schedule_of(short, long, none)
    order = []
    while lane := cast("Queue | None", schedule.take()):
        order.append(lane.name)
        lane.step(0)
        schedule.give_back(cast("Lane", lane))
    assert order == ["long", "long", "short", "long"]
    assert short.closed
    assert long.closed


def test_no_lane_waits_for_a_thread_that_is_busy_with_another() -> None:
    """Two threads, a slow lane and a quick one that rests: both are minded."""
    slow, quick = Queue("slow", 2, 0.1), Queue("quick", 4, 0.1)
    schedule = schedule_of(slow, quick)

    def work() -> None:
        while lane := cast("Queue | None", schedule.take()):
            lane.step(0.5 if lane is slow else 0.0)
            schedule.give_back(cast("Lane", lane))

    threads = [threading.Thread(target=work) for _ in range(2)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.monotonic() - began < 1.5  # the slow lane alone takes 1.1


def test_a_halt_ends_the_waiting() -> None:
    """Who waits for a lane that rests goes home."""
    halt = threading.Event()
    resting = Queue("resting", 2, 60)
    schedule = schedule_of(resting, halt=halt)
    lane = schedule.take()
    assert lane
    resting.step(0)
    schedule.give_back(lane)
    got: list[object] = []
    thread = threading.Thread(target=lambda: got.append(schedule.take()))
    thread.start()
    halt.set()
    schedule.wake()
    thread.join(1)
    assert got == [None]
