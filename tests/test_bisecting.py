"""For any life of a page and any budget, what is reported is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from footnoted.bisecting import (
    Life,
    Search,
    Sight,
    State,
    can_be_looked_at,
    state_of,
)
from footnoted.model.archived import Snapshot
from footnoted.model.verdicts import Comparison, PartVerdict

START = datetime(2012, 3, 1, 6, tzinfo=UTC)
UNREAD = "unread"
GONE = "gone"
VERDICTS = {
    State.PRESENT: PartVerdict.VERBATIM,
    State.ABSENT: PartVerdict.ABSENT,
    State.MISMATCH: PartVerdict.ALTERED,
}


def snapshot(day: int, digest: str | None, status: int | None = 200) -> Snapshot:
    """Return the memento of a page made so many days after the start."""
    at = START + timedelta(days=day)
    url = f"http://127.0.0.1/coll/{at:%Y%m%d%H%M%S}id_/http://site.test/"
    return Snapshot(at, "http://site.test/", url, url.replace("id_", ""), status, None, digest)


@dataclass
class World:
    """Pages by day, and how the part stands on each; what is asked of it is counted."""

    days: Sequence[int]
    pages: Sequence[str]
    states: dict[str, State | str]
    digests: bool = True

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """What the archive lists."""
        return tuple(
            snapshot(day, page if self.digests else None)
            for day, page in zip(self.days, self.pages, strict=True)
        )

    def truth(self, one: Snapshot) -> State | str:
        """Return how the part stands on a memento in truth."""
        return self.states[self.pages[self.days.index((one.at - START).days)]]

    def look(self, one: Snapshot) -> Sight:
        """Return what asking for a memento brings."""
        told = self.truth(one)
        if told == GONE:
            return Sight(one, None, why="503")
        if told == UNREAD:
            return Sight(one, one, Comparison(PartVerdict.UNCHECKED), "a page of frames")
        assert isinstance(told, State)
        return Sight(one, one, Comparison(VERDICTS[told]))


def run(world: World, most: int, anchor: date | None = None) -> tuple[Life, list[Snapshot]]:
    """Search as far as a budget goes; return what is known then, and what was asked."""
    search = Search(world.snapshots, ("it",), anchor)
    asked: list[Snapshot] = []
    while len(asked) < most and (step := search.next()):
        asked.append(step.snapshot)
        search.learn({"it": world.look(step.snapshot)})
    return search.life("it"), asked


@st.composite
def worlds(draw: st.DrawFn, *, always: bool = False) -> World:
    """Any pages on any days: pages that come back, pages that cannot be read or had."""
    days = sorted(draw(st.sets(st.integers(0, 4000), min_size=1, max_size=40)))
    names = st.sampled_from("abcdefghijklmnop")
    pages = draw(st.lists(names, min_size=len(days), max_size=len(days)))
    kinds: list[State | str] = [*State] if always else [*State, UNREAD, GONE]
    states = {name: draw(st.sampled_from(kinds)) for name in sorted(set(pages))}
    return World(days, pages, states, draw(st.booleans()))


@given(worlds(), st.integers(0, 50), st.dates(date(2012, 1, 1), date(2024, 1, 1)))
def test_whatever_is_reported_is_true(world: World, most: int, anchor: date) -> None:
    """Every date named is that of a memento on which it is so; nothing unread is named."""
    life, asked = run(world, most, anchor)
    assert len(asked) == len(set(asked)) <= most
    for spell in life.spells:
        assert {world.truth(point.snapshot) for point in spell.points} == {spell.state}
    for turn in life.turns:
        assert world.truth(turn.before.snapshot) == turn.before.state
        assert world.truth(turn.after.snapshot) == turn.after.state
        assert turn.before.snapshot.at < turn.after.snapshot.at
        assert turn.before.state is not turn.after.state
    told = [sight.asked for sight in life.unread]
    assert sorted(told, key=id) == sorted(
        (one for one in asked if world.truth(one) in {GONE, UNREAD}), key=id
    )


@given(worlds(), st.integers(0, 50))
def test_a_page_is_looked_at_once(world: World, most: int) -> None:
    """Mementos of one digest are one page, unless one of them did not come."""
    _, asked = run(world, most)
    came = [one.digest for one in asked if one.digest and world.truth(one) != GONE]
    assert len(came) == len(set(came))


@given(worlds())
def test_with_enough_requests_the_life_is_the_whole_truth(world: World) -> None:
    """Then the spells are exactly the runs of states among the mementos that can be read."""
    life, _ = run(world, 1000)
    truth = [world.truth(one) for one in world.snapshots]
    readable = [one for one in truth if isinstance(one, State)]
    runs = [one for at, one in enumerate(readable) if at == 0 or readable[at - 1] != one]
    assert [spell.state for spell in life.spells] == runs
    assert life.unseen == 0
    assert life.recurs == (len(runs) != len(set(runs)))


@given(st.integers(2, 300), st.data(), st.booleans())
def test_one_change_is_found_by_halving(count: int, data: st.DataObject, known: bool) -> None:  # noqa: FBT001
    """Of n pages, 2 + log2(n) requests find the two neighbours between which it changed."""
    at = data.draw(st.integers(1, count - 1))
    names = [f"p{number}" for number in range(count)]
    states: dict[str, State | str] = {
        name: State.PRESENT if number < at else State.ABSENT for number, name in enumerate(names)
    }
    world = World(range(0, 7 * count, 7), names, states, known)
    life, _ = run(world, 2 + (count - 1).bit_length())
    (turn,) = life.turns
    assert turn.unseen == 0
    assert turn.before.snapshot == world.snapshots[at - 1]
    assert turn.after.snapshot == world.snapshots[at]


def test_the_order_of_looking() -> None:
    """Nearest to the day of access, first, last, then where the ends differ."""
    names = list("abcdefghi")
    states: dict[str, State | str] = {
        name: State.PRESENT if name < "g" else State.ABSENT for name in names
    }
    world = World(range(0, 900, 100), names, states)
    _, asked = run(world, 5, anchor=(START + timedelta(days=310)).date())
    assert [one.digest for one in asked] == ["d", "a", "i", "g", "f"]


def test_words_that_come_back_are_noticed_with_what_is_left() -> None:
    """Both ends hold them; the longest stretch is looked into, and the way back is halved."""
    names = [*"aaab", *"cccc", *"daaa"]
    states: dict[str, State | str] = {
        "a": State.PRESENT, "b": State.ABSENT, "c": State.ABSENT, "d": State.MISMATCH
    }  # fmt: skip
    world = World(range(0, 1200, 100), names, states)
    life, asked = run(world, 10)
    assert [one.digest for one in asked] == ["a", "c", "b", "d"]
    assert [spell.state.value for spell in life.spells] == [
        "present", "absent", "mismatch", "present"
    ]  # fmt: skip
    assert life.recurs
    few, _ = run(world, 1)
    assert (len(few.spells), few.turns, few.unseen) == (1, (), 6)


def test_a_memento_that_came_in_place_of_another_stands_at_its_own_date() -> None:
    """What was asked for is not told of, and asked no more."""
    first, wanted, last = snapshot(0, "a"), snapshot(100, "b"), snapshot(200, "c")
    other = replace(snapshot(150, None), url="elsewhere")
    search = Search((first, wanted, last), ("it",), None)
    found, lost = Comparison(PartVerdict.AGREES), Comparison(PartVerdict.ABSENT)
    search.learn({"it": Sight(first, first, found)})
    search.learn({"it": Sight(last, last, lost)})
    search.learn({"it": Sight(wanted, other, lost)})
    assert search.next() is None
    life = search.life("it")
    assert [(one.state, one.first, one.last) for one in life.spells] == [
        (State.PRESENT, first.at, first.at),
        (State.ABSENT, other.at, last.at),
    ]
    assert [one.asked for one in life.unread] == [wanted]


def test_several_parts_share_each_look() -> None:
    """A memento tells of all parts; each change is halved, the longest interval first."""
    world = World(range(0, 900, 100), list("abcdefghi"), {})
    search = Search(world.snapshots, ("one", "two"), None)
    ends = {"one": "c", "two": "g"}
    asked = []
    while step := search.next():
        asked.append(step.snapshot.digest)
        search.learn(
            {
                key: Sight(
                    step.snapshot,
                    step.snapshot,
                    Comparison(
                        PartVerdict.VERBATIM
                        if (step.snapshot.digest or "") < end
                        else PartVerdict.ABSENT
                    ),
                )
                for key, end in ends.items()
            }
        )
        if len(asked) == 7:
            break
    turns = {key: search.life(key).turns for key in ends}
    assert {key: (t.after.snapshot.digest, t.unseen) for key, (t,) in turns.items()} == {
        "one": ("c", 0),
        "two": ("g", 0),
    }


def test_errors_on_record_are_no_pages() -> None:
    """A 404 or a redirect is not looked at, and no revisit of it either."""
    good, lost, sent = snapshot(0, "a"), snapshot(10, "x", 404), snapshot(20, "y", 301)
    again, lost_again = snapshot(30, "a", None), snapshot(40, "x", None)
    unknown = snapshot(50, None, None)
    listed = (unknown, lost_again, again, sent, lost, good)
    assert can_be_looked_at(listed) == (good, again, unknown)


def test_no_memento_no_step() -> None:
    """Nothing listed: nothing to do, and nothing is told."""
    search = Search((), ("it",), date(2013, 9, 1))
    assert search.next() is None
    assert search.life("it") == Life((), (), ())


def test_unchecked_is_no_state() -> None:
    """Only what was compared tells of a part."""
    told = {verdict: state_of(verdict) for verdict in PartVerdict}
    assert [verdict for verdict, state in told.items() if state is None] == [PartVerdict.UNCHECKED]
    assert told[PartVerdict.DISAGREES] is State.MISMATCH
