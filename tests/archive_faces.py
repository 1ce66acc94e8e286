"""Faces of the real archive: what stands between it and a client, counts, and breaks on demand.

    with as_pywb(site) as archive: ...          # site: a Collection of archive_site.py
    with as_wayback(site) as archive: ...
        archive.named                           # how our code is told of it (an Archive)
        archive.breaks(too_many("3600"))        # every request, until `mends()`
        archive.breaks(says_nothing, url=URL, kinds={"index"})
        archive.count("index", URL)             # how often it was asked

As pywb, requests go through as they are. As the Wayback Machine, its addresses are translated:
CDX in array form (with `fl` and `collapse`, which we send; anything else is a 400, so that it is
noticed), a TimeGate that redirects, replay that redirects to the exact date, timemaps, headers.
Faults stand in `archive_faults.py`.
"""

from __future__ import annotations

import contextlib
import http.client
import itertools
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Literal
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit

from archive_site import Collection
from footnoted.mementos import WAYBACK, Archive, archive_at
from loopback import Answer, Asked, Site, serve

Kind = Literal["index", "timemap", "timegate", "raw", "view"]
KINDS: frozenset[Kind] = frozenset({"index", "timemap", "timegate", "raw", "view"})

_STAMPED = re.compile(r"(\d{1,14})([a-z]{2}_)?/(.+)", re.DOTALL)
_SENT = {"url", "output", "fl", "collapse"}
_WIRE = {"connection", "transfer-encoding", "content-length", "date"}


@dataclass(frozen=True, slots=True)
class Call:
    """A request read: what is asked for which address, at which date (digits as sent)."""

    face: Face
    asked: Asked
    kind: Kind
    url: str
    stamp: str = ""

    def honest(self) -> Answer:
        """Return what the archive truly answers."""
        return self.face.answers(self)


Fault = Callable[[Call], Answer]


@dataclass
class Face:
    """An archive as clients see it: where it is, what was asked of it, how it is broken."""

    collection: Collection
    site: Site
    named: Archive
    answers: Callable[[Call], Answer]
    calls: list[Call] = field(default_factory=list)
    _faults: list[tuple[Fault, str | None, frozenset[Kind]]] = field(default_factory=list)

    @property
    def base(self) -> str:
        """The address of the collection, without a slash at its end."""
        return self.named.replay.rstrip("/")

    def breaks(
        self, fault: Fault, *, url: str | None = None, kinds: set[Kind] | None = None
    ) -> None:
        """Let `fault` answer from now on: for one address or all, for some kinds or all."""
        self._faults.insert(0, (fault, url, frozenset(kinds or KINDS)))

    def mends(self) -> None:
        """Answer honestly again."""
        self._faults.clear()

    def count(self, kind: Kind | None = None, url: str | None = None) -> int:
        """Return how many requests came, of one kind or all, for one address or all."""
        return sum(kind in {None, call.kind} and url in {None, call.url} for call in self.calls)

    def kinds(self) -> list[Kind]:
        """Return the kinds of the requests that came, in order."""
        return [call.kind for call in self.calls]

    def raw(self, stamp: str, url: str) -> str:
        """Return the address of a capture's bytes."""
        return self.named.raw(stamp, url)

    def answer(self, asked: Asked) -> Answer:
        """Answer a request, honestly or not."""
        call = self._read(asked)
        if call is None:
            return Answer(400, b"no such service here")
        self.calls.append(call)
        for fault, url, kinds in self._faults:
            if call.kind in kinds and url in {None, call.url}:
                return fault(call)
        return call.honest()

    def ask(self, path: str, headers: Sequence[tuple[str, str]] = ()) -> Answer:
        """Ask pywb for a path of the collection, as if it were asked under our address."""
        home = urlsplit(self.collection.base)
        connection = http.client.HTTPConnection(home.netloc, timeout=30)
        try:
            connection.putrequest(
                "GET", f"{home.path}{path}", skip_host=True, skip_accept_encoding=True
            )
            connection.putheader("Host", f"{self.site.host}:{self.site.port}")
            for name, value in headers:
                connection.putheader(name, value)
            connection.endheaders()
            told = connection.getresponse()
            kept = [one for one in told.getheaders() if one[0].lower() not in _WIRE]
            return Answer(told.status, told.read(), kept)
        finally:
            connection.close()

    def _read(self, asked: Asked) -> Call | None:
        for kind, beginning in (("index", self.named.index), ("timegate", self.named.timegate)):
            path = urlsplit(beginning).path
            if kind == "index" and asked.path.partition("?")[0] == path:
                fields = dict(parse_qsl(asked.path.partition("?")[2], keep_blank_values=True))
                return Call(self, asked, "index", fields.get("url", ""))
            if kind == "timegate" and asked.path.startswith(path):
                return self._read_replay(asked, asked.path.removeprefix(path))
        return None

    def _read_replay(self, asked: Asked, rest: str) -> Call:
        if rest.startswith("timemap/link/"):
            return Call(self, asked, "timemap", rest.removeprefix("timemap/link/"))
        found = _STAMPED.fullmatch(rest)
        if found is None:
            return Call(self, asked, "timegate", rest)
        return Call(self, asked, "raw" if found[2] == "id_" else "view", found[3], found[1])


@contextlib.contextmanager
def as_pywb(collection: Collection) -> Iterator[Face]:
    """Stand in front of a collection, and let all through as it is."""

    def through(call: Call) -> Answer:
        path = call.asked.path.removeprefix(urlsplit(collection.base).path)
        wanted = [
            (name, value)
            for name, value in call.asked.headers.items()
            if name.lower() in {"accept-datetime", "accept", "user-agent"}
        ]
        return call.face.ask(path, wanted)

    with _serve(collection, through, lambda root: archive_at(f"{root}/{collection.name}")) as face:
        yield face


@contextlib.contextmanager
def as_wayback(collection: Collection) -> Iterator[Face]:
    """Stand in front of a collection, and speak as the Wayback Machine does."""
    with _serve(collection, _wayback, wayback_at) as face:
        yield face


def wayback_at(root: str) -> Archive:
    """Return the Wayback Machine as if it stood at `root`, such as http://127.0.0.1:8080."""
    home = "https://web.archive.org"
    return replace(
        WAYBACK,
        name=urlsplit(root).netloc,
        index=WAYBACK.index.replace(home, root),
        timegate=WAYBACK.timegate.replace(home, root),
        replay=WAYBACK.replay.replace(home, root),
    )


@contextlib.contextmanager
def _serve(
    collection: Collection,
    answers: Callable[[Call], Answer],
    named: Callable[[str], Archive],
) -> Iterator[Face]:
    with serve({}) as site:
        face = Face(collection, site, named(site.url("")), answers)
        site.answers["*"] = face.answer
        yield face


# -- the Wayback Machine's addresses and words ------------------------------------------------


def _wayback(call: Call) -> Answer:
    if call.kind == "index":
        return _cdx(call)
    if call.kind == "timemap":
        return _renamed(call.face, call.face.ask(f"/timemap/link/{call.url}"))
    if call.kind == "timegate":
        return _timegate(call)
    return _replay(call)


def _cdx(call: Call) -> Answer:
    """Answer as Wayback's CDX server: an array of arrays, the first one naming the fields."""
    asked = dict(parse_qsl(urlsplit(call.asked.path).query, keep_blank_values=True))
    if asked.keys() != _SENT or asked["output"] != "json":
        return Answer(400, f"not known here: {sorted(asked.items())}".encode())
    rows = _collapsed(_rows(call.face, call.url), asked["collapse"])
    names = asked["fl"].split(",")
    told = [names, *([row[name] for name in names] for row in rows)] if rows else []
    body = json.dumps(told).replace("], [", "],\n[").encode() + b"\n"
    return Answer(200, body, [("Content-Type", "application/json")])


def _rows(face: Face, url: str) -> list[dict[str, str]]:
    """Return pywb's list in Wayback's words; of a revisit Wayback tells no status."""
    answer = face.ask(f"/cdx?output=json&url={quote(url, safe='')}")
    rows = []
    for line in answer.body.decode("utf-8").splitlines():
        row = json.loads(line)
        media_type = row.get("mime", "unk")
        rows.append(
            {
                "timestamp": row["timestamp"],
                "original": row["url"],
                "mimetype": media_type,
                "statuscode": "-" if media_type == "warc/revisit" else row.get("status", "-"),
                "digest": row["digest"].rpartition(":")[2].upper(),
            }
        )
    return rows


def _collapsed(rows: list[dict[str, str]], by: str) -> list[dict[str, str]]:
    """Keep the first of neighbours that agree in the first characters of a field."""
    name, _, size = by.partition(":")
    return [next(group) for _, group in itertools.groupby(rows, lambda row: row[name][: int(size)])]


def _timegate(call: Call) -> Answer:
    """Redirect to the memento nearest to Accept-Datetime, else to the latest (RFC 7089, 4.1)."""
    wanted = call.asked.headers.get("Accept-Datetime")
    at = parsedate_to_datetime(wanted) if wanted else datetime.now(UTC)
    rows = _rows(call.face, call.url)
    if not rows:
        return _unknown(call)
    nearest = min(rows, key=lambda row: abs(_moment(row["timestamp"]) - at))
    to = call.face.named.view(nearest["timestamp"], call.url)
    return Answer(
        302,
        b"",
        [
            ("Location", to),
            ("Vary", "accept-datetime"),
            ("Link", f'<{call.url}>; rel="original"'),
            ("Content-Type", "text/plain"),
        ],
    )


def _replay(call: Call) -> Answer:
    """Replay the capture of exactly that date, or redirect to the date of the nearest one."""
    modifier = "id_" if call.kind == "raw" else "mp_"
    answer = call.face.ask(f"/{call.stamp}{modifier}/{call.url}")
    told = dict(answer.headers)
    if "Memento-Datetime" not in told:
        return _unknown(call) if answer.status == 404 else answer
    at = parsedate_to_datetime(told["Memento-Datetime"])
    exact = f"{at:%Y%m%d%H%M%S}"
    at_date = call.face.named.raw if call.kind == "raw" else call.face.named.view
    if exact != call.stamp:
        reason = ("X-Archive-Redirect-Reason", f"found capture at {exact}")
        return Answer(302, b"", [("Location", at_date(exact, call.url)), reason])
    answer = _renamed(call.face, answer)
    if call.kind == "view":
        return _bannered(answer, at)
    headers = [
        (name, at_date(exact, urljoin(call.url, value)) if name == "Location" else value)
        for name, value in dict(answer.headers).items()
    ]
    return replace(answer, headers=headers)


def _renamed(face: Face, answer: Answer) -> Answer:
    """Put the Wayback Machine's addresses in place of pywb's, in headers and in text."""
    here = f"http://{face.site.host}:{face.site.port}"
    pairs = [
        (f"{here}/{face.collection.name}/", f"{here}/web/"),
        (f"/{face.collection.name}/", "/web/"),
    ]

    def renamed(text: str) -> str:
        for old, new in pairs:
            text = text.replace(old, new)
        return re.sub(r"(/web/\d{1,14})mp_/", r"\1/", text)

    given: dict[str, str] = dict(answer.headers)
    headers = [
        (name, renamed(value)) for name, value in given.items() if name != "Content-Location"
    ]
    if "id_/" in given.get("Content-Location", ""):
        return replace(answer, headers=headers)
    body = renamed(answer.body.decode("latin-1")).encode("latin-1")
    return replace(answer, headers=headers, body=body)


def _bannered(answer: Answer, at: datetime) -> Answer:
    """Add to a page for people what the Wayback Machine adds."""
    toolbar = (
        b"<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>%s</div><!-- END WAYBACK TOOLBAR INSERT -->"
    )
    told = (
        f"\n<!--\n     FILE ARCHIVED ON {at:%H:%M:%S %b %d, %Y} AND RETRIEVED FROM AN ARCHIVE\n-->"
    )
    shown = toolbar % format_datetime(at, usegmt=True).encode()
    return replace(answer, body=shown + answer.body + told.encode())


def _unknown(call: Call) -> Answer:
    shown = unquote(call.url).encode("ascii", "xmlcharrefreplace")
    body = b"<html><title>Wayback Machine</title><p>%s has not been archived.</html>" % shown
    return Answer(404, body, [("Content-Type", "text/html; charset=utf-8")])


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
