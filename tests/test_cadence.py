"""When an address is to be looked at again, in whole days of UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from footnoted.cadence import is_due
from footnoted.model.capture import Basis, FailureReason
from footnoted.model.remembered import AnswerDoc, FailureDoc, LinkLookDoc, LookDoc, OutcomeDoc
from footnoted.model.verdicts import LinkVerdict as To
from footnoted.model.verdicts import PartVerdict as Part

DAY = date(2026, 11, 24)
LATE = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)


def look(
    verdict: To,
    *,
    at: datetime = LATE,
    basis: Basis = "cited",
    failure: FailureReason | None = None,
) -> LookDoc:
    url = "http://a.example/"
    return LookDoc(
        url=url,
        basis=basis,
        at=at,
        vantage="here",
        judged_by="1",
        response=None if failure else AnswerDoc(url=url, status=200),
        failure=FailureDoc(reason=failure, message="so it was") if failure else None,
        told=LinkLookDoc(verdict=verdict),
    )


def days_until_due(made: LookDoc) -> int:
    return next(days for days in range(1000) if is_due(made, DAY + timedelta(days=days)))


@pytest.mark.parametrize("verdict", [To.ALIVE, To.MOVED])
def test_a_page_that_was_there_is_due_after_a_week(verdict: To) -> None:
    """Seven days by the calendar: a run earlier in the day than last week's still asks."""
    assert days_until_due(look(verdict)) == 7


@pytest.mark.parametrize("verdict", [To.DEAD, To.SOFT_404, To.PARKED, To.BLOCKED, To.UNREACHABLE])
def test_a_failing_page_is_due_after_three_days(verdict: To) -> None:
    """So that three looks span six days."""
    assert days_until_due(look(verdict)) == 3


@pytest.mark.parametrize(
    ("part", "days"),
    [
        (Part.VERBATIM, 7),
        (Part.AGREES, 7),
        (Part.UNCHECKED, 7),
        (Part.ALTERED, 3),
        (Part.ABSENT, 3),
        (Part.DISAGREES, 3),
    ],
)
def test_a_page_that_lacks_what_is_claimed_of_it_is_failing(part: Part, days: int) -> None:
    """So that a second look follows soon."""
    made = look(To.ALIVE)
    outcomes = {"a": OutcomeDoc(verdict=Part.VERBATIM), "b": OutcomeDoc(verdict=part)}
    assert days_until_due(made.model_copy(update={"outcomes": outcomes})) == days


@pytest.mark.parametrize(
    ("verdict", "failure"),
    [
        (To.OFFLINE, "offline"),
        (To.NOT_FETCHED, "not_fetched"),
        (To.NOT_FETCHED, "interrupted"),
        (To.UNREACHABLE, "host_gave_up"),
    ],
)
def test_what_was_no_look_is_due_at_once(verdict: To, failure: FailureReason) -> None:
    """No network, our own policy, a host that was given up: the page was not looked at."""
    assert is_due(look(verdict, failure=failure), DAY)


def test_a_failure_of_the_page_itself_is_a_look() -> None:
    """A time-out is weather, and asked again like other failures."""
    assert days_until_due(look(To.UNREACHABLE, failure="timeout")) == 3


def test_a_memento_that_came_is_never_due() -> None:
    """Its bytes do not change; one that was refused or failed may do better another day."""
    assert not is_due(look(To.ALIVE, basis="memento"), DAY + timedelta(days=3650))
    assert days_until_due(look(To.NOT_FETCHED, basis="memento")) == 3
    assert days_until_due(look(To.DEAD, basis="memento")) == 3
    assert days_until_due(look(To.ALIVE, basis="alternate")) == 7


def test_a_look_of_tomorrow_is_due() -> None:
    """A clock was wrong once, and must not keep a page from being asked for years."""
    assert is_due(look(To.ALIVE, at=LATE + timedelta(days=1)), DAY)


def test_days_are_those_of_utc() -> None:
    """Half past one in the night of the 25th, in Berlin, is the 24th."""
    berlin = timezone(timedelta(hours=1))
    assert days_until_due(look(To.ALIVE, at=datetime(2026, 11, 25, 0, 30, tzinfo=berlin))) == 7
