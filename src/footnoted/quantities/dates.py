"""Years and dates, which are kept apart from amounts."""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal

from footnoted.model.quantity import Quantity

_MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
    "september sept sep|october oct|november nov|december dec"
)
MONTHS = {
    name: number
    for number, names in enumerate(_MONTHS.split("|"), start=1)
    for name in names.split()
}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?:1[5-9]|20|21)\d{2}(?![\d])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?"
_DAY_FIRST = re.compile(
    rf"(?P<d>{_DAY})(?:\s?[–-]\s?{_DAY})?(?:\sof)?[\s\u00a0-](?P<m>{_MONTH})"
    rf"(?:,?[\s\u00a0-](?P<y>{_YEAR}))?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<m>{_MONTH})[\s\u00a0](?:(?P<d>{_DAY})(?:\s?[–-]\s?{_DAY})?(?:,?[\s\u00a0](?P<y>{_YEAR}))?"
    rf"|(?P<y2>{_YEAR}))"
)
_ISO = re.compile(r"(?P<y>\d{4})[-/.](?P<m>0[1-9]|1[0-2])[-/.](?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_NUMERIC = re.compile(r"(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|[12]\d|3[01])\1(?:\d{4})(?!\d)")
_CHINESE = re.compile(
    r"(?P<y>[12]\d{3})\s?年(?:\s?(?P<m>1[0-2]|0?[1-9])\s?月(?:\s?(?P<d>[12]\d|3[01]|0?[1-9])\s?[日号])?)?"
    r"|(?P<m2>1[0-2]|0?[1-9])\s?月\s?(?P<d2>[12]\d|3[01]|0?[1-9])\s?[日号]"
    r"|(?P<m4>1[0-2]|0?[1-9])\s?[-–至到]\s?(?:1[0-2]|0?[1-9])\s?月"
    r"|(?P<m3>1[0-2]|0?[1-9])\s?月(?:份|底|初|末)"
)
_YEAR_RANGE = re.compile(
    rf"(?P<a>(?:1[5-9]|20|21)\d{{2}})\s?[–—/-]\s?(?P<b>{_YEAR}|\d{{2}}(?!\d))(?![-–/]?\d)"
)
_LONE_YEAR = re.compile(rf"(?P<y>{_YEAR})(?P<s>[’']?s(?![A-Za-z]))?(?![.,]\d)")
_MONTH_BACK = re.compile(rf"(?<![A-Za-z]){_MONTH}[\s\u00a0]\Z")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_BACK = 12


def read_date(text: str, start: int) -> Quantity | None:
    """Read a date or range of years whose first digit is at `start`.

    A full date's value is the number yyyymmdd; a month of a year, a decade or years `a–b` have
    `low` and `high`; a day without a year has neither.
    """
    month_back = None
    if start and text[start - 1].isspace():
        month_back = _MONTH_BACK.search(text[max(0, start - _BACK) : start])
    if month_back:
        begin = max(0, start - _BACK) + month_back.start()
        if found := _MONTH_FIRST.match(text, begin):
            return _date(text, found, found["y"] or found["y2"], found["m"], found["d"])
    if found := _DAY_FIRST.match(text, start) or _ISO.match(text, start):
        return _date(text, found, found["y"], found["m"], found["d"])
    if found := _CHINESE.match(text, start):
        month = found["m"] or found["m2"] or found["m3"] or found["m4"]
        if month or found["d"]:
            return _date(text, found, found["y"], month, found["d"] or found["d2"])
        return _quantity(text, found.span(), "year", Decimal(found["y"]))
    if found := _NUMERIC.match(text, start):
        return _quantity(text, found.span(), "date")
    return _years(text, start)


def _years(text: str, start: int) -> Quantity | None:
    found = _YEAR_RANGE.match(text, start)
    if not found:
        return None
    first, last = int(found["a"]), int(found["b"])
    if last < 100:
        last += first - first % 100
    if not first < last <= first + 200:
        return None
    return _quantity(text, found.span(), "year", ends=(Decimal(first), Decimal(last)))


def read_year(text: str, start: int) -> Quantity | None:
    """Read a lone year (1500 to 2199) or decade (`the 1990s`) at `start`."""
    found = _LONE_YEAR.match(text, start)
    if not found or _LATIN.match(text, found.end()):
        return None
    if found["s"]:
        low = Decimal(found["y"])
        return _quantity(text, found.span(), "year", ends=(low, low + 9))
    return _quantity(text, found.span(), "year", Decimal(found["y"]))


def _date(
    text: str, found: re.Match[str], year: str | None, month: str, day: str | None
) -> Quantity:
    number = MONTHS.get(month.lower().rstrip(".")) or int(month)
    value = low = high = None
    if year and day:
        value = Decimal(f"{int(year)}{number:02}{int(re.sub('[a-z]', '', day)):02}")
    elif year:
        first = int(year) * 10000 + number * 100
        low = Decimal(first + 1)
        high = Decimal(first + monthrange(max(int(year), 1), number)[1])
    return _quantity(text, found.span(), "date", value, (low, high))


def _quantity(
    text: str,
    span: tuple[int, int],
    kind: str,
    value: Decimal | None = None,
    ends: tuple[Decimal | None, Decimal | None] = (None, None),
) -> Quantity:
    start, end = span
    return Quantity(text[start:end], start, end, value, *ends, Decimal(1), kind=kind)
