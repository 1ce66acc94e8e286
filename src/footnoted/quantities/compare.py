"""Whether a source's quantity bears out a claim's, by written precision and by hedge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from footnoted.model.quantity import Quantity
from footnoted.quantities.hedges import WINDOWS
from footnoted.quantities.nouns import both
from footnoted.quantities.reading import read_claim, read_source
from footnoted.quantities.units import Family, family, is_count

OutcomeVerdict = Literal["agrees", "disagrees", "review", "incomparable"]

REASONS = {
    "equal": "the same value",
    "rounds": "rounds",
    "within_window": "within what the hedge allows",
    "beyond_window": "in the hedge's direction, but too far to be proof",
    "wrong_side": "on the wrong side of the hedge",
    "other_value": "another value",
    "rounded_zeros": "another value, unless the zeros stand for a rounding that is not said",
    "more_precise": "the claim is more precise than the source",
    "hedged_source": "the source hedges what the claim states flatly",
    "hedges_overlap": "the hedges differ and allow partly the same",
    "source_is_range": "the source gives a range around it",
    "claim_is_range": "the source gives one value inside the claim's range",
    "near_synonym": "the same number, counting under another name",
    "coarse": "the same only by rounding a converted unit coarsely",
    "tons": "a ton may be metric, short or long",
    "other_unit": "another unit or kind of quantity",
}
"""Each reason code, in words."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one comparison.

    `review` is neither agreement nor contradiction: a person must look. `reason` is a key of
    `REASONS`.
    """

    verdict: OutcomeVerdict
    reason: str
    claim_reads: str
    source_reads: str

    @property
    def line(self) -> str:
        """Both sides and the outcome on one line, as the reports print them."""
        words = REASONS[self.reason]
        return f"claim {self.claim_reads} · source {self.source_reads} · {self.verdict} ({words})"


@dataclass(frozen=True, slots=True)
class _Span:
    """What a quantity allows, in the base unit of its family; ends may be open."""

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False

    def holds(self, value: Decimal) -> bool:
        above = value > self.low or (value == self.low and not self.open_low)
        below = value < self.high or (value == self.high and not self.open_high)
        return above and below

    def within(self, other: _Span) -> bool:
        low = self.low > other.low or (
            self.low == other.low and (self.open_low or not other.open_low)
        )
        high = self.high < other.high or (
            self.high == other.high and (self.open_high or not other.open_high)
        )
        return low and high

    def meets(self, other: _Span) -> bool:
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low == high:
            return self.holds(low) and other.holds(low)
        return low < high


@dataclass(frozen=True, slots=True)
class _Side:
    """A quantity in the base unit of its family, made positive by `sign`."""

    value: Decimal | None
    low: Decimal
    high: Decimal
    step: Decimal
    loose: Decimal
    hedge: str | None

    def window(self) -> _Span:
        """Return what the hedge (or, without one, the rounding) allows."""
        if self.value is None:
            return _Span(self.low, self.high)
        window = WINDOWS.get(self.hedge or "")
        if window is None:
            return _Span(self.value - self.step / 2, self.value + self.step / 2)
        low, high = sorted((self.value * window.low, self.value * window.high))
        if self.hedge == "about":  # a hedge never narrows what the plain number would allow
            low, high = min(low, self.value - self.step / 2), max(high, self.value + self.step / 2)
        return _Span(low, high, window.open_low, window.open_high)


def comparable(claim: Quantity, source: Quantity) -> bool:
    """Tell whether the two measure the same kind of thing in units that convert.

    A bare claim may be compared with a bare number or a count of anything; what it counts is
    for the context to say. A claim with a unit needs that unit's family in the source.
    """
    if (claim.kind in _TEMPORAL) != (source.kind in _TEMPORAL):
        return False
    if claim.kind in _TEMPORAL:
        return claim.kind == source.kind
    mine, its = _family(claim), _family(source)
    if mine is None:
        return its is None or is_count(source.unit)
    return its is not None and mine.name == its.name


_DECIMALS = re.compile(r"\d[.．]\d")
_TEMPORAL = frozenset({"year", "date", "ordinal"})


def _family(quantity: Quantity) -> Family | None:
    if quantity.kind == "ratio" and quantity.unit is None:
        return Family("share")  # a third, 1/2: parts of a whole, as per cents are
    return family(quantity.unit)


def allowed(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest value that a figure allows, in its family's base unit.

    A plain figure allows what rounds to it, a hedged one what lies in the hedge's window.
    """
    span = _side(quantity, -1 if (quantity.value or quantity.low or 0) < 0 else 1).window()
    if (quantity.value or quantity.low or 0) < 0:
        return -span.high, -span.low
    return span.low, span.high


def compare_quantity(claim: Quantity, source: Quantity) -> Outcome:
    """Compare by written precision, hedges as windows, units by fixed factors.

    `agrees`: the source rounds to the claim at the claim's last digit, or lies in its hedge's
    window. `disagrees`: it does not. `review`: neither follows (see `REASONS`). `incomparable`:
    another unit family or kind; currencies never convert.
    """
    verdict, reason = judge(claim, source)
    return Outcome(verdict, reason, read_claim(claim), read_source(source))


def judge(claim: Quantity, source: Quantity) -> tuple[OutcomeVerdict, str]:
    """Return the verdict and reason of `compare_quantity` alone, without wording them."""
    if not comparable(claim, source):
        return "incomparable", "other_unit"
    if claim.kind in _TEMPORAL:
        same = (claim.value, claim.low, claim.high) == (source.value, source.low, source.high)
        return ("agrees", "equal") if same else ("disagrees", "other_value")
    verdict, reason = _judge(claim, source)
    if claim.unit is None and len(both(source.unit or "")) > 1 and verdict == "agrees":
        return "review", "near_synonym"  # `3 churches and schools` are not 3 schools
    if verdict == "agrees" and claim.unit != source.unit and claim.unit and source.unit:
        if is_count(claim.unit):
            verdict, reason = "review", "near_synonym"
        elif "tons" in {claim.unit, source.unit}:
            verdict, reason = "review", "tons"
    return verdict, reason


def _judge(claim: Quantity, source: Quantity) -> tuple[OutcomeVerdict, str]:
    sign = -1 if (claim.value or claim.low or 0) < 0 else 1
    mine, its = _side(claim, sign), _side(source, sign)
    if mine.value is None or its.value is None:
        return _with_ranges(mine, its)
    if mine.hedge and its.hedge:
        return _both_hedged(mine, its)
    if mine.hedge:
        return _hedged_claim(mine, its.value)
    if its.hedge:
        return _hedged_source(mine, its)
    return _plain(mine, its, converted=claim.unit != source.unit)


def _side(quantity: Quantity, sign: int) -> _Side:
    known = _family(quantity)
    factor = known.factor if known else Decimal(1)
    value = None if quantity.value is None else quantity.value * factor * sign
    ends = sorted((quantity.low or Decimal(0), quantity.high or Decimal(0)))
    low, high = sorted((ends[0] * factor * sign, ends[1] * factor * sign))
    step = quantity.quantum * factor
    return _Side(value, low, high, step, _loose(quantity, step), quantity.hedge)


def _loose(quantity: Quantity, step: Decimal) -> Decimal:
    """Return the step of the last digit that is no zero before the decimal point.

    `1,000,000` may be said of `1 million`: equal values agree though one has more zeros.
    """
    value = quantity.value
    if not value or quantity.quantum < 1 or value != value.to_integral_value():
        return step
    if _DECIMALS.search(quantity.raw):  # `10.0` says that the tenths were known
        return step
    zeros = value.normalize().as_tuple().exponent
    loose = Decimal(10) ** max(int(zeros), 0)
    return max(step, loose * step / quantity.quantum)


def _plain(mine: _Side, its: _Side, *, converted: bool) -> tuple[OutcomeVerdict, str]:
    assert mine.value is not None
    assert its.value is not None
    apart = abs(mine.value - its.value)
    reach = max(mine.step, its.step) if converted else mine.step
    slack = 10 if converted else 1  # one unit's last digit is never quite the other's
    if its.step > mine.loose and its.step >= mine.loose * slack:
        near = apart <= its.step / 2
        return ("review", "more_precise") if near else ("disagrees", "other_value")
    if apart == 0:
        return "agrees", "equal"
    thousands = _said_in_thousands(mine) and apart <= mine.loose / 2
    tie = apart == reach / 2 and not converted and abs(mine.value) < abs(its.value)
    if converted and apart <= reach / 2 and apart > abs(mine.value) / 20:
        return "review", "coarse"  # 1 km is no mile, though it rounds to one
    if (apart <= reach / 2 and not tie) or thousands:  # 2.5 rounds to 3
        return "agrees", "rounds"
    if mine.step < mine.loose and apart <= min(mine.loose / 2, mine.value / 20):
        return "disagrees", "rounded_zeros"
    return "disagrees", "other_value"


def _said_in_thousands(mine: _Side) -> bool:
    """`272,000` and `270,000` speak of thousands; `10,000` or `1,830` may be exact."""
    assert mine.value is not None
    digits = abs(mine.value).normalize().as_tuple().digits
    return mine.step == 1 and mine.loose >= 1000 and len(digits) > 1


def _hedged_claim(mine: _Side, value: Decimal) -> tuple[OutcomeVerdict, str]:
    window, hedge = mine.window(), WINDOWS.get(mine.hedge or "")
    if window.holds(value):
        return "agrees", "within_window"
    beyond = hedge.beyond if hedge else None
    if (beyond == "above" and value > window.high) or (beyond == "below" and value < window.low):
        return "review", "beyond_window"
    return "disagrees", "wrong_side"


def _hedged_source(mine: _Side, its: _Side) -> tuple[OutcomeVerdict, str]:
    assert mine.value is not None
    hedge = WINDOWS.get(its.hedge or "")
    window = its.window()
    if window.meets(mine.window()):
        return "review", "hedged_source"
    beyond = hedge.beyond if hedge else None
    allowed = (beyond == "above" and mine.value > window.high) or (
        beyond == "below" and mine.value < window.low
    )
    same = its.value is not None and abs(mine.value - its.value) <= max(mine.step, its.step) / 2
    return ("review", "hedged_source") if allowed or same else ("disagrees", "other_value")


def _both_hedged(mine: _Side, its: _Side) -> tuple[OutcomeVerdict, str]:
    assert mine.value is not None
    assert its.value is not None
    close = abs(mine.value - its.value) <= mine.step / 2 and its.step <= mine.loose
    if mine.hedge == its.hedge and close:
        return "agrees", "equal" if mine.value == its.value else "rounds"
    if its.window().within(mine.window()):
        return "agrees", "within_window"
    if its.window().meets(mine.window()):
        return "review", "hedges_overlap"
    return "disagrees", "other_value"


def _with_ranges(mine: _Side, its: _Side) -> tuple[OutcomeVerdict, str]:
    verdict, reason = _range_ends(mine, its)
    if verdict == "agrees" and its.hedge and its.hedge != mine.hedge:
        return "review", "hedged_source" if not mine.hedge else "hedges_overlap"
    return verdict, reason


def _range_ends(mine: _Side, its: _Side) -> tuple[OutcomeVerdict, str]:
    if mine.value is None and its.value is None:
        reach = mine.step / 2
        if abs(mine.low - its.low) <= reach and abs(mine.high - its.high) <= reach:
            return "agrees", "equal" if (mine.low, mine.high) == (its.low, its.high) else "rounds"
        return "disagrees", "other_value"
    if mine.value is None:
        assert its.value is not None
        inside = its.window().meets(_Span(mine.low, mine.high))
        return ("review", "claim_is_range") if inside else ("disagrees", "other_value")
    if mine.hedge and _Span(its.low, its.high).within(mine.window()):
        return "agrees", "within_window"
    meets = _Span(its.low, its.high).meets(mine.window())
    return ("review", "source_is_range") if meets else ("disagrees", "other_value")
