from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from footnoted.settings.positions import positions
from toml_writer import TABLES, Writer


@given(TABLES, st.data())
def test_every_key_and_item_of_any_table_is_found(table: dict[str, Any], data: Any) -> None:
    """However it is written: dotted, quoted, inline, as tables, with comments in between."""
    writer = Writer(data.draw)
    writer.table((), table)
    text = writer.text.replace("\r\n", "\n")
    assert tomllib.loads(text) == table
    assert positions(text) == writer.places


def test_dates_and_numbers_end_where_they_end() -> None:
    """A date may have a blank in it, and no value ends in a comment."""
    text = "at = 1979-05-27 07:32:00 # x = 1\nto = [1_000, 0x1F,\n  -inf]\nnext.a = 1"
    assert positions(text) == {
        ("at",): (1, 1),
        ("to",): (2, 1),
        ("to", 0): (2, 7),
        ("to", 1): (2, 14),
        ("to", 2): (3, 3),
        ("next",): (4, 1),
        ("next", "a"): (4, 6),
    }


def test_quotation_marks_at_the_end_of_a_long_string_are_its_own() -> None:
    """Up to five quotation marks end a string of several lines, two of them its own."""
    text = 'a = """x"""""\nb = \'\'\'y\'\'\'\'\nc = 1'
    assert tomllib.loads(text) == {"a": 'x""', "b": "y'", "c": 1}
    assert positions(text)["c",] == (3, 1)


def test_tables_below_an_array_of_tables_belong_to_its_last() -> None:
    """`[a.b]` after the second `[[a]]` is the second one's."""
    text = "[[a]]\nx = 1\n[[a]]\n[a.b]\nx = 2\n[[a.c]]\n[[a.c]]\ny = 3\n"
    found = positions(text)
    assert found["a", 0, "x"] == (2, 1)
    assert found["a", 1, "b", "x"] == (5, 1)
    assert found["a", 1, "c", 1, "y"] == (8, 1)
