"""`no-url`: a page of the web without its address."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding
from footnoted.model.records import SourceRecord

_ARTICLES = frozenset({"article-newspaper", "article-magazine", "post-weblog", "webpage"})


def no_url(examined: Examined) -> Iterator[Finding]:
    """Yield each source of the web that has neither URL nor DOI, and each article without a place.

    An article of a newspaper or magazine can be found by its URL, or by page or issue.
    """
    second_hand = _second_hand(examined)
    for work in examined.corpus.sources.values():
        if work.medium == "web" and not work.url and not work.doi and not work.quoted_in:
            message = (
                f"source '{work.id}' is of the web, but has no URL: give it, or its medium "
                "('print', 'private')"
            )
            yield find_in_record(
                examined, "no-url", "warning", ("sources", work.id), message, proof=work.title
            )
        elif work.type in _ARTICLES and work.id not in second_hand and not _can_be_found(work):
            message = (
                f"source '{work.id}' is an article with neither URL nor page: give what leads to it"
            )
            yield find_in_record(
                examined, "no-url", "info", ("sources", work.id), message,
                proof=work.title, confidence="low",
            )  # fmt: skip


def _second_hand(examined: Examined) -> set[str]:
    """Return the works of notes that name where they were quoted: that is where to look."""
    return {
        entry.source
        for note in examined.corpus.notes.values()
        if any(entry.form == "quoted_in" for entry in note.entries)
        for entry in note.entries
        if entry.source and entry.form == "full"
    }


def _can_be_found(work: SourceRecord) -> bool:
    held = (work.url, work.doi, work.page, work.issue, work.volume, work.number, work.quoted_in)
    return any(held) or work.medium == "private"
