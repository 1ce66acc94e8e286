from __future__ import annotations

from examined_papers import brief, table
from footnoted.lints.table_odd_value import table_odd_value


def _column(*cells: str, header: str = "Tonnes") -> list[tuple[str, str, str | None]]:
    rows = [f"Place {number} | {cell}" for number, cell in enumerate(cells)]
    return brief(table_odd_value(table(f"Place | {header}", *rows)))


def test_the_only_number_that_is_not_rounded_is_told() -> None:
    """All others end in 0; small numbers and short columns say nothing."""
    tens = ("12,340", "5,430", "8,760", "9,990", "7,650", "3,210")
    assert _column(*tens, "10,883") == [("warning", "medium", "Place 6: 10,883")]
    assert _column(*tens, "10,880") == []
    assert _column(*tens[:4], "10,883") == []
    assert _column("40", "50", "60", "70", "80", "90", "83") == []


def test_a_comma_among_points_and_a_broken_group_are_told() -> None:
    """Whole columns with decimal commas, or numbers below a thousand, are fine."""
    points = ("1.5", "2.5", "3.5", "4.5", "5.5")
    assert _column(*points, "6,5") == [("warning", "high", "Place 5: 6,5")]
    assert _column("1,5", "2,5", "3,5", "4,5", "5,5", "6,5") == []
    groups = ("1,511", "2,512", "3,513", "4,514", "515")
    assert _column(*groups, "6,51") == [("warning", "high", "Place 5: 6,51")]
    assert _column(*groups, "6,512,333") == []


def test_a_lone_per_cent_sign_and_another_size_are_told() -> None:
    """A size is a hint only, and a total may be as large as it likes."""
    few = ("15", "25", "35", "45", "55", "65")
    assert _column(*few, "75%") == [("warning", "medium", "Place 6: 75%")]
    assert _column(*few, "75,001") == [("info", "low", "Place 6: 75,001")]
    rows = [f"Place {cell} | {cell}" for cell in few]
    assert brief(table_odd_value(table("Place | Tonnes", *rows, "World | 75,001"))) == []
