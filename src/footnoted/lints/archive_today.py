"""`archive-today`: a copy at archive.today, which cannot be checked by a program."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.addresses import host_of, split_address
from footnoted.lints.examined import Examined, find_in_record
from footnoted.mementos import is_refused_archive
from footnoted.model.finding import Finding


def archive_today(examined: Examined) -> Iterator[Finding]:
    """Yield each source whose address, copy or memento is at archive.today or its other names."""
    for work in examined.corpus.sources.values():
        copies = [one.url for one in work.alternates] + [one.url for one in work.mementos]
        for url in [work.url, *copies]:
            parts = split_address(url)
            if parts and url and is_refused_archive(url):
                message = (
                    f"source '{work.id}' is cited at {host_of(parts)}, which answers no program "
                    "and does not tell how it made its copies: cite the page, or another archive"
                )
                yield find_in_record(
                    examined, "archive-today", "warning", ("sources", work.id, "URL"), message,
                    proof=url,
                )  # fmt: skip
                break
