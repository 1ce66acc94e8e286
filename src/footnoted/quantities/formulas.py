"""Formulas over figures on record: a grammar of our own, parsed and never evaluated as code.

    formula = term { ("+" | "-") term }        term = factor { ("*" | "/") factor }
    factor  = number | figure | "(" formula ")" | "-" factor

A figure is named by its claim (`exports-2012`), or by the claim and its number there
(`loans-2004.2`, the second). Since ids have hyphens, `-` is a minus only with a blank before it
or after a bracket. Values are intervals: every figure is as wide as its rounding or the window of
its hedge, so that rounding alone never sets a figure apart from its formula.
Units go with values: per cents are shares, metres and kilometres one length; sums need one unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from footnoted.model.quantity import Quantity
from footnoted.quantities.compare import allowed
from footnoted.quantities.units import family

_TOKEN = re.compile(
    r"\s*(?:(?P<name>[a-z0-9]+(?:[-._][a-z0-9]+)+|\d*[a-z][a-z0-9]*)"
    r"|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/()−×÷]))"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?\Z")
_SIGNS = str.maketrans("−×÷", "-*/")
_PURE = frozenset({"share", "times"})
_MOST_TOKENS = 200
_MOST_DIGITS = 40
_DEEPEST = 20

Dimension = tuple[tuple[str, int], ...]
"""Families of units and their powers, sorted: USD per cubic metre is `(("USD", 1), …)`."""


class FormulaError(ValueError):
    """A formula that cannot be read, or that has no value; its words say why."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A value as an interval `[low, high]` in base units, and what it is a quantity of."""

    low: Decimal
    high: Decimal
    dimension: Dimension = ()

    def meets(self, other: Extent) -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


def extent_of(quantity: Quantity) -> Extent:
    """Return what a figure allows. Raises FormulaError for one that is no amount (a date)."""
    if quantity.kind not in {"amount", "ratio"}:
        raise FormulaError(f"'{quantity.raw}' is no amount")
    known = family(quantity.unit)
    named = known.name if known and known.name not in _PURE else None
    low, high = allowed(quantity)
    return Extent(low, high, ((named, 1),) if named else ())


def references(formula: str) -> tuple[str, ...]:
    """Return the figures that a formula names, each once. Raises FormulaError."""
    names = [token for kind, token in _tokens(formula) if kind == "name"]
    return tuple(dict.fromkeys(names))


def evaluate(formula: str, figure: Callable[[str], Extent]) -> Extent:
    """Return the value of `formula`; `figure` gives that of a name, or raises FormulaError.

    Raises FormulaError where the formula cannot be read, divides by what may be zero, or adds
    what has two units.
    """
    parser = _Parser([*_tokens(formula)], figure)
    try:
        value = parser.formula(0)
    except ArithmeticError:
        raise FormulaError("its numbers are too large or too small") from None
    parser.finish()
    return value


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    at, count, text = 0, 0, formula.rstrip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            rest = text[at:].lstrip()
            raise FormulaError(f"cannot read '{rest[:20]}': write numbers, figures, + - * / ( )")
        count += 1
        if count > _MOST_TOKENS:
            raise FormulaError(f"it has more than {_MOST_TOKENS} parts: split it")
        kind = found.lastgroup or ""
        words = found[kind]
        if kind == "name" and _NUMBER.match(words):
            kind = "number"
        if kind == "number" and len(words) > _MOST_DIGITS:
            raise FormulaError(f"a number has more than {_MOST_DIGITS} digits")
        yield kind, words.translate(_SIGNS)
        at = found.end()


class _Parser:
    """Reads and computes in one go, by recursive descent of bounded depth."""

    def __init__(self, tokens: list[tuple[str, str]], figure: Callable[[str], Extent]) -> None:
        self._tokens = tokens
        self._figure = figure
        self._at = 0

    def formula(self, depth: int) -> Extent:
        """Read a sum."""
        value = self._term(depth)
        while (sign := self._take("+", "-")) is not None:
            value = _sum(value, self._term(depth), sign)
        return value

    def finish(self) -> None:
        """Refuse what is left over."""
        if self._at < len(self._tokens):
            raise FormulaError(f"an operator is missing before '{self._tokens[self._at][1]}'")

    def _term(self, depth: int) -> Extent:
        value = self._factor(depth)
        while (sign := self._take("*", "/")) is not None:
            right = self._factor(depth)
            value = _product(value, right) if sign == "*" else _product(value, _inverse(right))
        return value

    def _factor(self, depth: int) -> Extent:
        if depth > _DEEPEST:
            raise FormulaError(f"it has brackets more than {_DEEPEST} deep: split it")
        if self._take("-"):
            return _negative(self._factor(depth + 1))
        if self._take("("):
            value = self.formula(depth + 1)
            if not self._take(")"):
                raise FormulaError("a bracket is not closed")
            return value
        if self._at >= len(self._tokens):
            raise FormulaError("it ends where a number or a figure should stand")
        kind, words = self._tokens[self._at]
        self._at += 1
        if kind == "number":
            return Extent(Decimal(words), Decimal(words))
        if kind == "name":
            return self._figure(words)
        raise FormulaError(f"a number or a figure should stand in place of '{words}'")

    def _take(self, *signs: str) -> str | None:
        kind, words = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        if kind != "sign" or words not in signs:
            return None
        self._at += 1
        return words


def _sum(left: Extent, right: Extent, sign: str) -> Extent:
    if left.dimension != right.dimension:
        one, other = (_words(each.dimension) for each in (left, right))
        raise FormulaError(f"units do not fit: {one} {sign} {other}")
    right = right if sign == "+" else _negative(right)
    return Extent(left.low + right.low, left.high + right.high, left.dimension)


def _negative(value: Extent) -> Extent:
    return Extent(-value.high, -value.low, value.dimension)


def _product(left: Extent, right: Extent) -> Extent:
    ends = [one * other for one in (left.low, left.high) for other in (right.low, right.high)]
    powers = dict(left.dimension)
    for name, power in right.dimension:
        powers[name] = powers.get(name, 0) + power
    dimension = tuple(sorted((name, power) for name, power in powers.items() if power))
    return Extent(min(ends), max(ends), dimension)


def _inverse(value: Extent) -> Extent:
    if value.low <= 0 <= value.high:
        raise FormulaError("it divides by zero, or by what may be zero")
    ends = (1 / value.low, 1 / value.high)
    return Extent(min(ends), max(ends), tuple((name, -power) for name, power in value.dimension))


def _words(dimension: Dimension) -> str:
    named = [name if power == 1 else f"{name}^{power}" for name, power in dimension]
    return " ".join(named) or "a plain number"
