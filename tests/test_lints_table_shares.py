from __future__ import annotations

from examined_papers import brief, table
from footnoted.lints.table_shares import table_shares

ROWS = ("Answer | Share (%) | Number", "Yes | 51.3 | 61", "No | 28.6 | 34", "None | 20.2 | 24")


def test_shares_that_miss_100_are_told() -> None:
    """Beyond what rounding may do, and only where they are near 100."""
    assert brief(table_shares(table(*ROWS))) == []
    off = [row.replace("28.6", "26.8") for row in ROWS]
    (found,) = table_shares(table(*off))
    assert brief([found]) == [("warning", "medium", "Share (%)")]
    assert found.proof == "51.3 + 26.8 + 20.2 = 98.3"
    far = [row.replace("28.6", "2.6") for row in ROWS]
    assert brief(table_shares(table(*far))) == []


def test_a_total_of_100_or_a_caption_says_that_they_are_shares() -> None:
    """Rows too; per cents of other things are no shares, nor is a choice of several answers."""
    rows = ("Answer | Per cent", "Yes | 51.3", "No | 26.8", "None | 20.2")
    assert brief(table_shares(table(*rows))) == []
    assert len([*table_shares(table(*rows, "Total | 100.0"))]) == 1
    by_row = ("Town | A (%) | B (%) | C (%)", "Up | 30 | 30 | 44", "Down | 20 | 30 | 50")
    assert len([*table_shares(table(*by_row, caption="Distribution of seats"))]) == 1
    for caption in ("Shares of the five largest", "Share naming it; multiple answers"):
        assert brief(table_shares(table(*by_row, caption=caption))) == []
