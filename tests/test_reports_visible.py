"""`footnoted.reports.visible` and `terminal`: text from outside made harmless to look at."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.reports.terminal import plain
from footnoted.reports.visible import (
    clipped,
    one_line,
    quoted_words,
    shortened,
    visible,
    web_address,
)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_control_character_is_left(text: str) -> None:
    """After `visible`, only tab and newline move anything; after `plain`, nothing does."""
    assert not {char for char in visible(text) if unicodedata.category(char) == "Cc"} - set("\t\n")
    assert not [char for char in plain(text) if unicodedata.category(char) in {"Cc", "Zl", "Zp"}]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "[U+001B][31mred"),
        ("\u202egnp.exe", "[U+202E]gnp.exe"),
        ("\u2066x\u2069", "[U+2066]x[U+2069]"),
        ("a\u200bb", "a[U+200B]b"),
        ("\U000e0041", "[U+E0041]"),
        ("line\r\nline\tend", "line\nline\tend"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Zürich – 中国", "Zürich – 中国"),
    ],
)
def test_what_hides_or_turns_is_named_and_what_people_write_stays(text: str, shown: str) -> None:
    """Controls and bidi controls are named; ZWNJ, which Persian needs, is not."""
    assert visible(text) == shown


def test_a_line_is_one_line_and_a_clip_says_that_it_is_one() -> None:
    """White space becomes one space; what is cut ends in an ellipsis."""
    assert one_line("  a\n\n b\tc ") == "a b c"
    assert clipped("abcdef", 6) == "abcdef"
    assert clipped("abcdefg", 6) == "abcde…"


def test_a_text_is_shortened_at_a_word() -> None:
    """No half word stands before the ellipsis, unless there is only one word."""
    assert shortened("nets were mended", 16) == "nets were mended"
    assert shortened("nets were mended", 15) == "nets were…"
    assert shortened("nets, were mended", 6) == "nets…"
    assert shortened("abcdefg", 6) == "abcde…"
    assert all(len(shortened("nets were mended", n)) <= n for n in range(1, 20))


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("drops *not* before *agreed*", "drops “not” before “agreed”"),
        ("has *a b* where", "has “a b” where"),
        ("2*3*4 and f(*args, **kw)", "2*3*4 and f(*args, **kw)"),
        ("note * and note *", "note * and note *"),
    ],
)
def test_a_message_s_words_stand_in_quotation_marks(message: str, shown: str) -> None:
    """Asterisks are Markdown, and no reader's; those that mark nothing stay."""
    assert quoted_words(message) == shown


@pytest.mark.parametrize(
    "url",
    ["https://a.example/b?c=1#d", "http://a.example", "HTTPS://A.EXAMPLE/", "http://例え.jp/"],
)
def test_web_addresses_may_be_links(url: str) -> None:
    """Only http and https with a host."""
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " https://a.example",
        "java\nscript:x",
        "https://",
        "https:///path",
        "//a.example",
        "data:text/html,x",
        "ftp://a.example/x",
        'https://a.example/"onclick=x',
        "https://a.example/<script>",
        "https://a.example/\u202egnp",
        "https://a.example/\x00",
        "https://a.example/a b",
        "a.example/x",
    ],
)
def test_anything_else_stays_text(url: str | None) -> None:
    """No other scheme, no white space, no quote, no control or bidi character."""
    assert web_address(url) is None
