from __future__ import annotations

from random import Random

from examined_papers import brief, of, table
from footnoted.lints.table_rates import table_rates
from made_tables import KINDS, sound

LEVELS = (
    "State | 2010 | 2011 | Change (%)",
    "Arda | 40,210 | 44,633 | 11.0",
    "Belm | 91,477 | 87,001 | -4.9",
    "Corva | 18,300 | 21,045 | 15.0",
    "Dorn | 905 | 1,200 | 32.6",
)
RATES = " | ".join(f"Growth, % – {name}" for name in ("Trade", "Exports", "Imports"))
PARTS = (
    f"State | Trade | Exports | Imports | {RATES}",
    "Arda | 25,676,790 | 11,001,670 | 14,675,120 | 2.9 | 15.0 | -4.7",
    "Belm | 5,162,470 | 5,073,510 | 88,960 | 3.7 | 4.0 | -9.4",
    "Corva | 10,372,710 | 1,699,330 | 8,673,380 | 89.4 | 116.7 | 84.8",
    "Dorn | 2,874,680 | 1,783,050 | 1,091,630 | 32.7 | 31.2 | 35.2",
)


def test_a_rate_that_its_two_levels_do_not_give_is_told() -> None:
    """Three others follow; the proof says what the levels give."""
    assert brief(table_rates(table(*LEVELS))) == []
    odd = [row.replace("15.0", "51.0") for row in LEVELS]
    (found,) = table_rates(table(*odd))
    assert brief([found]) == [("warning", "high", "Corva: Change (%)")]
    assert found.proof == "from 18,300 to 21,045 is 15.0 per cent, not 51.0"
    assert brief(table_rates(table(*odd[:4]))) == []  # two that follow are no rule


def test_rates_of_a_sum_and_its_parts_must_agree_on_the_year_before() -> None:
    """Where the levels add up; a rate of 89.4 that should be 98.4 is seen by its parts."""
    assert brief(table_rates(table(*PARTS))) == []
    odd = [row.replace("89.4", "98.4") for row in PARTS]
    (found,) = table_rates(table(*odd))
    assert (found.level, found.subject) == ("warning", "Corva: Growth, % – Trade")
    assert found.proof == (
        "the rates put the year before at 5,228,180 for the whole, 5,477,573 for its parts"
    )


def test_sound_tables_are_silent() -> None:
    """Of tables by chance, of all kinds."""
    random = Random(7)
    for _ in range(400):
        made = sound(random, random.choice(KINDS))
        assert [*table_rates(of(made))] == [], made
