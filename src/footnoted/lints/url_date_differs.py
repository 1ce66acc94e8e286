"""`url-date-differs`: a source's date against the date in its address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from footnoted.lints.days import Period, day_in_address, span_of
from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Confidence, Finding
from footnoted.model.records import SourceRecord

_PUBLISHED_AT_ONCE = frozenset(
    {"article-newspaper", "article-magazine", "post", "post-weblog", "broadcast", "webpage"}
)
_NEAR = timedelta(days=400)


def url_date_differs(examined: Examined) -> Iterator[Finding]:
    """Yield each source dated otherwise than its address, or than a copy's with day and month
    turned round.

    A speech is published after its day, and a report laid down after it: for such types only an
    address earlier than the work is told.
    """  # noqa: D205
    for work in examined.corpus.sources.values():
        issued = span_of(work.issued)
        if issued is None:
            continue
        if work.url and (named := day_in_address(work.url)) and _differs(work, issued, named):
            confidence: Confidence = "medium"
            print_of_next_day = issued.first - named.last == timedelta(days=1)
            if issued.first != issued.last or print_of_next_day:
                confidence = "low"
            yield _found(examined, work, named, "its address", confidence)
            continue
        for copy in work.alternates:
            named = day_in_address(copy.url)
            if named and _turned(issued, named):
                yield _found(examined, work, named, f"a copy's address ({copy.url})", "low")
                break


def _differs(work: SourceRecord, issued: Period, named: Period) -> bool:
    if named.first <= issued.last and issued.first <= named.last:
        return False
    if "upload" in (work.url or ""):
        return False
    if named.last < issued.first:
        return issued.first - named.last < _NEAR or work.type in _PUBLISHED_AT_ONCE
    return work.type in _PUBLISHED_AT_ONCE


def _turned(issued: Period, named: Period) -> bool:
    one, other = issued.first, named.first
    same = issued.first == issued.last and named.first == named.last and one != other
    return same and (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _found(
    examined: Examined, work: SourceRecord, named: Period, where: str, confidence: Confidence
) -> Finding:
    message = (
        f"source '{work.id}' is dated {work.issued}, but {where} says {named.raw}: "
        "look at the page, and correct the date or say why"
    )
    return find_in_record(
        examined, "url-date-differs", "warning" if confidence != "low" else "info",
        ("sources", work.id, "issued"), message,
        proof=f"{work.issued}; {work.url}", confidence=confidence,
    )  # fmt: skip
