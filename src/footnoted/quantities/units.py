"""Units and currencies: their names in English and Chinese, families, and fixed factors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from footnoted.quantities.currency_tables import CURRENCY_NAMES, CURRENCY_SIGNS
from footnoted.quantities.nouns import NOUN_FAMILIES, NOUNS, PERSONS, both
from footnoted.quantities.unit_tables import (
    CHINESE_NAMES,
    MEASURE_NAMES,
    MEASURES,
    SYMBOLS,
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


FAMILIES = {name: Family(family, Decimal(size)) for name, (family, size) in MEASURES.items()}
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
WORDINGS = _MEASURE_WORDINGS | _CURRENCY_WORDINGS
CURRENCIES = frozenset(CURRENCY_SIGNS.values()) | {
    unit.name for unit in _CURRENCY_WORDINGS.values()
}


def _any_of(wordings: dict[str, Unit] | dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(wordings, key=len, reverse=True))


_SYMBOL = re.compile(rf"[ \u00a0]?-?({_any_of(SYMBOLS)})(?![A-Za-z0-9²³/\u00c0-\u024f\u0400-\u04ff])")
_NAMED = re.compile(
    rf"[ \u00a0]?(?:[-‑ \u00a0]|d['’]|de )?({_any_of(WORDINGS).replace(chr(92) + ' ', '[ -]')})(?![A-Za-z0-9\u00c0-\u024f\u0400-\u04ff])",
    re.IGNORECASE,
)
_CURRENCY_AFTER = re.compile(rf"[ \u00a0]?({_any_of(CURRENCY_SIGNS)})(?![A-Za-z0-9\u00c0-\u024f])")
_CURRENCY_BEFORE = re.compile(rf"(?<![A-Za-z])({_any_of(CURRENCY_SIGNS)})[ \u00a0]?\\?\Z")
_CHINESE_UNIT = re.compile(rf"[ \u00a0]?({_any_of(CHINESE_UNITS)})")
_LONGEST_SIGN = 8


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code ends right before `start`, and its beginning."""
    window = max(0, start - _LONGEST_SIGN)
    found = _CURRENCY_BEFORE.search(text[window:start])
    if not found:
        return None
    return CURRENCY_SIGNS[found.group(1)], window + found.start()


def unit_after(text: str, end: int) -> Found | None:
    """Return the measure or currency whose words begin right after `end`, the longest fit."""
    fits = [
        Found(unit, found.end())
        for pattern, table in (
            (_SYMBOL, SYMBOLS),
            (_NAMED, WORDINGS),
            (_CHINESE_UNIT, CHINESE_UNITS),
        )
        if (found := pattern.match(text, end)) and (unit := table.get(_key(found.group(1), table)))
    ]
    if sign := _CURRENCY_AFTER.match(text, end):
        fits.append(Found(Unit(CURRENCY_SIGNS[sign.group(1)]), sign.end()))
    return max(fits, key=lambda fit: fit.end, default=None)


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
