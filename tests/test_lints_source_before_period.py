from __future__ import annotations

from typing import Any

from examined_papers import brief, cite, records
from footnoted.lints.source_before_period import source_before_period

TRADE = {"raw": "$2.9bn", "measure": "trade with Arda", "period": "2012"}


def _told(says: str, *figures: dict[str, str], issued: str | None = "2012-01-21") -> Any:
    claim = {"id": "c", "says": says, "at": {"start": "x"}, "note": "1", "figures": list(figures)}
    source = {"id": "ash"} | ({"issued": issued} if issued else {})
    made = records(source, notes=[cite("1", "ash")], claims=[claim])
    return brief(source_before_period(made))


def test_a_whole_year_on_a_source_of_its_first_weeks_is_told() -> None:
    """What is summed up over a year; an event of the year may lie before the source."""
    assert _told("Trade came to 2.9 billion.", TRADE) == [("warning", "high", "c")]
    assert _told("Trade came to 2.9 billion.", TRADE, issued="2012-11-30") == []
    assert _told("Trade came to 2.9 billion.", TRADE, issued="2013-02") == []
    assert _told("The loan was signed.", TRADE | {"measure": "size of the loan"}) == []
    assert _told("Trade came to 2.9 billion.", TRADE, issued=None) == []


def test_investment_may_have_come_together_by_any_day() -> None:
    """So many projects "in 2012" may be those of its first weeks: less sure than a year's trade."""
    projects = {"raw": "35", "measure": "direct investment projects", "period": "2012"}
    assert _told("There were 35 projects.", projects) == [("warning", "medium", "c")]
    assert _told("There were 35 projects.", projects, issued="2012-11-30") == []


def test_a_time_that_had_not_begun_is_told() -> None:
    """By the figure's period, or by the dates of the statement."""
    assert _told("It was dry.", {"raw": "3", "period": "2013"}) == [("warning", "medium", "c")]
    assert _told("On 22 March 2012 the dam broke.") == [("warning", "medium", "c")]
    assert _told("On 22 January 2012 the dam broke.") == []
    assert _told("The dam of 1998 broke in January 2012.") == []


def test_plans_and_forecasts_are_left_alone() -> None:
    """They are about a time to come, and rightly cited to a source before it."""
    for says in (
        "The dam will be ready in 2016.", "Exports are to reach 65 by 2016.",
        "The budget for 2013 came to 4 billion.",
        "The bank forecast 4 per cent for 2013.", "Both agreed on 65 for 2016.",
    ):  # fmt: skip
        assert _told(says) == [], says
