"""Days and periods as words and addresses give them, for the rules about dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTH_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_Y = r"(?:1[5-9]|20|21)\d\d(?!\d)"
_W = rf"(?P<w>{'|'.join(WEEKDAYS)})"
_DATED = re.compile(
    rf"(?:\b{_W},?\s+)?(?:the\s+)?(?<![\d/.–-])(?P<d>\d{{1,2}})(?:(?:st|nd|rd|th)(?:\s+of)?)?\s+"
    rf"(?P<m>{_M}),?\s+(?P<y>{_Y})(?:\s*\((?P<w2>{'|'.join(WEEKDAYS)})\))?"
)
_AMERICAN = re.compile(
    rf"(?:\b{_W},?\s+)?\b(?P<m>{_M})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,\s*(?P<y>{_Y})"
)
_MONTH_YEAR = re.compile(rf"\b(?P<m>{_M}),?\s+(?:of\s+)?(?P<y>{_Y})")
_YEAR = re.compile(rf"(?<![\d.,/$€£–-]){_Y}(?![,.]\d|[–-]?\d|s\b|%)")
_EDTF = re.compile(r"\A(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?\Z")

_YMD = r"(?P<y>19[89]\d|20\d\d)"
_IN_PATH = (
    re.compile(
        rf"(?<=[/-]){_YMD}[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?=[/._-]|\Z)"
    ),
    re.compile(rf"(?<=[/t_-]){_YMD}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=[/._-]|\Z)"),
    re.compile(rf"/{_YMD}(?P<m>0[1-9]|1[0-2])(?=/)(?!/\d\d/)"),
    re.compile(rf"/{_YMD}/(?P<m>0[1-9]|1[0-2])(?=/)(?!/\d{{1,2}}/)"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """A full date in a text: the slice, its day (None where no calendar has it), its weekday."""

    raw: str
    start: int
    end: int
    day: date | None
    weekday: str | None
    old_style: bool = False
    """Before 1924 a date may be of the Julian calendar: Greece was the last to leave it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, and the words that name it."""

    first: date
    last: date
    raw: str
    start: int = 0


def written_days(text: str) -> Iterator[Written]:
    """Yield each full date of `text` (`Thursday, 6 June 2012`, `June 6, 2012`)."""
    for pattern in (_DATED, _AMERICAN):
        for found in pattern.finditer(text):
            parts = found.groupdict()
            day = _day(parts["y"], str(_month(parts["m"])), parts["d"])
            weekday = parts["w"] or parts.get("w2")
            old = int(parts["y"]) < 1924
            yield Written(found.group().strip(), *found.span(), day, weekday, old)


def periods(text: str) -> list[Period]:
    """Return the days, months and years that `text` names, in order."""
    taken = [Period(one.day, one.day, one.raw, one.start) for one in written_days(text) if one.day]
    rest = _blanked(text, [(one.start, one.start + len(one.raw)) for one in taken])
    for found in _MONTH_YEAR.finditer(rest):
        span = _span(int(found["y"]), _month(found["m"]))
        taken.append(Period(*span, found.group(), found.start()))
    rest = _blanked(rest, [(one.start, one.start + len(one.raw)) for one in taken])
    taken += [
        Period(*_span(int(found.group())), found.group(), found.start())
        for found in _YEAR.finditer(rest)
    ]
    return sorted(taken, key=lambda one: one.start)


def span_of(edtf: str | None) -> Period | None:
    """Return the days that an EDTF date (level 0, or with a mark) may mean."""
    found = _EDTF.match(edtf or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year and month and day:
        on = date(year, month, day)
        return Period(on, on, found.group())
    return Period(*_span(year or 1, month), found.group())


def day_in_address(url: str) -> Period | None:
    """Return the day or month that the path of `url` names; None where it names none or two."""
    path = re.sub(r"\A[a-z]+://[^/]*", "", url).partition("?")[0].partition("#")[0]
    for pattern in _IN_PATH:
        seen: dict[tuple[date, date], str] = {}
        for found in pattern.finditer(path):
            if period := _address_period(found):
                seen[period] = found.group().strip("/t_-")
        if len(seen) == 1:
            ((span, raw),) = seen.items()
            return Period(*span, raw)
        if seen:
            return None
    return None


def _address_period(found: re.Match[str]) -> tuple[date, date] | None:
    parts = found.groupdict()
    if "d" not in parts:
        return _span(int(parts["y"]), int(parts["m"]))
    day = _day(parts["y"], parts["m"], parts["d"])
    return (day, day) if day else None


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "#" * (end - start) + text[end:]
    return text


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _span(year: int, month: int | None = None) -> tuple[date, date]:
    first, last = month or 1, month or 12
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
