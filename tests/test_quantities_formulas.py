from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.quantities import parse_figure
from footnoted.quantities.formulas import Extent, FormulaError, evaluate, extent_of, references

FIGURES = {
    "exports-2012": "$4.2bn",
    "growth": "15.0 %",
    "fall": "-4.7 %",
    "road.2": "10 km",
    "path": "500 m",
    "still": "0 %",
    "trade": "almost $46 billion",
    "range": "10 to 20 km",
    "day": "11 August 2013",
}


def figure(name: str) -> Extent:
    if name == "huge":
        return Extent(Decimal("9e999999"), Decimal("9e999999"))
    if name not in FIGURES:
        raise FormulaError(f"no {name}")
    quantity = parse_figure(FIGURES[name])
    assert quantity
    return extent_of(quantity)


def value(formula: str) -> tuple[float, float]:
    found = evaluate(formula, figure)
    return float(found.low), float(found.high)


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("8 / 4 / 2", 1), ("8 - 4 - 2", 2), ("-3 + 5", 2),
        ("- (2 - 5)", 3), ("2.5 × 4 ÷ 5 − 1", 1), ("2012 - 1", 2011),
    ],
)  # fmt: skip
def test_numbers_are_computed_as_at_school(formula: str, result: int) -> None:
    """Products before sums, from left to right; also with the printer's signs."""
    assert value(formula) == (result, result)


def test_figures_are_as_wide_as_they_were_written() -> None:
    """By the last digit, or by the hedge; a hyphen in a name is no minus."""
    assert value("exports-2012") == (4.15e9, 4.25e9)
    assert value("exports-2012 - exports-2012") == (-1e8, 1e8)
    assert value("trade") == (41.4e9, 46e9)
    assert value("range") == (10_000, 20_000)
    assert value("fall") == (-0.0475, -0.0465)


def test_units_go_with_the_values() -> None:
    """Metres add to kilometres, per cents are shares, a quotient of like things is a number."""
    assert value("road.2 + path") == (9_999.5, 11_000.5)
    assert value("(1 + growth) * 100") == pytest.approx((114.95, 115.05))
    assert evaluate("exports-2012 / exports-2012", figure).dimension == ()
    assert evaluate("exports-2012 / road.2", figure).dimension == (("USD", 1), ("length", -1))
    assert evaluate("exports-2012 / 4", figure).dimension == (("USD", 1),)


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("", "it ends where"), ("1 +", "it ends where"), ("+ 1", "in place of '+'"),
        ("1 2", "an operator is missing before '2'"), ("((1)", "a bracket is not closed"),
        ("1)", "an operator is missing before ')'"), ("2 ^ 3", "cannot read '^ 3'"),
        ("__import__('os')", "cannot read"), ("unheard", "no unheard"), ("2-1", "no 2-1"),
        ("1 / 0", "divides by zero"), ("1 / still", "may be zero"),
        ("1 / (exports-2012 - exports-2012)", "may be zero"),
        ("exports-2012 + growth", "units do not fit: USD + a plain number"),
        ("road.2 + exports-2012", "units do not fit: length + USD"), ("day", "is no amount"),
        ("(" * 30 + "1" + ")" * 30, "brackets more than 20 deep"),
        ("- " * 30 + "1", "brackets more than 20 deep"),
        ("1" + " + 1" * 200, "more than 200 parts"),
        ("9" * 41, "more than 40 digits"),
        ("huge * huge", "too large"),
    ],
)  # fmt: skip
def test_what_has_no_value_says_why(formula: str, words: str) -> None:
    """No formula crashes, runs code, or goes on for long."""
    with pytest.raises(FormulaError, match=words.replace("(", r"\(").replace(")", r"\)")
                       .replace("+", r"\+").replace("^", r"\^")):  # fmt: skip
        evaluate(formula, figure)


def test_references_are_named_once_each() -> None:
    """Numbers are none; a point leads to one of several figures."""
    assert references("a-1 + 2.5 * (b + a-1) - c.2") == ("a-1", "b", "c.2")


@given(st.text(st.sampled_from("0123456789.+-*/() abx_^é−"), max_size=40))
def test_any_text_has_a_value_or_a_reason(formula: str) -> None:
    """Nothing but FormulaError is raised, and an interval is never upside down."""
    try:
        found = evaluate(formula, lambda _: Extent(Decimal(-1), Decimal(2)))
    except FormulaError as error:
        assert str(error)  # noqa: PT017 - the words are the subject
    else:
        assert found.low <= found.high
