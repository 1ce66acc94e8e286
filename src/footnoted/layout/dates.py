"""Dates in a page's metadata to EDTF days."""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s,].*|Z|[+-]\d\d:?\d\d)?", re.DOTALL
)
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T\s]?\d.*)?")
_CHINESE = re.compile(r"(\d{4})\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?)?.*", re.DOTALL)
_DAY_FIRST = re.compile(
    r"(?:[a-z]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]+)\.?,?[\s-]+(\d{4})(?!\d).*",
    re.IGNORECASE | re.DOTALL,
)
_MONTH_FIRST = re.compile(
    r"(?:[a-z]+\.?,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d).*",
    re.IGNORECASE | re.DOTALL,
)
_MONTH_ONLY = re.compile(r"([a-z]+)\.?,?\s+(\d{4})", re.IGNORECASE)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_FIRST_YEAR, _LAST_YEAR = 1450, 2200
_EPOCH = "1970-01-01"
"""What a program prints that has no date: never believed."""


def edtf_day(printed: str) -> str | None:
    """Return a date in metadata as an EDTF date no finer than a day, None for what is no date.

    The day is the one printed, whatever the time zone beside it. `03/05/2012` names two days
    and so none.
    """
    printed = printed.strip()[:80]
    day = next(filter(None, (read(printed) for read in (_numeric, _worded))), None)
    return None if day == _EPOCH else day


def _numeric(printed: str) -> str | None:
    for pattern in (_BASIC, _ISO, _CHINESE):
        match = pattern.fullmatch(printed)
        if match:
            return _edtf(*(int(part) if part else None for part in match.groups()))
    return None


def _worded(printed: str) -> str | None:
    match = _DAY_FIRST.fullmatch(printed)
    if match:
        return _edtf(int(match.group(3)), _month(match.group(2)), int(match.group(1)))
    match = _MONTH_FIRST.fullmatch(printed)
    if match:
        return _edtf(int(match.group(3)), _month(match.group(1)), int(match.group(2)))
    match = _MONTH_ONLY.fullmatch(printed)
    if match and _month(match.group(1)):
        return _edtf(int(match.group(2)), _month(match.group(1)))
    return None


def _month(name: str) -> int:
    """Return the number of a month by its English name or its first letters; 0 for none."""
    name = name.lower()
    if len(name) < 3:
        return 0
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(name)), 0)


def _edtf(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])
