"""What a table's header says of the numbers under it: `US$1,000`, `单位：万美元`, `(million t)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from footnoted.quantities.chinese import NUMERALS
from footnoted.quantities.currency_tables import CURRENCY_SIGNS
from footnoted.quantities.nouns import NOUNS, plural
from footnoted.quantities.units import unit_after
from footnoted.quantities.words import SCALE_LETTERS, SCALE_WORDS


@dataclass(frozen=True, slots=True)
class Multiplier:
    """What to multiply the number in a cell by, and its unit (None: the header names none)."""

    factor: Decimal
    unit: str | None


_PARTS = re.compile(r"[(（\[]([^()（）\[\]]{1,60})[)）\]]")
_UNIT_LABEL = re.compile(r"(?:单位|units?|in)\s?[:：]?\s*(.{1,40}?)\s*$", re.IGNORECASE)
_CURRENCY = re.compile(
    "|".join(re.escape(s) for s in sorted(CURRENCY_SIGNS, key=len, reverse=True))
)
_THOUSANDS = re.compile(
    r"(?:[’'`]?000(?![\d,])|1(?:0{2,9})(?!\d)|1(?:0{0,2})(?:,000)+(?!\d))(?:['’]?s\b)?"
)
_SCALE = re.compile(
    r"(hundred|thousand|million|billion|trillion|mln|bln|bn|mn|tn|[mkbMKB](?![a-z]))s?(?![a-z])",
    re.IGNORECASE,
)
_CHINESE_SCALE = re.compile("万亿|百万|千万|百亿|亿|万|千(?![瓦米克])|百")
_CHINESE_FACTORS = {
    "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "百亿": 10**10, "万亿": 10**12,
}  # fmt: skip
_PER_CENT = re.compile(r"%|％|\bper ?cent\b", re.IGNORECASE)


def header_multiplier(header: str) -> Multiplier | None:
    """Read the multiplier and unit that `header` (or a caption) gives, None if it gives none.

    Looked for in parentheses first, then after `单位：` or `in`, then in the whole header.
    """
    parts = [found.group(1) for found in _PARTS.finditer(header)]
    labels = [label.group(1) for part in (*parts, header) if (label := _UNIT_LABEL.search(part))]
    parts = [*labels, *parts]
    if ", " in header:  # a comma without a blank stands in a number: US$1,000
        parts.append(header.rpartition(", ")[2])
    for part in [*parts, header]:
        found = _read(part.strip(" :：,"))
        if found:
            return found
    if _PER_CENT.search(header):
        return Multiplier(Decimal(1), "%")
    return None


def header_noun(header: str) -> str | None:
    """Return the one counted noun of a header (`Number of projects`), None if there are more."""
    words = {word for word in re.findall(r"[a-z-]+", header.lower()) if plural(word)}
    names = {NOUNS[word] for word in words if word in NOUNS}
    return names.pop() if len(names) == 1 else None


def _read(part: str) -> Multiplier | None:
    """Read `part` if it is nothing but currency, power of ten, scale and unit, in any order."""
    factor, unit, rest = Decimal(1), None, part
    seen = False
    while rest:
        taken = _take(rest)
        if not taken:
            return None
        more, name, end = taken
        factor *= more
        unit = name or unit
        seen = seen or end > 0
        rest = re.sub(r"^(?:\s|-|/|of\b|in\b)+", "", rest[end:])
    return Multiplier(factor, unit) if seen and (unit or factor != 1) else None


def _take(rest: str) -> tuple[Decimal, str | None, int] | None:
    if found := _CURRENCY.match(rest):
        return Decimal(1), CURRENCY_SIGNS[found.group()], found.end()
    if found := _THOUSANDS.match(rest):
        digits = re.sub(r"\D", "", found.group())
        return Decimal(digits if digits[0] == "1" else "1" + digits), None, found.end()
    if found := _SCALE.match(rest):
        word = found.group(1).lower()
        return Decimal(SCALE_WORDS.get(word) or SCALE_LETTERS[word]), None, found.end()
    if rest[0] in NUMERALS and (found := _CHINESE_SCALE.match(rest)):
        return Decimal(_CHINESE_FACTORS[found.group()]), None, found.end()
    if unit := unit_after(rest, 0):
        return unit.unit.factor, unit.unit.name, unit.end
    return None
