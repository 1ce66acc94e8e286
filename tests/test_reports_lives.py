"""`footnoted.reports.lives`: lives of links and parts, in words and as strips."""

from __future__ import annotations

from typing import Any

import pytest

import sample_reports
from footnoted.model.report import LinkDoc, ObservedDoc, PartDoc
from footnoted.model.verdicts import LinkVerdict, PartVerdict
from footnoted.reports.lives import (
    WIDTH,
    comes_and_goes,
    life_strip,
    look_words,
    observed_strip,
    observed_words,
    since_words,
)

TO = LinkVerdict
FOUND, GONE, OTHER = PartVerdict.VERBATIM, PartVerdict.ABSENT, PartVerdict.ALTERED


def link(verdict: LinkVerdict, *life: tuple[str, LinkVerdict], **fields: Any) -> LinkDoc:
    told = {"life": sample_reports.sights(*life), **fields}
    return sample_reports.link("https://a.example/", verdict, **told)


def part(*days: tuple[str, PartVerdict]) -> PartDoc:
    seen = sample_reports.observed(*days)
    return sample_reports.ABSENT.model_copy(update={"observed": seen})


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (TO.BLOCKED, "not seen from a desk in Lannet since 1 November 2026"),
        (TO.UNREACHABLE, "not seen from a desk in Lannet since 1 November 2026"),
        (TO.DEAD, "seen gone since 1 November 2026"),
        (TO.PARKED, "seen gone since 1 November 2026"),
        (TO.ALIVE, "seen so since 1 November 2026"),
        (TO.OFFLINE, ""),
        (TO.NOT_FETCHED, ""),
    ],
)
def test_since_is_said_as_the_verdict_allows(verdict: LinkVerdict, words: str) -> None:
    """Walls and weather accuse nobody; what was no look has no beginning."""
    assert since_words(link(verdict)) == words
    assert since_words(link(verdict, since=None)) == ""


def test_an_archived_copy_has_no_life_of_its_own() -> None:
    """It is there since its archive made it, and does not change between two looks."""
    run = sample_reports.sample_report().run
    copy = link(TO.ALIVE, basis="memento", at="2026-11-20T03:00:00+00:00", remembered=True)
    assert since_words(copy) == ""
    told = "looked at 20 November 2026; kept, since an archived copy does not change"
    assert look_words(copy, run) == told
    lost = link(TO.DEAD, basis="memento")
    assert since_words(lost) == "seen gone since 1 November 2026"


def test_a_rotten_link_is_gone_since_the_row_began_whatever_it_was_gone_as() -> None:
    """Dead, then parked: gone since it was dead, but not since before it was seen again."""
    life = (("2026-08-01", TO.DEAD), ("2026-08-09", TO.ALIVE), ("2026-10-20", TO.DEAD))
    told = since_words(link(TO.PARKED, *life, rotten=True))
    assert told == "rotten: seen gone since 20 October 2026"


def test_a_look_from_elsewhere_does_not_lengthen_the_row() -> None:
    """A wall on the runner ends nothing, its losses add nothing; the page seen there does."""
    elsewhere = "a runner in Port Ansa"
    wall = sample_reports.sights(("2026-10-25", TO.BLOCKED), vantage=elsewhere)
    early = sample_reports.sights(("2026-09-01", TO.DEAD), vantage=elsewhere)
    own = sample_reports.sights(("2026-10-20", TO.DEAD))
    seen = sample_reports.sights(("2026-10-25", TO.ALIVE), vantage=elsewhere)
    told = since_words(link(TO.DEAD, life=(*early, *own, *wall)))
    assert told == "seen gone since 20 October 2026"
    assert since_words(link(TO.DEAD, life=(*own, *seen))) == "seen gone since 1 November 2026"


def test_a_remembered_look_is_told_with_its_day() -> None:
    """It was not asked this time, and nobody shall think so."""
    run = sample_reports.sample_report().run
    asked = link(TO.ALIVE)
    assert look_words(asked, run) == "looked at 24 November 2026"
    old = link(TO.ALIVE, remembered=True, at="2026-11-20T15:40:00Z")
    assert look_words(old, run) == "looked at 20 November 2026; its next look was not due"
    away = link(TO.ALIVE, vantage="a ship")
    assert look_words(away, run) == "looked at 24 November 2026 from a ship"
    assert look_words(link(TO.NOT_FETCHED, at=None), run) == "not looked at"


def test_a_life_is_drawn_to_scale_and_said_in_words() -> None:
    """Half the time alive, half of it gone; equal looks in a row are one bar."""
    life = (("2026-11-04", TO.ALIVE), ("2026-11-14", TO.DEAD), ("2026-11-18", TO.DEAD))
    strip = life_strip(link(TO.DEAD, *life))
    assert strip
    assert strip.words == "alive from 4 November 2026, dead from 14 November 2026"
    assert (strip.first, strip.last) == ("4 November 2026", "24 November 2026")
    assert [(bar.kind, bar.x, bar.width) for bar in strip.bars] == [
        ("seen", 0, 500),
        ("gone", 500, 500),
    ]
    heights = [bar.height for bar in strip.bars]
    assert len(set(heights)) == 2, "told apart without colour"


def test_a_moment_s_failure_is_seen_and_stays_inside() -> None:
    """One night in four years is 0.7 units wide; it is drawn wider, above the others."""
    life = (("2022-11-24", TO.ALIVE), ("2026-11-22", TO.UNREACHABLE), ("2026-11-23", TO.ALIVE))
    strip = life_strip(link(TO.ALIVE, *life))
    assert strip
    assert strip.bars[-1].kind == "unseen"
    assert all(bar.width >= 10 and bar.x + bar.width <= WIDTH for bar in strip.bars)


def test_each_vantage_has_a_row_of_its_own() -> None:
    """A laptop's and a runner's looks never add up, and are not drawn as one life."""
    runner = sample_reports.sights(("2026-11-10", TO.BLOCKED), vantage="a runner")
    strip = life_strip(
        link(TO.ALIVE, life=(*sample_reports.sights(("2026-11-04", TO.ALIVE)), *runner))
    )
    assert strip
    assert strip.words == (
        "seen from a desk in Lannet: alive from 4 November 2026; "
        "seen from a runner: blocked from 10 November 2026"
    )
    assert {bar.kind: bar.y >= 12 for bar in strip.bars} == {"seen": False, "unseen": True}


@pytest.mark.parametrize(
    "one",
    [
        link(TO.ALIVE),
        link(TO.ALIVE, ("2026-11-24", TO.ALIVE)),
        link(TO.OFFLINE, ("2026-11-04", TO.ALIVE)),
        link(TO.ALIVE, at="yesterday", life=()),
    ],
)
def test_without_a_past_there_is_no_strip(one: LinkDoc) -> None:
    """One day is no life."""
    assert life_strip(one) is None


def test_observations_are_told_in_order_with_their_dates() -> None:
    """As `footnoted bisect` found them; of a long row its two ends."""
    days = [("2013-09-10", FOUND), ("2016-04-02", FOUND), ("2017-01-15", GONE)]
    assert observed_words(part(*days)) == (
        "present 10 September 2013 and 2 April 2016; absent 15 January 2017"
    )
    many = [(f"2013-0{month}-01", FOUND) for month in range(1, 7)]
    assert observed_words(part(*many)) == "present 1 January 2013 and 1 June 2013"


def test_words_that_came_back_are_warned_of() -> None:
    """Coming once and going once is no such case, an unreadable copy neither."""
    came = [("2013-01-01", GONE), ("2014-01-01", FOUND), ("2015-01-01", OTHER)]
    assert not comes_and_goes(part(*came))
    assert comes_and_goes(part(*came, ("2016-01-01", FOUND)))
    doubt = [("2013-01-01", FOUND), ("2014-01-01", PartVerdict.UNCHECKED), ("2015-01-01", FOUND)]
    assert not comes_and_goes(part(*doubt))


def test_observations_are_drawn_where_they_lie() -> None:
    """A day each, told apart by height; two of one day or none make no strip."""
    strip = observed_strip(part(("2013-01-01", FOUND), ("2014-01-01", GONE), ("2015-01-01", OTHER)))
    assert strip
    assert [bar.kind for bar in strip.bars] == ["present", "absent", "altered"]
    assert [bar.x for bar in strip.bars] == [0, 500, 986]
    assert len({bar.height for bar in strip.bars[:2]}) == 2
    assert observed_strip(part(("2013-01-01", FOUND))) is None
    odd = ObservedDoc(at="<b>", verdict=FOUND, url="x", view_url="x")
    assert observed_strip(sample_reports.ABSENT.model_copy(update={"observed": (odd, odd)})) is None
