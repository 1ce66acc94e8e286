"""How a rule did: false alarms, losses told and after how many days, requests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.rot.rules import Alarm, Told
from benchmarks.rot.world import GONE, PARKED, SOFT, Life, Loss, World

TELL_WITHIN = 8
"""Days within which every real loss is to be told."""

TIME_TO_TELL = 30
"""Losses with fewer nights left, of the year or until their repair, are not waited for."""

IN_SIGHT = frozenset({GONE, SOFT, PARKED})


Days = tuple[int | None, ...]
"""From the night of each loss to the night on which it was told; None: never."""


@dataclass(frozen=True, slots=True)
class Score:
    """One rule in one world.

    `false` counts red alarms per 1,000 links a night, raised while the page was not lost. Days are
    those of losses in plain sight (a look shows them as loss on each of the first `TELL_WITHIN`
    nights); `hidden` of those that weather, a wall or a blind night hid at first, `silent` of
    hosts that answer no more. `again`: red alarms of truly lost pages, per page; `too_soon`: how
    many of those were called over while the page was still lost. `busiest` leaves out the first
    night, which asks for all.
    """

    false: float
    to_warning: Days
    to_red: Days
    hidden: Days
    silent: Days
    again: float
    too_soon: float
    requests: float
    busiest: int


def score(world: World, told: Told) -> Score:
    """Judge what a rule told by the truth."""
    false, pages = 0, 0
    true: list[tuple[Life, Alarm]] = []
    for life, red in zip(world.lives, told.red, strict=True):
        of_loss = [(life, one) for one in red if life.lost(one.raised)]
        false += len(red) - len(of_loss)
        pages += bool(of_loss)
        true += of_loss
    days = _days(world, told)
    return Score(
        false=1000 * false / (len(world.lives) * world.nights),
        to_warning=tuple(first for kind, first, _ in days if kind == "plain"),
        to_red=tuple(red for kind, _, red in days if kind == "plain"),
        hidden=tuple(first for kind, first, _ in days if kind == "hidden"),
        silent=tuple(first for kind, first, _ in days if kind == "silent"),
        again=len(true) / max(1, pages),
        too_soon=sum(life.lost(one.over) for life, one in true) / max(1, len(true)),
        requests=sum(told.requests) / world.nights,
        busiest=max(told.requests[1:]),
    )


def _days(world: World, told: Told) -> list[tuple[str, int | None, int | None]]:
    """Return for each loss that can be judged its kind, and the days to a warning and to red."""
    days = []
    for life, red, warned in zip(world.lives, told.red, told.warned, strict=True):
        loss = life.loss
        if loss is None or not loss.start or loss.end - loss.start < TIME_TO_TELL:
            continue
        kind = "silent" if loss.silent else "plain" if _in_sight(world, life, loss) else "hidden"
        days.append((kind, _delay(loss, (*warned, *red)), _delay(loss, red)))
    return days


def _delay(loss: Loss, alarms: Iterable[Alarm]) -> int | None:
    """Return the days until a loss was told; 0 where an earlier alarm still stood."""
    told = [one.raised for one in alarms if one.raised < loss.end and one.over > loss.start]
    return max(0, min(told) - loss.start) if told else None


def _in_sight(world: World, life: Life, loss: Loss) -> bool:
    nights = range(loss.start, loss.start + TELL_WITHIN)
    return all(night not in world.blind and life.shows[night] in IN_SIGHT for night in nights)
