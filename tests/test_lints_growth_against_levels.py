from __future__ import annotations

from examined_papers import brief, examine
from footnoted.lints.growth_against_levels import growth_against_levels

TEXT = "# Trade\n\nSince then trade {}.<sup>1</sup>\n\n<sup>1</sup> Ash B, *On trade*, 2013\n"


def test_a_rate_that_the_levels_do_not_give_is_told() -> None:
    """In either order; the proof is the rate that they give."""
    for words, given in (
        ("rose by 40 per cent, from $2.0bn to $3.2bn", "60.0"),
        ("fell 10% from 512 to 409 tonnes", "-20.1"),
        ("grew from 210 million tonnes to 252 million tonnes, an increase of 40 per cent", "20.0"),
        ("has increased from $100 to $150 (40 per cent)", "50.0"),
    ):
        (found,) = growth_against_levels(examine(TEXT.format(words)))
        assert (found.level, found.confidence) == ("warning", "high"), words
        assert f"{given} per cent" in (found.proof or ""), words


def test_rates_that_follow_and_other_shapes_are_left_alone() -> None:
    """Rounding of levels and rate, hedges, points of a share, and levels not said in full."""
    for words in (
        "rose by 60 per cent, from $2bn to $3.2bn", "rose by 4 per cent, from $1,234bn to $1,285bn",
        "rose by about 40 per cent, from $2bn to $2.9bn",
        "rose by 40 per cent, from $2bn to $3.2bn", "rose by 3 percentage points, from 2 to 5",
        "rose by 40 per cent from 2 to $3bn", "rose from 20 to 30 per cent, up 10 per cent of all",
        "rose from 2010 to 2012 by 40 per cent",
        "rose by 40 per cent from 2010 to 2012",
        "fell by 40 per cent, from 1999 to 2005", "rose 50 per cent from 2 million to 3 million",
    ):  # fmt: skip
        assert brief(growth_against_levels(examine(TEXT.format(words)))) == [], words
