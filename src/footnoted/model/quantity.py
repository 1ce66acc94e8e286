"""A figure as a typed quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in running text, with all that its words say about it.

    `[start, end)` are Unicode code points in the text it was found in, `raw` is that slice.
    `value` is in the plain unit (`$2.87bn` is 2870000000, unit `USD`); for a range `value` is
    None and `low`, `high` are set. `quantum` is the value of one step of the last digit
    written (`$2.87bn`: 10000000), which is how precisely the writer spoke. `unit` is an ISO
    4217 code, `%`, or a plain English name (`km`, `m3`, `tonnes`, `persons`, `times`), None for
    a bare number. `hedge` is one of `about`, `almost`, `over`, `at least`, `up to`, `at most`,
    `under`, or None. `kind` keeps years and dates apart from amounts.
    """

    raw: str
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    quantum: Decimal
    unit: str | None = None
    hedge: str | None = None
    kind: str = "amount"  # amount, ratio, ordinal, year, date
