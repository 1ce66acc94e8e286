"""The figures benchmark: its files are well formed, its scoring counts right."""

from __future__ import annotations

import sys
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.figures import data, scoring
from benchmarks.figures.data import Expression, Label

from footnoted.model.quantity import Quantity

NAMES = ("expressions", "pairs")


def packages(name: str, half: str) -> set[str]:
    """Return the packages that the rows of one file come from."""
    origins = [row.get("source", row) for row in data.rows(name, half)]
    return {origin["package"] for origin in origins if origin["origin"] == "document"}


@pytest.mark.parametrize("half", data.HALVES)
@pytest.mark.parametrize("name", NAMES)
def test_each_half_is_large_and_its_ids_are_unique(name: str, half: str) -> None:
    ids = [row["id"] for row in data.rows(name, half)]
    assert len(ids) >= 160
    assert len(ids) == len(set(ids))


def test_the_halves_share_no_package() -> None:
    seen = {package for name in NAMES for package in packages(name, "seen")}
    unseen = {package for name in NAMES for package in packages(name, "unseen")}
    assert len(seen) >= 5
    assert len(unseen) >= 5
    assert not seen & unseen


@pytest.mark.parametrize("half", data.HALVES)
@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_where_it_is_from(name: str, half: str) -> None:
    origins: list[dict[str, Any]] = [row.get("source", row) for row in data.rows(name, half)]
    for origin in origins:
        named = [origin[key] for key in ("package", "version", "file")]
        assert all(named) if origin["origin"] == "document" else not any(named)
    written = sum(origin["origin"] == "written" for origin in origins)
    assert written <= len(origins) / 4


@pytest.mark.parametrize("half", data.HALVES)
def test_labels_stand_in_their_sentences_in_order(half: str) -> None:
    for row, expression in zip(data.rows("expressions", half), data.expressions(half), strict=True):
        spans = [(label.start, label.end) for label in expression.labels]
        assert len(expression.text) <= 300, expression.id
        assert spans == sorted(spans), expression.id
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), expression.id
        words = [expression.text[start:end] for start, end in spans]
        assert words == [entry["raw"] for entry in row["expected"]], expression.id
        for label in expression.labels:
            assert bool(label.values) != (label.low is not None), expression.id
            assert label.units, expression.id


@pytest.mark.parametrize("half", data.HALVES)
def test_languages_are_mixed(half: str) -> None:
    languages = [row["lang"] for row in data.rows("expressions", half)]
    assert languages.count("en") >= 0.6 * len(languages)
    assert languages.count("zh") >= 0.15 * len(languages)
    assert {"de", "es", "fr", "ru"} <= set(languages)


@pytest.mark.parametrize("half", data.HALVES)
def test_pairs_expect_known_verdicts_and_about_half_agree(half: str) -> None:
    pairs = data.pairs(half)
    assert {pair.expect for pair in pairs} <= set(data.EXPECTATIONS)
    assert all(pair.why and pair.claim and pair.source for pair in pairs)
    agreeing = sum(pair.expect == "agrees" for pair in pairs)
    assert 0.4 <= agreeing / len(pairs) <= 0.6


def label(raw: str, text: str, value: str, unit: str | None = None, kind: str = "x") -> Label:
    """Return a label of `raw` where it first stands in `text`."""
    start = text.index(raw)
    return Label(start, start + len(raw), (Fraction(value),), None, None, (unit,), (None,), kind)


def quantity(raw: str, text: str, value: str, unit: str | None = None) -> Quantity:
    """Return what a grammar might read from `raw`."""
    start = text.index(raw)
    return Quantity(raw, start, start + len(raw), Decimal(value), None, None, Decimal(1), unit=unit)


def scored(text: str, labels: list[Label], found: list[Quantity]) -> scoring.Score:
    """Score one sentence."""
    return scoring.score([(Expression("1", "en", text, tuple(labels), ()), found)])


def test_value_and_unit_are_scored_apart() -> None:
    text = "It cost 5 pounds"
    wanted = [label("5 pounds", text, "5", "GBP")]
    item = scored(text, wanted, [quantity("5", text, "5", "kg")]).items[0]
    assert (item.value_right, item.unit_right) == (True, False)
    item = scored(text, wanted, [quantity("5", text, "6", "GBP")]).items[0]
    assert (item.value_right, item.unit_right) == (False, False)
    item = scored(text, wanted, [quantity("5 pounds", text, "5.0", "GBP")]).items[0]
    assert item.unit_right
    assert not item.note


def test_a_right_value_elsewhere_is_a_miss_and_an_extra() -> None:
    text = "from 5 to 9"
    result = scored(text, [label("9", text, "5")], [quantity("5", text, "5")])
    assert not result.items[0].value_right
    assert result.extras == ("1: '5'",)


def test_a_sentence_without_quantities_is_one_item() -> None:
    text = "Version 9"
    assert scored(text, [], []).items[0].unit_right
    assert not scored(text, [], [quantity("9", text, "9")]).items[0].value_right


def test_a_third_is_right_within_the_digits_written() -> None:
    text = "a third"
    wanted = [label("third", text, "1/3")]
    assert scored(text, wanted, [quantity("third", text, "0.3333333333")]).items[0].value_right
    assert not scored(text, wanted, [quantity("third", text, "0.333")]).items[0].value_right


def test_a_range_needs_both_ends() -> None:
    text = "5 to 9 km"
    wanted = Label(0, 9, (), Fraction(5), Fraction(9), ("km",), (None,), "range")
    both = Quantity(text, 0, 9, None, Decimal(5), Decimal(9), Decimal(1), unit="km")
    assert scored(text, [wanted], [both]).items[0].unit_right
    assert not scored(text, [wanted], [quantity("9 km", text, "9", "km")]).items[0].value_right


def test_an_ordinal_is_no_amount_and_a_year_no_value() -> None:
    text = "the 5th of 1990"
    ordinal = Quantity("5th", 4, 7, Decimal(5), None, None, Decimal(1), kind="ordinal")
    year = Quantity("1990", 11, 15, Decimal(1990), None, None, Decimal(1), kind="year")
    assert not scoring.value_matches(label("5th", text, "5"), ordinal)
    assert scoring.value_matches(label("5th", text, "5", kind="ordinal"), ordinal)
    assert not scoring.value_matches(label("1990", text, "1990"), year)
    assert scored(text, [], [ordinal, year]).extras == ()


def test_only_agreement_offends_where_no_agreement_was_expected() -> None:
    assert not scoring.verdict_right("not_agrees", "agrees")
    assert scoring.verdict_right("not_agrees", "unchecked")
    assert not scoring.verdict_right("disagrees", "absent")
    assert scoring.verdict_right("agrees", "agrees")
