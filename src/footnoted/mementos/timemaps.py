"""Timemaps: the mementos of a page in link format (RFC 7089, 5; RFC 6690; RFC 8288)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from footnoted.mementos.addresses import original_of, raw_url, view_url
from footnoted.model.archived import Snapshot

_LINK = re.compile(
    r"<([^<>]*)>((?:\s*;\s*[^\s;,=\"<>]+(?:\s*=\s*(?:\"(?:[^\"\\]|\\.)*\"|[^\s;,\"<>]*))?)*)"
)
_PARAMETER = re.compile(r";\s*([^\s;,=\"<>]+)\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^\s;,\"<>]*))")
_BEGINNING = re.compile(r"<[^<>\s]*>\s*;\s*[^\s;,=\"<>]+\s*=")


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its target, its relations, and the time of a memento where one is told."""

    target: str
    relations: frozenset[str]
    at: datetime | None


def is_link_format(text: str) -> bool:
    """Tell whether a text begins as links do; a page of HTML does not."""
    return _BEGINNING.match(text[:10_000]) is not None


def links(text: str) -> Iterator[Link]:
    """Yield the links of a timemap or of a Link header."""
    for found in _LINK.finditer(text):
        told: dict[str, str] = {}
        for name, quoted, bare in _PARAMETER.findall(found[2]):
            told.setdefault(name.lower(), quoted or bare)  # the first one counts (RFC 8288, 3.3)
        relations = frozenset(told.get("rel", "").lower().split())
        yield Link(found[1].strip(), relations, http_date(told.get("datetime", "")))


def original_in(text: str) -> str | None:
    """Return the address that links name as the original's (RFC 7089, 2.2.1), None without one."""
    return next((one.target for one in links(text) if "original" in one.relations), None)


def mementos_in(text: str, url: str) -> tuple[Snapshot, ...]:
    """Return the mementos that links name, in order of time, each once.

    A memento without a time that can be read is passed over: nobody could say what it shows.
    """
    listed = list(links(text))
    original = original_in(text) or url
    found = {
        one.target: Snapshot(
            at=one.at,
            original=original_of(one.target) or original,
            url=raw_url(one.target),
            view=view_url(one.target),
        )
        for one in listed
        if "memento" in one.relations and one.at and one.target
    }
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.url)))


def read_links(text: str, url: str) -> tuple[Snapshot, ...] | str:
    """Return the mementos of a timemap, or why it is no answer.

    A list of further lists is none: those are not followed.
    """
    found = mementos_in(text, url)
    if found:
        return found
    lists = {one.target for one in links(text) if "timemap" in one.relations}
    if len(lists) > 1:
        return "its list only names further lists"
    if any("memento" in one.relations for one in links(text)):
        return "its list cannot be read: no memento of it has a time"
    return ()


def http_date(text: str) -> datetime | None:
    """Return the time of an HTTP date (RFC 9110, 5.6.7) in UTC, None where it is none."""
    try:
        at = parsedate_to_datetime(text)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
