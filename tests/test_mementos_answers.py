"""Answers laid together; the memento nearest to a day; what is carried on."""

from __future__ import annotations

from datetime import date

from footnoted.mementos import archival, nearest, pruned
from memento_help import NOW, PAGE, snapshot

DAY = date(2013, 9, 10)


def test_answers_are_laid_together_in_order_of_time() -> None:
    """A memento that two answers name is one; who gave none is named."""
    one, two = snapshot("20130910120000"), snapshot("20120910120000")
    told = archival(PAGE, NOW, {"a": [one], "b": [two, one], "c": "no answer"})
    assert told.snapshots == (two, one)
    assert (told.total, told.first, told.last) == (2, two.at, one.at)
    assert told.silent == (("c", "no answer"),)


def test_no_answer_and_no_memento_differ() -> None:
    """Only where nobody was silent is nothing known to be there."""
    assert archival(PAGE, NOW, {"a": ()}).silent == ()
    assert archival(PAGE, NOW, {"a": "busy"}).silent == (("a", "busy"),)


def test_the_nearest_comes_first_and_of_two_the_earlier() -> None:
    """Within the day itself no time is nearer than another."""
    stamps = ["20130912000000", "20130909120000", "20130910230000", "20130910010000"]
    told = archival(PAGE, NOW, {"a": [snapshot(one) for one in stamps]})
    assert [f"{one.at:%Y%m%d%H}" for one in nearest(told, DAY)] == [
        "2013091001",
        "2013091023",
        "2013090912",
        "2013091200",
    ]


def test_of_two_equally_far_the_earlier_comes_first() -> None:
    """A second before the day, a second behind it."""
    stamps = ["20130911000001", "20130909235959"]
    told = archival(PAGE, NOW, {"a": [snapshot(one) for one in stamps]})
    assert [one.at.day for one in nearest(told, DAY)] == [9, 11]


def test_errors_are_no_pages() -> None:
    """A redirect may lead to one, and an unknown status may be one."""
    told = archival(
        PAGE,
        NOW,
        {
            "a": [
                snapshot("20130910120000", 404),
                snapshot("20130911120000", 503),
                snapshot("20130912120000", 302),
                snapshot("20130913120000", None),
                snapshot("20130914120000", 200),
            ]
        },
    )
    assert [one.status for one in nearest(told, DAY)] == [302, None, 200]


def test_of_many_mementos_those_that_may_be_wanted_are_kept() -> None:
    """Those near the day, and the latest; the counts still speak of all."""
    listed = [snapshot(f"20{year:02}0910120000") for year in range(5, 26)]
    told = archival(PAGE, NOW, {"a": listed})
    few = pruned(told, DAY, keep=4)
    assert [one.at.year for one in few.snapshots] == [2012, 2013, 2014, 2025]
    assert (few.total, few.first, few.last) == (21, told.first, told.last)
    assert pruned(told, DAY, keep=21) is told
    assert nearest(few, DAY)[0] == nearest(told, DAY)[0]
