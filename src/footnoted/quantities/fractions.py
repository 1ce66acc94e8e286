"""Halves, thirds, quarters and other parts, in words, figures and Chinese."""

from __future__ import annotations

import re
from decimal import Decimal

from footnoted.model.quantity import Quantity
from footnoted.quantities.chinese import read_numeral
from footnoted.quantities.units import unit_after
from footnoted.quantities.words import DENOMINATORS, ONES, SCALE_WORDS

STEP = Decimal("0.01")
"""A part in words is taken to be right to half a per cent."""

_FEW = 20
"""A part of a greater whole is as exact as its last digit."""

_PARTS = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
_WORDS = re.compile(
    rf"(one|two|three|four|five|six|seven|eight|nine|eleven)([- ])({_PARTS})(?![A-Za-z-])",
    re.IGNORECASE,
)
_ONE_PART = re.compile(
    r"(third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?= of (?!(?:the )?(?:a )?\d{4}))",
    re.IGNORECASE,
)
_BY_A_PART = re.compile(
    r"(third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?![A-Za-z-])", re.IGNORECASE
)
_BY_A = re.compile(r"\b(?:by|than|almost|nearly|about|only) an? \Z", re.IGNORECASE)
_A_BEFORE = re.compile(r"(?<![A-Za-z])an? \Z", re.IGNORECASE)
_HALF = re.compile(
    r"half(?= (?:of|the|its|their|all|that|these|those|our|were|was|are|is|have|had)\b)",
    re.IGNORECASE,
)
_UNIT_NOUNS = (
    "hour|minute|second|day|week|month|year|decade|century|mile|metre|meter|kilometre|kilometer|"
    "tonne|ton|acre|inch|foot|yard|pound|ounce|pint|quart|gallon|litre|liter|bushel|league|grain|"
    "carat|cup|teaspoon|tablespoon|megabyte|byte"
)
_BY_HALF = re.compile(r"\b(?:by|more than|less than|over|about|nearly|almost) \Z", re.IGNORECASE)
_UNIT_AND = re.compile(
    rf"(?<![A-Za-z])(?:an?|one) ({_UNIT_NOUNS}) and (?:a |one-)\Z", re.IGNORECASE
)
_OF_A_UNIT = re.compile(rf"(?: of)? (?:an?|one) (?=(?:{_UNIT_NOUNS})(?![A-Za-z]))", re.IGNORECASE)
_BESIDE_UNIT = re.compile(rf"[ -](?=(?:{_UNIT_NOUNS})(?:e?s)?(?![A-Za-z]))", re.IGNORECASE)
_HALF_SCALE = re.compile(
    r"half (?:a |an )(dozen|hundred|thousand|million|billion|trillion)(?![A-Za-z])", re.IGNORECASE
)
_HALF_A_UNIT = re.compile(
    rf"half(?: an? |[- ])(?=(?:{_UNIT_NOUNS}|per ?cent|percentage point)(?![A-Za-z]))",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(\d{1,2})/(10|16|32|64|[2-9])(?![\d/])")
_SIXTEENTHS = frozenset({16, 32, 64})
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_ONE_IN = re.compile(
    rf"({_SMALL}|\d{{1,2}}) (?:in|out of) (?:every )?"
    rf"({_SMALL}|ten|twenty|\d{{1,3}}(?:,\d{{3}})*)(?![\w.,]\d|\w)"
    r"(?![ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|per|%|million)\b)",
    re.IGNORECASE,
)
_CHINESE_SHARE = re.compile(r"百分之\s?(\d+(?:\.\d+)?|[零一二两三四五六七八九十百点]+)")
_CHINESE_HALF = re.compile("一半|半数")
_CHINESE_TENTHS = re.compile(
    "([一二两三四五六七八九]|[1-9](?:\\.\\d)?)成([一二三四五六七八九](?![十百千万亿]))?(?![为立功本员就果年熟绩份分交长])"
)
_CHINESE_PART = re.compile(
    r"([二三四五六七八九十百千万]{1,4}|\d{1,5})分之([一二两三四五六七八九十]{1,3}|\d{1,4})(?![点百千万亿.\d])"
)
_CHINESE_HALF_OF = re.compile(
    "半个?(?=小时|钟头|分钟|天|日|年|月|世纪|公里|里|英里|吨|公斤|斤|亩|米)"
)


def read_fraction(text: str, start: int) -> Quantity | None:
    """Read the part of a whole that begins (or whose main word stands) at `start`."""
    initial = text[start]
    if not initial.isascii():
        return _in_chinese(text, start)
    if initial.isdigit():
        digits = _one_in_some(text, start) or _in_signs(text, start)
        return _of_a_unit(text, digits) if digits else _in_chinese(text, start)
    words = _unit_and_a_half(text, start) or _one_in_some(text, start) or _in_words(text, start)
    return _of_a_unit(text, words) if words else None


def _unit_and_a_half(text: str, start: int) -> Quantity | None:
    """Read `an hour and a half`, of which `half` stands at `start`."""
    part = _ENDS.match(text, start)
    before = _UNIT_AND.search(text[max(0, start - 30) : start]) if part else None
    found = unit_after(before.group(1), 0) if before else None
    if not part or not before or not found:
        return None
    value = 1 + Decimal(1) / DENOMINATORS[part.group().lower()]
    begin, end = start - len(before.group()), part.end()
    return _amount(text, (begin, end), value, found.unit.name)


def _of_a_unit(text: str, part: Quantity) -> Quantity:
    """Give a part its unit: `three quarters of an hour`, `1/2 inch`."""
    if part.unit or part.value is None:
        return part
    beside = _OF_A_UNIT.match(text, part.end) or _BESIDE_UNIT.match(text, part.end)
    found = unit_after(text, beside.end()) if beside else None
    if not found:
        return part
    return _amount(text, (part.start, found.end), part.value, found.unit.name)


def _amount(text: str, span: tuple[int, int], value: Decimal, unit: str) -> Quantity:
    start, end = span
    return Quantity(text[start:end], start, end, value, None, None, STEP, unit=unit)


def _one_in_some(text: str, start: int) -> Quantity | None:
    """Read `one in five`, `3 out of 10`; `two in ten years` is no part of anything."""
    found = _ONE_IN.match(text, start)
    if not found:
        return None
    written = (one.replace(",", "") for one in found.groups())
    top, whole = (ONES.get(n.lower()) or int(n if n.isdigit() else 0) for n in written)
    return _part(text, start, found.end(), top, whole) if 0 < top < whole else None


def half_a_scale(text: str, start: int) -> tuple[Decimal, int] | None:
    """Read `half a million`, `half an hour` at `start`: the number and where it ends."""
    if unit := _HALF_A_UNIT.match(text, start):
        return Decimal("0.5"), unit.end() - 1
    found = _HALF_SCALE.match(text, start)
    if not found:
        return None
    return Decimal(SCALE_WORDS[found.group(1).lower()]) / 2, found.end()


def _in_words(text: str, start: int) -> Quantity | None:
    found = _WORDS.match(text, start)
    if found:
        top, gap, part = found.groups()
        sure = gap == "-" or part.lower().endswith("s") or text[found.end() :][:4] == " of "
        plural = part.lower().endswith("s") == (top.lower() != "one")
        if sure and plural:
            return _part(text, start, found.end(), ONES[top.lower()], DENOMINATORS[part.lower()])
    before = text[max(0, start - 12) : start]
    loose = _BY_A_PART if _BY_A.search(before) else _ONE_PART  # `fell by a third`
    if found := loose.match(text, start):
        article = _A_BEFORE.search(text[max(0, start - 4) : start])
        if article:
            begin = start - len(article.group())
            return _part(text, begin, found.end(), 1, DENOMINATORS[found.group().lower()])
    if text[start : start + 4].lower() == "half" and not text[start + 4 : start + 5].isalpha():
        reduced = _BY_HALF.search(before) and not text.startswith(" a", start + 4)
        if reduced and text[start + 4 : start + 5] in " .,;)":
            return _part(text, start, start + 4, 1, 2)
    if found := _QUARTER_UNIT.match(text, start):
        return _part(text, start, found.end(), 1, 4)
    if (found := _HALF.match(text, start)) and not re.search(
        r"(?:first|second|other|and a|latter|former|this|last|better|next) \Z",
        text[max(0, start - 9) : start],
    ):
        return _part(text, start, found.end(), 1, 2)
    return None


def _in_signs(text: str, start: int) -> Quantity | None:
    found = _SIGN.match(text, start)
    if not found or not 0 < int(found.group(1)) < int(found.group(2)):
        return None
    if int(found.group(2)) in _SIXTEENTHS and not _of_unit_follows(text, found.end()):
        return None
    if start and (text[start - 1].isalnum() or text[start - 1] in "/$€£¥.,-"):
        return None
    return _part(text, start, found.end(), int(found.group(1)), int(found.group(2)))


def _of_unit_follows(text: str, end: int) -> bool:
    return bool(_OF_A_UNIT.match(text, end) or _BESIDE_UNIT.match(text, end))


_ENDS = re.compile(r"(?:half|quarter)(?![A-Za-z-])", re.IGNORECASE)
_QUARTER_UNIT = re.compile(
    r"quarter(?=[- ](?:hour|mile|ounce|inch|pound|century|acre)(?![A-Za-z]))", re.IGNORECASE
)


def _in_chinese(text: str, start: int) -> Quantity | None:
    found = _CHINESE_PART.match(text, start)
    if found and found.group(1) != "百":
        whole, top = map(_whole_number, found.groups())
        if whole and top and top < whole:
            return _part(text, start, found.end(), top, whole)
    if found := _CHINESE_HALF_OF.match(text, start):
        unit = unit_after(text, found.end())
        return _amount(text, (start, unit.end), Decimal("0.5"), unit.unit.name) if unit else None
    if found := _CHINESE_HALF.match(text, start):
        return _part(text, start, found.end(), 1, 2)
    return _in_tenths(text, start) or _in_hundredths(text, start)


def _in_tenths(text: str, start: int) -> Quantity | None:
    """Read 三成 as 30 %, 三成五 as 35 %."""
    found = _CHINESE_TENTHS.match(text, start)
    tenths = _share("二" if found.group(1) == "两" else found.group(1)) if found else None
    if not found or tenths is None:
        return None
    more = _whole_number(found.group(2)) if found.group(2) else None
    value, step = tenths * 10 + (more or 0), Decimal(1 if more else 10)
    return Quantity(found.group(), start, found.end(), value, None, None, step, unit="%")


def _in_hundredths(text: str, start: int) -> Quantity | None:
    """Read 百分之三十 as 30 %."""
    found = _CHINESE_SHARE.match(text, start)
    value = _share(found.group(1)) if found else None
    if not found or value is None:
        return None
    places = len(found.group(1).replace("点", ".").partition(".")[2])
    step = Decimal(1).scaleb(-places)
    return Quantity(found.group(), start, found.end(), value, None, None, step, unit="%")


def _share(written: str) -> Decimal | None:
    if written[0].isdigit():
        return Decimal(written)
    whole, _, places = written.partition("点")
    number = read_numeral(whole, 0) if whole else None
    if not number or number.end != len(whole):
        return None
    digits = "".join(str("零一二三四五六七八九".find(char)) for char in places)
    return Decimal(f"{number.value}.{digits}") if digits.isdigit() else number.value


def _whole_number(written: str) -> int | None:
    """Return a whole number in digits or characters; a scale alone is one of it (千, 万)."""
    if written.isdigit():
        return int(written)
    alone = {"百": 100, "千": 1000, "万": 10_000}.get(written)
    number = read_numeral(written, 0)
    return alone or (int(number.value) if number and number.end == len(written) else None)


def _part(text: str, start: int, end: int, top: int, whole: int) -> Quantity:
    value = Decimal(top) / whole
    step = STEP if whole <= _FEW else value / whole  # one in 5,000 is not one in 4,000
    return Quantity(text[start:end], start, end, value, None, None, step, kind="ratio")
