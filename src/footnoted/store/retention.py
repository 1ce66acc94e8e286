"""What may be dropped of the evidence, and what stays, whatever its age (pure).

A look stays if

- it is not older than the day that is asked for,
- it is a local copy,
- its run can still be replayed: the last complete one of each key, one begun after it, and those
  that are not older than the day,
- a replay of such a run would fall back on it: the newest look at an address before the run,
  and the newest that a complete run of its key made,
- it is the newest at its address, and the newest that brought a page,
- it is the first or last at its address with this very body, unless versions may go,
- a report or a person's judgement names it.

The body of a look that stays stays too, also where it stands with a look that goes. A probe of a
site stays with its run, and as long as a run that can be replayed may go by looks of its day: it
is often asked at an address that is never asked again.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from footnoted.store.index import LookRow, PayloadRow, RunRow, Spot
from footnoted.store.runs import mark_of

_Address = tuple[str, str]

REMEMBERED = timedelta(days=8)
"""A look is gone by for so long at most: a week of days, and the day that it was made."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the index knows: looks and runs in recorded order, bodies by sha256."""

    looks: Sequence[LookRow]
    runs: Sequence[tuple[RunRow, bool]]
    payloads: Mapping[str, PayloadRow]


@dataclass(frozen=True, slots=True)
class Named:
    """What others name: looks by address and time, and bodies by sha256."""

    looks: Collection[tuple[str, datetime]] = frozenset()
    payloads: Collection[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cut:
    """What goes: looks, runs that can no longer be replayed, and about how many bytes that is.

    `bodies` are the places of the bodies that the looks that stay stand on.
    """

    looks: tuple[LookRow, ...] = ()
    runs: frozenset[str] = frozenset()
    bodies: frozenset[Spot] = frozenset()
    size: int = 0


@dataclass(slots=True)
class Retention:
    """Tells for a day what goes if nothing younger than that may go.

    With `versions`, the first and the last look with each body stay at every address. The later
    the day, the more goes, and what went for an earlier one goes for a later one.
    """

    holdings: Holdings
    named: Named
    versions: bool = True
    _always: set[int] = field(default_factory=set)
    _by_address: dict[_Address, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        looks = self.holdings.looks
        for number in sorted(range(len(looks)), key=lambda one: looks[one].at):
            row = looks[number]
            if row.basis == "probe":
                continue
            self._by_address.setdefault((row.asked, row.basis), []).append(number)
        for numbers in self._by_address.values():
            self._always.update(self._always_of(numbers))
        for run in self._last_runs():  # a replay falls back on what was newest before it
            self._always.update(self._newest(run.as_of))
            self._always.update(self._standing(run))
            self._always.update(self._probes(run.as_of))

    def before(self, day: datetime) -> Cut:
        """Return what goes if looks since `day` stay."""
        looks = self.holdings.looks
        replayed = {run.ident for run in self._last_runs()}
        replayed |= {run.ident for run, _ in self.holdings.runs if run.as_of >= day}
        stay = self._always | set(self._newest(day))
        stay |= {n for n, row in enumerate(looks) if row.at >= day or row.run in replayed}
        going = [row for n, row in enumerate(looks) if n not in stay]
        if not going:
            return Cut()
        runs = frozenset(run.ident for run, _ in self.holdings.runs) - replayed
        needed = {digest for n in stay if (digest := looks[n].payload)}
        held = self.holdings.payloads
        bodies = frozenset(held[digest].spot for digest in needed if digest in held)
        size = sum(row.spot.end - row.start for row in going) - _held_within(going, bodies)
        return Cut(tuple(going), runs, bodies, size)

    def days(self) -> list[datetime]:
        """Return the days that make a difference, the earliest first."""
        return sorted({row.at for row in self.holdings.looks})

    def _always_of(self, numbers: Sequence[int]) -> Iterator[int]:
        """Yield which looks at one address, in order of time, stay for ever."""
        looks = self.holdings.looks
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for number in numbers:
            row = looks[number]
            if row.basis == "local" or (row.asked, row.at) in self.named.looks:
                yield number
            if row.payload and (self.versions or row.payload in self.named.payloads):
                first.setdefault(row.payload, number)
                last[row.payload] = number
        yield from first.values()
        yield from last.values()
        yield from [n for n in numbers if looks[n].outcome.startswith("2")][-1:]

    def _last_runs(self) -> Iterator[RunRow]:
        """Yield for each key the last complete run and those begun after it."""
        by_key: dict[str, list[tuple[RunRow, bool]]] = {}
        for run, ended in self.holdings.runs:
            by_key.setdefault(run.key, []).append((run, ended))
        for runs in by_key.values():
            complete = [number for number, (_, ended) in enumerate(runs) if ended]
            last = max(complete, key=lambda number: (runs[number][0].as_of, number), default=0)
            yield from (run for run, _ in runs[last:])

    def _standing(self, run: RunRow) -> Iterator[int]:
        """Yield the newest look at each address that a complete run of the same key made."""
        never_ended = {one.ident for one, ended in self.holdings.runs if not ended}
        mark = f"-{mark_of(run.key)}-"
        looks = self.holdings.looks
        for numbers in self._by_address.values():
            made = ((n, looks[n].run or "") for n in numbers if looks[n].at <= run.as_of)
            own = [n for n, of in made if mark in of and of not in never_ended]
            yield from own[-1:]

    def _probes(self, at: datetime) -> Iterator[int]:
        """Yield the probes of the days of which looks may still be gone by at the time `at`."""
        since = at - REMEMBERED
        for number, row in enumerate(self.holdings.looks):
            if row.basis == "probe" and since <= row.at <= at:
                yield number

    def _newest(self, at: datetime) -> Iterator[int]:
        """Yield the newest look at each address at or before `at`."""
        looks = self.holdings.looks
        for numbers in self._by_address.values():
            yield from [number for number in numbers if looks[number].at <= at][-1:]


def _held_within(rows: Iterable[LookRow], bodies: Iterable[Spot]) -> int:
    """Return how many bytes of `bodies` stand among the records of `rows`."""
    starts: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        starts.setdefault(row.spot.segment, []).append((row.start, row.spot.offset))
    for spans in starts.values():
        spans.sort()
    size = 0
    for spot in bodies:
        spans = starts.get(spot.segment, [])
        near = bisect_right(spans, (spot.offset, sys.maxsize)) - 1
        if near >= 0 and spot.offset <= spans[near][1]:
            size += spot.length
    return size


def smallest_cut(retention: Retention, since: datetime | None, most: int | None, size: int) -> Cut:
    """Return what goes for looks since `since` to stay and `size` bytes to become `most`.

    Without `since` as little goes as `most` needs. Where even all that may go is not enough,
    that much goes.
    """
    aged = retention.before(since) if since else Cut()
    if most is None or size - aged.size <= most:
        return aged
    days = [day for day in retention.days() if since is None or day > since]
    low, high = 0, len(days) - 1
    cut = aged
    while low <= high:
        middle = (low + high) // 2
        tried = retention.before(days[middle])
        if size - tried.size <= most or middle == len(days) - 1:
            cut, high = tried, middle - 1
        else:
            low = middle + 1
    return cut
