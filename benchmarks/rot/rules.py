"""Plain rules: what they ask for, what they take for failure, and when they raise an alarm."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from operator import attrgetter

from benchmarks.rot.world import ALIVE, GONE, MOVED, PARKED, SOFT, WALL, WEATHER, Life, World

PLAIN = frozenset({WEATHER, WALL, GONE})
"""What plain checkers call broken (ANCHORS, section 1): walls and weather too; soft 404s and
parked domains pass. Without a network all is broken."""

OURS = frozenset({GONE, SOFT, PARKED})
"""What can become rot by our verdicts. Without a network nothing was looked at."""

SIGHT = frozenset({ALIVE, MOVED})

NEVER = 10**6
"""The night on which an alarm ends that lasts to the end of the world."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """What a rule told of a link: from the night it was raised to that on which it was over."""

    raised: int
    over: int = NEVER


@dataclass(slots=True)
class Told:
    """What a rule told in a world: red alarms and warnings by link, and requests by night."""

    red: list[list[Alarm]]
    warned: list[list[Alarm]]
    requests: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rule:
    """Red when `looks` failing looks in a row span `days`; a warning at the first of them.

    A link is asked again after `fine_days`, or `failing_days` once it fails in any way; both 1:
    every night. `each`: every failing look is an alarm of its own. `until_seen`: what is red
    stays so until the page is seen; weather and walls end no alarm, though they end a row.
    `patient`: they end no row either. `with_host`: the days asked for where half or more of the
    host's links, at least three, began to fail in the same week: a deploy, perhaps.
    """

    name: str
    fails: frozenset[int] = PLAIN
    looks: int = 1
    days: int = 0
    fine_days: int = 1
    failing_days: int = 1
    each: bool = False
    until_seen: bool = False
    patient: bool = False
    with_host: int = 0


PEERS = (
    Rule("every failure", each=True),
    Rule("only new failures"),
    Rule("3 in a row", looks=3),
    Rule("3 in a row over 6 days", looks=3, days=6),
)
"""Plain rules with plain eyes, every night."""

SAME_EYES = tuple(Rule(one.name, OURS, one.looks, one.days, each=one.each) for one in PEERS)
"""The same rules given our verdicts: what the verdicts alone do."""

TWIN = Rule(
    "3 in a row over 6 days, red until the page is seen",
    OURS,
    looks=3,
    days=6,
    fine_days=7,
    failing_days=3,
    until_seen=True,
)
"""Our own rule in the plain words of this module, by our cadence."""

OTHERS = (
    replace(TWIN, name="the same, called off by weather and walls", until_seen=False),
    replace(TWIN, name="the same, weather and walls end no row", patient=True),
    replace(TWIN, name="the same, 14 days where a host's links fail together", with_host=14),
    replace(TWIN, name="the same, failing links asked every night", failing_days=1),
    replace(TWIN, name="4 in a row over 9 days", looks=4, days=9),
)
"""Rules that might be better than ours, measured and not in the program."""

Look = tuple[int, int]
"""A night, and what a link showed."""


@dataclass(frozen=True, slots=True)
class Row:
    """Failing looks in a row, the night of the look that ended it, and of the page's next sight."""

    nights: Sequence[int]
    over: int
    seen: int


def tell(world: World, rules: Sequence[Rule]) -> dict[str, Told]:
    """Return what each rule tells in a world, by its name."""
    told = {rule.name: Told([], [], [0] * world.nights) for rule in rules}
    hosts = [list(lives) for _, lives in groupby(world.lives, key=attrgetter("host"))]
    for lives in hosts:
        looks = _Looks(world, lives)
        for rule in rules:
            rows = [list(_rows(one, rule)) for one in looks.by(rule)]
            for own in rows:
                told[rule.name].red.append(list(_red(own, rule, rows)))
                told[rule.name].warned.append([Alarm(row.nights[0], row.over) for row in own])
            for night in chain.from_iterable(looks.by(rule)):
                told[rule.name].requests[night[0]] += 1
    return told


class _Looks:
    """The looks at a host's links, made once for all rules of one cadence."""

    def __init__(self, world: World, lives: Sequence[Life]) -> None:
        self._world, self._lives = world, lives
        self._made: dict[tuple[bool, int, int], list[list[Look]]] = {}

    def by(self, rule: Rule) -> list[list[Look]]:
        """Return the looks by a rule's cadence, for each link."""
        key = (rule.fails is PLAIN, rule.fine_days, rule.failing_days)
        if key not in self._made:
            self._made[key] = [list(_looks(self._world, one.shows, rule)) for one in self._lives]
        return self._made[key]


def _looks(world: World, shows: bytes, rule: Rule) -> Iterator[Look]:
    """Yield the looks at a link. A blind night is a failure to plain eyes; ours ask again."""
    night = 0
    while night < world.nights:
        if night in world.blind:
            if rule.fails is PLAIN:
                yield night, WEATHER
            night += 1
            continue
        yield night, shows[night]
        night += rule.fine_days if shows[night] in SIGHT else rule.failing_days


def _rows(looks: Sequence[Look], rule: Rule) -> Iterator[Row]:
    """Yield each unbroken row of failing looks."""
    row: list[int] = []
    seen = [night for night, shows in looks if shows in SIGHT]

    def ended(over: int) -> Row:
        later = bisect_right(seen, row[-1])
        return Row(row, over, seen[later] if later < len(seen) else NEVER)

    for night, shows in looks:
        if shows in rule.fails:
            row.append(night)
        elif row and (shows in SIGHT or not rule.patient):
            yield ended(night)
            row = []
    if row:
        yield ended(NEVER)


def _red(rows: Sequence[Row], rule: Rule, beside: Sequence[Sequence[Row]]) -> Iterator[Alarm]:
    """Yield the red alarms of one link."""
    standing = -1
    for row in rows:
        if rule.each:
            yield from (Alarm(night, night + 1) for night in row.nights)
            continue
        night = _settled(row, rule, beside)
        if night is None or night < standing:
            continue
        over = row.seen if rule.until_seen else row.over
        standing = over
        yield Alarm(night, over)


def _settled(row: Row, rule: Rule, beside: Sequence[Sequence[Row]]) -> int | None:
    """Return the night on which a row is long enough."""
    for count, night in enumerate(row.nights, 1):
        days = night - row.nights[0]
        if count < rule.looks or days < rule.days:
            continue
        if days >= rule.with_host or not _fell_together(row, night, beside):
            return night
    return None


def _fell_together(row: Row, night: int, beside: Sequence[Sequence[Row]]) -> bool:
    """Tell whether half of a host's links, at least three, began to fail in the same week."""
    together = sum(
        any(one.nights[0] <= night < one.over and _same_week(one, row) for one in rows)
        for rows in beside
    )
    return together >= max(3, len(beside) / 2)


def _same_week(one: Row, other: Row) -> bool:
    return abs(one.nights[0] - other.nights[0]) <= 7
