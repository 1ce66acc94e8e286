"""What a TimeGate says (RFC 7089, 4): whether there is a memento at all."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urljoin

from footnoted.mementos.addresses import original_of, raw_url, view_url
from footnoted.mementos.archive import Archive
from footnoted.mementos.hosts import place_of
from footnoted.mementos.identity import same_address
from footnoted.mementos.index import stamped_at
from footnoted.mementos.timemaps import http_date, mementos_in
from footnoted.model.archived import Snapshot
from footnoted.model.capture import Capture, Response


def read_timegate(capture: Capture, archive: Archive, url: str) -> tuple[Snapshot, ...] | str:
    """Return the mementos that a TimeGate led to or named, none, or why it is silent.

    None is what 404 says (RFC 7089, 4.5.6), and only from the archive itself. Anything
    else that names no memento is no answer.
    """
    response = capture.response
    if response is None:
        assert capture.failure
        return capture.failure.message
    found = {one.url: one for one in (*_met(capture, archive, url), *_named(response, url))}
    home = place_of(archive.timegate)
    own = [one for one in found.values() if place_of(one.url) == home]
    ours = [one for one in own if same_address(one.original, url)]
    if ours:
        return tuple(sorted(ours, key=lambda one: (one.at, one.url)))
    if found:
        what = "another address" if own else "mementos at other places than its own only"
        return f"its TimeGate led to {what}"
    if place_of(response.url) != home:
        return "its TimeGate led away from it"
    if response.status == 404:
        return ()
    return f"its TimeGate answered {response.status} and named no memento"


def _met(capture: Capture, archive: Archive, url: str) -> tuple[Snapshot, ...]:
    """Return the mementos that the chain of redirects led to, within the archive."""
    response = capture.response
    assert response
    own = urljoin(response.url, response.header("Content-Location") or response.url)
    made = http_date(response.header("Memento-Datetime") or "")
    times = {hop.location: _stamped(hop.location) for hop in capture.hops}
    times |= {own: made or _stamped(own)}
    home = place_of(archive.timegate)
    return tuple(
        Snapshot(at, original_of(address) or url, raw_url(address), view_url(address))
        for address, at in times.items()
        if at is not None and place_of(address) == home
    )


def _stamped(address: str) -> datetime | None:
    """Return the time in an address that tells what was captured too."""
    return stamped_at(address) if original_of(address) else None


def _named(response: Response, url: str) -> tuple[Snapshot, ...]:
    """Return the mementos that the Link header names (RFC 7089, 2.2)."""
    told = [value for name, value in response.headers if name.lower() == "link"]
    return mementos_in(", ".join(told), url)
