"""History: what is news, since when a link fails, and what has rotted."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.history import (
    Book,
    HistoryLine,
    News,
    Problem,
    Sight,
    fingerprint,
    read_line,
    rotten,
    since,
    tell,
    tonight,
    was_seen,
    write_line,
)
from footnoted.model.verdicts import LinkLook, LinkVerdict
from looks import AT

URL = "http://a.example/"
ALIVE, DEAD, SOFT = LinkVerdict.ALIVE, LinkVerdict.DEAD, LinkVerdict.SOFT_404
BLOCKED, OFFLINE = LinkVerdict.BLOCKED, LinkVerdict.OFFLINE


def day(number: float) -> datetime:
    """Return noon, `number` days after the first day."""
    return AT + timedelta(days=number)


def trouble(name: str, target: str = "claim") -> Problem:
    """Return a problem known by `name`."""
    return Problem(name, "quotation", target, f"{name} is altered", "error")


def nights(*looks: tuple[float, LinkVerdict] | tuple[float, LinkVerdict, str]) -> list[HistoryLine]:
    """Return the history of audits that saw `URL` so, each given as day, verdict and vantage."""
    lines: list[HistoryLine] = []
    for number, verdict, *place in looks:
        vantage = place[0] if place else "here"
        look = LinkLook(URL, verdict)
        lines += tonight(Book(lines), [Sight(look, str(vantage))], (), day(number))[1]
    return lines


def audit(lines: list[HistoryLine], number: float, *problems: Problem) -> News:
    """Run an audit that found `problems` and remember it in `lines`."""
    told, fresh = tonight(Book(lines), [], problems, day(number))
    lines += fresh
    return told


def test_new_persisting_fixed() -> None:
    """A problem is new once, then persists, is fixed once, and may be new again."""
    lines: list[HistoryLine] = []
    a, b = trouble("a"), trouble("b")
    assert audit(lines, 0, a) == News(new=(a,))
    assert audit(lines, 1, a, b) == News(new=(b,), persisting=(a,))
    assert audit(lines, 2, b) == News(persisting=(b,), fixed=(a,))
    assert audit(lines, 3, b) == News(persisting=(b,))
    assert audit(lines, 4, a, b) == News(new=(a,), persisting=(b,))
    assert [line.kind for line in lines] == ["new", "new", "fixed", "new"]


def test_replay_gives_the_same_news() -> None:
    """An audit replayed at its own time gives the news it gave then, and adds no line."""
    lines: list[HistoryLine] = []
    found = [[trouble("a")], [trouble("a"), trouble("b")], [trouble("b")]]
    told = [audit(lines, number, *problems) for number, problems in enumerate(found)]
    whole = tuple(lines)
    for number, problems in enumerate(found):
        assert tonight(Book(whole), [], problems, day(number)) == (told[number], [])


def test_told_twice_in_one_audit() -> None:
    """A problem that an audit names twice is one problem, as first named."""
    first = trouble("a")
    again = Problem("a", "quotation", "claim", "other words", "error")
    assert tell(Book(), [first, again], day(0)).new == (first,)


def test_partial_audit_fixes_nothing_else() -> None:
    """What a partial audit did not look at is not called fixed."""
    lines: list[HistoryLine] = []
    here, there = trouble("a", "claim-1"), trouble("b", "claim-2")
    audit(lines, 0, here, there)
    book = Book(lines)
    assert tell(book, [], day(1), lambda one: one.target == "claim-1") == News(fixed=(here,))
    assert tell(book, [], day(1), lambda _one: False) == News()
    assert tell(book, [], day(1)).fixed == (here, there)


def test_unchanged_leaves_no_line() -> None:
    """An audit without links, or with nothing changed, leaves no line."""
    lines: list[HistoryLine] = []
    audit(lines, 0, trouble("a"))
    before = list(lines)
    audit(lines, 1, trouble("a"))
    assert lines == before
    assert len(nights((0, ALIVE), (1, ALIVE), (2, ALIVE))) == 1


def test_no_look_leaves_no_line() -> None:
    """Verdicts that are no look at the page neither leave a line nor break a row."""
    for verdict in (OFFLINE, LinkVerdict.NOT_FETCHED, LinkVerdict.NO_URL):
        assert nights((0, verdict)) == []
        assert since([], URL, verdict, day(0)) is None
        lines = nights((0, DEAD), (3, verdict), (4, DEAD), (6, DEAD))
        assert rotten(lines, URL, day(7))
        assert rotten(lines, URL, day(7), verdict=verdict, vantage="here")


def test_failures_until_settled() -> None:
    """A failing link leaves a line a look until it is rotten, then none until it changes."""
    lines = nights(*[(number, DEAD) for number in range(12)], (12, ALIVE), (13, ALIVE))
    assert [(line.kind, (line.at - AT).days) for line in lines] == [
        ("link", 0),
        *[("look", number) for number in range(1, 7)],
        ("link", 12),
    ]


def test_two_vantages_in_turn() -> None:
    """A wall seen from one place only settles, however often the page is seen from another."""
    looks: list[tuple[float, LinkVerdict, str]] = []
    for number in range(12):
        looks += [(number, BLOCKED, "runner"), (number + 0.5, ALIVE, "laptop")]
    assert len(nights(*looks)) == 8


@pytest.mark.parametrize(
    ("looks", "verdict"),
    [
        ([(0, DEAD), (3, DEAD), (6, DEAD)], True),
        ([(0, DEAD), (3, SOFT), (6, LinkVerdict.PARKED)], True),
        ([(0, DEAD), (1, DEAD), (2, DEAD), (5.4, DEAD)], False),
        ([(0, DEAD), (3.1, DEAD), (5.9, DEAD)], True),
        ([(0, DEAD), (6, DEAD)], False),
        ([(0, DEAD), (0, DEAD), (6, DEAD)], False),
        ([(0, DEAD), (3, ALIVE), (6, DEAD), (7, DEAD)], False),
        ([(0, DEAD), (3, BLOCKED), (6, DEAD), (7, DEAD)], False),
        ([(0, BLOCKED), (3, BLOCKED), (30, BLOCKED)], False),
        ([(0, LinkVerdict.UNREACHABLE), (3, LinkVerdict.UNREACHABLE), (30, DEAD)], False),
        ([(0, DEAD), (3, DEAD), (6, DEAD), (9, ALIVE)], False),
        ([(0, DEAD, "here"), (3, DEAD, "there"), (6, DEAD, "here")], False),
        ([(0, DEAD, "a"), (1, DEAD, "b"), (3, DEAD, "a"), (6, DEAD, "a")], True),
        ([(0, DEAD, "a"), (3, DEAD, "a"), (6, DEAD, "a"), (7, ALIVE, "b")], False),
        ([(0, ALIVE, "b"), (1, DEAD, "a"), (3, ALIVE, "b"), (4, DEAD, "a"), (8, DEAD, "a")], False),
        ([(0, DEAD, "a"), (3, DEAD, "a"), (5, BLOCKED, "b"), (6, DEAD, "a")], True),
    ],
)
def test_rot(
    looks: list[tuple[float, LinkVerdict] | tuple[float, LinkVerdict, str]], *, verdict: bool
) -> None:
    """Rot is three looks in a row over six days from one vantage, and never walls or weather.

    Days are those of the calendar, in UTC: nightly runs do not start at the same minute.
    """
    assert rotten(nights(*looks), URL, day(100)) is verdict
    *before, (number, last, *place) = looks
    vantage = str(place[0]) if place else "here"
    told = rotten(nights(*before), URL, day(number), verdict=last, vantage=vantage)
    assert told is verdict
    assert not rotten(nights(*looks), "http://other.example/", day(100))


def test_since() -> None:
    """The row with a verdict begins on its first day, and a replay says the same."""
    lines = nights((0, ALIVE), (2, DEAD), (3, DEAD), (5, ALIVE), (6, BLOCKED), (9, BLOCKED))
    assert since(lines, URL, BLOCKED, day(20)) == date(2026, 11, 30)
    assert since(lines, URL, DEAD, day(4)) == date(2026, 11, 26)
    assert since(lines, URL, DEAD, day(2)) == date(2026, 11, 26)
    assert since(lines, URL, ALIVE, day(20)) == date(2026, 12, 14)
    assert since([], URL, DEAD, day(0)) == date(2026, 11, 24)


def test_since_by_vantage() -> None:
    """Asked for one vantage, looks from another do not count."""
    lines = nights((0, BLOCKED, "runner"), (1, ALIVE, "laptop"), (2, BLOCKED, "runner"))
    assert since(lines, URL, BLOCKED, day(3), vantage="runner") == date(2026, 11, 24)
    assert since(lines, URL, BLOCKED, day(3), vantage="attic") == date(2026, 11, 27)


def test_fingerprints() -> None:
    """Fingerprints stay the same for ever, and differ where any part of the name differs."""
    assert fingerprint("dead-link", source="s", url=URL) == "b053602f3e7de008"
    names = [
        fingerprint("r"),
        fingerprint("r", "x"),
        fingerprint("r", None, "x"),
        fingerprint("r", None, None, "x"),
        fingerprint("r", None, None, None, "x"),
        fingerprint("r", None, None, None, None, "x"),
        fingerprint("r", "x", "x"),
        fingerprint("r", "x\nx"),
    ]
    assert len(set(names)) == len(names)


def test_lines_read_back() -> None:
    """A line written is read back equal, on one line, in UTC."""
    lines: list[HistoryLine] = [*nights((0, DEAD))]
    audit(lines, 1, trouble("a\n\u2028é"))
    for line in lines:
        text = write_line(line)
        assert text.isascii()
        assert "\n" not in text
        assert read_line(text) == line
    assert '"at":"2026-11-24T12:00:00Z"' in write_line(lines[0])


@given(
    looks=st.lists(
        st.tuples(
            st.integers(0, 20),
            st.sampled_from([ALIVE, DEAD, SOFT, BLOCKED]),
            st.sampled_from(["a", "b"]),
        ),
        max_size=25,
        unique_by=lambda look: (look[0], look[2]),
    )
)
def test_short_history_tells_the_same(looks: list[tuple[int, LinkVerdict, str]]) -> None:
    """Rot told from the few lines kept equals rot told from every look."""
    looks.sort(key=lambda look: (look[0], look[2]))
    full: dict[str, list[int]] = {"a": [], "b": []}
    for number, verdict, vantage in looks:
        if verdict is ALIVE:
            full = {"a": [], "b": []}
        elif verdict is BLOCKED:
            full[vantage] = []
        else:
            full[vantage].append(number)
    expected = any(len(row) >= 3 and row[-1] - row[0] >= 6 for row in full.values())
    assert rotten(nights(*looks), URL, day(100)) is expected


def test_was_seen() -> None:
    """A page was seen if a look before this audit, from anywhere, found it alive or moved."""
    lines = nights((0, DEAD), (1, ALIVE, "laptop"), (2, DEAD))
    assert was_seen(lines, URL, day(3))
    assert not was_seen(lines, URL, day(1))
    assert not was_seen(lines, "http://other.example/", day(3))


def test_taken_up_after_a_crash() -> None:
    """An audit that wrote its lines and is taken up at the same time writes none twice."""
    lines = nights((0, ALIVE), (1, DEAD))
    look = [Sight(LinkLook(URL, DEAD), "here")]
    assert tonight(Book(lines), look, (), day(1))[1] == []
    assert len(tonight(Book(lines), look, (), day(2))[1]) == 1
