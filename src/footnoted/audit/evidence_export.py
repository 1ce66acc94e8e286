"""Looks handed on: a WACZ file with titles that a person knows the pages by."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from footnoted.audit.evidence_choice import (
    addresses,
    looks_of_run,
    looks_of_sources,
    sources_at,
)
from footnoted.errors import WriteRefusedError
from footnoted.layout.charset import decode
from footnoted.model.capture import Capture
from footnoted.store.index import LookRow
from footnoted.store.reading import Reader, open_reader
from footnoted.store.wacz import Exported, export_wacz

_TITLE_WITHIN = 1 << 18
"""Bytes from a page's start within which its title is looked for."""


def export(
    evidence: Path, path: Path, corpus: Path, *, run: str | None, only: Sequence[str]
) -> Exported:
    """Write the looks of `run` at the sources or addresses `only`, or all, to a WACZ file.

    Raises EvidenceError in one line where nothing on record is meant, WriteRefusedError where
    the file cannot be written; what stood at `path` is then as it was.
    """
    if path.is_dir() or not path.parent.is_dir():
        raise WriteRefusedError(f"{path}: name a file in a folder that exists")
    titles = _titles(corpus)

    def title_of(row: LookRow, capture: Capture) -> str | None:
        if row.basis == "local":
            return titles.get(row.asked) or row.source
        return page_title(capture) or titles.get(row.asked)

    with open_reader(evidence) as reader:
        return export_wacz(
            path,
            reader,
            _rows(reader, corpus, run, only),
            title="Evidence kept by footnoted",
            created=datetime.now(UTC).replace(microsecond=0),
            title_of=title_of,
        )


def _titles(corpus: Path) -> dict[str, str | None]:
    """Return the titles of the sources on record by what is asked for them."""
    return {
        asked: source.title
        for sources in sources_at(corpus).values()
        for source in sources
        for asked in addresses(source)
    }


def page_title(capture: Capture) -> str | None:
    """Return what an HTML page calls itself in its first `<title>`, None without one.

    This is for a list of pages only. It parses nothing, so that no page can harm it.
    """
    if capture.response is None:
        return None
    start = capture.response.body[:_TITLE_WITHIN]
    start = start[: start.rfind(b">") + 1]  # no letter of several bytes is cut in two
    if b"<title" not in start.lower():
        return None
    text = decode(start, capture.response.header("Content-Type")).text
    lower = text.lower()
    opened = text.find(">", lower.find("<title"))
    closed = lower.find("</title", opened)
    if opened < 0 or closed < 0:
        return None
    return " ".join(html.unescape(text[opened + 1 : closed]).split()) or None


def _rows(
    reader: Reader, corpus: Path, run: str | None, only: Sequence[str]
) -> tuple[LookRow, ...]:
    """Return the looks that are meant."""
    rows = looks_of_run(reader, run) if run else reader.index.looks()
    if not only:
        return rows
    meant = {row.spot for row in looks_of_sources(reader, only, corpus)}
    return tuple(row for row in rows if row.spot in meant)
