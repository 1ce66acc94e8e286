"""Numbers in Chinese characters, and the scale characters after digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from footnoted.quantities.numbers import read_digits

_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
NUMERALS = "〇零一二两三四五六七八九十百千万亿"
_SPELLED = re.compile(f"[{NUMERALS}]+")
_SCALE = re.compile(
    r"\s?(?:(余|多|来|几)\s?)?(万亿|百万|千万|百亿|千亿|亿|億|万|萬|兆(?![瓦赫帕字比])"
    r"|千(?![瓦米克卡赫])|百(?!分)|만|억|조)"
)
_MORE = re.compile("[余多几來来](?!自)")
_NOT_NUMBERS = re.compile(
    "一带一路|一带|一路|统一|一些|一样|一直|一般|一起|一定|一致|一切|一体|一方面|万一|十分|千方百计"
    "|三个代表|五项原则|百分点|两国|两岸|两者|两地"
)
_SCALES = {
    "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12, "兆": 10**12,
    "億": 10**8, "萬": 10**4, "만": 10**4, "억": 10**8, "조": 10**12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scaled:
    """A scale after digits: its factor, where it ends, and whether 余 or 多 says "over"."""

    factor: Decimal
    end: int
    more: bool


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in characters: value, one step of what was said, its end, its characters."""

    value: Decimal
    quantum: Decimal
    end: int
    length: int


def scale_after(text: str, end: int) -> Scaled | None:
    """Read 万, 亿, 万亿 (also 多亿, 余万) right after a number in digits."""
    found = _SCALE.match(text, end)
    if found:
        return Scaled(Decimal(_SCALES[found.group(2)]), found.end(), found.group(1) is not None)
    return None


def more_after(text: str, end: int) -> int | None:
    """Return the end of 余 or 多 right after a number (`20多次`): "over"."""
    found = _MORE.match(text, end)
    return found.end() if found else None


def lower_part(text: str, end: int, factor: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """Read the lower part after a scale: the `2000万` of `1亿2000万`; value, step, end."""
    if end >= len(text) or not text[end].isdigit():
        return None
    digits = read_digits(text, end)
    scale = scale_after(text, digits.end) if digits else None
    if not digits or not scale or scale.more or scale.factor >= factor:
        return None
    return digits.value * scale.factor, digits.quantum * scale.factor, scale.end


def read_numeral(text: str, start: int) -> Numeral | None:
    """Read a number in Chinese characters at `start`; None for words that only look it."""
    found = _SPELLED.match(text, start, start + 20)
    if not found:
        return None
    window = text[max(0, start - 3) : found.end() + 3]
    if _NOT_NUMBERS.search(window) or text[max(0, start - 1) : start] in {"几", "数", "上", "十"}:
        return None
    number = _value(found.group())
    return number and Numeral(*number, found.end(), found.end() - start)


def _value(written: str) -> tuple[Decimal, Decimal] | None:
    if not any(char in _SMALL or char in "万亿" for char in written):
        if len(written) > 1 and len(written) != 4:
            return None
        return Decimal("".join(str(_DIGITS[char]) for char in written)), Decimal(1)
    if written[0] in "百千万亿":
        return None
    total, section, digit, step = 0, 0, None, 1
    for char in written.replace("万亿", "兆"):
        if char in _DIGITS:
            digit, step = _DIGITS[char], 1
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit, step = None, _SMALL[char]
        else:
            factor = _LARGE["万亿" if char == "兆" else char]
            total += (section + (digit or 0)) * factor
            section, digit, step = 0, None, factor
    return Decimal(total + section + (digit or 0)), Decimal(step)
