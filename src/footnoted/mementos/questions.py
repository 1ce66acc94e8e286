"""What an archive is asked."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote, urldefrag, urlsplit, urlunsplit

from footnoted.mementos.addresses import raw_url
from footnoted.mementos.archive import Archive
from footnoted.model.archived import Snapshot
from footnoted.model.question import Question


def index_question(archive: Archive, url: str) -> Question:
    """Return the question for the list of the mementos of `url`; its fragment is never sent."""
    page = _page(url)
    asked = quote(page, safe="") if archive.kind == "cdx" else page
    return Question(f"{archive.index}{asked}", "archive")


def timegate_question(archive: Archive, url: str, near: datetime) -> Question:
    """Return the question for the memento of `url` nearest to `near` (RFC 7089, 4)."""
    return Question(f"{archive.timegate}{_page(url)}", "archive", near)


def memento_question(snapshot: Snapshot) -> Question:
    """Return the question for the bytes of a memento as they were captured."""
    return Question(raw_url(snapshot.url), "memento")


def _page(url: str) -> str:
    """Return an address as it was asked when it was captured: in ASCII, without its fragment."""
    page = urldefrag(url).url
    if page.isascii():
        return page
    try:
        parts = urlsplit(page)
        netloc = parts.netloc.encode("idna").decode("ascii")
    except ValueError:  # no name that can be had
        return page
    path, query = (quote(part, safe=_SAFE) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, netloc, path, query, ""))


_SAFE = "/:@!$&'()*+,;=~%?"
"""What stands in a path or a query as it is (RFC 3986, 3.3), and what is encoded already."""
