"""What a figure on record states: read from its raw words, its overrides laid over it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from footnoted.model.quantity import Quantity
from footnoted.model.records import FigureRecord
from footnoted.quantities.grammar import parse_figure
from footnoted.quantities.units import unit_named


def claim_quantity(record: FigureRecord) -> Quantity | None:
    """Return the quantity a record states: read from `raw`, its overrides laid over it.

    None if neither can be read as one number.
    """
    read = parse_figure(record.raw)
    if record.value is not None:
        try:
            value = Decimal(record.value.replace(",", ""))
        except InvalidOperation:
            return None
        if not value.is_finite():
            return None
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int)
        quantum = read.quantum if read else Decimal(1).scaleb(min(exponent, 0))
        base = read or Quantity(record.raw, 0, len(record.raw), None, None, None, quantum)
        kind = base.kind if base.kind in {"amount", "ratio"} else "amount"
        read = replace(base, value=value, low=None, high=None, kind=kind)
    if read is None or (read.value is None and read.low is None):
        return None
    if record.unit:
        read = replace(read, unit=unit_named(record.unit).name)
    return replace(read, hedge=record.hedge) if record.hedge else read
