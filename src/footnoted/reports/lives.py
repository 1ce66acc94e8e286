"""A link's life and a part's, as history tells them: in words, and as strips of time.

A strip is a small drawing 1000 units wide: time from left to right, each state a bar whose
height tells it apart as well as its colour does, so that nobody has to see colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from footnoted.model.report import LinkDoc, ObservedDoc, PartDoc, RunDoc
from footnoted.model.verdicts import CONTRADICTED, FOUND, LinkVerdict, PartVerdict
from footnoted.reports import overview
from footnoted.reports.words import GONE, LINKS, UNSEEN

WIDTH: Final = 1000
ROW: Final = 12
"""Height of a row and the gap below it, in the units of a strip."""
_LEAST = 14
_BARS: Final = {"seen": (7, 3), "moved": (7, 3), "unseen": (4, 6), "gone": (0, 10)}
"""Top and height of each state's bar, in a row of 10."""
_MARKS: Final = {"present": (0, 10), "altered": (3, 7), "absent": (7, 3), "unchecked": (7, 3)}
_NO_LOOK = frozenset({LinkVerdict.OFFLINE, LinkVerdict.NOT_FETCHED, LinkVerdict.NO_URL})


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a strip: what it stands for, its place, and the words for it."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of time: its bars, its height, the days at its ends, and all of it in words."""

    bars: tuple[Bar, ...]
    height: int
    first: str
    last: str
    words: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    verdict: LinkVerdict
    vantage: str
    start: datetime
    end: datetime


def since_words(link: LinkDoc) -> str:
    """Say since when the link was seen as it is, which may be long after it became so.

    Walls and weather are only not seen from somewhere. An archived copy never changes: of one that
    is there nothing is said.
    """
    if link.basis == "memento" and link.verdict not in GONE | UNSEEN:
        return ""
    if not link.since or link.verdict in _NO_LOOK:
        return "rotten" if link.rotten else ""
    if link.verdict in UNSEEN:
        return f"not seen from {link.vantage or 'here'} since {overview.day(link.since)}"
    if link.verdict in GONE:
        gone = f"seen gone since {overview.day(_gone_since(link))}"
        return f"rotten: {gone}" if link.rotten else gone
    return f"seen so since {overview.day(link.since)}"


def _gone_since(link: LinkDoc) -> str:
    """Return the first day of the row in which the page was gone, whatever it was gone as."""
    first = link.since or ""
    for sight in reversed(link.life):
        if sight.verdict in GONE and sight.vantage == link.vantage:
            at = _moment(sight.at)
            first = min(first, at.date().isoformat()) if at else first
        elif sight.vantage == link.vantage or sight.verdict not in GONE | UNSEEN:
            break
    return first


def look_words(link: LinkDoc, run: RunDoc) -> str:
    """Say when and from where the link was looked at, and whether that was this time."""
    if not link.at:
        return "not looked at"
    place = f" from {link.vantage}" if link.vantage and link.vantage != run.vantage else ""
    said = f"looked at {overview.day(link.at)}{place}"
    if not link.remembered:
        return said
    kept = "kept, since an archived copy does not change"
    return f"{said}; {kept if link.basis == 'memento' else 'its next look was not due'}"


def life_strip(link: LinkDoc) -> Strip | None:
    """Return the link's life up to this look; None where history has nothing to tell."""
    sights = [(_moment(one.at), one.verdict, one.vantage) for one in link.life]
    here = link.vantage or ""
    if link.at and link.verdict not in _NO_LOOK:
        sights.append((_moment(link.at), link.verdict, here))
    known = sorted(
        ((at, verdict, vantage) for at, verdict, vantage in sights if at), key=lambda one: one[0]
    )
    if len(known) < 2 or known[0][0].date() == known[-1][0].date():
        return None
    first, last = known[0][0], known[-1][0]
    rows = {}
    for vantage in dict.fromkeys([here, *(vantage for _, _, vantage in known)]):
        looks = [(at, verdict) for at, verdict, place in known if place == vantage]
        if looks:
            rows[vantage] = _stretches(looks, vantage, last if vantage == here else looks[-1][0])
    words = "; ".join(
        _row_words(vantage, row, named=len(rows) > 1) for vantage, row in rows.items()
    )
    bars = [
        _bar(one, number * ROW, first, last)
        for number, row in enumerate(rows.values())
        for one in row
    ]
    bars.sort(key=lambda bar: (bar.y // ROW, list(_BARS).index(bar.kind)))
    return Strip(
        bars=tuple(bars),
        height=len(rows) * ROW - (ROW - 10),
        first=overview.day(first.isoformat()),
        last=overview.day(last.isoformat()),
        words=words,
    )


def _stretches(
    looks: Sequence[tuple[datetime, LinkVerdict]], vantage: str, end: datetime
) -> list[_Stretch]:
    """Return one stretch for each change; the last goes on to `end`."""
    starts = [next(group) for _, group in groupby(looks, key=lambda one: one[1])]
    ends = [at for at, _ in starts[1:]] + [end]
    return [
        _Stretch(verdict, vantage, at, until)
        for (at, verdict), until in zip(starts, ends, strict=True)
    ]


def _row_words(vantage: str, row: Sequence[_Stretch], *, named: bool) -> str:
    told = ", ".join(
        f"{LINKS[one.verdict].title.lower()} from {overview.day(one.start.isoformat())}"
        for one in row
    )
    return f"seen from {vantage}: {told}" if named and vantage else told


def _bar(one: _Stretch, top: int, first: datetime, last: datetime) -> Bar:
    kind = _kind(one.verdict)
    y, height = _BARS[kind]
    x, width = _placed(_at(one.start, first, last), _at(one.end, first, last))
    title = LINKS[one.verdict].title
    start, end = overview.day(one.start.isoformat()), overview.day(one.end.isoformat())
    return Bar(kind, x, top + y, width, height, f"{title}, {start} to {end}")


def _kind(verdict: LinkVerdict) -> str:
    if verdict in GONE:
        return "gone"
    if verdict in UNSEEN:
        return "unseen"
    return "moved" if verdict is LinkVerdict.MOVED else "seen"


def _at(moment: datetime, first: datetime, last: datetime) -> int:
    span = (last - first).total_seconds()
    return round(WIDTH * (moment - first).total_seconds() / span) if span else 0


def _placed(start: int, end: int) -> tuple[int, int]:
    """Return where a bar begins and how wide it is: never too narrow to be seen."""
    width = max(end - start, _LEAST)
    return min(start, WIDTH - width), width


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sightings:
    """Mementos in a row on which a part was the same: `present`, `altered`, `absent`, ...

    `shown` are the ones to name, `left` how many between them are not.
    """

    kind: str
    shown: tuple[ObservedDoc, ...]
    left: int


def sightings(part: PartDoc) -> list[Sightings]:
    """Return what was observed of the part in order of time; of a long row its two ends."""
    rows = []
    for kind, group in groupby(part.observed, key=lambda one: _sighting(one.verdict)):
        row = tuple(group)
        shown = row if len(row) <= 3 else (row[0], row[-1])
        rows.append(Sightings(kind, shown, len(row) - len(shown)))
    return rows


def comes_and_goes(part: PartDoc) -> bool:
    """Tell whether the words came back after they had gone: no one date then tells the change."""
    kinds = [row.kind == "present" for row in sightings(part) if row.kind != "unchecked"]
    return sum(present for present, _ in groupby(kinds)) > 1


def observed_words(part: PartDoc) -> str:
    """Say on which mementos the part stood and on which it did not."""
    return "; ".join(
        f"{row.kind} {' and '.join(overview.day(one.at) for one in row.shown)}"
        for row in sightings(part)
    )


def observed_strip(part: PartDoc) -> Strip | None:
    """Return the mementos on which the part was looked for; None below two days."""
    known = [(_moment(one.at), one) for one in part.observed]
    dated = sorted(((at, one) for at, one in known if at), key=lambda pair: pair[0])
    if len(dated) < 2 or dated[0][0] == dated[-1][0]:
        return None
    first, last = dated[0][0], dated[-1][0]
    bars = []
    for at, one in dated:
        kind = _sighting(one.verdict)
        y, height = _MARKS[kind]
        place = _at(at, first, last)
        x, width = _placed(place, place)
        bars.append(Bar(kind, x, y, width, height, f"{kind} {overview.day(one.at)}"))
    return Strip(
        tuple(bars), 10, overview.day(dated[0][1].at), overview.day(dated[-1][1].at),
        observed_words(part),
    )  # fmt: skip


def _sighting(verdict: PartVerdict) -> str:
    if verdict in FOUND:
        return "present"
    if verdict in CONTRADICTED:
        return "altered"
    return "absent" if verdict is PartVerdict.ABSENT else "unchecked"
