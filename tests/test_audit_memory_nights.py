"""Nights at random, with pages and records that change: every report is what a replay gives."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from corpus_folder import cited, quoting
from footnoted.store.pruning import Wish, prune
from footnoted.store.retention import Named
from loopback import Answer, Scripted, redirect, serve
from test_audit_memory import ERROR, House, page

NAMES = "abcde"
SAID = ("They met again.", "It was in May.", "Trade grew then.", "Nobody came to the river.")
ASKED = ("They met", "in May", "grew then", "to the river")
SOFT = page(ERROR, "It moved.", *["Nothing is here any more, says the site."] * 30)


def behaviour(dice: random.Random, name: str) -> Scripted:
    """Return how a page may be tonight: there, tagged, gone, walled, moved, lost, or broken."""
    said = dice.sample(SAID, dice.randint(1, 3))
    kinds: list[Scripted] = [
        page(*said),
        page(*said, tag='"tag"'),
        page(*said, tag=f'"{dice.randint(0, 9)}"'),
        Answer(404, b"gone"),
        Answer(503),
        Answer(304),
        redirect("/hub", 302),
        redirect(f"/new-{name}", dice.choice([301, 302])),
        SOFT,
    ]
    return dice.choice(kinds)


def write_records(house: House, dice: random.Random) -> None:
    """Write some of the sources, each with some quotations, and some with an alternate."""
    works, claims = [], []
    for name in NAMES[: dice.randint(3, len(NAMES))]:
        other = {"url": house.site.url(f"/{dice.choice(NAMES)}"), "kind": "same_text"}
        alternates = [other] if dice.random() < 0.3 else []
        works.append(cited(name, house.site.url(f"/{name}"), name, alternates=alternates))
        claims.append(quoting(f"c-{name}", name, *dice.sample(ASKED, dice.randint(0, 2))))
    house.writes([one for one, _ in works], [one for _, one in works], claims)


def between(house: House, dice: random.Random) -> None:
    """Let the world, the records and the user do something before the next night."""
    for name in NAMES:
        if dice.random() < 0.3:
            house.site.answers[f"/{name}"] = behaviour(dice, name)
    happens = dice.random()
    if happens < 0.2:
        write_records(house, dice)
    elif happens < 0.3:
        house.audit(only="source:a")
    elif happens < 0.4:
        prune(house.home / ".footnoted", Wish(house.now, None, versions=False), Named())
    house.now += timedelta(days=dice.choice([0, 1, 2, 3, 7]), hours=1)


@pytest.mark.parametrize("seed", range(3))
def test_every_night_replays_to_the_byte(seed: int, tmp_path: Path) -> None:
    """Whatever is mixed of looks of tonight, of before, and of pages that did not change."""
    dice = random.Random(seed)
    with serve({"/robots.txt": Answer(404), "/hub": page("The hub of all things.")}) as site:
        house = House(tmp_path, site)
        for name in NAMES:
            site.answers[f"/{name}"] = behaviour(dice, name)
            site.answers[f"/new-{name}"] = page(*SAID[:2], tag='"new"')
        write_records(house, dice)
        remembered = 0
        for _ in range(7):
            done = house.night()
            remembered += done.report.run.links_remembered
            between(house, dice)
    assert remembered > 0
