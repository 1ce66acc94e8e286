"""`footnoted.reports.terminal`: text from outside on a terminal."""

from __future__ import annotations

from footnoted.reports.terminal import plain


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    """Titles, colours and the cursor are the user's; a page's text changes none of them."""
    assert (
        plain("\x1b]0;owned\x07\x1b[2J\x9b31mred")
        == "[U+001B]]0;owned[U+0007][U+001B][2J[U+009B]31mred"
    )


def test_a_message_is_one_line() -> None:
    """A newline in a page's title cannot forge a line of ours."""
    assert plain("title\r\nerror: forged\n") == "title error: forged"
