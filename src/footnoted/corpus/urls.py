"""Which addresses a corpus may hold: as printed, with a host, and http or https."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from footnoted.corpus.problems import nearest, problem
from footnoted.model.base import Record
from footnoted.model.corpus import PlaceKey
from footnoted.model.finding import Finding
from footnoted.model.place import Place
from footnoted.model.records import PaperRecord, SourceRecord

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:/|$))")
_LABELS = re.compile(r"[^\s.:/?#@\[\]]+(?:\.[^\s.:/?#@\[\]]+)*\.?")


def url_findings(key: PlaceKey, record: Record, places: Mapping[PlaceKey, Place]) -> list[Finding]:
    """Return a `record-url` finding for each address of the record that cannot be asked for."""
    about = ("source", record.id) if isinstance(record, SourceRecord) else None
    return [
        problem("record-url", nearest(places, (*key, *path)), fault, about)
        for path, url in _urls(record)
        if (fault := url_fault(url))
    ]


def url_fault(url: str) -> str | None:
    """Return what is wrong with `url` and what to write instead, None if it can be asked for.

    A bare host (`www.example.org/page`, as papers print it) is read as `http://` before it.
    """
    if re.search(r"\s", url):
        return f"'{url}' has a blank in it: take it out, or write it as %20"
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() not in {"http", "https"}:
        return f"'{url}' is not http or https: give the page's web address, or leave it out"
    try:
        parts = urlsplit(url if scheme else f"http://{url}")
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return f"'{url}' cannot be read as an address: look at its host and port"
    if parts.username is not None:
        return f"'{url}' has a user name in it: write the address without it"
    if not _is_host(host, explicit=scheme is not None):
        return f"'{url}' has no host: write it in full, as http://www.example.org/page"
    return None


def _urls(record: Record) -> Iterator[tuple[PlaceKey, str]]:
    if isinstance(record, SourceRecord | PaperRecord) and record.url is not None:
        yield ("URL",), record.url
    if isinstance(record, SourceRecord):
        for index, alternate in enumerate(record.alternates):
            yield ("alternates", index, "url"), alternate.url
        for index, memento in enumerate(record.mementos):
            yield ("mementos", index, "url"), memento.url


def _is_host(host: str, *, explicit: bool) -> bool:
    """Tell whether a page can live there: a name with a dot, localhost, or an IPv6 address."""
    if ":" in host:
        return explicit
    if not _LABELS.fullmatch(host):
        return False
    return "." in host.rstrip(".") or (explicit and host == "localhost")
