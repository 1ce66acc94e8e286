"""Multiples in words: `twice as many`, `double the number`, `10x faster`."""

from __future__ import annotations

import re
from decimal import Decimal

from footnoted.model.quantity import Quantity

_TIMES = {"twice": 2, "thrice": 3, "double": 2, "triple": 3}
_TWICE = re.compile(
    r"(?:twice|thrice)(?= (?:as|the|that|its|their|his|her|what|this|more|larger|bigger)\b|\s*\Z)"
    r"|(?:double|triple)(?= (?:the (?:number|amount|size|rate|population|area|total|price|length|"
    r"weight|value|figure|usual|average)|that of|what|its (?:former|size|previous))\b)",
    re.IGNORECASE,
)
_X = re.compile(
    r"(\d{1,4}(?:\.\d{1,2})?)x(?![A-Za-z0-9])(?= (?:faster|slower|larger|bigger|smaller|more|less|"
    r"greater|higher|lower|as|speed|the|better|cheaper)\b)"
)


def read_multiple(text: str, start: int) -> Quantity | None:
    """Read a multiple that begins at `start`; kind `ratio`, unit `times`."""
    if text[start].isdigit():
        if start and (text[start - 1].isalnum() or text[start - 1] in ".,"):
            return None
        found = _X.match(text, start)
        return found and _times(text, found.span(), Decimal(found.group(1)))
    found = _TWICE.match(text, start) if text[start] in "tTdD" else None
    return found and _times(text, found.span(), Decimal(_TIMES[found.group().lower()]))


def _times(text: str, span: tuple[int, int], value: Decimal) -> Quantity:
    start, end = span
    step = Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
    return Quantity(
        text[start:end], start, end, value, None, None, step, unit="times", kind="ratio"
    )
