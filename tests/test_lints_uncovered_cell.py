from __future__ import annotations

from examined_papers import brief, table
from footnoted.lints.examined import Examined
from footnoted.lints.uncovered_cell import uncovered_cell
from lintcase import claim, corpus

TABLE = table("Year | Level | Mood", "1990 | 31.5 | calm", "1991 | 30.2 | wild").paper


def test_numbers_in_tables_are_told() -> None:
    """The first column names the rows, and words are no numbers."""
    assert brief(uncovered_cell(Examined(corpus(), TABLE))) == [
        ("info", "high", "31.5"),
        ("info", "high", "30.2"),
    ]


def test_a_claim_on_the_table_s_note_covers_what_it_has_as_a_figure() -> None:
    """A claim on another note does not."""
    there = [claim("a", "The lake fell", note="2", figures=[{"raw": "31.5"}])]
    assert [one[2] for one in brief(uncovered_cell(Examined(corpus(there), TABLE)))] == ["30.2"]
    elsewhere = [claim("a", "The lake fell", note="1", figures=[{"raw": "31.5"}])]
    assert len(brief(uncovered_cell(Examined(corpus(elsewhere), TABLE)))) == 2
