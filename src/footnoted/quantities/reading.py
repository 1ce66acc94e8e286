"""Quantities in normalised words, so that two sides can be laid beside each other."""

from __future__ import annotations

from decimal import Decimal

from footnoted.model.quantity import Quantity
from footnoted.quantities.hedges import WINDOWS

_LARGE = Decimal(10**6)


def plain(value: Decimal) -> str:
    """Write `value` without exponent and without needless zeros: `2870000000`, `4.39`."""
    if value == 0:
        return "0"
    return format(value.quantize(Decimal(1)) if _whole(value) else value.normalize(), "f")


def read_claim(claim: Quantity) -> str:
    """Write a claim's side: `48,200 km`, `2.87e9 USD (±5e6)`, `almost 2e6 USD (1.8e6 to 2e6)`."""
    group = claim.kind not in {"year", "date"}
    if claim.value is None:
        ends = (_number(one, group=group) for one in (claim.low, claim.high))
        return f"{' to '.join(ends)}{_unit(claim)}"
    said = f"{_number(claim.value, group=group)}{_unit(claim)}"
    if claim.hedge:
        window = WINDOWS.get(claim.hedge)
        if not window:
            return f"{claim.hedge} {said}"
        low, high = sorted((claim.value * window.low, claim.value * window.high))
        return f"{claim.hedge} {said} ({_number(low)} to {_number(high)})"
    exact = claim.quantum == 1 or claim.kind in {"year", "date", "ordinal"}
    return said if exact else f"{said} (±{_number(claim.quantum / 2)})"


def read_source(source: Quantity) -> str:
    """Write a source's side, all its digits grouped: `2,874,680,000 USD`, `about 30 %`."""
    if source.value is None:
        said = f"{_grouped(source.low)} to {_grouped(source.high)}"
    else:
        said = _grouped(source.value, group=source.kind not in {"year", "date"})
    return f"{source.hedge + ' ' if source.hedge else ''}{said}{_unit(source)}"


def _unit(quantity: Quantity) -> str:
    return f" {quantity.unit}" if quantity.unit else ""


def _whole(value: Decimal) -> bool:
    return abs(value) < Decimal(10) ** 26 and value == value.to_integral_value()


def _grouped(value: Decimal | None, *, group: bool = True) -> str:
    if value is None:
        return "unknown"
    written = plain(_short(value))
    return format(Decimal(written), ",f") if group else written


def _short(value: Decimal) -> Decimal:
    """Cut a third to four digits; what was written in digits is never that long."""
    return value if len(value.as_tuple().digits) < 28 else round(value, 4)


def _number(value: Decimal | None, *, group: bool = True) -> str:
    if value is None:
        return "unknown"
    short = _short(value)
    if abs(short) < _LARGE:
        return _grouped(short, group=group)
    mantissa, _, exponent = f"{short.normalize():e}".partition("e")
    return f"{mantissa}e{int(exponent)}"
