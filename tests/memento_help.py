"""Answers of archives for tests, as captures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from footnoted.mementos import WAYBACK, Archive
from footnoted.mementos.archive import FIELDS
from footnoted.model.archived import Snapshot
from footnoted.model.capture import Capture, Failure, FailureReason, Hop, Response

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PAGE = "http://site.example.org/page"


def answer(
    body: bytes | str = b"",
    status: int = 200,
    *,
    url: str = WAYBACK.index,
    asked: str | None = None,
    hops: Sequence[Hop] = (),
    **headers: str,
) -> Capture:
    """Return a capture of an answer; headers are named with underscores."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    data = body.encode() if isinstance(body, str) else body
    response = Response(url, status, named, data)
    return Capture(asked or url, "archive", NOW, "here", tuple(hops), response)


def no_answer(reason: FailureReason, message: str) -> Capture:
    """Return a capture of a look that brought nothing."""
    return Capture(WAYBACK.index, "archive", NOW, "here", failure=Failure(reason, message))


def array(*rows: Sequence[str]) -> str:
    """Return a list in Wayback's writing."""
    return json.dumps([FIELDS, *rows])


def row(stamp: str, status: str = "200", original: str = PAGE, digest: str = "D") -> list[str]:
    """Return a row of Wayback's list."""
    return [stamp, original, "text/html", status, digest]


def snapshot(stamp: str, status: int | None = 200, archive: Archive = WAYBACK) -> Snapshot:
    """Return a memento of `PAGE` made at a stamp of 14 digits."""
    at = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return Snapshot(at, PAGE, archive.raw(stamp, PAGE), archive.view(stamp, PAGE), status)
