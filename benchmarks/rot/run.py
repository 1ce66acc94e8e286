"""Every rule in the worlds of several seeds."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.rot.ours import tell_ours
from benchmarks.rot.rules import OTHERS, PEERS, SAME_EYES, TWIN, Rule, tell
from benchmarks.rot.score import Score, score
from benchmarks.rot.world import Climate, make_world

from footnoted.store.state import read_history

OURS_NAME = "footnoted"
OURS_HARSH = "footnoted, {:g} times as many false losses"

GROUPS: Mapping[str, tuple[Rule, ...]] = {
    "plain checkers, every night": PEERS,
    "the same rules given our verdicts, every night": SAME_EYES,
    "our rule in plain words, and others by its cadence": (TWIN, *OTHERS),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """The history that our own nights left: bytes, lines, seconds to read it; and their own time.

    `seconds` is how long all nights of one world took.
    """

    size: int
    lines: int
    seconds_to_read: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Results:
    """Scores by group and rule, one a seed, and what our nights left."""

    scores: dict[tuple[str, str], list[Score]]
    kept: list[Kept]


def run(seeds: Iterable[int], *, links: int, nights: int, harsh: float) -> Results:
    """Score every rule in the world of each seed, ours also in a harsher one."""
    results = Results({}, [])
    for seed in seeds:
        started = perf_counter()
        _run_seed(results, seed, links, nights, harsh)
        print(f"seed {seed}: {perf_counter() - started:.0f} s", file=sys.stderr)
    return results


def _run_seed(results: Results, seed: int, links: int, nights: int, harsh: float) -> None:
    world = make_world(seed, links=links, nights=nights)
    scores: dict[tuple[str, str], Score] = {}
    for group, rules in GROUPS.items():
        for name, told in tell(world, rules).items():
            scores[group, name] = score(world, told)
    group = "ours, through the program's own code"
    worlds = {OURS_NAME: world}
    if harsh > 1:
        climate = replace(Climate(), false_losses=harsh)
        name = OURS_HARSH.format(harsh)
        worlds[name] = make_world(seed, links=links, nights=nights, climate=climate)
    for name, one in worlds.items():
        with TemporaryDirectory() as folder:
            history = Path(folder) / "history.jsonl"
            started = perf_counter()
            scores[group, name] = score(one, tell_ours(one, history))
            if one is world:
                results.kept.append(_kept(history, perf_counter() - started))
    for key, found in scores.items():
        results.scores.setdefault(key, []).append(found)


def _kept(history: Path, seconds: float) -> Kept:
    started = perf_counter()
    lines = read_history(history).lines
    return Kept(history.stat().st_size, len(lines), perf_counter() - started, seconds)
