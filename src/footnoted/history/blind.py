"""Nights on which nothing could be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from footnoted.history.lines import SightLine
from footnoted.history.looks import ROT, SEEN, UNSEEN, Sight
from footnoted.model.verdicts import LinkVerdict

BLIND_DAYS = 3
"""On the third day in a row a run that can see nothing is an error."""


def is_blind(sights: Sequence[Sight], before: Callable[[str], LinkVerdict | None]) -> bool | None:
    """Tell whether a run could see nothing; None where that cannot be told.

    A wall is no sight of the page. What is remembered was not due, and tells nothing of tonight,
    but it tells of the nights on which little is due: where only pages are asked that were walled
    or out of reach before, or that our own policy does not fetch, while others rest that were
    seen, their silence is no news of our own sight. `before` gives the verdict of the last look
    at a URL on an earlier run, None for none.
    """
    due = [one for one in sights if not one.remembered]
    if not due or any(one.look.verdict in SEEN | ROT for one in due):
        return False if due else None
    asked = (one.look for one in due if one.look.verdict is not LinkVerdict.NOT_FETCHED)
    hoped = any(before(look.url) not in UNSEEN for look in asked)
    rests = any(one.remembered and one.look.verdict in SEEN | ROT for one in sights)
    return True if hoped or not rests else None


def blind_days(lines: Sequence[SightLine], today: date) -> tuple[date, ...]:
    """Return the days (UTC) of the row of blind nights before `today`, in order.

    `lines` are those of one vantage, in order of time. A night without a run breaks no row.
    """
    days: dict[date, None] = {}
    for line in lines:
        if line.kind == "sighted":
            days.clear()
        else:
            days[line.at.date()] = None
    days.pop(today, None)
    return tuple(days)


def sight_line(
    earlier: Sequence[SightLine], vantage: str, at: datetime, *, blind: bool | None
) -> SightLine | None:
    """Return the line for a night: one a blind day, and one that ends the row.

    `blind` is None where nothing was due: that tells nothing of whether one could have seen.
    """
    in_row = bool(earlier) and earlier[-1].kind == "blind"
    if blind is None or (not blind and not in_row):
        return None
    if blind and in_row and earlier[-1].at.date() == at.date():
        return None
    return SightLine(at=at, kind="blind" if blind else "sighted", vantage=vantage)
