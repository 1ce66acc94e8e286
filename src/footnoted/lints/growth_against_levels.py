"""`growth-against-levels`: a growth rate that the two levels of its sentence do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from footnoted.lints.examined import Examined
from footnoted.lints.texts import find_in_passage, passages
from footnoted.model.finding import Finding
from footnoted.model.quantity import Quantity
from footnoted.quantities import parse_figure

_AMOUNT = r"(?:US\$|[$€£])?\d[\d,.]*\d?(?:\s?(?:thousand|million|billion|trillion|bn|m|tn)\b)?"
_RATE = (
    r"(?:(?P<hedge>about|around|almost|nearly|roughly|over|more than|some|less than) )?"
    r"(?P<rate>\d+(?:\.\d+)?)\s?(?:%|per cent|percent)(?! points)"
)
_FROM_TO = (
    rf"from (?P<one>{_AMOUNT})(?P<unit>\s[a-z]+)?(?: in (?:\w+ )?\d{{4}})? to (?P<two>{_AMOUNT})"
)
_UP = (
    r"(?P<up>rose|grew|increased|climbed|jumped|expanded|went up|has risen|has grown|has increased)"
)
_DOWN = r"(?P<down>fell|declined|dropped|shrank|decreased|went down|has fallen|has declined)"
_SHAPES = (
    re.compile(rf"\b(?:{_UP}|{_DOWN})\b(?: by)? {_RATE},? {_FROM_TO}(?![\d%]|\s?(?:%|per cent))"),
    re.compile(
        rf"\b(?:{_UP}|{_DOWN})\b {_FROM_TO}(?![\d%]|\s?(?:%|per cent))[^.;]{{0,40}}?[,(–—-] ?"
        rf"(?:(?:an?|or) )?(?:(?:increase|rise|growth|fall|drop|decline) (?:of|by) )?{_RATE}"
    ),
)


def growth_against_levels(examined: Examined) -> Iterator[Finding]:
    """Yield each rate that its levels do not give ("rose by 40 per cent, from 2 to 3")."""
    for passage in passages(examined):
        for shape in _SHAPES:
            for found in shape.finditer(passage.text):
                if given := _other_rate(found):
                    message = (
                        f"'{found.group()}': from {found['one']} to {found['two']} is {given} per "
                        f"cent, not {found['rate']}; correct one of the three"
                    )
                    yield find_in_passage(
                        examined, "growth-against-levels", "warning", passage, found.start(),
                        message, proof=f"{found['one']} to {found['two']}: {given} per cent",
                        subject=found.group(),
                    )  # fmt: skip


def _other_rate(found: re.Match[str]) -> str | None:
    one, two = parse_figure(found["one"].strip(" ,.")), parse_figure(found["two"].strip(" ,."))
    if not one or not two or not one.value or two.value is None:
        return None
    if "year" in {one.kind, two.kind} or "date" in {one.kind, two.kind}:
        return None  # "rose by 40 per cent from 2010 to 2012"
    if one.unit is None and two.unit is not None and one.value < 1000:
        return None  # "from 2 to $3bn": the first level's scale is said only once
    low, high = _rates(one, two)
    said = Decimal(found["rate"]) * (1 if found["up"] else -1)
    exponent = Decimal(found["rate"]).as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    room = step / 2 if not found["hedge"] else max(step, abs(said) / 5)
    if low - room <= said <= high + room:
        return None
    return f"{(two.value / one.value - 1) * 100:.1f}"


def _rates(one: Quantity, two: Quantity) -> tuple[Decimal, Decimal]:
    """Return the least and greatest growth, in per cent, that the rounded levels allow."""
    first, last = one.value or Decimal(1), two.value or Decimal(0)
    below = max(first - one.quantum / 2, first / 2)
    low = (last - two.quantum / 2) / (first + one.quantum / 2)
    high = (last + two.quantum / 2) / below
    return (low - 1) * 100, (high - 1) * 100
