from __future__ import annotations

from examined_papers import brief, examine, records
from footnoted.lints.impossible_date import impossible_date


def test_days_on_no_calendar_are_errors() -> None:
    """31 June, 30 February, and 29 February of a common year; numbers that are no dates are not."""
    text = "# Lakes\n\nIt rose on {} and fell.<sup>1</sup>\n\n<sup>1</sup> Ash, *On lakes*, 2012\n"
    for day in ("31 June 2012", "February 30, 2012", "29 February 2011"):
        (found,) = impossible_date(examine(text.format(day)))
        assert (found.level, found.subject) == ("error", day)
    (found,) = impossible_date(examine(text.format("Working Paper 31 June 2012")))
    assert (found.level, found.confidence) == ("warning", "medium")
    for day in (
        "30 June 2012",
        "29 February 2012",
        "page 31 of June 2012",
        "vol 31 June 2012",
        "June 2012",
        "29 February 1900",
    ):
        assert [*impossible_date(examine(text.format(day)))] == [], day


def test_a_source_read_before_it_was_issued_is_told() -> None:
    """Only where even the last day of access lies before the first of issue."""
    work = {"id": "ash", "issued": "2012-06-08"}
    assert brief(impossible_date(records(work | {"accessed": "2012-06-07"}))) == [
        ("warning", "medium", "ash")
    ]
    for accessed in ("2012-06-08", "2012", "2013-01-01"):
        assert [*impossible_date(records(work | {"accessed": accessed}))] == []
