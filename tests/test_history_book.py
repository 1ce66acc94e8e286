"""The book of lines: what is known of a URL, a problem, a part, a vantage, the program itself."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.history import (
    Book,
    ClaimLine,
    HistoryLine,
    Inputs,
    PartPast,
    Problem,
    ProblemLine,
    Sight,
    SightLine,
    StandIn,
    blind_days,
    claim_line,
    inputs_line,
    is_blind,
    look_lines,
    part_level,
    problem_line,
    read_line,
    rotten_since,
    sight_line,
    tell,
    tonight,
    write_line,
)
from footnoted.history.causes import Facts, State, cause_of, cause_offline
from footnoted.history.life import life
from footnoted.model.finding import Level
from footnoted.model.verdicts import LinkLook, LinkVerdict, PartVerdict
from looks import AT

URL = "http://a.example/"
DEAD, ALIVE = LinkVerdict.DEAD, LinkVerdict.ALIVE
VERBATIM, ALTERED, ABSENT = PartVerdict.VERBATIM, PartVerdict.ALTERED, PartVerdict.ABSENT


def day(number: float) -> datetime:
    """Return noon, `number` days after the first day."""
    return AT + timedelta(days=number)


def trouble(level: str = "error", name: str = "a") -> Problem:
    """Return a problem at a level."""
    return Problem(name, "link-dead", URL, f"{name} is gone", level, "world", "the page changed")


def night(book: Book, number: float, *problems: Problem) -> list[tuple[str, str]]:
    """Run an audit that found `problems`, remember it, and return its news in short."""
    told, lines = tonight(book, [], problems, day(number))
    book.add(lines)
    each = {"new": told.new, "old": told.persisting, "fixed": told.fixed}
    return [(kind, one.level) for kind, found in each.items() for one in found]


def test_a_warning_that_becomes_an_error_is_new_once_more() -> None:
    """And never again until it is fixed, whatever its level in between."""
    book = Book()
    levels = ["warning", "warning", "error", "warning", "error", None, "error"]
    nights = [
        night(book, number, *([trouble(level)] if level else []))
        for number, level in enumerate(levels)
    ]
    assert nights == [
        [("new", "warning")],
        [("old", "warning")],
        [("new", "error")],
        [("old", "warning")],
        [("old", "error")],
        [("fixed", "error")],
        [("new", "error")],
    ]


def test_what_got_worse_keeps_the_cause_with_which_it_came() -> None:
    """It is one trouble."""
    book = Book()
    night(book, 0, trouble("warning"))
    worse = Problem("a", "link-rotten", URL, "rotten", "error")
    told = tell(book, [worse], day(1))
    assert [(one.cause, one.cause_message) for one in told.new] == [("world", "the page changed")]


def test_what_was_accepted_is_no_news_when_it_gets_worse() -> None:
    """Until it was fixed."""
    book = Book()
    night(book, 0, trouble("warning"))
    book.add([problem_line("accepted", trouble("warning"), day(0))])
    assert night(book, 1, trouble("error")) == [("old", "error")]
    assert night(book, 2) == [("fixed", "warning")]
    assert night(book, 3, trouble("error")) == [("new", "error")]


def test_a_problem_told_at_two_levels_is_known_at_the_worse() -> None:
    """As when two links lead to one page."""
    told = tell(Book(), [trouble("warning"), trouble("error")], day(0))
    assert [one.level for one in told.new] == ["error"]


def test_a_late_line_takes_its_place() -> None:
    """Two histories merged give what one would have."""
    lines: list[HistoryLine] = []
    book = Book()
    for number, level in enumerate(["warning", "error", None, "warning"]):
        found = [trouble(level)] if level else []
        lines += tonight(book, [], found, day(number))[1]
        book = Book(lines)
    shuffled = Book([*lines[2:], *lines[:2]])
    shuffled.add([])
    for number in range(5):
        assert shuffled.open(day(number)) == book.open(day(number))
        assert shuffled.standing("a", day(number)) == book.standing("a", day(number))


def test_remembered_looks_leave_no_line() -> None:
    """A page that was found gone once is not gone again because nobody asked."""
    book = Book()
    for number in range(10):
        sight = Sight(LinkLook(URL, DEAD), "here", remembered=number > 0)
        book.add(look_lines(book, [sight], day(number)))
    assert [line.kind for line in book.looks(URL, day(20))] == ["link"]
    assert not book.rotten(URL, day(20))


def test_a_remembered_look_that_is_judged_otherwise_is_a_change() -> None:
    """Our version changed its mind about the same page."""
    book = Book()
    book.add(look_lines(book, [Sight(LinkLook(URL, ALIVE), "here")], day(0)))
    soft = Sight(LinkLook(URL, LinkVerdict.SOFT_404), "here", remembered=True)
    for number in (1, 2, 8):
        book.add(look_lines(book, [soft], day(number)))
    assert [line.kind for line in book.looks(URL, day(20))] == ["link", "link"]


def test_rotten_since_the_look_that_settled_it() -> None:
    """Not since the first failure, nor since the last."""
    book = Book()
    for number in (0, 3, 6, 7, 20):
        book.add(look_lines(book, [Sight(LinkLook(URL, DEAD), "here")], day(number)))
    looks = book.looks(URL, day(30))
    assert rotten_since(looks, URL, day(30)) == day(6).date()
    assert rotten_since(looks, URL, day(6)) is None


@pytest.mark.parametrize(
    ("base", "past", "looked_on", "level"),
    [
        ("error", PartPast(), day(0), "error"),
        ("warning", PartPast(), day(0), "warning"),
        (
            "error",
            PartPast(known=True, was_found=False, failing_since=day(0).date()),
            day(5),
            "error",
        ),
        ("error", PartPast(known=True, was_found=True), day(5), "warning"),
        (
            "error",
            PartPast(known=True, was_found=True, failing_since=day(5).date()),
            day(5),
            "warning",
        ),
        (
            "error",
            PartPast(known=True, was_found=True, failing_since=day(5).date()),
            day(4),
            "warning",
        ),
        (
            "error",
            PartPast(known=True, was_found=True, failing_since=day(5).date()),
            day(6),
            "error",
        ),
        (
            "warning",
            PartPast(known=True, was_found=True, failing_since=day(5).date()),
            day(6),
            "error",
        ),
    ],
)
def test_how_grave_a_lost_part_is(
    base: Level, past: PartPast, looked_on: datetime, level: Level
) -> None:
    """What was never found is as grave as it is; what was found is lost on a second day."""
    assert part_level(base, past, looked_on.date()) == level


def test_lines_of_a_claim() -> None:
    """One where a part that was compared changed; parts of other words are other parts."""
    lines: list[ClaimLine] = []
    told = [{"p": VERBATIM, "q": VERBATIM}, {"p": VERBATIM}, {"p": ALTERED}, {"p": ALTERED}, {}]
    for number, parts in enumerate(told):
        line = claim_line(lines, "c", parts, day(number), "here")
        lines += [line] if line else []
    assert [line.at for line in lines] == [day(0), day(2)]
    book = Book(lines)
    assert book.part("c", "p", day(9)) == PartPast(
        known=True, was_found=True, failing_since=day(2).date()
    )
    assert book.part("c", "q", day(9)) == PartPast(known=True, was_found=True, failing_since=None)
    assert book.part("c", "p", day(2)) == PartPast(known=True, was_found=True, failing_since=None)
    assert book.part("c", "r", day(9)) == PartPast()
    assert book.part("d", "p", day(9)) == PartPast()


def test_a_line_tells_that_words_are_found_in_an_archived_copy_alone() -> None:
    """They left the page, and came back; a night that cannot tell changes nothing of it."""
    lines: list[ClaimLine] = []
    then: dict[str, StandIn] = {"p": "memento"}
    for number, archived in enumerate([{}, None, then, None, then, {}, None]):
        parts = {"p": VERBATIM, "q": VERBATIM}
        line = claim_line(lines, "c", parts, day(number), "here", archived)
        lines += [line] if line else []
    assert [line.at for line in lines] == [day(0), day(2), day(5)]
    assert [line.archived for line in lines] == [(), ("p",), ()]
    assert "archived" not in write_line(lines[0])
    assert read_line(write_line(lines[1])) == lines[1]
    words = [event.words for event in life(lines).events]
    assert words == [
        "2 of 2 parts found (verbatim)",
        "2 of 2 parts found (verbatim), 1 of them in an archived copy",
        "2 of 2 parts found (verbatim)",
    ]


def test_lines_of_inputs() -> None:
    """Only what changed is written, and all of it is known again."""
    book = Book()
    made = [
        Inputs("1", "aa", None, {"claim:c": "x", "claim:d": "y"}),
        Inputs("1", "aa", None, {"claim:c": "x", "claim:d": "y"}),
        Inputs("2", "bb", "ff", {"claim:c": "z"}),
    ]
    changed = []
    for number, inputs in enumerate(made):
        line = inputs_line(book.inputs(day(number)), inputs, day(number))
        book.add([line] if line else [])
        changed.append(line and line.records)
        assert book.inputs(day(number), including=True) == inputs
    assert changed == [{"claim:c": "x", "claim:d": "y"}, None, {"claim:c": "z", "claim:d": None}]
    assert book.inputs(day(0)) is None
    assert book.inputs(day(2)) == made[0]


def sights(*nights: tuple[float, bool | None]) -> list[SightLine]:
    """Return the lines of nights, each given as day and whether it was blind."""
    lines: list[SightLine] = []
    for number, blind in nights:
        line = sight_line(lines, "here", day(number), blind=blind)
        lines += [line] if line else []
    return lines


@pytest.mark.parametrize(
    ("nights", "days"),
    [
        ([], 0),
        ([(0, True)], 1),
        ([(0, True), (0.2, True), (1, True)], 2),
        ([(0, True), (3, True), (9, True)], 3),
        ([(0, True), (1, None), (2, True)], 2),
        ([(0, True), (1, False), (2, True)], 1),
        ([(0, False), (1, None)], 0),
        ([(0, True), (0.2, False), (0.3, True)], 1),
    ],
)
def test_blind_days(nights: list[tuple[float, bool | None]], days: int) -> None:
    """Days are counted once, and only a night that sees something ends a row."""
    assert len(blind_days(sights(*nights), day(30).date())) == days


def test_today_is_not_before_today() -> None:
    """A second run on a blind day counts that day once."""
    assert blind_days(sights((0, True), (1, True)), day(1).date()) == (day(0).date(),)


def test_a_night_that_sees_leaves_a_line_only_after_a_blind_one() -> None:
    assert [one.kind for one in sights((0, False), (1, True), (2, False), (3, False))] == [
        "blind",
        "sighted",
    ]


@pytest.mark.parametrize(
    ("facts", "cause"),
    [
        (Facts("same", ("1", "1"), fine=True), "world"),
        (Facts("new", ("1", "2"), fine=True), "world"),
        (Facts("changed", ("1", "1"), fine=False), "corpus"),
        (Facts("changed", ("1", "2"), fine=False), "corpus"),
        (Facts("new", ("1", "1"), fine=False), "corpus"),
        (Facts("same", ("1", "2"), fine=False), "tool"),
        (Facts("same", ("1", "2"), fine=False, failing=True), "clock"),
        (Facts("same", ("1", "1"), fine=False, failing=True), "clock"),
        (Facts("same", ("1", "1"), fine=False), "world"),
        (Facts("same", ("1", "2"), fine=False, first=True), "world"),
        (Facts("new", ("1", "2")), "corpus"),
        (Facts("changed", ("1", "1")), None),
        (Facts("changed", ("1", "1"), same_page=True), "corpus"),
        (Facts("changed", ("1", "1"), same_page=False), None),
        (Facts("same", ("1", "1")), "world"),
        (Facts("same", ("1", "1"), first=True), "world"),
        (Facts("same", ("1", "1"), failing=True), "clock"),
        (Facts("same", ("1", "2")), None),
        (Facts("same", ("1", "2"), same_page=False), None),
        (Facts("same", ("1", "2"), same_page=True), "tool"),
    ],
)
def test_causes(facts: Facts, cause: str | None) -> None:
    """The earlier page decides; without it nobody is blamed who may be innocent."""
    told, message = cause_of(facts)
    assert told == cause
    assert message


@pytest.mark.parametrize(
    ("record", "versions", "changed", "cause"),
    [
        ("changed", ("1", "2"), "corpus", "corpus"),
        ("new", ("1", "1"), "corpus", "corpus"),
        ("same", ("1", "1"), "corpus", "corpus"),
        ("same", ("1", "1"), "paper", "corpus"),
        ("same", ("1", "1"), "", "clock"),
        ("same", ("1", "2"), "", "tool"),
        ("same", ("1", "2"), "corpus", None),
        ("same", ("1", "2"), "paper", None),
    ],
)
def test_causes_without_pages(
    record: State, versions: tuple[str, str], changed: str, cause: str | None
) -> None:
    """Records, the paper's text, our version, the day: what did not change is not to blame."""
    told, message = cause_offline(
        record, versions, corpus=changed == "corpus", paper=changed == "paper"
    )
    assert told == cause
    assert message


def test_every_line_reads_back() -> None:
    """What stands at its default is left out, and comes back."""
    lines: list[HistoryLine] = [
        problem_line("new", trouble(), day(0)),
        problem_line("accepted", trouble(), day(0)),
        ClaimLine(at=day(0), claim="c", parts={"p": ABSENT}, vantage="here"),
        *sights((0, True), (1, False)),
    ]
    line = inputs_line(None, Inputs("1", "aa", None, {"claim:c": "x"}), day(0))
    assert line
    for one in [*lines, line]:
        assert read_line(write_line(one)) == one
    assert "cause" not in write_line(lines[1])


def test_lines_of_before_there_were_causes_are_read() -> None:
    """A history of an older version is taken as it is."""
    old = (
        '{"at":"2026-11-24T12:00:00Z","kind":"new","fingerprint":"ab","rule":"link-dead",'
        '"target":"http://a.example/","message":"gone","level":"error"}'
    )
    line = read_line(old)
    assert isinstance(line, ProblemLine)
    assert line.cause is None
    assert write_line(line) == old


@given(
    nights=st.lists(
        st.lists(
            st.tuples(st.sampled_from("ab"), st.sampled_from(["warning", "error"])), max_size=2
        ),
        max_size=12,
    )
)
def test_a_book_that_grew_knows_what_one_built_anew_knows(
    nights: list[list[tuple[str, str]]],
) -> None:
    """And a replay of any night tells what was told then."""
    grown, lines, told = Book(), list[HistoryLine](), []
    for number, found in enumerate(nights):
        problems = [trouble(level, name) for name, level in found]
        news, fresh = tonight(grown, [], problems, day(number))
        assert (news, fresh) == tonight(Book(lines), [], problems, day(number))
        told.append(news)
        lines += fresh
        grown.add(fresh)
    for number, found in enumerate(nights):
        problems = [trouble(level, name) for name, level in found]
        assert tonight(grown, [], problems, day(number)) == (told[number], [])
        assert grown.open(day(number)) == Book(lines).open(day(number))


def a_sight(url: str, verdict: LinkVerdict, *, remembered: bool = False) -> Sight:
    return Sight(LinkLook(url, verdict), "here", remembered)


WALLED = a_sight("w", LinkVerdict.BLOCKED)
SILENT = a_sight("s", LinkVerdict.UNREACHABLE)
RESTING = a_sight("r", LinkVerdict.ALIVE, remembered=True)
RESTING_WALL = a_sight("r", LinkVerdict.BLOCKED, remembered=True)


@pytest.mark.parametrize(
    ("tonight", "before", "blind"),
    [
        ([], None, None),
        ([RESTING], None, None),
        ([WALLED, a_sight("a", LinkVerdict.ALIVE)], None, False),
        ([WALLED, a_sight("d", LinkVerdict.DEAD)], None, False),
        ([WALLED, SILENT], LinkVerdict.ALIVE, True),
        ([WALLED, RESTING], LinkVerdict.ALIVE, True),
        ([WALLED, RESTING], LinkVerdict.DEAD, True),
        ([WALLED, RESTING], None, True),
        ([WALLED, SILENT, RESTING], LinkVerdict.BLOCKED, None),
        ([WALLED, RESTING_WALL], LinkVerdict.BLOCKED, True),
        ([WALLED], LinkVerdict.UNREACHABLE, True),
    ],
)
def test_a_night_of_known_walls_is_not_blind_while_pages_that_were_seen_rest(
    tonight: list[Sight], before: LinkVerdict | None, *, blind: bool | None
) -> None:
    """Most nights only failing pages are due; that they still fail says nothing of our network."""
    assert is_blind(tonight, lambda _url: before) is blind
