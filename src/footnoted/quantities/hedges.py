"""Hedges: the words around a figure that make it a window with a direction."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

HEDGE_WORDS = {
    "almost": (
        "almost|nearly|close to|just short of|just under|just below|slightly less than|"
        "a little under|approaching|nearing|将近|接近|近"
    ),
    "about": (
        "about|around|some|approximately|approx\\.?|roughly|circa|ca\\.?|c\\.|~|～|≈|an estimated|"
        "estimated|in the region of|in the order of|on the order of|or so|大约|大概|约为|约"
    ),
    "over": (
        "over|more than|greater than|higher than|above|exceeding|exceeds|exceeded|in excess of|"
        "upwards of|north of|>|超过|超|逾|突破|高于"
    ),
    "at least": (
        "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|"
        "minimum|≥|>=|至少|不少于|不低于"
    ),
    "up to": "up to|as much as|as many as|as high as|多达|高达",
    "at most": (
        "at most|no more than|not more than|not exceeding|a maximum of|maximum|≤|<=|"
        "至多|最多|不超过|不多于"
    ),
    "under": "under|less than|fewer than|lower than|below|<|不到|不足|低于|少于",
}
"""The hedge's one name, and the wordings that mean it."""

_AFTER = {
    "at least": r"\+|[ ]or (?:more|over|above|higher|greater)\b|及?以上",
    "about": r"[ ]or so\b|[ ]or thereabouts\b|左右|上下",
    "at most": r"[ ]or (?:less|fewer|under|below)\b|及?以下|以内",
}

_LENGTH = 24
_NAME_OF = {
    wording: name
    for name, words in HEDGE_WORDS.items()
    for wording in words.replace("\\", "").replace("?", "").split("|")
} | {"approx": "about", "ca": "about"}


def _before() -> re.Pattern[str]:
    words = sorted((w for all_ in HEDGE_WORDS.values() for w in all_.split("|")), key=len)
    latin = "|".join(w for w in reversed(words) if w[0].isascii() and w[0].isalpha())
    others = "|".join(w for w in reversed(words) if not (w[0].isascii() and w[0].isalpha()))
    return re.compile(rf"(?:(?<![A-Za-z-])({latin})[\s\u00a0]+|({others})\s*)\\?\Z", re.IGNORECASE)


_BEFORE = _before()
_AFTER_PATTERN = re.compile(
    "|".join(f"(?P<h{number}>{words})" for number, words in enumerate(_AFTER.values()))
)


def hedge_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the hedge whose words end right before `start`, and where they begin."""
    window = max(0, start - _LENGTH)
    found = _BEFORE.search(text[window:start])
    if not found:
        return None
    words = re.sub(r"\s+", " ", found.group(1) or found.group(2)).lower()
    name = _NAME_OF.get(words) or _NAME_OF.get(words.rstrip("."))
    return (name, window + found.start()) if name else None


def hedge_after(text: str, end: int) -> tuple[str, int] | None:
    """Return the hedge whose words begin right after `end`, and where they end."""
    found = _AFTER_PATTERN.match(text, end)
    if not found or not found.lastgroup:
        return None
    if found.group() == "+" and text[found.end() : found.end() + 1].isalnum():
        return None
    return list(_AFTER)[int(found.lastgroup[1:])], found.end()


class Window(NamedTuple):
    """What a hedged value allows: factors of the value, ends open or not.

    `beyond` is the side on which more of the same is still in the hedge's direction (over:
    `above`), but no proof; None where both sides contradict.
    """

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False
    beyond: str | None = None


WINDOWS = {
    "almost": Window(Decimal("0.9"), Decimal(1), beyond="below"),
    "about": Window(Decimal("0.95"), Decimal("1.05")),
    "over": Window(Decimal(1), Decimal("1.2"), open_low=True, beyond="above"),
    "at least": Window(Decimal(1), Decimal("1.25"), beyond="above"),
    "up to": Window(Decimal("0.9"), Decimal(1), beyond="below"),
    "at most": Window(Decimal("0.75"), Decimal(1), beyond="below"),
    "under": Window(Decimal("0.8"), Decimal(1), open_high=True, beyond="below"),
}
"""The default windows. `almost` beyond 90 % is no contradiction, but no agreement either."""
