"""The simulation of link rot: what the rules tell of lives made by hand, and ours beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.rot.ours import tell_ours
from benchmarks.rot.rules import OTHERS, PEERS, SAME_EYES, TWIN, Alarm, Rule, Told, tell
from benchmarks.rot.run import run
from benchmarks.rot.score import score
from benchmarks.rot.table import missed, render
from benchmarks.rot.world import ALIVE, MOVED, Climate, Life, Loss, World, make_world

from footnoted.store.state import read_history

NIGHTS = 30
HASTY, PATIENT, TOGETHER = OTHERS[:3]


def life(shows: str, loss: Loss | None = None, *, page: int = 0, host: int = 0) -> Life:
    """Return a link that shows `shows`, and then its last letter for the rest of the nights."""
    shown = shows.ljust(NIGHTS, shows[-1]).encode("ascii")
    return Life(f"http://host{host}.example/page{page}", host, shown, loss)


def world(*lives: Life, blind: frozenset[int] = frozenset()) -> World:
    """Return a world of these links, whose runs start at the same minute every night."""
    return World(NIGHTS, lives, blind)


def red(rule: Rule, *lives: Life, blind: frozenset[int] = frozenset()) -> list[list[Alarm]]:
    """Return the red alarms of a plain rule."""
    return tell(world(*lives, blind=blind), [rule])[rule.name].red


def ours(folder: Path, *lives: Life, blind: frozenset[int] = frozenset()) -> Told:
    """Return what the program tells."""
    return tell_ours(world(*lives, blind=blind), folder / "history.jsonl")


@pytest.mark.parametrize(
    ("rule", "alarms"),
    [
        (PEERS[0], [3, 8, 9, 10, 11, *range(20, 29)]),
        (PEERS[1], [3, 8, 20]),
        (PEERS[2], [10, 22]),
        (PEERS[3], [26]),
    ],
    ids=lambda one: one.name if isinstance(one, Rule) else "",
)
def test_plain_rules(rule: Rule, alarms: list[int]) -> None:
    """Each counts failing nights in a row as its name says; walls and weather fail too."""
    assert [one.raised for one in red(rule, life("...w....bbbb........444444444."))[0]] == alarms


def test_plain_eyes_and_ours() -> None:
    """Soft 404s and parked domains pass plain eyes; walls and weather are no loss to ours."""
    plain, same = PEERS[1], SAME_EYES[1]
    for shows in ("..s.", "..p."):
        assert red(plain, life(shows)) == [[]]
        assert red(same, life(shows)) == [[Alarm(2, 3)]]
    for shows in ("..w.", "..b."):
        assert red(plain, life(shows)) == [[Alarm(2, 3)]]
        assert red(same, life(shows)) == [[]]
    assert red(plain, life(".."), blind=frozenset({4})) == [[Alarm(4, 5)]]
    assert red(same, life(".."), blind=frozenset({4})) == [[]]


def test_weather_in_a_row() -> None:
    """Weather ends a row, but for the rule that says so; it calls off a hasty rule's alarm."""
    shows = "." * 7 + "4" * 6 + "w" + "4"
    assert red(TWIN, life(shows)) == [[Alarm(22)]]
    assert red(PATIENT, life(shows)) == [[Alarm(16)]]
    shows = "." * 7 + "4" * 9 + "w"
    assert red(TWIN, life(shows)) == [[Alarm(13)]]
    assert red(HASTY, life(shows)) == [[Alarm(13, 16)]]


def test_links_that_fall_together() -> None:
    """Where a host's links fail in one week, the rule about hosts waits for 14 days."""
    short, long = "." * 7 + "4" * 9 + ".", "." * 7 + "4"
    for shows, alarms in ((short, []), (long, [Alarm(22)])):
        together = [life(shows, page=page) for page in range(3)]
        assert red(TOGETHER, *together) == [alarms] * 3
        assert red(TOGETHER, *together[:2], life(".", page=9)) == red(
            TWIN, *together[:2], life(".")
        )


def test_our_loss(tmp_path: Path) -> None:
    """A page lost between two weekly looks is a warning on the next, and red six days later."""
    told = ours(tmp_path, life("." * 10 + "4", Loss(10, NIGHTS)))
    assert told.warned == [[Alarm(14, 20)]]
    assert told.red == [[Alarm(20)]]
    assert [night for night, asked in enumerate(told.requests) if asked] == [
        *(0, 7, 14, 17, 20, 23, 26, 29)
    ]


@pytest.mark.parametrize(
    "shows",
    ["." * 7 + "44.", "." * 7 + "4" * 5 + ".", "b", ".w", "." * 7 + "4" * 6 + "w."],
    ids=["a deploy", "a botched one", "a wall", "an outage for good", "a deploy in a storm"],
)
def test_our_silence(shows: str, tmp_path: Path) -> None:
    """What passes, and what is walls and weather, is never red."""
    assert ours(tmp_path, life(shows)).red == [[]]


def test_our_alarm_is_one(tmp_path: Path) -> None:
    """A lost page is red once, whatever it answers, until it is seen; lost again, it is again."""
    told = ours(tmp_path, life("." * 7 + "4" * 7 + "wspb4"))
    assert told.red == [[Alarm(13)]]
    told = ours(tmp_path / "again", life("4" * 4 + "." * 4 + "4"))
    assert told.red == [[Alarm(0, 6), Alarm(19)]]


def test_our_first_night(tmp_path: Path) -> None:
    """A page that was never seen is red at once: the citation leads nowhere."""
    assert ours(tmp_path, life("4")).red == [[Alarm(0)]]


def test_our_blind_nights(tmp_path: Path) -> None:
    """Without a network nobody is accused, nothing is asked, and what was due is due again."""
    blind = frozenset({7, 8})
    told = ours(tmp_path, life("." * 3 + "4", Loss(3, NIGHTS)), blind=blind)
    assert told.warned == [[Alarm(9, 15)]]
    assert told.red == [[Alarm(15)]]
    assert told.requests[7:10] == [0, 0, 1]


def test_our_rule_in_plain_words(tmp_path: Path) -> None:
    """The program and the plain rule raise the same alarms in a rough world of many links."""
    rough = Climate(page_losses_per_year=2, false_losses=15, hiccups_per_year=12)
    found = replace(make_world(5, links=200, nights=60, climate=rough), minutes=())
    lives = [one for one in found.lives if one.shows[0] in {ALIVE, MOVED}]
    kept = replace(found, lives=lives, blind=found.blind - {0})
    told = tell_ours(kept, tmp_path / "history.jsonl")
    plain = tell(kept, [TWIN])[TWIN.name]
    assert told.red == plain.red
    assert told.requests == plain.requests
    assert sum(map(len, told.red)) > 20
    assert score(kept, told).false > 0.25


def test_a_run_that_starts_earlier(tmp_path: Path) -> None:
    """A night's run that starts some minutes before the last one still counts as its day."""
    late_then_early = [90 if night < 14 else 0 for night in range(NIGHTS)]
    one = replace(world(life("." * 7 + "4")), minutes=late_then_early)
    assert tell_ours(one, tmp_path / "history.jsonl").red == [[Alarm(13)]]
    early = replace(one, minutes=[90 - night for night in range(NIGHTS)])
    assert tell_ours(early, tmp_path / "other.jsonl").red == [[Alarm(13)]]


def test_our_history_is_kept(tmp_path: Path) -> None:
    """What the program leaves from night to night is a history that can be read."""
    ours(tmp_path, life("." * 7 + "4"))
    lines = read_history(tmp_path / "history.jsonl").lines
    assert [(line.at.day, line.kind) for line in lines] == [
        (1, "link"),
        *((8, "new"), (8, "link")),
        (11, "look"),
        *((14, "new"), (14, "look")),
    ]


def test_score() -> None:
    """False alarms are those of pages that are there; delays count from the loss."""
    one = world(
        life("." * 10 + "4", Loss(10, NIGHTS + 20)),
        life("." * 10 + "wwww4", Loss(10, NIGHTS + 20), page=1),
        life("." * 10 + "w", Loss(10, NIGHTS + 20, silent=True), page=2),
        life(".44.", page=3),
    )
    told = Told(
        red=[[Alarm(5, 6), Alarm(20, 25), Alarm(26)], [], [], [Alarm(2)]],
        warned=[[Alarm(12, 20)], [Alarm(14)], [], [Alarm(1)]],
        requests=[4, 1, 3] + [0] * (NIGHTS - 3),
    )
    found = score(one, told)
    assert found.false == pytest.approx(1000 * 2 / (4 * NIGHTS))
    assert (found.to_warning, found.to_red) == ((2,), (10,))
    assert (found.hidden, found.silent) == ((4,), (None,))
    assert found.again == 2
    assert found.too_soon == 0.5
    assert found.requests == pytest.approx(8 / NIGHTS)
    assert found.busiest == 3


def test_an_alarm_that_stood_before() -> None:
    """A loss under an alarm that already stands was told; one of a short life is not judged."""
    lost = life("." * 3 + "4", Loss(4, NIGHTS + 20))
    told = Told([[Alarm(3)]], [[]], [1] * NIGHTS)
    assert score(world(lost), told).to_red == (0,)
    short = replace(lost, loss=Loss(4, 24))
    assert score(world(short), told).to_red == ()


def test_a_world_is_its_seed() -> None:
    """The same seed gives the same world; a lost page is never shown, and losses are few."""
    one, same, other = (make_world(seed, links=300, nights=120) for seed in (3, 3, 4))
    assert one == same
    assert one != other
    assert len(one.lives) == 300
    for each in one.lives:
        shown = {each.shows[night] for night in range(120) if each.lost(night)}
        assert not shown & {ALIVE, MOVED}
    lost = [each for each in one.lives if each.loss]
    assert 10 < len(lost) < 150


def test_a_world_without_trouble() -> None:
    """Where nothing can happen nothing does."""
    calm = Climate(
        hiccups_per_year=0,
        outages_per_year=0,
        walled_hosts=0,
        walls_per_year=0,
        blind_rows=(),
        false_losses=0,
        lost_at_start=0,
        page_losses_per_year=0,
        host_losses_per_year=0,
        moves_per_year=0,
    )
    found = make_world(1, links=50, nights=40, climate=calm)
    assert {letter for one in found.lives for letter in one.shows} == {ALIVE}


def test_table() -> None:
    """Every rule has a line, ours in both worlds; a goal is missed only where it is."""
    results = run([1], links=60, nights=50, harsh=2)
    text = render(results)
    names = [rule.name for rule in (*PEERS, *SAME_EYES, TWIN, *OTHERS)]
    for name in (*names, "footnoted", "footnoted, 2 times as many false losses"):
        assert f"| {name} |" in text
    ours_name = next(key for key in results.scores if key[1] == "footnoted")
    good = results.scores[ours_name][0]
    results.scores[ours_name][:] = [replace(good, false=0.25, to_warning=(8,))]
    assert missed(results) == []
    results.scores[ours_name][:] = [replace(good, false=0.3, to_warning=(9, None))]
    assert len(missed(results)) == 2
