"""Inline Markdown taken off."""

from __future__ import annotations

import pytest

from footnoted.papers.inline import labels_of, render


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("*a* **b** ***c*** _d_", "a b c d"),
        ("5 * 3 and 2*4", "5 * 3 and 2*4"),
        ("snake_case_name", "snake_case_name"),
        (r"cost \$4 for a\_b \*x\*", "cost $4 for a_b *x*"),
        ("see [www.x.org/a\\_b](http://www.x.org/a_b).", "see http://www.x.org/a_b."),
        ("[a](http://x.org/a_(b)) z", "http://x.org/a_(b) z"),
        ("[12](#fn12) z", "12 z"),
        ("<http://x.org/?a=1> and http://y.org/a\\_b", "http://x.org/?a=1 and http://y.org/a_b"),
        ("AT&amp;T &copy without", "AT&T &copy without"),
        ("line<br>two <em>x</em>", "line two x"),
        ("**bold *it* on**", "bold it on"),
        ("the 10<sup>th</sup> of 5 m<sup>2</sup>", "the 10th of 5 m²"),
        ("![picture](a.png) x", "x"),
        ("*\\**", "*"),
    ],
)
def test_texts_are_plain(raw: str, plain: str) -> None:
    """Emphasis, escapes and tags go; links become their target; what is no markup stays."""
    assert render([(1, raw)]).text == plain


def test_marks_are_taken_out_and_kept_with_their_place() -> None:
    """Several marks together, footnote references and symbols; a blank before one is skipped."""
    raw = "One,<sup>3</sup><sup>4</sup> two <sup>5,6</sup> three[^n1] four.<sup>*</sup>"
    inline = render([(7, raw)])
    assert inline.text == "One, two three four."
    assert [(mark.label, mark.at) for mark in inline.marks] == [
        ("3", 4),
        ("4", 4),
        ("5", 8),
        ("6", 8),
        ("n1", 14),
        ("*", 20),
    ]


def test_a_mark_between_two_glued_sentences_leaves_a_blank() -> None:
    """`group.<mark>During` is read as two sentences."""
    assert render([(1, "group.<sup>5</sup>During it")]).text == "group. During it"


def test_lines_are_joined_by_one_blank_and_known_again() -> None:
    """Every offset of the plain text leads back to its line."""
    inline = render([(3, "One  two  "), (9, "*three"), (10, "four*<sup>2</sup>")])
    assert inline.text == "One two three four"
    assert [inline.line(at) for at in (0, 6, 8, 12, 14)] == [3, 3, 9, 9, 10]
    assert inline.emphasis == ((8, 18),)
    assert inline.marks[0].line == 10


@pytest.mark.parametrize(
    ("words", "labels"),
    [("3, 4", ("3", "4")), ("[12]", ("12",)), ("th", ()), ("†", ("†",)), ("2.14", ("2.14",))],
)
def test_labels_of_superscripts(words: str, labels: tuple[str, ...]) -> None:
    """Numbers, letters and symbols are labels; ordinal endings are not."""
    assert labels_of(words) == labels


def test_money_before_a_two_is_a_mark_not_a_square() -> None:
    """`$600m<sup>2</sup>` ends with note 2."""
    assert [mark.label for mark in render([(1, "got $600m<sup>2</sup> then")]).marks] == ["2"]


def test_hostile_markup_takes_linear_time() -> None:
    """Ten thousand openings that never close end at once."""
    for hostile in ("[" * 20000, "*a " * 10000, "<!--" * 9000, "[a](" * 9000, "![" * 9000):
        render([(1, hostile)])
