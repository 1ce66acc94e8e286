"""A round of looks, read a few pages at a time, and what is known of each page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from footnoted.audit.looked import batches
from footnoted.audit.probes import Prober, is_doubtful
from footnoted.audit.study import Studied
from footnoted.checks.links import PageLook
from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.model.remembered import LookDoc
from footnoted.model.verdicts import FOUND, Comparison

Read = Callable[[Mapping[Question, Capture]], Mapping[Question, Studied]]
"""Reads the pages of a few captures; those without a response are not in the answer."""


Recalled = Callable[[Question, Capture], LookDoc | None]
"""Tells whether what was found at an earlier look stands for this capture."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of a page: hold it no longer than it takes to judge it.

    Of one that need not be read it is what was `remembered`; else `studied` has what stands on
    it, None without a response. `doubtful`: its site was asked what it shows for nonsense.
    """

    question: Question
    look: PageLook
    studied: Studied | None
    remembered: LookDoc | None = None
    doubtful: bool = False


def look_through(
    captures: Mapping[Question, Capture],
    read: Read,
    prober: Prober,
    recalled: Recalled = lambda _question, _capture: None,
) -> Iterator[Known]:
    """Yield what is known of each page of a round, once, a few of them in memory at a time.

    Doubtful pages come last: they are read a second time when their sites have been asked, so
    that none has to be held until then. What is `recalled` of a page is not read at all.
    """
    same = same_targets(captures.values())
    doubtful: dict[Question, tuple[str, datetime]] = {}
    for batch in batches(captures):
        fresh = {}
        for question, capture in batch.items():
            look = recalled(question, capture)
            if look is None:
                fresh[question] = capture
                continue
            count = same.get(capture.asked, 1)
            yield Known(question, PageLook(capture, None, same_target=count), None, look)
        for known in _known(fresh, read(fresh), same):
            if is_doubtful(known.look):
                doubtful[known.question] = known.look.response.url, known.look.capture.at
            else:
                yield known
    if not doubtful:
        return
    prober.learn(doubtful.values())
    for batch in batches(captures, doubtful):
        for known in _known(batch, read(batch), same):
            yield replace(known, look=prober.told(known.look), doubtful=True)


def _known(
    batch: Mapping[Question, Capture],
    studied: Mapping[Question, Studied],
    same: Mapping[str, int],
) -> Iterator[Known]:
    for question, capture in batch.items():
        page = studied.get(question)
        words = _words_found(page.comparisons.values()) if page else None
        count = same.get(capture.asked, 1)
        look = PageLook(capture, page.text if page else None, words, count)
        yield Known(question, look, page)


def _words_found(comparisons: Collection[Comparison]) -> bool | None:
    """Tell whether a claim's own words stand on a page, None where there are none to look for."""
    if not comparisons:
        return None
    return any(comparison.verdict in FOUND for comparison in comparisons)


def same_targets(captures: Iterable[Capture]) -> dict[str, int]:
    """Return, for each address that was sent on, how many of its site went to the same target.

    Addresses that differ only by a slash at the end, a query or a fragment count once.
    """
    sent: dict[tuple[str, str], dict[str, str]] = {}
    for capture in captures:
        if capture.response and capture.hops:
            parts = urlsplit(capture.asked)
            target = (parts.hostname or "", capture.response.url)
            sent.setdefault(target, {})[capture.asked] = parts.path.rstrip("/")
    return {url: len(set(urls.values())) for urls in sent.values() for url in urls}
