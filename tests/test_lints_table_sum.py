from __future__ import annotations

from random import Random

from examined_papers import brief, of, table
from footnoted.lints.table_sum import table_sum
from made_tables import KINDS, SUMS, sound, with_a_digit_lost

TRADE = (
    "State | Trade (tonnes) | Exports (tonnes) | Imports (tonnes) | Growth %",
    "Arda | 5,162,470 | 5,073,510 | 88,960 | 3.7",
    "Belm | 10,372,710 | 1,699,330 | 8,673,380 | 89.4",
    "Corva | 2,874,680 | 1,783,050 | 1,091,630 | 32.7",
    "Dorn | 1,856,700 | 1,747,870 | 108,830 | -10.3",
)


def test_a_sum_is_found_by_its_numbers_and_the_odd_one_told() -> None:
    """Three rows add up, one does not; the proof shows which cell a lost digit would mend."""
    assert [*table_sum(table(*TRADE))] == []
    broken = TRADE[-1].replace("108,830", "10,883")
    (found,) = table_sum(table(*TRADE[:-1], broken))
    assert (found.level, found.confidence, found.where.note) == ("error", "high", "2")
    assert found.subject == "Dorn: Trade (tonnes)"
    assert found.proof == (
        "1,747,870 + 10,883 = 1,758,753, not 1,856,700; 108,830 in place of 10,883 would fit "
        "(a digit seems to be lost); 3 others add up"
    )


def test_a_total_row_is_found_by_its_name_and_rates_are_left_out() -> None:
    """Rounding may set the sum off by half a step for each part."""
    rows = (
        "State | Wheat | Rye | Oats | Share (%)", "A | 10.4 | 3.3 | 1.1 | 20.0",
        "B | 20.4 | 4.4 | 2.2 | 30.0", "C | 30.4 | 5.5 | 3.3 | 40.0",
    )  # fmt: skip
    assert brief(table_sum(table(*rows, "Total | 61.3 | 13.2 | 6.6 | 30.0"))) == []
    assert brief(table_sum(table(*rows, "Total | 61.2 | 13.2 | 7.6 | 30.0"))) == [
        ("warning", "medium", "Oats: Total")
    ]
    mean = ("State | Wheat | Rye | Year", "A | 1,004 | 501 | 1991", "B | 803 | 307 | 1995")
    assert brief(table_sum(table(*mean, "Total | 1,807 | 808 | 1993"))) == []


def test_totals_of_more_than_the_table_shows_are_left_alone() -> None:
    """The largest of the world, sums with parts of parts, and several totals."""
    largest = ("State | Wheat | Rye", "A | 1,004 | 501", "B | 803 | 307", "Total | 9,912 | 4,003")
    assert brief(table_sum(table(*largest))) == []
    parts = (
        "Item | 2019 | 2020", "Wages | 1,210 | 1,244", "of which teachers | 402 | 417",
        "Other | 1,105 | 1,090", "Total | 2,315 | 2,334",
    )  # fmt: skip
    assert brief(table_sum(table(*parts))) == []
    alone = ("State | Wheat", "A | 1,004", "B | 803", "Total | 1,870")
    assert brief(table_sum(table(*alone))) == [("warning", "medium", "Wheat: Total")]


def test_sound_tables_are_silent_and_lost_digits_mostly_found() -> None:
    """Of tables by chance: none told, and of those with a digit lost more than half."""
    random = Random(6)
    for _ in range(600):
        made = sound(random, random.choice(KINDS))
        assert [one for one in table_sum(of(made)) if one.level != "info"] == [], made
    found = tried = 0
    for _ in range(300):
        broken = with_a_digit_lost(random, sound(random, random.choice(SUMS[:3])))
        if broken is not None:
            tried += 1
            found += bool([*table_sum(of(broken))])
    assert tried > 200
    assert found > tried / 2
