"""One deadline for a whole exchange, held by closing the connection under it.

Time-outs of a socket bound the wait for the next byte, and a server that sends one byte a
second never meets them. So one thread watches all exchanges under way, and ends each at its
time by shutting its connections.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Self

from footnoted.web.failures import LookFailedError


class Watch:
    """The time left of one exchange; `ended` tells why it was ended, if it was."""

    def __init__(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds
        self.ended: str | None = None  # "deadline" or "cut"
        self._lock = threading.Lock()
        self._cutters: list[Callable[[], None]] = []
        self._held: list[socket.socket] = []

    def left(self) -> float:
        """Return the seconds left, never below 0."""
        return max(0.0, self.until - time.monotonic())

    def check(self) -> None:
        """Raise LookFailedError if this watch was ended or its time is over."""
        if self.ended == "cut":
            raise LookFailedError("interrupted", "the run was stopped")
        if self.ended or not self.left():
            raise LookFailedError("timeout", "no complete answer within the time allowed")

    def hold(self, cutter: Callable[[], None]) -> None:
        """Have `cutter` called when the watch ends before its exchange does."""
        with self._lock:
            if not self.ended:
                self._cutters.append(cutter)
                return
        cutter()

    def hold_socket(self, connection: socket.socket) -> None:
        """Have `connection` shut when the watch ends.

        A duplicate is held, since TLS takes the first handle away and a closed one may be
        another connection's by then.
        """
        own = socket.fromfd(connection.fileno(), connection.family, connection.type)
        with self._lock:
            self._held.append(own)

        def shut() -> None:
            with contextlib.suppress(OSError):
                own.shutdown(socket.SHUT_RDWR)

        self.hold(shut)

    def end(self, why: str) -> None:
        """End the exchange now: `why` is "deadline" or "cut"."""
        with self._lock:
            if self.ended:
                return
            self.ended = why
            for cutter in self._cutters:  # under the lock: `close` must not run in between
                cutter()
            self._cutters.clear()

    def close(self) -> None:
        """Let go of everything held; the connections themselves stay open."""
        with self._lock:
            self._cutters.clear()
            held, self._held = self._held, []
        for own in held:
            own.close()


class Watchdog:
    """Ends every watch at its time, or all of them at once; a context manager."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._watches: set[Watch] = set()
        self._cut = False
        self._over = False
        self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._over = True
            self._changed.notify()
        self._thread.join()

    @contextlib.contextmanager
    def watch(self, seconds: float) -> Iterator[Watch]:
        """Watch over what is done in the block, for `seconds` at most."""
        watch = Watch(seconds)
        with self._changed:
            self._watches.add(watch)
            if self._cut:
                watch.ended = "cut"
            self._changed.notify()
        try:
            yield watch
        finally:
            with self._changed:
                self._watches.discard(watch)
            watch.close()

    def cut(self) -> None:
        """End all watches now, and every later one as soon as it begins."""
        with self._changed:
            self._cut = True
            watches = list(self._watches)
        for watch in watches:
            watch.end("cut")

    def _run(self) -> None:
        while True:
            with self._changed:
                if self._over:
                    return
                due = [watch for watch in self._watches if not watch.ended and not watch.left()]
                if not due:
                    left = [watch.left() for watch in self._watches if not watch.ended]
                    self._changed.wait(min(left, default=None))
                    continue
            for watch in due:
                watch.end("deadline")
