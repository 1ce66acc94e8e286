"""A year in the life of many links, night by night, and the truth about each.

What a look would show, had it been made that night, is a letter a night; whether the page is
truly lost that night stands beside it, and no rule is shown it. A page is *lost* when it is gone
for good, or for the weeks until somebody repairs it. All else that answers 404 is trouble of a
host that will pass: a deploy, a node that lacks the files, a domain that lapsed and was renewed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

ALIVE, MOVED, WEATHER, WALL, GONE, SOFT, PARKED = b".mwb4sp"
"""What a look shows: the page; a redirect to its new address; a time-out, refusal, 5xx or DNS
trouble; a 403 or challenge; a 404, 410 or a name that is no more; a soft 404; a parked domain."""

Lengths = Sequence[tuple[float, int, int]]
"""Shares, which sum to 1, and the fewest and most nights of each."""


@dataclass(frozen=True, slots=True)
class Climate:
    """How often what happens; `per_year` is per link or per host, as named.

    The four rates of weather and walls are set so that the plain rules, with the eyes of a plain
    checker, raise about as many false alarms as was measured elsewhere for 4,000 links and 365
    nights (77, 13, 1.3 and 0.22 per 1,000 links a night). What answers 404 though the page is not
    lost cannot be told from that measurement, and is set high on purpose: `false_losses` scales
    its five rates together, to see where a rule gives way.
    """

    hiccups_per_year: float = 1.5
    """A link's own bad moments: one time-out or 500, asked once a night."""
    hiccup_nights: Lengths = ((0.9, 1, 1), (0.1, 2, 2))
    outages_per_year: float = 1.2
    """A host's: most are over by the next night, some last a weekend, a few for weeks."""
    outage_nights: Lengths = ((0.62, 1, 1), (0.13, 2, 2), (0.24, 3, 6), (0.01, 7, 21))
    walled_hosts: float = 0.065
    """Hosts that refuse programs all year: every rule that takes 403 for loss knows them."""
    walls_per_year: float = 0.012
    """A host's new wall (a bot guard switched on), up for weeks."""
    wall_nights: Lengths = ((0.7, 7, 30), (0.3, 31, 120))
    blind_rows: Sequence[int] = (1, 2)
    """Nights in a row on which the runner has no network, each row once a year."""

    false_losses: float = 1.0
    deploys_per_year: float = 0.4
    """A host's new version answers 404, or a notice as 200, until somebody looks."""
    deploy_nights: Lengths = ((0.75, 1, 1), (0.17, 2, 2), (0.06, 3, 6), (0.02, 7, 14))
    deploy_reaches: float = 0.7
    """The share of its links that a deploy hits."""
    deploy_soft: float = 0.3
    lapses_per_year: float = 0.03
    """A domain not paid for: parked, or no name at all, and renewed within its grace period."""
    lapse_nights: Lengths = ((0.5, 1, 4), (0.5, 5, 14))
    flapping_hosts: float = 0.025
    """Hosts with phases of bad nights; half of them answer 404 then, half 5xx."""
    flap_odds: tuple[float, float] = (0.1, 0.6)
    """Between these lies a flapping host's chance of a bad night in its phases."""
    flap_on: tuple[int, int] = (14, 42)
    flap_off: tuple[int, int] = (28, 84)

    lost_at_start: float = 0.08
    page_losses_per_year: float = 0.04
    host_losses_per_year: float = 0.04
    """Together near 8 % a year: the rate of young web references in studies of link rot."""
    page_loss: Sequence[tuple[float, int]] = ((0.7, GONE), (0.3, SOFT))
    host_loss: Sequence[tuple[float, int]] = (
        (0.45, GONE),
        (0.25, SOFT),
        (0.2, PARKED),
        (0.1, WEATHER),
    )
    """A host lost as `WEATHER` answers no more, for good: nothing tells it from an outage."""
    changes_face: float = 0.2
    """Losses that answer otherwise later: a 404, then a parked domain."""
    repaired: float = 0.15
    repair_after: tuple[int, int] = (21, 112)
    moves_per_year: float = 0.05
    redirect_dropped: float = 0.3
    """Moves whose redirect is taken away after months: the address is lost then."""
    dropped_after: tuple[int, int] = (60, 200)


@dataclass(frozen=True, slots=True)
class Loss:
    """The nights `[start, end)` on which a page was truly lost; `silent`: as if by weather."""

    start: int
    end: int
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Life:
    """A link: what a look would show each night, and when it was truly lost."""

    url: str
    host: int
    shows: bytes
    loss: Loss | None = None

    def lost(self, night: int) -> bool:
        """Whether the page is truly lost that night."""
        return self.loss is not None and self.loss.start <= night < self.loss.end


@dataclass(frozen=True, slots=True)
class World:
    """All links, the nights on which the runner has no network, and when each night's run is."""

    nights: int
    lives: Sequence[Life]
    blind: frozenset[int] = frozenset()
    minutes: Sequence[int] = ()
    """By how many minutes each night's run starts late: hosted runners wait for a free machine."""

    def at(self, night: int) -> datetime:
        """Return the time of a night's run."""
        late = self.minutes[night] if self.minutes else 0
        return datetime(2027, 1, 1, 3, tzinfo=UTC) + timedelta(days=night, minutes=late)


def make_world(
    seed: int, *, links: int = 4000, nights: int = 365, climate: Climate | None = None
) -> World:
    """Return the world of a seed: the same for the same arguments."""
    climate = climate or Climate()
    rng = Random(seed)
    lives: list[Life] = []
    number = 0
    while len(lives) < links:
        # Few hosts have many links, most have one: a Pareto law, as in bibliographies.
        size = min(200, int(rng.paretovariate(1.1)), links - len(lives))
        host = _make_host(rng, climate, nights)
        lives += [_make_life(rng, climate, host, number, index) for index in range(size)]
        number += 1
    blind: set[int] = set()
    for length in climate.blind_rows:
        start = rng.randrange(nights)
        blind.update(range(start, min(nights, start + length)))
    return World(nights, lives, frozenset(blind), [rng.randrange(90) for _ in range(nights)])


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    length: int
    shows: int


@dataclass(frozen=True, slots=True)
class _Host:
    """What the links of a host share; `flaps` gives a link its own bad nights, or the host's."""

    nights: int
    weather: Sequence[_Span]
    walls: Sequence[_Span]
    deploys: Sequence[_Span]
    lapses: Sequence[_Span]
    lost_at: int | None
    lost_as: int
    lost_links: float
    flaps: Callable[[], Sequence[_Span]] = field(default=tuple)


def _make_host(rng: Random, climate: Climate, nights: int) -> _Host:
    scale = climate.false_losses

    def soft_or(shows: int, odds: float, other: int) -> Callable[[], int]:
        return lambda: other if rng.random() < odds else shows

    walls = _spans(rng, nights, climate.walls_per_year, climate.wall_nights, lambda: WALL)
    if rng.random() < climate.walled_hosts:
        walls = [_Span(0, nights, WALL)]
    lost = next(_arrivals(rng, nights, climate.host_losses_per_year), None)
    return _Host(
        nights,
        _spans(rng, nights, climate.outages_per_year, climate.outage_nights, lambda: WEATHER),
        walls,
        _spans(
            rng,
            nights,
            climate.deploys_per_year * scale,
            climate.deploy_nights,
            soft_or(GONE, climate.deploy_soft, SOFT),
        ),
        _spans(
            rng,
            nights,
            climate.lapses_per_year * scale,
            climate.lapse_nights,
            soft_or(GONE, 0.5, PARKED),
        ),
        lost,
        _pick(rng, climate.host_loss),
        rng.choice((0.5, 1.0)),  # a relaunch drops a part of a site or all of it
        _flapping(rng, climate, nights),
    )


def _flapping(rng: Random, climate: Climate, nights: int) -> Callable[[], Sequence[_Span]]:
    if rng.random() >= climate.flapping_hosts * climate.false_losses:
        return tuple
    odds = rng.uniform(*climate.flap_odds)
    shows = rng.choice((GONE, WEATHER))
    phases: list[int] = []
    night = -rng.randrange(climate.flap_off[1])
    while night < nights:
        length = rng.randint(*climate.flap_on)
        phases += range(max(0, night), min(nights, night + length))
        night += length + rng.randint(*climate.flap_off)

    def bad() -> Sequence[_Span]:
        return [_Span(one, 1, shows) for one in phases if rng.random() < odds]

    if rng.random() < 0.5:
        shared = bad()
        return lambda: shared
    return bad


def _make_life(rng: Random, climate: Climate, host: _Host, number: int, index: int) -> Life:
    """Lay one over the other: what the site does, loss, the weather before it, walls before all."""
    nights = host.nights
    shows = bytearray([ALIVE]) * nights
    moved = next(_arrivals(rng, nights, climate.moves_per_year), None)
    if moved is not None:
        _paint(shows, _Span(moved, nights, MOVED))
    hit = [one for one in host.deploys if rng.random() < climate.deploy_reaches]
    for span in (*hit, *host.lapses, *host.flaps()):
        _paint(shows, span)
    loss = _lose(rng, climate, host, moved, shows)
    hiccups = _spans(rng, nights, climate.hiccups_per_year, climate.hiccup_nights, lambda: WEATHER)
    for span in (*hiccups, *host.weather, *host.walls):
        _paint(shows, span)
    return Life(f"http://host{number}.example/page{index}", number, bytes(shows), loss)


def _lose(
    rng: Random, climate: Climate, host: _Host, moved: int | None, shows: bytearray
) -> Loss | None:
    """Lose the page, if it is ever lost: by its host, by itself, or with its redirect."""
    chances: list[tuple[int, int]] = []
    if rng.random() < climate.lost_at_start:
        chances.append((0, _pick(rng, climate.page_loss)))
    if host.lost_at is not None and rng.random() < host.lost_links:
        chances.append((host.lost_at, host.lost_as))
    own = next(_arrivals(rng, host.nights, climate.page_losses_per_year), None)
    if own is not None:
        chances.append((own, _pick(rng, climate.page_loss)))
    if moved is not None and rng.random() < climate.redirect_dropped:
        chances.append((moved + rng.randint(*climate.dropped_after), GONE))
    start, face = min(chances, default=(host.nights, GONE))
    if start >= host.nights:
        return None
    repaired = rng.random() < climate.repaired
    end = start + rng.randint(*climate.repair_after) if repaired else host.nights
    _paint(shows, _Span(start, end - start, face))
    if face != WEATHER and rng.random() < climate.changes_face:
        later = start + rng.randint(10, 60)
        _paint(shows, _Span(later, end - later, rng.choice((GONE, SOFT, PARKED))))
    return Loss(start, min(end, host.nights), silent=face == WEATHER)


def _arrivals(rng: Random, nights: int, per_year: float) -> Iterator[int]:
    """Yield the nights of a Poisson process."""
    at = 0.0
    while per_year > 0:
        at += rng.expovariate(per_year / 365)
        if at >= nights:
            return
        yield int(at)


def _spans(
    rng: Random, nights: int, per_year: float, lengths: Lengths, shows: Callable[[], int]
) -> list[_Span]:
    return [
        _Span(start, _length(rng, lengths), shows()) for start in _arrivals(rng, nights, per_year)
    ]


def _length(rng: Random, lengths: Lengths) -> int:
    shares = [share for share, _, _ in lengths]
    _, fewest, most = rng.choices(lengths, shares)[0]
    return rng.randint(fewest, most)


def _pick(rng: Random, shares: Sequence[tuple[float, int]]) -> int:
    return rng.choices([shows for _, shows in shares], [share for share, _ in shares])[0]


def _paint(shows: bytearray, span: _Span) -> None:
    end = min(len(shows), span.start + span.length)
    if end > span.start:
        shows[span.start : end] = bytes([span.shows]) * (end - span.start)
