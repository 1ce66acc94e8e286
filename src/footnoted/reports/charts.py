"""What the report draws: verdicts by section, and links over time. Each has a table beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from footnoted.model.report import LinkDoc, Report
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict
from footnoted.reports import overview
from footnoted.reports.words import CLAIMS, GONE, UNSEEN, plural

NO_SECTION: Final = "no section"
STATES: Final = {
    "gone": "Gone",
    "unseen": "Not seen from here",
    "seen": "Seen",
}
"""The states of links over time, from the bottom of the drawing up."""
_NO_LOOK = frozenset({LinkVerdict.OFFLINE, LinkVerdict.NOT_FETCHED, LinkVerdict.NO_URL})
_MOST_DAYS = 60


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section of the paper and how many of its claims have each verdict, worst first."""

    title: str
    total: int
    counts: tuple[tuple[ClaimVerdict, int], ...]

    @property
    def words(self) -> str:
        """The counts in words, as `2 mismatch, 5 supported`."""
        return ", ".join(f"{count} {CLAIMS[to].title.lower()}" for to, count in self.counts)


def sections(report: Report) -> list[SectionRow]:
    """Return the verdicts of each section in the paper's order; nothing for a single section."""
    counts: dict[str, Counter[ClaimVerdict]] = {}
    for claim in report.claims:
        counts.setdefault(claim.section or NO_SECTION, Counter())[claim.verdict] += 1
    if len(counts) < 2:
        return []
    return [
        SectionRow(title, one.total(), tuple((to, one[to]) for to in CLAIMS if one[to]))
        for title, one in counts.items()
    ]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days on which nothing changed: its place in a drawing, and its counts.

    `at` and `width` are days since the first one; `counts` go by `STATES`.
    """

    day: str
    at: int
    width: int
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class LinksOverTime:
    """Cited links by state from the first day that history tells of to this look."""

    spans: tuple[Span, ...]
    days: int
    most: int
    first: str
    last: str

    @property
    def words(self) -> str:
        """The first and the last day in words, for those who do not see the drawing."""
        ends = dict.fromkeys((self.spans[0], self.spans[-1]))
        return "; ".join(f"{one.day}: {_count_words(one.counts)}" for one in ends)


def links_over_time(report: Report) -> LinksOverTime | None:
    """Return how many links were seen, not seen and gone on each day; None without a past.

    A link counts from the first day of which history tells, as seen from the vantage of its last
    look. Of more than sixty days with a change, the last sixty are drawn.
    """
    lives = [life for life in map(_life, report.links) if life]
    days = sorted({day for life in lives for day, _ in life})[-_MOST_DAYS:]
    if len(days) < 2:
        return None
    end = days[-1]
    edges = [*pairwise(days), (end, date.fromordinal(end.toordinal() + 1))]
    spans = []
    for start, until in edges:
        states = Counter(state for life in lives if (state := _state_on(life, start)))
        counts = (states["gone"], states["unseen"], states["seen"])
        at = (start - days[0]).days
        spans.append(Span(overview.day(start.isoformat()), at, (until - start).days, counts))
    return LinksOverTime(
        spans=tuple(spans),
        days=(end - days[0]).days + 1,
        most=max(sum(one.counts) for one in spans),
        first=spans[0].day,
        last=spans[-1].day,
    )


def _life(link: LinkDoc) -> list[tuple[date, str]]:
    """Return a link's changes from its own vantage, oldest first; nothing without a past."""
    if link.basis != "cited":
        return []
    here = [(one.at, one.verdict) for one in link.life if one.vantage == link.vantage]
    if here and link.at:
        here.append((link.at, link.verdict))
    looks = [(day, to) for at, to in here if to not in _NO_LOOK and (day := _day(at))]
    return sorted(((day, _state(to)) for day, to in looks), key=lambda one: one[0])


def _state_on(life: list[tuple[date, str]], day: date) -> str | None:
    before = [state for at, state in life if at <= day]
    return before[-1] if before else None


def _state(verdict: LinkVerdict) -> str:
    if verdict in GONE:
        return "gone"
    return "unseen" if verdict in UNSEEN else "seen"


def _day(moment: str) -> date | None:
    try:
        return datetime.fromisoformat(moment).date()
    except ValueError:
        return None


def _count_words(counts: tuple[int, int, int]) -> str:
    told = zip(counts, ("gone", "not seen from here", "seen"), strict=True)
    total = plural(sum(counts), "link")
    return f"{total}, " + ", ".join(f"{count} {word}" for count, word in told if count)
