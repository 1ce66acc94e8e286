"""What the tests of `web` share: settings for loopback, a recorder, one look."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from footnoted.model.capture import Capture, Recorder
from footnoted.model.question import Question
from footnoted.web.dial import Resolver, ask_system
from footnoted.web.look import record_looks
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


@dataclass
class _Keeping:
    recorder: Recorder
    captures: dict[str, Capture] = field(default_factory=dict)

    def record(self, capture: Capture) -> None:
        self.recorder.record(capture)
        self.captures[capture.asked] = capture


def look_at(
    questions: Sequence[Question], settings: FetchSettings, recorder: Recorder, **more: Any
) -> dict[str, Capture]:
    """Look as `record_looks` does, and return the captures by URL: a test has few of them."""
    kept = _Keeping(recorder)
    settled = record_looks(questions, settings, kept, **more)
    return {url: kept.captures[url] for url in settled}


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
