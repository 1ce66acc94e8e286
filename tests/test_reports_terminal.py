"""`footnoted.reports.terminal`: text from outside on a terminal."""

from __future__ import annotations

import pytest

from footnoted.reports.terminal import columns, fitted, plain, time_left_words


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    """Titles, colours and the cursor are the user's; a page's text changes none of them."""
    assert (
        plain("\x1b]0;owned\x07\x1b[2J\x9b31mred")
        == "[U+001B]]0;owned[U+0007][U+001B][2J[U+009B]31mred"
    )


def test_a_message_is_one_line() -> None:
    """A newline in a page's title cannot forge a line of ours."""
    assert plain("title\r\nerror: forged\n") == "title error: forged"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("ferry", 8, "ferry   "),
        ("ferry", 5, "ferry"),
        ("ferries", 5, "ferr…"),
        ("贸易额", 6, "贸易额"),
        ("贸易额", 5, "贸易…"),
        ("贸易额", 4, "贸… "),
        ("e\u0301te\u0301", 3, "e\u0301te\u0301"),
    ],
)
def test_a_line_is_filled_or_cut_to_its_columns(text: str, width: int, shown: str) -> None:
    """Wide characters take two columns, combining ones none."""
    assert fitted(text, width) == shown
    assert columns(shown) == width


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0.0, "about 5 s left"),
        (38.0, "about 40 s left"),
        (114.0, "about 115 s left"),
        (115.0, "about 2 min left"),
        (3600.0, "about 60 min left"),
        (7200.0, "about 2 h left"),
    ],
)
def test_an_estimate_is_told_as_coarsely_as_it_is(seconds: float | None, words: str) -> None:
    """Nobody needs to read that 38.2 seconds are left."""
    assert time_left_words(seconds) == words
