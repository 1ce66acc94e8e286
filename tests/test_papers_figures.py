"""Figures of the body and their periods."""

from __future__ import annotations

from decimal import Decimal

import pytest

from footnoted.papers.figures import find_period
from paper_help import read


@pytest.mark.parametrize(
    ("sentence", "figure", "period"),
    [
        ("Trade came to $3bn in 2012, growing since 1992.", "$3bn", "2012"),
        ("In 2004, it received $3bn of a loan.", "$3bn", "2004"),
        ("During the visit in June 2012, deals of $3bn were made.", "$3bn", "2012-06"),
        ("By end of June 2012, a total of $3bn had been sent.", "$3bn", "By end of June 2012"),
        ("Over the past decade, $3bn was lent.", "$3bn", "Over the past decade"),
        ("In the largest deal, in 2005, it paid $3bn.", "$3bn", "2005"),
        ("Oil sold in 2011 made $3bn.", "$3bn", "2011"),
        ("It rose from $1bn in the 1980s to $3bn in the 2010s.", "$3bn", "in the 2010s"),
        ("It rose from $3bn in 1990 to $5bn in 2000.", "$3bn", "1990"),
        ("From $1bn in 1990 to $3bn.", "$3bn", "1990"),
        ("It will be $3bn a year by 2016.", "$3bn", "by 2016"),
        ("In the same year, it paid $3bn.", "$3bn", None),
        ("It grew $3bn since they met in 1992.", "$3bn", None),
        ("In 2009, it said that it would lend $3bn.", "$3bn", None),
        ("Since it joined in 1992, trade has been $3bn.", "$3bn", None),
        ("It was small in 1990; it is $3bn.", "$3bn", None),
    ],
)
def test_the_period_is_that_of_the_figures_own_clause(
    sentence: str, figure: str, period: str | None
) -> None:
    """A year, EDTF for a month, words of the paper otherwise; another clause's is None."""
    at = sentence.index(figure)
    assert find_period(sentence, at, at + len(figure)) == period


def test_figures_hang_on_notes_and_know_their_place() -> None:
    """Value and unit, offsets in the body, the next mark, the line."""
    draft = read("## 1 A\n\nIt rained.\n\nTrade came to \\$2.5bn in 2012.<sup>1</sup>\n")
    (figure,) = draft.figures
    quantity = figure.quantity
    assert (quantity.value, quantity.unit) == (Decimal(2500000000), "USD")
    assert draft.body[quantity.start : quantity.end] == quantity.raw == "$2.5bn"
    assert (figure.period, figure.notes, figure.section, figure.line) == ("2012", ("1",), "1", 5)


def test_years_dates_addresses_and_plain_ordinals_are_no_figures() -> None:
    """Only amounts of running text."""
    assert (
        read("## 1 A\n\nIt began on 3 May 2010, in 2011 again, for the first time.").figures == ()
    )
    assert read("## 1 A\n\nText.\n\n28 Harbour Lane\nPort N1 6HT").figures == ()


def test_a_number_word_that_counts_nothing_named_is_no_figure() -> None:
    """`the two agreed` is none; `five states` and `57` are."""
    draft = read("## 1 A\n\nThe two agreed. Five states and 57 more came.")
    assert [f.quantity.raw for f in draft.figures] == ["Five states", "57"]


def test_a_rank_in_words_is_a_figure() -> None:
    """`second-largest` says something that can be checked."""
    assert [f.quantity.raw for f in read("It is the second-largest town.").figures] == ["second"]
