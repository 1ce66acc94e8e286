"""Whether a figure of the page is of the claim's period: whole years, parts of them, spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from footnoted.quantities.dates import MONTHS

Part = tuple[str, int, int]
"""What a period is besides its year: months (`months`, 1, 6), a `day`, a `span` of years, `since`
a year, `season`, `fiscal` year, a running year (`date`)."""

_YEAR_FORM = r"(?:1[5-9]|20|21)\d{2}(?!\d|[.,]\d)"
_YEAR = re.compile(
    rf"(?<![\d.,]){_YEAR_FORM}(?!\s+(?:levels?|prices|dollars|figures?|totals?|values?|base)\b)"
)
_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = _NUMBER_WORDS.split(" ")
_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,2}})"
_ORDINAL = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "last": 4, "final": 4, "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
_NTH = "first|second|third|fourth|last|final|1st|2nd|3rd|4th"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_OF_YEAR = rf"(?:,?\s*(?:of|in)?\s*(?:the\s+year\s+)?({_YEAR_FORM}))?"

_QUARTER = re.compile(rf"\b({_NTH})[ -]quarter\b{_OF_YEAR}|\bQ([1-4])\b{_OF_YEAR}", re.IGNORECASE)
_HALF = re.compile(rf"\b({_NTH})[ -]half\b{_OF_YEAR}|\bH([12])\b{_OF_YEAR}", re.IGNORECASE)
_YEAR_TO = re.compile(
    rf"\b(?:year|(?:12|twelve) months)\s+(?:to|ending|ended|until|through)\s+(?:end-|the end of )?"
    rf"(?:\d{{1,2}}\s+)?({_MONTH})(?:\s+\d{{1,2}},?)?(?:\s+({_YEAR_FORM}))?"
)
_POINT = re.compile(
    rf"\b(?:mid|early|late|in the (?:beginning|middle) of|at the (?:beginning|start) of|"
    rf"beginning of|start of|middle of)[\s-]+({_YEAR_FORM})|({_YEAR_FORM})年?(?:初|年中)",
    re.IGNORECASE,
)
_HALF_YEAR = re.compile(
    r"\bhalf[- ]year(?:ly)?\b|\b(?:three|six|nine)-month\b|\binterim (?:results?|figures?)\b",
    re.IGNORECASE,
)
_ADJUSTED = re.compile(r"\bannuali[sz]ed\b|\bseasonally adjusted\b", re.IGNORECASE)
_YEARS_TO = re.compile(
    rf"\b(?:over|in|during|for|within)\s+(?:the\s+)?(?:{_NUMBER}|several|few|\w+teen|twenty)[\s-]+"
    rf"years?\s+(?:to|until|till|ending|up to|through)\s+(?:\w+\s+)?({_YEAR_FORM})",
    re.IGNORECASE,
)
_FIRST_MONTHS = re.compile(
    rf"\b(?:first|opening|initial)\s+({_NUMBER})[ -](months|quarters){_OF_YEAR}"
    rf"|\b({_NUMBER})[ -](months|quarters)\s+(?:of|to|through|in)\s+(?:\w+\s+)?({_YEAR_FORM})",
    re.IGNORECASE,
)
_MONTH_SPAN = re.compile(
    rf"\b({_MONTH})(?:\s+{_YEAR_FORM})?\s*(?:to|through|until|till|and|-|–|—)\s*({_MONTH})"
    rf"(?:\s+({_YEAR_FORM}))?"
)
_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({_MONTH})(?:,?\s+({_YEAR_FORM}))?"
    rf"|\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+({_YEAR_FORM}))?"
    r"|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)"
)
_ONE_MONTH = re.compile(rf"\b({_MONTH})(?:,?\s+(?:of\s+)?({_YEAR_FORM}))?")
_EDTF_MONTH = re.compile(r"(?<!\d)(\d{4})-(0[1-9]|1[0-2])(?![\d-])")
_TO_DATE = re.compile(
    r"\b(?:so far|to date|year[- ]to[- ]date|up to now|ytd|until now)\b|今年以来|迄今|至今",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\bbetween\s+({_YEAR_FORM})\s+and\s+({_YEAR_FORM})"
    rf"|(?:\b(?:from|during|over|in)\s+)?(?<![\d.,])({_YEAR_FORM})\s*"
    rf"(?:to|through|until|till|-|–|—|至|到)\s*({_YEAR_FORM}|\d\d(?![\d-]))",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:a|one) year (?:earlier|before|ago)\b|\bthe (?:previous|preceding|prior|following) year\b"
    r"|\bthe year before\b|\b(?:last|next|this) year(?:['’]s)?\b|上年|去年|今年(?!以来)|明年",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"\bsince\s+(?:(?:{_MONTH}|early|late|mid|the end of)[\s-]+)?({_YEAR_FORM})"
    rf"|\bfrom\s+({_YEAR_FORM})\s+on(?:wards?)?\b|({_YEAR_FORM})年?(?:以来|至今)",
    re.IGNORECASE,
)
_CUMULATIVE = re.compile(
    rf"\bcumulative(?:ly)?\b|\baccumulated\b|\b(?:over|in|during|for|within)\s+the\s+"
    rf"(?:past|last|previous)\s+(?:{_NUMBER}|several|few|\w+teen|twenty|thirty)\s+"
    r"(?:years|decades|months)\b|累计",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"\b(spring|summer|autumn|winter|christmas)\b(?:\s+of)?(?:\s+({_YEAR_FORM}))?", re.IGNORECASE
)
_SEASONS = ("spring", "summer", "autumn", "winter", "christmas")
_FISCAL = re.compile(
    rf"\b(?:fiscal|financial|marketing|academic|school)\s+year\b{_OF_YEAR}|\bFY\s?'?({_YEAR_FORM})",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    rf"(?:({_YEAR_FORM})年)?(?:(上半年|下半年)|第?([一二三四1-4])季度|前([一二三])季度|前三季"
    r"|(1[0-2]|[1-9])\s?[-–—至到]\s?(1[0-2]|[1-9])月|(1[0-2]|[1-9])月(?!\s?\d{1,2}\s?[日号]))"
)
_EVENT = re.compile(
    r"\b(?:sign\w*|agree\w*|announc\w*|open\w*|launch\w*|approv\w*|visit\w*|met|meets?|kill\w*|"
    r"bought|buys?|acquir\w*|sold|award\w*|grant\w*|gave|given|lent|provid\w*|pledg\w*|found\w*|"
    r"inaugurat\w*|conclud\w*|complet\w*|start\w*|began|reported)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A period that words name: `[start, end)`, its years, and what part of them."""

    start: int
    end: int
    years: frozenset[str]
    part: Part | None = None


@lru_cache(maxsize=4096)
def mentions(words: str) -> tuple[Mention, ...]:
    """Return the periods that `words` name, in order; none lies inside another."""
    found: list[Mention] = []
    for pattern, read in _READERS:
        for spot in pattern.finditer(words):
            inside = any(spot.start() < each.end and each.start < spot.end() for each in found)
            if not inside and (mention := read(spot)):
                found.append(mention)
    return tuple(sorted(found, key=lambda each: each.start))


def _mention(spot: re.Match[str], part: Part | None, *years: str | None) -> Mention:
    return Mention(spot.start(), spot.end(), frozenset(filter(None, years)), part)


def _quarter(spot: re.Match[str]) -> Mention | None:
    number = _ORDINAL[(spot.group(1) or spot.group(3)).lower()]
    part = ("months", 3 * number - 2, 3 * number)
    return _mention(spot, part, spot.group(2), spot.group(4))


def _half(spot: re.Match[str]) -> Mention | None:
    number = min(_ORDINAL[(spot.group(1) or spot.group(3)).lower()], 2)
    return _mention(spot, ("months", 6 * number - 5, 6 * number), spot.group(2), spot.group(4))


def _first_months(spot: re.Match[str]) -> Mention | None:
    written, what = spot.group(1) or spot.group(4), spot.group(2) or spot.group(5)
    count = int(written) if written.isdigit() else _NUMBERS.index(written.lower()) + 1
    months = count * 3 if what.lower() == "quarters" else count
    part = ("months", 1, months) if months < 12 else None
    return _mention(spot, part, spot.group(3), spot.group(6))


def _month_span(spot: re.Match[str]) -> Mention | None:
    first, last = _month(spot.group(1)), _month(spot.group(2))
    part = None if (first, last) == (1, 12) else ("months", first, last)
    return _mention(spot, part, spot.group(3))


def _ending(spot: re.Match[str]) -> Part | None:
    month = _month(spot.group(1))
    return None if month == 12 else ("ending", month, 12)


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day(spot: re.Match[str]) -> Mention | None:
    if spot.group(7):
        return _mention(spot, ("day", int(spot.group(8)), int(spot.group(9))), spot.group(7))
    day, month = spot.group(1) or spot.group(5), spot.group(2) or spot.group(4)
    return _mention(spot, ("day", _month(month), int(day)), spot.group(3), spot.group(6))


def _one_month(spot: re.Match[str]) -> Mention | None:
    if spot.group(1) == "May" and not spot.group(2):
        return None  # mostly a verb at the head of a sentence
    month = _month(spot.group(1))
    return _mention(spot, ("months", month, month), spot.group(2))


def _edtf_month(spot: re.Match[str]) -> Mention | None:
    month = int(spot.group(2))
    return _mention(spot, ("months", month, month), spot.group(1))


def _span(spot: re.Match[str]) -> Mention | None:
    first, last = spot.group(1) or spot.group(3), spot.group(2) or spot.group(4)
    last = last if len(last) == 4 else first[:2] + last
    if first >= last:
        return None
    return _mention(spot, ("span", int(first), int(last)), first, last)


def _since(spot: re.Match[str]) -> Mention | None:
    year = spot.group(1) or spot.group(2) or spot.group(3)
    return _mention(spot, ("since", int(year), 0), year)


def _season(spot: re.Match[str]) -> Mention | None:
    if not spot.group(2):
        return None
    return _mention(spot, ("season", _SEASONS.index(spot.group(1).lower()), 0), spot.group(2))


def _chinese(spot: re.Match[str]) -> Mention | None:
    year, half, quarter, quarters, first, last, month = spot.groups()
    if half:
        part = ("months", 1, 6) if half == "上半年" else ("months", 7, 12)
    elif quarter:
        part = ("months", 3 * _ORDINAL[quarter] - 2, 3 * _ORDINAL[quarter])
    elif first:
        part = ("months", int(first), int(last))
    elif month:
        part = ("months", int(month), int(month))
    else:
        part = ("months", 1, 3 * _ORDINAL[quarters or "三"])
    return _mention(spot, None if part == ("months", 1, 12) else part, year)


_READERS = (
    (_CHINESE, _chinese),
    (_QUARTER, _quarter),
    (_HALF, _half),
    (_YEAR_TO, lambda spot: _mention(spot, _ending(spot), spot.group(2))),
    (_FIRST_MONTHS, _first_months),
    (_YEARS_TO, lambda spot: _mention(spot, ("cumulative", 0, 0), spot.group(1))),
    (_POINT, lambda spot: _mention(spot, ("point", 0, 0), spot.group(1) or spot.group(2))),
    (_ADJUSTED, lambda spot: _mention(spot, ("adjusted", 0, 0))),
    (_HALF_YEAR, lambda spot: _mention(spot, ("months", 1, 6))),
    (_DAY, _day),
    (_MONTH_SPAN, _month_span),
    (_ONE_MONTH, _one_month),
    (_EDTF_MONTH, _edtf_month),
    (_FISCAL, lambda spot: _mention(spot, ("fiscal", 0, 0), spot.group(1), spot.group(2))),
    (_SPAN, _span),
    (_SINCE, _since),
    (_SEASON, _season),
    (_CUMULATIVE, lambda spot: _mention(spot, ("cumulative", 0, 0))),
    (_RELATIVE, lambda spot: _mention(spot, ("relative", 0, 0))),
    (_TO_DATE, lambda spot: _mention(spot, ("date", 0, 0))),
    (_YEAR, lambda spot: _mention(spot, None, spot.group())),
)


def own_mention(
    named: Sequence[Mention], start: int, end: int, figures: Sequence[int]
) -> Mention | None:
    """Return the mention that belongs to the figure `[start, end)`, None where that is open.

    A part without a year of its own joins the year of the sentence. `figures` are the places of
    all comparable figures of the sentence, in order: several figures and several periods pair in
    the order in which they are written.
    """
    if len(named) == 1:
        return named[0]
    before = [each for each in named if each.start < start]
    after = [each for each in named if each.start >= end]
    if len(figures) > 1:
        if named[0].start < figures[0]:
            return before[-1] if before else after[0]
        return (after or before[-1:])[0]
    return min(named, key=lambda each: max(start - each.end, each.start - end))


def is_event(words: str) -> bool:
    """Tell whether `words` speak of something done on a day, and not of a flow over a time."""
    return _EVENT.search(words) is not None
