from __future__ import annotations

from examined_papers import brief, examine
from footnoted.lints.part_above_whole import part_above_whole

TEXT = "# Aid\n\nThe bank gave {} last year.<sup>1</sup>\n\n<sup>1</sup> Ash B, *On aid*, 2013\n"


def test_a_part_larger_than_its_whole_is_told() -> None:
    """Of money, and of things that are counted."""
    for words in (
        "$900m of a $600m package",
        "412 of the 340 villages a well",
        "340 villages, including 412 villages of fishers, a well",
    ):
        (found,) = part_above_whole(examine(TEXT.format(words)))
        assert found.level == "warning", words


def test_parts_within_their_whole_and_other_neighbours_are_left_alone() -> None:
    """Rates, other units, and numbers that merely stand near."""
    for words in (
        "over $600m of a $900m package", "212 of the 340 villages a well",
        "120 per cent of the 100 million asked for", "900 tonnes of the $600m package",
        "$900m in 2012 and $600m", "340 villages, including 12 of fishers, a well",
        "500 of 2012's", "Resolution 2254 of the 15 members, ",
        "30 wells to each of the 12 villages",
    ):  # fmt: skip
        assert brief(part_above_whole(examine(TEXT.format(words)))) == [], words
