"""Figures as both sides read them, in words that a person reads at a glance.

A comparison writes `2.87e9 USD (±5e6)` beside `2,874,680,000 USD`, for programs. A reader of a
report gets `2.87 billion USD (give or take 5 million)` beside `2.87468 billion USD`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from footnoted.reports.visible import quoted_words

_NUMBER = re.compile(
    r"(?<![\w.,])(?<!\d[-/:])(\d[\d,]*(?:\.\d+)?)(?:e\+?(\d{1,3}))?(?![\w/:]|[.,]\d|-\d)"
)
_WORDS: Final = ((12, "trillion"), (9, "billion"), (6, "million"))
_SIDES = re.compile(
    r"(?<!\w)(claim )(.+?)( · source )(.+?)(?= · (?:agrees|disagrees|review) \()", re.IGNORECASE
)
"""Both sides of figures in a check's message; a comparison writes them so."""
_MOST_DIGITS = 7
"""A number of more digits than this is told digit by digit: nobody reads it faster in words."""


def reading(text: str | None) -> str:
    """Return one side of a comparison of figures with its numbers readable, units as they are."""
    if not text:
        return ""
    words = _NUMBER.sub(lambda match: _number(match[0], match[1], match[2]), text)
    return words.replace("(±", "(give or take ")


def in_words(message: str) -> str:
    """Return a check's message for people: figures readable, `*words*` in quotation marks."""
    sides = _SIDES.sub(
        lambda found: f"{found[1]}{reading(found[2])}{found[3]}{reading(found[4])}", message
    )
    return quoted_words(sides)


def _number(whole: str, digits: str, exponent: str | None) -> str:
    value = Decimal(digits.replace(",", "")).scaleb(int(exponent or 0))
    for power, word in _WORDS:
        if value >= Decimal(10) ** power:
            short = value.scaleb(-power).normalize()
            if power == _WORDS[0][0] and short >= 1000:
                break
            if len(short.as_tuple().digits) <= _MOST_DIGITS:
                return f"{short:f} {word}"
            break
    if exponent:
        return f"{value:,f}"
    # Up to four digits it may be a year, and a year has no comma.
    return f"{value:,f}" if "," not in digits and value >= 10_000 else whole
