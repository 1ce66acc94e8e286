"""What the tests of `web` share: settings for loopback, a recorder, one look."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.web.dial import Resolver, ask_system
from footnoted.web.look import look_at
from footnoted.web.settings import FetchSettings

LOOPBACK = FetchSettings(
    allow_net=(ipaddress.ip_network("127.0.0.0/8"),),
    pace_seconds=0.0,
    total_seconds=2.0,
    connect_seconds=1.0,
    backoff_seconds=0.05,
    canaries=(),
)
NOW = datetime(2026, 11, 24, 12, 0, 0, 123456, tzinfo=UTC)


@dataclass
class Kept:
    """A recorder that keeps captures in a list."""

    captures: list[Capture] = field(default_factory=list)

    def record(self, capture: Capture) -> None:
        """Keep it."""
        self.captures.append(capture)


def look_all(
    urls: list[str], settings: FetchSettings = LOOPBACK, resolver: Resolver = ask_system
) -> dict[str, Capture]:
    """Look at all of `urls`."""
    questions = [Question(url) for url in urls]
    return look_at(questions, settings, Kept(), vantage="here", now=lambda: NOW, resolver=resolver)


def look_once(
    url: str, settings: FetchSettings = LOOPBACK, resolver: Resolver = ask_system
) -> Capture:
    """Look at `url`."""
    return look_all([url], settings, resolver)[url]
