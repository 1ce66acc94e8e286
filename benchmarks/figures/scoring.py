"""How an answer is scored: what was read against what is labelled, verdicts against expectations.

A label counts as read right when a quantity that overlaps it has its value (or its two ends).
A sentence without quantities is one item too: right when nothing is read from it. Years, dates
and ordinals that nobody labelled are no fault, since they are given with their own kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from benchmarks.figures.data import Expression, Label

from footnoted.model.quantity import Quantity

FREE_KINDS = frozenset({"year", "date", "ordinal"})
NEAR = Fraction(1, 10**9)  # thirds are written with finitely many digits


@dataclass(frozen=True, slots=True)
class Item:
    """One scored item: a labelled quantity, or a sentence that has none."""

    expression: str
    language: str
    kind: str
    value_right: bool
    unit_right: bool
    hedge_right: bool
    note: str


@dataclass(frozen=True, slots=True)
class Score:
    """All items of a set, and what was read where nothing is labelled."""

    items: tuple[Item, ...]
    extras: tuple[str, ...]


def score(found: Iterable[tuple[Expression, list[Quantity]]]) -> Score:
    """Score what a grammar read from each expression."""
    items: list[Item] = []
    extras: list[str] = []
    for expression, quantities in found:
        counted = [quantity for quantity in quantities if not _free(expression, quantity)]
        extras += [f"{expression.id}: {quantity.raw!r}" for quantity in counted]
        items += [_judge(expression, label, quantities) for label in expression.labels]
        if not expression.labels:
            none = not counted
            note = "" if none else f"reads {[quantity.raw for quantity in counted]}"
            items.append(Item(expression.id, expression.language, "none", none, none, none, note))
    return Score(tuple(items), tuple(extras))


def overlaps(start: int, end: int, quantity: Quantity) -> bool:
    """Tell whether `quantity` shares a character with `[start, end)`."""
    return quantity.start < end and start < quantity.end


def verdict_right(expect: str, verdict: str) -> bool:
    """Tell whether `verdict` meets what was expected; `not_agrees` is met by all but `agrees`."""
    return verdict != "agrees" if expect == "not_agrees" else verdict == expect


def _free(expression: Expression, quantity: Quantity) -> bool:
    """Tell whether `quantity` is labelled, optional, or of a kind that is kept apart."""
    spans = [(label.start, label.end) for label in expression.labels]
    spans += expression.optional
    return quantity.kind in FREE_KINDS or any(overlaps(*span, quantity) for span in spans)


def _judge(expression: Expression, label: Label, quantities: list[Quantity]) -> Item:
    near = [quantity for quantity in quantities if overlaps(label.start, label.end, quantity)]
    best = max(near, key=lambda quantity: _rank(label, quantity), default=None)
    value, unit, hedge = (False, False, False) if best is None else _rank(label, best)
    words = expression.text[label.start : label.end]
    note = "" if value and unit else f"{words!r}: wants {_wanted(label)}, reads {_read(best)}"
    return Item(
        expression=expression.id,
        language=expression.language,
        kind=label.kind,
        value_right=value,
        unit_right=value and unit,
        hedge_right=value and hedge,
        note=note,
    )


def _rank(label: Label, quantity: Quantity) -> tuple[bool, bool, bool]:
    return (
        value_matches(label, quantity),
        quantity.unit in label.units,
        quantity.hedge in label.hedges,
    )


def value_matches(label: Label, quantity: Quantity) -> bool:
    """Tell whether the value, or both ends of the range, are those of the label.

    A year is never an amount, nor an amount an ordinal.
    """
    if quantity.kind in {"year", "date"}:
        return False
    if (quantity.kind == "ordinal") != (label.kind == "ordinal"):
        return False
    if label.low is not None and label.high is not None:
        if quantity.low is None or quantity.high is None:
            return False
        return _same(label.low, quantity.low) and _same(label.high, quantity.high)
    return quantity.value is not None and any(_same(v, quantity.value) for v in label.values)


def _same(wanted: Fraction, read: Decimal) -> bool:
    return abs(wanted - Fraction(read)) <= NEAR * max(Fraction(1), abs(wanted))


def _wanted(label: Label) -> str:
    values = [str(value) for value in label.values] or [f"{label.low}..{label.high}"]
    return f"{'|'.join(values)} {'|'.join(unit or '-' for unit in label.units)}"


def _read(quantity: Quantity | None) -> str:
    if quantity is None:
        return "nothing"
    value = quantity.value if quantity.low is None else f"{quantity.low}..{quantity.high}"
    return f"{value} {quantity.unit or '-'} ({quantity.kind})"
