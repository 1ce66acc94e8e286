"""Time as the schedule sees it: a clock that can be simulated, and what waits on it."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Protocol


class Changed(Protocol):
    """A lock with a signal, as `threading.Condition` is one."""

    def __enter__(self) -> bool:
        """Take the lock."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None:
        """Let the lock go."""

    def wait(self, timeout: float | None = None) -> bool:
        """Let the lock go until there is a signal, or for `timeout` seconds of the clock."""

    def notify(self, n: int = 1) -> None:
        """Signal to one who waits."""

    def notify_all(self) -> None:
        """Signal to all who wait."""


class Clock(Protocol):
    """Monotonic seconds, and conditions whose time-outs are counted in them."""

    def monotonic(self) -> float:
        """Return the time, in seconds from some fixed moment."""

    def condition(self) -> Changed:
        """Return a new condition."""


class SystemClock:
    """The machine's own clock."""

    def monotonic(self) -> float:
        """Return the machine's monotonic time."""
        return time.monotonic()

    def condition(self) -> Changed:
        """Return a condition of the machine's threads."""
        return threading.Condition()


SYSTEM_CLOCK: Clock = SystemClock()
