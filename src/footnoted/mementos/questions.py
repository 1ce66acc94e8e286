"""What an archive is asked."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote, urldefrag

from footnoted.mementos.addresses import raw_url
from footnoted.mementos.archive import Archive
from footnoted.model.archived import Snapshot
from footnoted.model.question import Question


def index_question(archive: Archive, url: str) -> Question:
    """Return the question for the list of the mementos of `url`; its fragment is never sent."""
    page = urldefrag(url).url
    asked = quote(page, safe="") if archive.kind == "cdx" else page
    return Question(f"{archive.index}{asked}", "archive")


def timegate_question(archive: Archive, url: str, near: datetime) -> Question:
    """Return the question for the memento of `url` nearest to `near` (RFC 7089, 4)."""
    return Question(f"{archive.timegate}{urldefrag(url).url}", "archive", near)


def memento_question(snapshot: Snapshot) -> Question:
    """Return the question for the bytes of a memento as they were captured."""
    return Question(raw_url(snapshot.url), "memento")
