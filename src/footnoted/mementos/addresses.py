"""Addresses of mementos in the form that the Wayback Machine made common.

`https://web.archive.org/web/20130910120000id_/http://example.org/page`: where the archive
replays, when the capture was made (4 to 14 digits), how it is to be replayed (`id_`: the bytes
as captured), and what was captured. pywb and the archives built on it write the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

from footnoted.model.capture import Capture

_FORM = re.compile(
    r"(?P<base>https?://[^/?#]+/(?:[^?#]*?/)?)"
    r"(?P<stamp>\d{4,14})(?P<mode>[a-z]{2}_)?/"
    r"(?P<original>(?:https?|ftp)(?::|%3a).+)",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(
    r"(?P<base>https?://[^/?#]+/(?:[^?#]*?/)?)"
    r"(?P<stamp>\d{14})(?P<mode>[a-z]{2}_)?/"
    r"(?P<original>[^/?#\s]+\.[^/?#\s]+.*)",
    re.IGNORECASE | re.DOTALL,
)
"""With all 14 digits a host may stand without its scheme."""

_SCHEME = re.compile(r"(https?|ftp):/*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Parts:
    base: str
    stamp: str
    mode: str
    original: str


def raw_url(url: str) -> str:
    """Return where the archive gives the bytes as captured; other addresses come back as given."""
    return _with_mode(url, "id_")


def view_url(url: str) -> str:
    """Return where a reader sees the memento; other addresses come back as given."""
    return _with_mode(url, "")


def original_of(url: str) -> str | None:
    """Return the address that was captured, None where `url` does not tell.

    A scheme percent-encoded, with a slash too few, or doubled (`http://http://…`) is mended, and
    `http://` stands before a host without one.
    """
    parts = _parts(url)
    return _mended(parts.original) if parts else None


def is_raw(url: str) -> bool | None:
    """Tell whether a memento's address asks for the bytes as captured, None where none can say."""
    parts = _parts(url)
    return parts.mode == "id_" if parts else None


def rerouted(url: str, original: str) -> str | None:
    """Return the raw address of `original` at the time of the memento `url`, None without one."""
    parts = _parts(url)
    return f"{parts.base}{parts.stamp}id_/{original}" if parts else None


def as_captured(capture: Capture) -> Capture:
    """Return a capture of a memento under the addresses that were captured.

    So that what is judged by a page's address (a home page, a login's path) is judged as it
    would have been on that day. What tells no original stays.
    """

    def of(url: str) -> str:
        return original_of(url) or url

    response = capture.response
    return replace(
        capture,
        asked=of(capture.asked),
        hops=tuple(
            replace(one, url=of(one.url), location=of(one.location)) for one in capture.hops
        ),
        response=response and replace(response, url=of(response.url)),
    )


def _parts(url: str) -> _Parts | None:
    found = _FORM.fullmatch(url) or _BARE.fullmatch(url)
    if found is None:
        return None
    mode = (found["mode"] or "").lower()
    return _Parts(found["base"], found["stamp"], mode, found["original"])


def _with_mode(url: str, mode: str) -> str:
    parts = _parts(url)
    if parts is None:
        return url
    original = parts.original
    if not _SCHEME.match(original) and _SCHEME.match(unquote(original)):
        original = _mended(original)
    return f"{parts.base}{parts.stamp}{mode}/{original}"


def _mended(original: str) -> str:
    if not _SCHEME.match(original) and _SCHEME.match(unquote(original)):
        original = unquote(original)
    scheme = "http"
    while found := _SCHEME.match(original):
        scheme, original = found[1].lower(), original[found.end() :]
    return f"{scheme}://{original}"
