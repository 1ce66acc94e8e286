from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.anchors import check_anchor, find_words, make_anchor, stretches
from footnoted.model.records import Anchor

BODY = "Red fish swim. The “old” fish sleep, and red\n  fish do not.\n\nAn illegal 4.39 is not 39."


def cut(body: str, *spans: tuple[int, int]) -> list[str]:
    return [body[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("fish", ["fish", "fish", "fish"]),
        ("red fish", ["red\n  fish"]),
        ('The "old" fish', ["The “old” fish"]),
        ("legal", []),
        ("39", ["39"]),
        ("4", []),
        ("4.39", ["4.39"]),
        ("  ", []),
        ("not.", ["not."]),
    ],
)
def test_words_are_found_whole(words: str, hits: list[str]) -> None:
    """Blanks and quotation marks are folded; a part of a word or of a number is no hit."""
    assert cut(BODY, *find_words(words, BODY)) == hits


def test_hits_may_overlap() -> None:
    """An anchor that stands twice in a row is ambiguous; a cut word hides no hit behind it."""
    assert find_words("so so", "so so so") == [(0, 5), (3, 8)]
    assert find_words("a a", "ba a a") == [(3, 6)]
    assert check_anchor(Anchor(start="so so"), "so so so") is None


def test_words_are_found_in_the_part_asked_for() -> None:
    """Only hits that lie in `[start, end)` count."""
    assert find_words("fish", BODY, 6, len(BODY))[0][0] > 6
    assert find_words("fish", BODY, 0, 7) == []


def test_the_shortest_stretch_counts() -> None:
    """Of two starts before one end the later begins the stretch; of two ends the first ends it."""
    assert cut("a b a c c", *stretches(Anchor(start="a", end="c"), "a b a c c")) == ["a c"]
    assert cut("a c a c", *stretches(Anchor(start="a", end="c"), "a c a c")) == ["a c", "a c"]


def test_an_end_before_its_start_is_no_stretch() -> None:
    """The end words are looked for behind the start words, which they may not overlap."""
    assert stretches(Anchor(start="b", end="a"), "a b") == []
    assert stretches(Anchor(start="a b", end="b"), "a b") == []
    assert cut("a b b", *stretches(Anchor(start="a b", end="b"), "a b b")) == ["a b b"]


def test_an_anchor_is_checked_by_its_one_match() -> None:
    """No match and two matches are both no place."""
    assert check_anchor(Anchor(start="Red fish", end="swim"), BODY) == (0, 13)
    assert check_anchor(Anchor(start="fish"), BODY) is None
    assert check_anchor(Anchor(start="whale"), BODY) is None


def test_a_made_anchor_is_short() -> None:
    """Few first and last words do where they are unique, without the punctuation at the ends."""
    body = "“One two three four five six seven.” And one more."
    assert make_anchor(body, 0, 36) == Anchor(start="One two three", end="six seven")


def test_a_stretch_that_stands_twice_takes_in_its_neighbours() -> None:
    """The anchor of a repeated sentence reaches as far as it must to be unique."""
    body = "So it is. So it is. And so on."
    anchor = make_anchor(body, 0, 9)
    assert anchor
    span = check_anchor(anchor, body)
    assert span
    assert span[0] == 0
    assert span[1] >= 8


def test_a_stretch_without_words_has_no_anchor() -> None:
    """Where there is nothing to read there is nothing to anchor."""
    assert make_anchor("word   ", 5, 6) is None
    assert make_anchor("word. ", 4, 6) is None


@given(
    st.lists(st.sampled_from(["a", "b", "c", "“a", "b.", "\n\n"]), min_size=1, max_size=40),
    st.data(),
)
def test_a_made_anchor_always_matches_once_and_covers_its_stretch(
    words: list[str], data: st.DataObject
) -> None:
    """Whatever the text, the anchor made for a stretch matches once, and encloses its words."""
    body = " ".join(words)
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    anchor = make_anchor(body, start, end)
    if anchor is None:
        assert not set("abc") & set(body[start:end])
        return
    span = check_anchor(anchor, body)
    assert span
    part = body[start:end]
    inside = part.strip(" \n“.")
    first = start + part.index(inside)
    assert not inside or (span[0] <= first and first + len(inside) <= span[1])
