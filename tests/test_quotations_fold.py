from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from footnoted.model.text import Text
from footnoted.quotations import fold
from footnoted.quotations.fold import FoldedText
from reference_fold import reference_fold

_PARTS = [
    *"ab cA.,;:!?-‐–—()[]'’\"“”‘\n\t \u00a0*†•¹²³⁻5٣$%_`«»<>/&…⋯½",
    *"不的，。、：「」〇हหา๕ア゙ｃéßЖéº\u0301\u094d\u200b\u00ad\ufe0f\x00\u2028\x1c\u3000ﬁ﷽\u037a\U0001f600\ud800",
    *("per cent", "per", "cent", "Cent.", " cent,", "co-operation", "Co-ordinates", "co", "co-"),
    *("-\n", "‐ \n  ", "co-\noperation", "long-\nterm", "cent-\nre", "anti-\nEU"),
    *(". . .", ". .", "...", ". . . .", "[1, 2]", "[1", "2]", "[note 3]", "[n 3]", "[a]"),
    *("[citation needed]", "citation", "needed]", "note 3]", "**", "†", "word", "word*"),
    *("don't", "cannot", "it’s", "I’M", "O’Neill’s", "colour", "Towards", "filed"),
    *("10⁶", "⁶ ⁷", "km²", "⁻¹", "5.5", "5,5", ".5", "1.", "−5", "1,234.5"),
    *(
        "“word,”",
        '."',
        "”,",
        "'.'",
        "''",
        "``",
        ",,",
        ',"',
        "贸易",
        "ーア・ー",
        "，贸",
        "的，。的",
        "的\u200b",
    ),
    *(" ", "  ", "\n\n", " \n", "x" * 70, "中" * 30, "1." * 30, "a\u0301" * 30, "’a" * 30),
]
_texts = st.one_of(
    st.lists(st.sampled_from(_PARTS), max_size=60).map("".join),
    st.lists(st.sampled_from(_PARTS), max_size=40).map(" ".join),
    st.text(max_size=80),
)


def _same(content: str) -> None:
    folded, wanted = FoldedText(Text(content, "text/plain")), reference_fold(content)
    assert folded.words == wanted.words
    assert list(zip(folded.starts, folded.ends, strict=True)) == wanted.places
    assert folded.marks == wanted.marks


@settings(max_examples=600, deadline=None)
@given(_texts)
def test_a_short_text_folds_by_the_rules(content: str) -> None:
    """A quotation is read in one piece, token by token."""
    _same(content)


@settings(max_examples=2_500, deadline=None)
@given(_texts, st.sampled_from([3, 16, 60]))
@example("per cent-\nre of it", 3)
@example("per centͺ it's", 3)
@example(f"{'1.' * 1_000} border", 16)
@example("see [1, 2][3,\u00a04]x and [note 3]. . . .", 3)
def test_a_page_folds_as_a_short_text_does(content: str, stretch: int) -> None:
    """However a page is cut into stretches, its words, places and marks are the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fold, "_STRETCH", stretch)
        patch.setattr(fold, "_LONG", 4 * stretch)
        patch.setattr(fold, "_APART", stretch // 8)
        _same(content)


@pytest.mark.parametrize("seed", range(4))
def test_a_long_page_folds_by_the_rules(seed: int) -> None:
    """Pages of some ten thousand characters, mostly prose, cut as they are in earnest."""
    draw = random.Random(seed)
    prose = ["the", "of", "railway", "Council", "signed,", "labour.", "(2013)", "4.5", "贸易，"]
    words = [draw.choice(_PARTS if draw.random() < 0.1 else prose) for _ in range(6_000)]
    _same("".join(f"{word}{draw.choice([' ', ' ', ' ', chr(10), ''])}" for word in words))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "the", "of", ".", "贸"]), min_size=1, max_size=2_500))
def test_a_phrase_is_found_wherever_it_stands(words: list[str]) -> None:
    """The places of a phrase are those that a plain search over the words gives."""
    folded = FoldedText(Text(" ".join(words), "text/plain"))
    for phrase in (["a"], ["a", "b"], ["the", "of", "."], folded.words[-2:], ["贸", "贸"]):
        size = len(phrase)
        places = [i for i in range(len(words) - size + 1) if folded.words[i : i + size] == phrase]
        assert list(folded.find(phrase)) == places
        half = len(words) // 2
        assert list(folded.find(phrase, half)) == [i for i in places if i >= half]
        before = [i for i in places if i + size <= half]
        assert list(folded.find(phrase, 0, half)) == before
        assert folded.find_last(phrase, half) == (before[-1] if before else None)


@settings(max_examples=200, deadline=None)
@given(_texts, st.integers(0, 300))
def test_the_word_at_an_offset(content: str, offset: int) -> None:
    """`word_at` is the first word that begins there or later."""
    folded = FoldedText(Text(content, "text/plain"))
    later = [i for i, start in enumerate(folded.starts) if start >= offset]
    assert folded.word_at(offset) == (later[0] if later else len(folded.words))
