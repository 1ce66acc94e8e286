"""When words came and went: which memento to look at next, and what those looked at tell (pure).

The mementos of a page are put in order of time. Those with one digest are one page and are looked
at once. First the one nearest the day of access, the first and the last are looked at; then the
intervals whose ends differ are halved until the change lies between two neighbours; then the
longest intervals whose ends agree are looked into, since words may have gone and come back there.
A memento that did not come, or could not be read, takes no part: it is never taken for absence.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Generic, TypeVar

from footnoted.model.archived import Snapshot
from footnoted.model.verdicts import CONTRADICTED, FOUND, Comparison, PartVerdict


class State(StrEnum):
    """How a part stood on a page: there, not there, or with something else in its place."""

    PRESENT = "present"
    ABSENT = "absent"
    MISMATCH = "mismatch"


def state_of(verdict: PartVerdict) -> State | None:
    """Return the state that a verdict tells of, None where it tells of none (`unchecked`)."""
    if verdict in FOUND:
        return State.PRESENT
    if verdict in CONTRADICTED:
        return State.MISMATCH
    return State.ABSENT if verdict is PartVerdict.ABSENT else None


@dataclass(frozen=True, slots=True)
class Sight:
    """What became of looking for a part on the memento `asked`.

    `came` is the memento that answered: `asked` itself, another one where the archive led to
    another date, None where none came that can be believed. `comparison` is None where it could
    not be read; `why` then says so, as where none came.
    """

    asked: Snapshot
    came: Snapshot | None
    comparison: Comparison | None = None
    why: str = ""

    @property
    def state(self) -> State | None:
        """What it tells of the part, None if nothing."""
        if self.came is None or self.comparison is None:
            return None
        return state_of(self.comparison.verdict)


@dataclass(frozen=True, slots=True)
class Point:
    """A memento in time; `sight` is None as long as neither it nor its like was looked at."""

    snapshot: Snapshot
    sight: Sight | None = None

    @property
    def state(self) -> State | None:
        """How the part stands there, None where nobody looked."""
        return self.sight.state if self.sight else None

    @property
    def itself(self) -> bool:
        """Whether this very memento was looked at, and not one with the same digest."""
        return self.sight is not None and self.sight.came == self.snapshot


@dataclass(frozen=True, slots=True)
class Spell:
    """Mementos in a row that tell the same; `unseen` are those between them not looked at."""

    state: State
    points: tuple[Point, ...]
    unseen: int

    @property
    def first(self) -> datetime:
        """The time of the first one."""
        return self.points[0].snapshot.at

    @property
    def last(self) -> datetime:
        """The time of the last one."""
        return self.points[-1].snapshot.at


@dataclass(frozen=True, slots=True)
class Turn:
    """A change: it lies after `before` and not after `after`; `unseen` mementos lie between."""

    before: Point
    after: Point
    unseen: int


@dataclass(frozen=True, slots=True)
class Life:
    """What was observed of a part, in order of time; `unread` are the looks that told nothing."""

    spells: tuple[Spell, ...]
    turns: tuple[Turn, ...]
    unread: tuple[Sight, ...]

    @property
    def recurs(self) -> bool:
        """Whether the part was in one state more than once, with another between."""
        states = [spell.state for spell in self.spells]
        return len(states) != len(set(states))

    @property
    def unseen(self) -> int:
        """How many mementos, within spells and between them, were not looked at."""
        within = sum(spell.unseen for spell in self.spells)
        return within + sum(turn.unseen for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Step:
    """What to look at next; `stage` and `length` tell how pressing it is."""

    snapshot: Snapshot
    stage: int
    length: timedelta = timedelta()

    @property
    def rank(self) -> tuple[int, timedelta]:
        """The least goes first."""
        return self.stage, -self.length


NEAREST, FIRST, LAST, HALVING, LOOKING_IN = range(5)

Key = TypeVar("Key", bound=Hashable)


@dataclass(slots=True)
class Search(Generic[Key]):
    """The search for several parts at once: each memento that is looked at tells of all of them.

    `snapshots` are all that may be looked at, `keys` name the parts, `anchor` is the day of
    access, else the paper's.
    """

    snapshots: Sequence[Snapshot]
    keys: Sequence[Key]
    anchor: date | None
    _sights: dict[Key, list[Sight]] = field(default_factory=dict)

    def learn(self, sights: Mapping[Key, Sight]) -> None:
        """Take in what a look told of each part."""
        for key in self.keys:
            self._sights.setdefault(key, []).append(sights[key])

    def points(self, key: Key) -> tuple[Point, ...]:
        """Return the mementos that tell of a part, or still may, in order of time."""
        return points(self.snapshots, self._sights.get(key, ()))

    def sights(self, key: Key) -> Sequence[Sight]:
        """Return what the looks so far told of a part, in their order."""
        return tuple(self._sights.get(key, ()))

    def next(self) -> Step | None:
        """Return what to look at next, None when nothing more can be learned."""
        steps = (next_step(self.points(key), self.anchor) for key in self.keys)
        return min(filter(None, steps), key=lambda step: step.rank, default=None)

    def life(self, key: Key) -> Life:
        """Return what is known of a part by now."""
        sights = self._sights.get(key, ())
        return life(points(self.snapshots, sights), sights)


def can_be_looked_at(snapshots: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
    """Return the mementos of pages that answered (2xx, or nobody knows), in order of time.

    A record of an error or a redirect is no source. A revisit record tells no status of its own:
    it is what the others with its digest are.
    """
    listed = sorted(set(snapshots), key=lambda one: (one.at, one.url))
    of_digest: dict[str, bool] = {}
    for one in listed:
        if one.digest and one.status is not None:
            of_digest[one.digest] = of_digest.get(one.digest, False) or one.status // 100 == 2
    return tuple(
        one
        for one in listed
        if (
            one.status // 100 == 2
            if one.status is not None
            else one.digest is None or of_digest.get(one.digest, True)
        )
    )


def points(snapshots: Sequence[Snapshot], sights: Iterable[Sight]) -> tuple[Point, ...]:
    """Return the mementos that tell of a part, or may when they are looked at.

    Left out are those that did not come, and all that are the same page as one that could not
    be read. A memento that came in place of another stands at its own time.
    """
    own: dict[Snapshot, Sight] = {}
    alike: dict[str, Sight] = {}
    refused = set()
    for sight in sights:
        if sight.came is None:
            refused.add(sight.asked)
            continue
        if sight.came != sight.asked:
            refused.add(sight.asked)
        own[sight.came] = sight
        if sight.came.digest:
            alike[sight.came.digest] = sight
    found = []
    for one in sorted({*snapshots, *own}, key=lambda one: (one.at, one.url)):
        told = own.get(one) or (alike.get(one.digest) if one.digest else None)
        if told is None and one not in refused:
            found.append(Point(one))
        elif told is not None and told.state is not None:
            found.append(Point(one, told))
    return tuple(found)


def next_step(line: Sequence[Point], anchor: date | None) -> Step | None:
    """Return the most pressing memento of a part's line, None if all were looked at."""
    if not line:
        return None
    ends = [(FIRST, line[0]), (LAST, line[-1])]
    if anchor:
        ends.insert(0, (NEAREST, nearest_to(line, anchor)))
    for stage, point in ends:
        if point.state is None:
            return Step(point.snapshot, stage)
    gaps = (_look_into(gap) for gap in _gaps(line))
    return min(gaps, key=lambda step: step.rank, default=None)


def nearest_to(line: Sequence[Point], day: date) -> Point:
    """Return the memento nearest the middle of a day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return min(line, key=lambda point: abs(point.snapshot.at - noon))


def life(line: Sequence[Point], sights: Iterable[Sight] = ()) -> Life:
    """Return what a line of mementos tells: spells of one state, and the turns between them."""
    spells: list[Spell] = []
    turns: list[Turn] = []
    row: list[Point] = []
    within = unseen = 0
    for point in line:
        if point.state is None:
            unseen += 1
            continue
        if row and row[-1].state is not point.state:
            spells.append(_spell(row, within))
            turns.append(Turn(row[-1], point, unseen))
            row, within = [], 0
        elif row:
            within += unseen
        row.append(point)
        unseen = 0
    if row:
        spells.append(_spell(row, within))
    unread = tuple(one for one in sights if one.state is None or one.came != one.asked)
    return Life(tuple(spells), tuple(turns), unread)


def _spell(row: Sequence[Point], unseen: int) -> Spell:
    assert row[0].state is not None, "only points that were looked at are in a row"
    return Spell(row[0].state, tuple(row), unseen)


def _gaps(line: Sequence[Point]) -> Iterator[Sequence[Point]]:
    """Yield each stretch between two neighbours that were looked at, ends included."""
    known = [index for index, point in enumerate(line) if point.state is not None]
    for start, end in pairwise(known):
        if end - start > 1:
            yield line[start : end + 1]


def _look_into(gap: Sequence[Point]) -> Step:
    """Return the memento that tells most of a stretch.

    Where its ends differ that is the middle one of the pages in it, each counted once; where
    they agree, the one in the middle of the time.
    """
    first, *inner, last = gap
    length = last.snapshot.at - first.snapshot.at
    if first.state is last.state:
        middle = first.snapshot.at + length / 2
        best = min(inner, key=lambda point: abs(point.snapshot.at - middle))
        return Step(best.snapshot, LOOKING_IN, length)
    pages: dict[Hashable, Snapshot] = {}
    for point in inner:
        pages.setdefault(_page(point.snapshot), point.snapshot)
    return Step(tuple(pages.values())[len(pages) // 2], HALVING, length)


def _page(snapshot: Snapshot) -> Hashable:
    """Return what names the page: its digest, or the memento itself where none is known."""
    return snapshot.digest or snapshot
