"""A real web archive on loopback: pywb, serving captures that our own evidence store kept.

    site = pywb.collection()                                # `pywb` is a fixture of the session
    site.crawl("2013-09-10", {"http://news.example/a": "<p>Trade came to 2.87 billion."})
    site.crawl("2015-01-02", {"http://news.example/a": Answer(404, b"gone")})
    site.visit("2016-04-02", "http://127.0.0.1:8123/b")     # the real fetcher, at a made-up date
    site.base                                               # http://127.0.0.1:PORT/NAME

A crawl is seen at once. It offers `base/{date}id_/{url}` (raw replay), `base/{url}` (TimeGate),
`base/timemap/link/{url}`, `base/cdx?url=..&output=json`. `archive_faces.py` puts in front of it
what counts requests, breaks on demand, or speaks as web.archive.org does.

pywb is a process of its own, and ends with us even if we are killed: it is the child of a shell
that waits for the end of a pipe which only we hold.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from footnoted.files import digest
from footnoted.model.capture import Capture, Failure, Hop, Response
from footnoted.model.question import Question
from footnoted.store.cdx import cdx_line
from footnoted.store.evidence import Evidence
from footnoted.store.index import Spot
from footnoted.store.records import read_record
from footnoted.store.segments import Member, scan, segments
from footnoted.web.look import record_looks
from footnoted.web.settings import FetchSettings
from footnoted.web.urls import Target, as_sent, follow
from loopback import Answer, page
from web_help import LOOPBACK

BIN = Path(__file__).resolve().parent.parent / ".venv-pywb" / "bin"
WAYBACK, INDEXER, MANAGER = (BIN / name for name in ("wayback", "cdx-indexer", "wb-manager"))

_HELD = '"$@" </dev/null & child=$!; cat >/dev/null; kill $child; wait $child'
"""Ends what it started as soon as nobody holds its standard input any more."""

# pywb loads lists from the web when it meets a cookie; here that finds nobody.
_CLOSED = {
    "http_proxy": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
    "no_proxy": "localhost,127.0.0.1",
    "PATH": "/usr/bin:/bin",
}

Page = Answer | str


def day(text: str | datetime) -> datetime:
    """Return a time: what is given, or noon (UTC) of a day."""
    if isinstance(text, datetime):
        return text
    at = datetime.fromisoformat(text)
    if at.tzinfo:
        return at
    return at.replace(hour=at.hour or 12, tzinfo=UTC)


@dataclass
class Collection:
    """A collection of pywb's: what our evidence holds, its index, and where it is served."""

    folder: Path
    base: str
    _lines: list[str] = field(default_factory=list)
    _read: dict[Path, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The collection's name, which is its path on the server."""
        return self.folder.name

    @property
    def evidence(self) -> Path:
        """The folder of evidence, whose segments pywb reads where they are."""
        return self.folder / "archive"

    def crawl(self, at: str | datetime, pages: Mapping[str, Page]) -> None:
        """Keep what these addresses answered at that time, redirects followed among them."""
        with Evidence.open(self.evidence, writing=True) as evidence:
            for url in pages:
                evidence.record(_crawled(url, pages, day(at)))
        self.index()

    def visit(self, at: str | datetime, *urls: str, settings: FetchSettings = LOOPBACK) -> None:
        """Fetch these addresses with our own fetcher, as if it were that time."""
        questions = [Question(url) for url in urls]
        with Evidence.open(self.evidence, writing=True) as evidence:
            record_looks(questions, settings, evidence, vantage="crawler", now=lambda: day(at))
        self.index()

    def index(self) -> None:
        """Bring what was recorded into the index, by the lines that our exports have."""
        for segment in segments(self.evidence):
            for member in scan(segment, self._read.get(segment.path, 0)):
                if isinstance(member, Member):
                    self._read[segment.path] = member.offset + member.length
                    spot = Spot(segment.name, member.offset, member.length)
                    line = cdx_line(read_record(member.raw), spot)
                    self._lines += [line] if line else []
        self._publish("".join(sorted(self._lines)))

    def index_by_pywb(self) -> str:
        """Index all that was recorded with pywb's own indexer instead, and return its lines."""
        paths = [segment.path for segment in segments(self.evidence)]
        done = subprocess.run(
            [INDEXER, "--cdxj", "--sort", *paths], capture_output=True, text=True, check=True
        )
        self._publish(done.stdout)
        return done.stdout

    def lines(self) -> list[str]:
        """Return the lines of the index as it is served."""
        return (self.folder / "indexes" / "index.cdxj").read_text("utf-8").splitlines()

    def _publish(self, lines: str) -> None:
        beside = self.folder / "index.part"
        beside.write_text(lines, "utf-8")
        beside.replace(self.folder / "indexes" / "index.cdxj")


@dataclass
class Pywb:
    """A running pywb; collections come into being as tests ask for them."""

    home: Path
    port: int
    _names: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def collection(self) -> Collection:
        """Return a new, empty collection."""
        folder = self.home / "collections" / f"c{next(self._names)}"
        (folder / "archive").mkdir(parents=True)
        (folder / "indexes").mkdir()
        (folder / "indexes" / "index.cdxj").touch()
        return Collection(folder, f"http://127.0.0.1:{self.port}/{folder.name}")

    def collection_of(self, export: Path) -> Collection:
        """Return a new collection that holds a WACZ as pywb's own manager takes it in."""
        made = self.collection()
        subprocess.run(
            [MANAGER, "add", "--unpack-wacz", made.name, export],
            cwd=self.home,
            capture_output=True,
            check=True,
        )
        return made


@contextlib.contextmanager
def serve_pywb(home: Path, *, framed: bool = True) -> Iterator[Pywb]:
    """Run pywb on a free port of 127.0.0.1 until the block is left.

    `framed` is pywb's default: a view is a frame with a banner, and the TimeGate answers with
    one. Unframed, the TimeGate redirects to the exact memento.
    """
    (home / "collections").mkdir(parents=True)
    settings = f"framed_replay: {str(framed).lower()}\nredirect_to_exact: {str(not framed).lower()}"
    (home / "config.yaml").write_text(f"{settings}\n", "utf-8")
    with (home / "pywb.log").open("wb") as log:
        process, port = _start(home, log.fileno())
        try:
            yield Pywb(home, port)
        finally:
            _end(process)


def _start(home: Path, log: int) -> tuple[subprocess.Popen[bytes], int]:
    """Start pywb; a port that somebody took in between is given up for another one."""
    for _ in range(5):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port: int = free.getsockname()[1]
        command = [
            str(WAYBACK),
            "--bind",
            "127.0.0.1",
            "--port",
            str(port),
            "--directory",
            str(home),
        ]
        process = subprocess.Popen(
            ["/bin/sh", "-c", _HELD, "sh", *command],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            env=_CLOSED | {"HOME": str(home)},
            start_new_session=True,
        )
        if _answers(port, home):
            return process, port
        _end(process)
    raise RuntimeError(f"pywb does not start; see {home / 'pywb.log'}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let go of the pipe, which ends pywb; what does not end by itself is killed."""
    try:
        process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _answers(port: int, home: Path) -> bool:
    """Wait until it is ours that answers at `port`, at most half a minute."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        log = (home / "pywb.log").read_text("utf-8", "replace")
        if "Address already in use" in log.rpartition(f"Starting Gevent Server on {port}")[2]:
            return False
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        time.sleep(0.05)
    return False


def _crawled(url: str, pages: Mapping[str, Page], at: datetime) -> Capture:
    """Return the capture of an address, followed as far as `pages` knows where to."""
    hops: list[Hop] = []
    here, answer = _target(url), _answer(pages[url])
    while (location := dict(answer.headers).get("Location")) is not None:
        after = follow(here, location)
        if isinstance(after, Failure) or after.url not in pages or len(hops) == 10:
            break
        hops.append(Hop(here.url, answer.status, location))
        here, answer = after, _answer(pages[after.url])
    headers = tuple(dict(answer.headers).items())
    response = Response(here.url, answer.status, headers, answer.body)
    return Capture(
        _target(url).url, "cited", at, "crawler", tuple(hops), response, digest=digest(answer.body)
    )


def _answer(given: Page) -> Answer:
    return page(given) if isinstance(given, str) else given


def _target(url: str) -> Target:
    target = as_sent(url)
    assert isinstance(target, Target)
    return target
