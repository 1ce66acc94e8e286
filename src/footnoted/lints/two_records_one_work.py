"""`two-records-one-work`: one work on record as two sources."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.citations.names import folded
from footnoted.lints.addresses import same_page_key
from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Confidence, Finding
from footnoted.model.records import SourceRecord

_WORDS = 3


def two_records_one_work(examined: Examined) -> Iterator[Finding]:
    """Yield each source with an earlier one's address or DOI, or its title, year and author."""
    pages: dict[str, SourceRecord] = {}
    titles: dict[str, list[SourceRecord]] = {}
    for work in examined.corpus.sources.values():
        doi = work.doi.lower() if work.doi else None
        key = doi or (same_page_key(work.url) if work.url else None)
        title = folded(work.title or "")
        twin = pages.get(key) if key else None
        if twin:
            if not _parts_of_one(work, twin):
                yield _found(examined, work, twin, f"the same address: {work.url}", "high")
        elif len(title.split()) >= _WORDS:
            same = next((one for one in titles.get(title, ()) if _may_be(one, work)), None)
            if same:
                yield _found(examined, work, same, f"the same title: {work.title}", "medium")
        if key:
            pages.setdefault(key, work)
        titles.setdefault(title, []).append(work)


def _parts_of_one(one: SourceRecord, other: SourceRecord) -> bool:
    """Chapters of one volume may share its address."""
    return bool(one.page and other.page and one.page != other.page)


def _may_be(one: SourceRecord, other: SourceRecord) -> bool:
    years = {work.issued[:4] for work in (one, other) if work.issued}
    names = [{str(name.family or name.literal) for name in work.author} for work in (one, other)]
    if one.type != other.type and one.container_title != other.container_title:
        return False
    return len(years) < 2 and (not all(names) or bool(names[0] & names[1]))


def _found(
    examined: Examined, work: SourceRecord, twin: SourceRecord, proof: str, confidence: Confidence
) -> Finding:
    message = f"sources '{twin.id}' and '{work.id}' seem to be one work: make one record of them"
    return find_in_record(
        examined, "two-records-one-work", "warning", ("sources", work.id), message,
        proof=proof, confidence=confidence,
    )  # fmt: skip
