"""`undated-work`: a book, report or article cited without its year."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding
from footnoted.model.records import SourceRecord

_DATED_KINDS = frozenset({
    "article-journal", "article-magazine", "article-newspaper", "book", "chapter",
    "paper-conference", "report", "thesis",
})  # fmt: skip


def undated_work(examined: Examined) -> Iterator[Finding]:
    """Yield each work of a kind that has a year, without one; pages are for `undated-page`.

    A work read in another, or part of a volume, has its time from that one.
    """
    for work in examined.corpus.sources.values():
        if work.type in _DATED_KINDS and not _has_a_time(work, examined):
            message = (
                f"source '{work.id}' has no year: nobody can tell which edition was cited, nor how "
                "old it is; give it"
            )
            yield find_in_record(
                examined, "undated-work", "info", ("sources", work.id), message, proof=work.title
            )


def _has_a_time(work: SourceRecord, examined: Examined) -> bool:
    if work.issued or work.accessed or work.url or work.doi or work.quoted_in:
        return True
    volume = examined.corpus.sources.get(work.part_of or "")
    return volume is not None and bool(volume.issued)
