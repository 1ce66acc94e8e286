from __future__ import annotations

from examined_papers import brief, examine
from footnoted.lints.text_against_table import text_against_table

TEXT = """# Trade

In 2012 trade of Arda with the islands came to {}.<sup>1</sup>

### Trade of the states in 2012<sup>1</sup>

| State | Trade ($ million) | Exports ($ million) | Growth (%) |
|---|---|---|---|
| Arda | 2,875 | 1,783 | 32.7 |
| Belm | 5,162 | 5,073 | 3.7 |

<sup>1</sup> Ash B, *On trade*, Trade Press, 2013
"""


def test_a_figure_that_is_not_the_tables_is_told() -> None:
    """Same row, column, year and unit; rounding and hedges are allowed for."""
    for figure in ("$2.87bn", "$2.9bn", "almost $3bn", "$2,875 million"):
        assert brief(text_against_table(examine(TEXT.format(figure)))) == [], figure
    (found,) = text_against_table(examine(TEXT.format("$2.78bn")))
    assert brief([found]) == [("warning", "medium", "$2.78bn")]
    assert found.where.note == "1"


def test_another_measure_place_year_or_size_is_left_alone() -> None:
    """What cannot be the cell is not held against it."""
    text = TEXT.format("$2.1bn")
    for other in (
        text.replace("trade of Arda", "debt of Arda"),
        text.replace("trade of Arda", "trade of Esk"),
        text.replace("In 2012 trade", "In 2011 trade"), text.replace("of Arda", "of Arda and Belm"),
        TEXT.format("$60m"), TEXT.format("2.1 million tonnes"),
    ):  # fmt: skip
        assert brief(text_against_table(examine(other))) == [], other[:60]
