"""Units and currencies: their names in English and Chinese, families, and fixed factors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from footnoted.quantities.chinese_units import CHINESE_NAMES
from footnoted.quantities.currency_tables import CURRENCY_NAMES, CURRENCY_SIGNS
from footnoted.quantities.nouns import NOUN_FAMILIES, NOUNS, PERSONS, both
from footnoted.quantities.unit_foreign import FOREIGN_NAMES
from footnoted.quantities.unit_more import MORE_MEASURES, MORE_NAMES, MORE_SYMBOLS
from footnoted.quantities.unit_tables import (
    MEASURE_NAMES,
    MEASURES,
    PLAIN_SYMBOLS,
    Unit,
)


class Family(NamedTuple):
    """What a unit measures, and how many of the family's base unit it is."""

    name: str
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Found:
    """A unit found in a text, and where its words end."""

    unit: Unit
    end: int


SYMBOLS = {sign: Unit(name) for sign, name in MORE_SYMBOLS.items()} | PLAIN_SYMBOLS
FAMILIES = {
    name: Family(family, Decimal(size))
    for name, (family, size) in (MEASURES | MORE_MEASURES).items()
}
FAMILIES |= {noun: Family(PERSONS) for noun in NOUN_FAMILIES[PERSONS]}
_COUNTED = frozenset(NOUNS.values())


CHINESE_UNITS = {
    wording: Unit(name) for name, wordings in CHINESE_NAMES.items() for wording in wordings.split()
}


def _wordings(table: str) -> dict[str, Unit]:
    wordings: dict[str, Unit] = {}
    for line in filter(None, table.splitlines()):
        name, *names = (part.strip() for part in line.split(" | "))
        for wording in names:
            for variant in {wording.replace("*", ""), wording.replace("*", "s")}:
                wordings[variant.lower()] = Unit(name)
    return wordings


_CURRENCY_WORDINGS = _wordings(CURRENCY_NAMES)
_MEASURE_WORDINGS = _wordings(MEASURE_NAMES)
WORDINGS = _wordings(FOREIGN_NAMES) | _wordings(MORE_NAMES) | _MEASURE_WORDINGS | _CURRENCY_WORDINGS
CURRENCIES = frozenset(CURRENCY_SIGNS.values()) | {
    unit.name for unit in _CURRENCY_WORDINGS.values()
}


def _any_of(wordings: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(wordings, key=len, reverse=True))


_AFTER = r"(?![A-Za-z0-9\u00c0-\u024f\u0400-\u04ff])"


def _by_initial(wordings: Iterable[str], after: str, flags: int = 0) -> dict[str, re.Pattern[str]]:
    """Return a pattern for each first character, the longest wording first: quick to refuse."""
    sorted_by: dict[str, list[str]] = {}
    for word in sorted(wordings, key=len, reverse=True):
        sorted_by.setdefault(word[0].lower() if flags else word[0], []).append(word)
    return {
        initial: re.compile(
            f"(?:{'|'.join(re.escape(word).replace(_BLANK, '[ -]') for word in words)}){after}",
            flags,
        )
        for initial, words in sorted_by.items()
    }


_BLANK = re.escape(" ")
_SYMBOLS = _by_initial(SYMBOLS, r"(?![A-Za-z0-9²³/\u00c0-\u024f\u0400-\u04ff])")
_NAMED = _by_initial(WORDINGS, _AFTER, re.IGNORECASE)
_CHINESE = _by_initial(CHINESE_UNITS, "")
_CURRENCY_AFTER = _by_initial(CURRENCY_SIGNS, r"(?![A-Za-z0-9\u00c0-\u024f])")
_GAP = re.compile(r"[ \u00a0]?(?:[-‑ \u00a0]|d['’]|de )?")
_CURRENCY_BEFORE = re.compile(rf"(?<![A-Za-z])({_any_of(CURRENCY_SIGNS)})[ \u00a0]?\\?\Z")
_CURRENCY_ENDS = frozenset(sign[-1] for sign in CURRENCY_SIGNS)
_LONGEST_SIGN = 8


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code ends right before `start`, and its beginning."""
    window = max(0, start - _LONGEST_SIGN)
    before = text[window:start]
    if before.rstrip(" \u00a0\\")[-1:] not in _CURRENCY_ENDS:
        return None
    found = _CURRENCY_BEFORE.search(before)
    if not found:
        return None
    return CURRENCY_SIGNS[found.group(1)], window + found.start()


def unit_after(text: str, end: int) -> Found | None:
    """Return the measure or currency whose words begin right after `end`, the longest fit."""
    near = end + 1 if text[end : end + 1] in _ONE_BLANK else end
    found = [
        *_fits(text, near, _SYMBOLS, SYMBOLS),
        *_fits(text, near, _CHINESE, CHINESE_UNITS),
        *_fits(text, near, _CURRENCY_AFTER, _SIGN_UNITS),
    ]
    if text[near : near + 1] == "-":  # `12-mm`
        found += _fits(text, near + 1, _SYMBOLS, SYMBOLS)
    gap = _GAP.match(text, end)
    for begin in {end, gap.end() if gap else end, near}:
        found += _fits(text, begin, _NAMED, WORDINGS)
    return max(found, key=_end_of, default=None)


_ONE_BLANK = frozenset({" ", "\u00a0"})
_SIGN_UNITS = {sign: Unit(code) for sign, code in CURRENCY_SIGNS.items()}


def _end_of(found: Found) -> int:
    return found.end


def _fits(
    text: str, begin: int, patterns: dict[str, re.Pattern[str]], table: dict[str, Unit]
) -> list[Found]:
    initial = text[begin : begin + 1]
    pattern = patterns.get(initial.lower() if table is WORDINGS else initial)
    found = pattern.match(text, begin) if pattern else None
    unit = table.get(_key(found.group(), table)) if found else None
    return [Found(unit, found.end())] if found and unit else []


def _key(wording: str, table: dict[str, Unit]) -> str:
    if table is not WORDINGS or wording in table:
        return wording
    lower = wording.lower()
    return lower if lower in table else lower.replace("-", " ")


def unit_named(name: str) -> Unit:
    """Return the unit that a person's word means: `billion cubic metres` is not one, `bcm` is."""
    plain = name.strip()
    if plain in FAMILIES or plain in CURRENCIES:
        return Unit(plain)
    known = SYMBOLS.get(plain) or WORDINGS.get(plain.lower()) or CHINESE_UNITS.get(plain)
    if known:
        return known
    sign = CURRENCY_SIGNS.get(plain)
    return Unit(sign or NOUNS.get(plain.lower(), plain))


def family(unit: str | None) -> Family | None:
    """Return the family of `unit`; a currency and a counted noun are families of their own."""
    if unit is None:
        return None
    known = FAMILIES.get(unit)
    if not known and all(noun in NOUN_FAMILIES[PERSONS] for noun in both(unit)):
        known = Family(PERSONS)
    return known or Family(unit)


def is_count(unit: str | None) -> bool:
    """Tell whether `unit` is a noun that is counted, and no measure or currency."""
    return unit is not None and all(noun in _COUNTED for noun in both(unit))
