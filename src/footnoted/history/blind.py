"""Nights on which nothing could be seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from footnoted.history.lines import SightLine

BLIND_DAYS = 3
"""On the third day in a row a run that can see nothing is an error."""


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
