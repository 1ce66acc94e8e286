"""Ranges: `8–12`, `between 3 and 5 million`, `from … to …`, `$3–5bn`."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from footnoted.model.quantity import Quantity
from footnoted.quantities.hedges import hedge_before
from footnoted.quantities.operand import Operand, read_operand
from footnoted.quantities.unit_tables import Unit
from footnoted.quantities.units import currency_before, family, unit_after

_DASH = re.compile(r"[ \u00a0]?(?:--|[–—‒~～－-])[ \u00a0]?|至|到")
_TO = re.compile(r"(?:[.-]?[\s\u00a0]+(?:to|bis|до|à))[\s\u00a0]+")
_TO_OR_A = re.compile(r"[\s\u00a0]+(?:to|bis|до|à|a)[\s\u00a0]+")
_MAY_JOIN = re.compile(
    r"[ \u00a0]?[–—‒~～－-]|至|到|或|[.-]?[\s\u00a0]+"
    r"(?:to|or|and|bis|und|oder|à|et|ou|a|y|o|u|до|и|или)[\s\u00a0]"
)
_OR = re.compile(r"-?[\s\u00a0]+(?:or|oder|ou|или)[\s\u00a0]+|或")
_AND = re.compile(r"[\s\u00a0]+(?:and|und|et|y|и)[\s\u00a0]+")
_BETWEEN = re.compile(r"(?<![A-Za-z])(?:between|zwischen|entre|между)[\s\u00a0]+\Z", re.IGNORECASE)
_FROM = re.compile(r"(?<![A-Za-z])(?:from|von)[\s\u00a0]+\Z", re.IGNORECASE)
_DE = re.compile(r"(?<!\w)(?:de|des|от|с)[\s\u00a0]+\Z", re.IGNORECASE)
_BY_SCORE = re.compile(
    r"\b(?:by|votes?|score|won|lost|beat|ratio|odds|compared?|prefer\w*)(?: of)?[\s\u00a0]\Z"
)
_CHANGE = re.compile(
    r"\b(?:ris|rose|grew|grow|fell|fall|increas|decreas|declin|drop|jump|climb|soar|surg|shr[aiu]nk|"
    r"went|go(?:es|ing)|cut|rais|lower|expand|up|down|mov|chang|plung|slip|reduc|boost|doubl|tripl|balloon|swell|swoll|spiral|rocket|dwindl|slid|sank|sink|dip|eas|tumbl|collaps|"
    r"advanc|improv|worsen|widen|narrow|shift|switch|convert|turn|recover|rebound|quadrupl)"
    r"[a-z]*\b[^.;]*\Z",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\+?(?:[A-Z]{2,3}\$?|[$€£¥￥])?[ \u00a0]?\\?(?=[0-9０-９½¼¾])|(?=[A-Za-z一-九])"
)
_STEP = re.compile(
    r"\b(?:rose|fell|grew|up|down|increased|decreased|declined|dropped|jumped|climbed|slipped|gained|"
    r"lost|added)\s+(?:by\s+)?\Z",
    re.IGNORECASE,
)
_SENTENCE = 120


def read_range(text: str, first: Operand) -> Quantity | None:
    """Return the range whose lower end is `first`; None if it stands alone.

    `rose from 5 to 10` tells a change, two quantities, and no range.
    """
    join = _connector(text, first) if _MAY_JOIN.match(text, first.end) else None
    if not join:
        return None
    second = _second(text, join.end())
    if not second or not _may_join(text, first, second, join.group()):
        return None
    low, high, unit = _ends(first, second)
    if not low < high:
        return None
    return Quantity(
        raw=text[first.start : second.end],
        start=first.start,
        end=second.end,
        value=None,
        low=low,
        high=high,
        quantum=min(second.step * second.factor, first.step * second.factor),
        unit=unit.name if unit else None,
        kind="ratio" if unit and unit.name == "times" else "amount",
    )


def _connector(text: str, first: Operand) -> re.Match[str] | None:
    hedge = hedge_before(text, first.start)
    opens = hedge[1] if hedge else first.start
    before = text[max(0, opens - 12) : opens]
    if _BETWEEN.search(before):
        return _AND.match(text, first.end)
    if _DE.search(before):
        return _TO_OR_A.match(text, first.end)
    if _FROM.search(before):
        sentence = text[max(0, opens - _SENTENCE) : opens]
        if _CHANGE.search(sentence.removesuffix(before) + before):
            return None
        return _TO.match(text, first.end) or _DASH.match(text, first.end)
    if _STEP.search(text[max(0, opens - 24) : opens]):  # `rose $3 to $80`
        return _DASH.match(text, first.end)
    return _TO.match(text, first.end) or _OR.match(text, first.end) or _DASH.match(text, first.end)


def _second(text: str, position: int) -> Operand | None:
    if position >= len(text):
        return None
    prefix = _FIRST.match(text, position)
    if not prefix:
        return None
    if prefix.group().strip(" \u00a0\\+") and not currency_before(text, prefix.end()):
        return None
    operand = read_operand(text, prefix.end())
    if not operand or operand.negative or operand.start < position:
        return None
    return operand


def _may_join(text: str, first: Operand, second: Operand, join: str) -> bool:
    if first.hedge or first.gap or text[second.end : second.end + 1].isdigit():
        return False
    if first.words != second.words and join.strip() != "and":
        return False
    if first.unit and not second.unit and not first.currency:
        return False
    if first.unit and second.unit:
        same = family(first.unit.name) == family(second.unit.name)
        return same and first.unit.name == second.unit.name
    if join.strip() == "to" and not (first.unit or second.unit or second.scale != 1):
        around = text[max(0, first.start - 12) : first.start]
        return _spoken(text, first) or not (first.words or _BY_SCORE.search(around))
    follows = text[second.end : second.end + 1]
    return not follows or not ((follows.isascii() and follows.isalpha()) or follows in "-–/:")


def _spoken(text: str, first: Operand) -> bool:
    return _FROM.search(text[max(0, first.start - 8) : first.start]) is not None


def _spoken_scale(first: Decimal, second: Decimal) -> Decimal:
    """Return the scale that the lower end of `two or three hundred` borrows."""
    for scale in (10**9, 10**6, 1000, 100):
        parts = second / scale
        if parts == parts.to_integral_value() and first < parts < 100 and first < 100:
            return Decimal(scale)
    return Decimal(1)


def _ends(first: Operand, second: Operand) -> tuple[Decimal, Decimal, Unit | None]:
    """Return both values in the plain unit; a bare lower end borrows scale and unit."""
    lower = first
    if first.scale == 1 and second.scale != 1 and first.base < second.base:
        lower = replace(lower, scale=second.scale)
    if first.bare and first.words and second.words:
        lower = replace(lower, scale=_spoken_scale(first.base, second.base))
    unit = second.unit or first.unit
    if not lower.unit:
        lower = replace(lower, unit=second.unit)
    upper = second if second.unit else replace(second, unit=first.unit)
    return lower.value, upper.value, unit


_PAIR = re.compile(
    "([一二两三四五六七八])([二三四五六七八九])([十百千万亿]{0,2})(?![十百千万亿点])"
)
_PAIR_DIGITS = "零一二三四五六七八九"
_PAIR_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def read_pair(text: str, start: int) -> Quantity | None:
    """Read two neighbouring numerals (`两三天`, `七八百人`) as the range that they mean."""
    found = _PAIR.match(text, start)
    before = text[max(0, start - 1) : start]
    if not found or before in _PAIR_SCALES or (before and before in _PAIR_DIGITS):
        return None
    low, high = (_PAIR_DIGITS.find("二" if each == "两" else each) for each in found.groups()[:2])
    unit = unit_after(text, found.end())
    if high != low + 1 or not unit:
        return None
    scale = Decimal(1)
    for char in found.group(3):
        scale *= _PAIR_SCALES[char]
    factor = scale * unit.unit.factor
    return Quantity(
        raw=text[start : unit.end],
        start=start,
        end=unit.end,
        value=None,
        low=low * factor,
        high=high * factor,
        quantum=factor,
        unit=unit.unit.name,
    )
