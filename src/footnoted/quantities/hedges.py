"""Hedges: the words around a figure that make it a window with a direction."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from footnoted.quantities.numbers import is_continental

HEDGE_WORDS = {
    "almost": (
        "almost|nearly|close to|close on|just short of|just shy of|shy of|just under|just below|"
        "slightly less than|slightly under|slightly below|a little less than|a little under|"
        "little short of|not quite|approaching|nearing|verging on|près de|presque|casi|quasi|"
        "fast|beinahe|knapp|почти|将近|接近|逼近|近"
    ),
    "about": (
        "about|around|some|approximately|approx\\.?|roughly|circa|ca\\.?|c\\.|~|～|≈|≃|"
        "an estimated|estimated|estimated at|estimated to be|estimated to have been|"
        "estimated to number|estimated to total|an estimate of|estimates of|"
        "in the region of|in the order of|"
        "on the order of|of the order of|in the neighbourhood of|in the neighborhood of|"
        "in the vicinity of|something like|more or less|or so|perhaps|maybe|possibly|probably|"
        "environ|à peu près|unos|unas|alrededor de|aproximadamente|cerca de|etwa|rund|"
        "ungefähr|circa|"
        "около|примерно|приблизительно|порядка|"
        "presumably|reportedly|allegedly|supposedly|a reported|believed to be|thought to be|"
        "believed to number|thought to number|hardly|barely|scarcely|on average|"
        "大约|大概|大致|约为|约|估计|据估计|大体"
    ),
    "over": (
        "over|more than|greater than|higher than|larger than|longer than|above|exceeding|exceeds|"
        "exceeded|exceed|in excess of|upwards of|upward of|north of|beyond|surpassing|surpassed|"
        "topping|topped|better than|plus de|más de|über|mehr als|более|более чем|свыше|больше|"
        "superior a|supérieur à|>|超过|超出|超|逾|突破|高于|多于|大于"
    ),
    "at least": (
        "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|"
        "minimum of|minimum|at a minimum|au moins|au minimum|al menos|por lo menos|"
        "mindestens|wenigstens|не менее|"
        "как минимум|≥|>=|⩾|至少|最少|起码|不少于|不低于|不下于|不下"
    ),
    "up to": (
        "up to|as much as|as many as|as high as|as long as|as far as|as large as|jusqu[’']à|"
        "hasta|bis zu|"
        "多达|高达|可达|tens to|dozens to|scores to|hundreds to|thousands to|millions to"
    ),
    "at most": (
        "at most|no more than|not more than|not exceeding|a maximum of|maximum of|maximum|"
        "at a maximum|au plus|au maximum|como máximo|a lo sumo|höchstens|maximal|не более|не "
        "больше|≤|<=|⩽|至多|最多|不超过|不多于|不高于"
    ),
    "under": (
        "under|less than|fewer than|lower than|smaller than|shorter than|below|south of|"
        "moins de|menos de|weniger als|unter|менее|меньше|<|"
        "不到|不足|不满|低于|少于|小于"
    ),
}
"""The hedge's one name, and the wordings that mean it."""

_AFTER = {
    "at least": (
        r"\+|[ ]or (?:more|over|above|higher|greater|longer)\b|[- ]plus\b(?= *[A-Za-z])"
        r"(?! (?:tard|grand|de|d|que)\b)"
        r"|[ ]at (?:the )?(?:very )?least\b|及?以上|开外|\s?起"
    ),
    "about": (
        r"[ ]or so\b|[ ]or thereabouts\b|[- ]odd\b|-?ish\b|,? give or take\b"
        r"|\s?\((?:est|approx|estimated?)\b"
        r"|左右|上下|许(?![多可])"
    ),
    "at most": (
        r"[ ]or (?:less|fewer|under|below|lower)\b|[ ]at (?:the )?(?:very )?most\b"
        r"|及?以下|以内|之内"
    ),
}
_FILL = (
    r"(?:(?:exactly|only|just|another|a further|an additional|a total of|a combined|a record|"
    r"an average of)[\s\u00a0]+){0,2}"
)
_LENGTH = 48
_NAME_OF = (
    {
        wording: name
        for name, words in HEDGE_WORDS.items()
        for wording in words.replace("\\", "").replace("?", "").split("|")
    }
    | {"jusqu'à": "up to", "jusqu’à": "up to"}
    | {"approx": "about", "ca": "about"}
)


def _spaced(word: str) -> bool:
    """Tell whether `word` begins with a letter of a script that parts its words by blanks."""
    return word[0] < "\u0530" and word[0].isalpha()


def _before() -> re.Pattern[str]:
    words = sorted((w for all_ in HEDGE_WORDS.values() for w in all_.split("|")), key=len)
    latin = "|".join(w for w in reversed(words) if _spaced(w))
    others = "|".join(w for w in reversed(words) if not _spaced(w))
    return re.compile(
        rf"(?:(?<![\w-])({latin})[\s\u00a0]+{_FILL}|({others})[了达有为到出过]?\s*)\\?\Z",
        re.IGNORECASE,
    )


def _last_words() -> frozenset[str]:
    wordings = [*_NAME_OF, *re.findall("[a-z ]+", _FILL.partition("{")[0])]
    return frozenset(wording.rstrip(" .").split(" ")[-1] for wording in wordings if wording.strip())


_BEFORE = _before()
_LAST_WORDS = _last_words()
_LAST_SIGNS = frozenset("了达有为到出过") | {
    wording[-1] for wording in _NAME_OF if not _spaced(wording[-1])
}
_AFTER_PATTERN = re.compile(
    "|".join(f"(?P<h{number}>{words})" for number, words in enumerate(_AFTER.values()))
)


def hedge_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the hedge whose words end right before `start`, and where they begin."""
    window = max(0, start - _LENGTH)
    before = text[window:start]
    if not _may_hedge(before):
        return None
    found = _BEFORE.search(before)
    if not found:
        return None
    words = re.sub(r"\s+", " ", found.group(1) or found.group(2)).lower()
    if words == "fast" and not is_continental(text, start):
        return None
    name = _NAME_OF.get(words) or _NAME_OF.get(words.rstrip("."))
    return (name, window + found.start()) if name else None


def _may_hedge(before: str) -> bool:
    """Tell quickly whether the last word or sign of `before` can end a hedge."""
    tail = before.rstrip(" \u00a0\n\t\\.")
    if not tail:
        return False
    at = len(tail)
    while at and _spaced(tail[at - 1]):
        at -= 1
    return tail[at:].lower() in _LAST_WORDS if at < len(tail) else tail[-1] in _LAST_SIGNS


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
