from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.quantities import (
    compare_quantity,
    header_multiplier,
    parse_figure,
)
from footnoted.quantities.compare import REASONS
from footnoted.quantities.reading import read_claim

# claim, source, verdict, reason
PAIRS = [
    ("$2.87bn", "2,874,680,000 dollars", "agrees", "rounds"),
    ("$2.87bn", "$2.87 billion", "agrees", "equal"),
    ("$2.87bn", "28.7亿美元", "agrees", "equal"),
    ("$2.87bn", "$2.78bn", "disagrees", "other_value"),
    ("$2.87bn", "2.87亿美元", "disagrees", "other_value"),
    ("$2.87bn", "$2.865bn", "agrees", "rounds"),
    ("$2.87bn", "$2.8649bn", "disagrees", "other_value"),
    ("$2.87bn", "€2.87bn", "incomparable", "other_unit"),
    ("$2.87bn", "2.87 billion yuan", "incomparable", "other_unit"),
    ("$2.874bn", "$2.87bn", "review", "more_precise"),
    ("$10.0bn", "$10bn", "review", "more_precise"),
    ("$3.1bn", "$2bn", "disagrees", "other_value"),
    ("1,000,000 people", "1 million people", "agrees", "equal"),
    ("$5bn", "over $5bn", "review", "hedged_source"),
    ("$5bn", "about $5bn", "review", "hedged_source"),
    ("$4bn", "over $5bn", "disagrees", "other_value"),
    ("almost $46 billion", "$45.94bn", "agrees", "within_window"),
    ("almost $46 billion", "$46bn", "agrees", "within_window"),
    ("almost $46 billion", "$46.2bn", "disagrees", "wrong_side"),
    ("almost $46 billion", "$40bn", "review", "beyond_window"),
    ("nearly 50 times", "almost 50 times", "agrees", "equal"),
    ("over $5bn", "$5.2bn", "agrees", "within_window"),
    ("over $5bn", "$6bn", "agrees", "within_window"),
    ("over $5bn", "$50bn", "review", "beyond_window"),
    ("over $5bn", "$5bn", "disagrees", "wrong_side"),
    ("over $5bn", "$4.9bn", "disagrees", "wrong_side"),
    ("over $5bn", "almost $5bn", "disagrees", "other_value"),
    ("over $5bn", "about $5bn", "review", "hedges_overlap"),
    ("at least 40 schools", "40 schools", "agrees", "within_window"),
    ("at least 40 schools", "50 schools", "agrees", "within_window"),
    ("at least 40 schools", "51 schools", "review", "beyond_window"),
    ("at least 40 schools", "39 schools", "disagrees", "wrong_side"),
    ("up to 40 schools", "40 schools", "agrees", "within_window"),
    ("up to 40 schools", "36 schools", "agrees", "within_window"),
    ("up to 40 schools", "30 schools", "review", "beyond_window"),
    ("up to 40 schools", "41 schools", "disagrees", "wrong_side"),
    ("about 100 km", "104 km", "agrees", "within_window"),
    ("about 100 km", "106 km", "disagrees", "wrong_side"),
    ("some 460 police", "460 police", "agrees", "within_window"),
    ("about 5 per cent", "5.4 per cent", "agrees", "within_window"),
    ("fewer than 40 schools", "40 schools", "disagrees", "wrong_side"),
    ("4.39 per cent", "4.39%", "agrees", "equal"),
    ("4.4 per cent", "4.39%", "agrees", "rounds"),
    ("4.39 per cent", "-4.39%", "disagrees", "other_value"),
    ("5 per cent", "5 percentage points", "incomparable", "other_unit"),
    ("50 percentage points", "50 basis points", "disagrees", "other_value"),
    ("a third", "33.2%", "agrees", "rounds"),
    ("half of it", "50 per cent", "agrees", "equal"),
    ("33.3%", "a third", "review", "more_precise"),
    ("65 bcm", "65 billion cubic metres", "agrees", "equal"),
    ("46.77 billion cubic metres", "467.7亿立方米", "agrees", "equal"),
    ("1,830 km", "1,830,000 metres", "agrees", "equal"),
    ("1,830 km", "1,137 miles", "agrees", "rounds"),
    ("1,830 km", "1,830 miles", "disagrees", "other_value"),
    ("two decades", "20 years", "agrees", "equal"),
    ("90 minutes", "1.5 hours", "agrees", "equal"),
    ("3 tonnes", "3,000 kg", "agrees", "equal"),
    ("5 tonnes", "5 tons", "review", "tons"),
    ("1,000 officers", "1,000 soldiers", "review", "near_synonym"),
    ("1,000 people", "1,000 persons", "agrees", "equal"),
    ("35 projects", "35 companies", "incomparable", "other_unit"),
    ("35", "35 projects", "agrees", "equal"),
    ("35", "35 km", "incomparable", "other_unit"),
    ("500 people", "510 people", "disagrees", "rounded_zeros"),
    ("8–12 schools", "8 to 12 schools", "agrees", "equal"),
    ("8–12 schools", "8 to 13 schools", "disagrees", "other_value"),
    ("10 schools", "8–12 schools", "review", "source_is_range"),
    ("8–12 schools", "10 schools", "review", "claim_is_range"),
    ("8–12 schools", "20 schools", "disagrees", "other_value"),
    ("100-fold", "100 times", "agrees", "equal"),
    ("18th", "18th", "agrees", "equal"),
    ("18th", "18 km", "incomparable", "other_unit"),
    ("2012", "2012", "agrees", "equal"),
    ("2012", "2013", "disagrees", "other_value"),
]


@pytest.mark.parametrize(("claim", "source", "verdict", "reason"), PAIRS)
def test_a_claim_is_compared_by_its_written_precision(
    claim: str, source: str, verdict: str, reason: str
) -> None:
    """Rounding, precision, hedges, ranges and units, each with its reason."""
    mine, its = parse_figure(claim), parse_figure(source)
    assert mine is not None
    assert its is not None
    outcome = compare_quantity(mine, its)
    assert (outcome.verdict, outcome.reason) == (verdict, reason)


def test_both_sides_are_shown_normalised() -> None:
    """The line says what each side reads as, and why they agree."""
    mine, its = parse_figure("$2.87bn"), parse_figure("2,874,680,000 dollars")
    assert mine is not None
    assert its is not None
    assert compare_quantity(mine, its).line == (
        "claim 2.87e9 USD (±5e6) · source 2,874,680,000 USD · agrees (rounds)"
    )


def test_every_reason_has_words() -> None:
    """A reason code that a report cannot word would be lost on its reader."""
    assert {reason for *_, reason in PAIRS} <= REASONS.keys()


@pytest.mark.parametrize(
    ("header", "factor", "unit"),
    [
        ("US$1,000", 1000, "USD"),
        ("US$1,000s", 1000, "USD"),
        ("Value, US$1,000", 1000, "USD"),
        ("Trade Value (US$1,000)", 1000, "USD"),
        ("单位：万美元", 10_000, "USD"),
        ("进口额（亿元）", 10**8, "CNY"),
        ("Output (million tonnes)", 10**6, "tonnes"),
        ("Population ('000)", 1000, None),
        ("Population (thousands)", 1000, None),
        ("Exports, in US$ bn", 10**9, "USD"),
        ("€m", 10**6, "EUR"),
        ("Gas (bcm)", 10**9, "m3"),
        ("thousand barrels per day", 1000, "barrels/day"),
        ("Year on year of 2011 %", 1, "%"),
        ("Length, km", 1, "km"),
    ],
)
def test_a_table_header_gives_multiplier_and_unit(
    header: str, factor: int, unit: str | None
) -> None:
    """Currency, power of ten, scale word and unit in any of their usual orders."""
    found = header_multiplier(header)
    assert found is not None
    assert (found.factor, found.unit) == (Decimal(factor), unit)


@pytest.mark.parametrize("header", ["", "Country", "2012", "Trade with China", "in", "(note 2)"])
def test_a_header_without_unit_gives_none(header: str) -> None:
    """A year or a name multiplies nothing."""
    assert header_multiplier(header) is None


_FIGURES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "about ", "over ", "almost ", "at least ", "up to ", "under "]),
    st.integers(-999, 99_999),
    st.sampled_from(["", ".5", ".25", "0"]),
    st.sampled_from(["", " km", "%", " million people", " bn", " tonnes", "–99999 km"]),
)


@given(_FIGURES, _FIGURES)
def test_no_pair_raises_and_a_flat_claim_never_agrees_with_a_hedge(claim: str, source: str) -> None:
    """Any two figures have an outcome; an unhedged claim is not borne out by a hedged source."""
    mine, its = parse_figure(claim), parse_figure(source)
    if mine and its:
        outcome = compare_quantity(mine, its)
        assert outcome.line
        if mine.value is not None and its.hedge and not mine.hedge and mine.kind == "amount":
            assert outcome.verdict != "agrees"


@given(st.integers(1, 10**7), st.sampled_from([" km", "%", " people", " tonnes", ""]))
def test_a_figure_agrees_with_itself_and_not_with_the_next(number: int, unit: str) -> None:
    """Equal figures agree; one step further they do not."""
    mine, its = parse_figure(f"{number:,}{unit}"), parse_figure(f"{number + 1:,}{unit}")
    if mine and its and mine.kind == its.kind == "amount" and number % 1000:
        assert compare_quantity(mine, mine).verdict == "agrees"
        assert compare_quantity(mine, its).verdict == "disagrees"


@pytest.mark.parametrize(
    ("raw", "reads"),
    [
        ("48,200 people", "48,200 persons"),
        ("between 1,200 and 48,200 people", "1,200 to 48,200 persons"),
        ("1,830-km", "1,830 km"),
        ("2012", "2012"),
    ],
)
def test_both_sides_of_a_comparison_group_their_digits(raw: str, reads: str) -> None:
    """So that they can be told apart at a glance; a year is no count."""
    figure = parse_figure(raw)
    assert figure is not None
    assert read_claim(figure) == reads
