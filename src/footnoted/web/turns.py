"""Whose turn it is: how many connections a host gets, and how long it rests between them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from footnoted.web.clock import SYSTEM_CLOCK, Clock
from footnoted.web.failures import LookFailedError
from footnoted.web.settings import FetchSettings


@dataclass(slots=True)
class Turn:
    """A host's turn being used. Set `rest` to False if no packet went to the host."""

    rest: bool = True


@dataclass(slots=True)
class _Host:
    busy: int = 0
    free_at: float = 0.0


class Turns:
    """Gives each host its pace, whoever asks: its own lane, or a redirect from elsewhere.

    Nobody holds two turns at once, so nobody can wait in a ring. One object serves all rounds of
    a run, so that a host rests between them too.
    """

    def __init__(self, settings: FetchSettings, clock: Clock = SYSTEM_CLOCK) -> None:
        self._settings = settings
        self._clock = clock
        self._changed = clock.condition()
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def take(self, site: str, halt: threading.Event) -> Iterator[Turn]:
        """Wait until `site` may be asked, and let nobody else beyond its connections.

        Raises LookFailedError (interrupted) when `halt` is set meanwhile; see `wake`.
        """
        turn = Turn()
        with self._changed:
            host = self._hosts.setdefault(site, _Host())
            while True:
                if halt.is_set():
                    raise LookFailedError("interrupted", "the run was stopped")
                wait = host.free_at - self._clock.monotonic()
                if wait <= 0 and host.busy < self._settings.connections_per_host:
                    break
                self._changed.wait(wait if wait > 0 else None)
            host.busy += 1
        try:
            yield turn
        finally:
            with self._changed:
                host.busy -= 1
                if turn.rest:
                    rested = self._clock.monotonic() + self._settings.pace(site)
                    host.free_at = max(host.free_at, rested)
                self._changed.notify_all()

    def hold(self, site: str, seconds: float) -> None:
        """Leave `site` alone for `seconds`, as its Retry-After asks."""
        with self._changed:
            host = self._hosts.setdefault(site, _Host())
            host.free_at = max(host.free_at, self._clock.monotonic() + seconds)

    def free_at(self, site: str) -> float:
        """Return the monotonic time from which `site` may be asked again."""
        with self._changed:
            host = self._hosts.get(site)
            return host.free_at if host else 0.0

    def wake(self) -> None:
        """Have all who wait look at their `halt` again."""
        with self._changed:
            self._changed.notify_all()
