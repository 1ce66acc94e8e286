"""A small web archive on loopback, honest or not: a list, a TimeGate and raw replay.

with small_archive() as archive:
    archive.keep("2013-10-02", URL, b"<p>The page")
    archive.named                     # the Archive that our code is told of
    archive.asked("index")            # what was asked of it, by kind
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import parse_qs, urlsplit

from footnoted.mementos import Archive, archive_at
from loopback import Answer, Asked, Site, serve

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Kept:
    """A capture: what was answered at an address at that time, and where it leads instead."""

    at: datetime
    url: str
    body: bytes
    status: int = 200
    leads_to: str | None = None

    @property
    def stamp(self) -> str:
        """The time, in digits."""
        return f"{self.at:%Y%m%d%H%M%S}"


@dataclass
class SmallArchive:
    """What it holds, and answers that stand in for its own, by kind."""

    site: Site
    held: list[Kept] = field(default_factory=list)
    faults: dict[str, Callable[[], Answer]] = field(default_factory=dict)
    calls: list[tuple[str, str]] = field(default_factory=list)
    times: list[str | None] = field(default_factory=list)

    @property
    def named(self) -> Archive:
        """How our code is told of it."""
        return archive_at(self.site.url("/coll"))

    def keep(
        self, day: str, url: str, body: bytes, status: int = 200, leads_to: str | None = None
    ) -> None:
        """Hold what was answered at noon of a day; `leads_to` is a stamp that replay goes to."""
        at = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
        self.held.append(Kept(at, url, body, status, leads_to))

    def asked(self, kind: str) -> list[str]:
        """Return the addresses that were asked about, in order."""
        return [url for one, url in self.calls if one == kind]

    def answer(self, asked: Asked) -> Answer:
        """Answer a request."""
        kind, url, stamp = _read(asked.path)
        self.calls.append((kind, url))
        if kind == "gate":
            self.times.append(asked.headers.get("Accept-Datetime"))
        if kind in self.faults:
            return self.faults[kind]()
        mine = [one for one in self.held if one.url == url]
        if kind == "index":
            return _list(mine)
        if kind == "gate":
            return self._gate(mine)
        return self._replay(mine, stamp)

    def _gate(self, mine: list[Kept]) -> Answer:
        if not mine:
            return Answer(404, b"<html>not archived", {"Content-Type": HTML})
        return Answer(302, b"", {"Location": f"/coll/{mine[0].stamp}/{mine[0].url}"})

    def _replay(self, mine: list[Kept], stamp: str) -> Answer:
        one = next((one for one in mine if one.stamp == stamp), None)
        if one is None:
            return Answer(404, b"<html>no such capture", {"Content-Type": HTML})
        if one.leads_to:
            return Answer(302, b"", {"Location": f"/coll/{one.leads_to}id_/{one.url}"})
        made = format_datetime(one.at, usegmt=True)
        return Answer(one.status, one.body, {"Content-Type": HTML, "Memento-Datetime": made})


def _read(path: str) -> tuple[str, str, str]:
    rest = path.removeprefix("/coll/")
    if rest.startswith("cdx?"):
        return "index", parse_qs(urlsplit(rest).query)["url"][0], ""
    if rest[:14].isdigit():
        stamp, _, url = rest.partition("/")
        return "memento", url, stamp[:14]
    return "gate", rest, ""


def _list(mine: list[Kept]) -> Answer:
    rows = [
        {
            "timestamp": one.stamp,
            "url": one.url,
            "mime": "text/html",
            "status": str(one.status),
            "digest": hashlib.sha1(one.body).hexdigest(),
        }
        for one in mine
    ]
    body = "".join(f"{json.dumps(row)}\n" for row in rows)
    return Answer(200, body.encode(), {"Content-Type": "text/x-ndjson"})


@contextlib.contextmanager
def small_archive(host: str = "127.0.0.2") -> Iterator[SmallArchive]:
    """Serve an empty archive until the block is left."""
    with serve({}, host=host) as site:
        archive = SmallArchive(site)
        site.answers["*"] = archive.answer
        yield archive
