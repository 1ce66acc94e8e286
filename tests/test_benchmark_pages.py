from __future__ import annotations

import pytest
from benchmarks.pages.score import found, is_wide, sentences, wilson


def test_sentences() -> None:
    """Sentences of six words or more are told apart; headings and contents are none."""
    words = (
        "Short one. Trade came to 4.39 billion dollars in 2012. "
        "“It grew,” said he, by ten per cent!"
    )
    assert list(sentences(words, ended=True)) == [
        "Trade came to 4.39 billion dollars in 2012.",
        "“It grew,” said he, by ten per cent!",
    ]
    assert not list(sentences("A line of seven words without end", ended=True))
    assert list(sentences("A line of seven words without end", ended=False))
    assert not list(sentences("and the rest of what a page cut.", ended=True))
    assert not list(
        sentences("Was ist die aktuelle Version von Debian? . . . . . . 12", ended=True)
    )


def test_wide_sentences() -> None:
    """In Chinese a full stop ends a sentence without a blank, and characters count."""
    words = "贸易额达到二十八亿美元，增长百分之十。短句。中国与乌兹别克斯坦的贸易增长很快。"
    cut = list(sentences(words, ended=True))
    assert len(cut) == 2
    assert all(map(is_wide, cut))


@pytest.mark.parametrize(
    ("text", "there", "words"),
    [
        ("x The agree­ment came into force in May. y", True, True),
        ("The agree-\nment came  into\nforce in May.", True, True),
        ("The agreement cameinto force in May.", True, False),
        ("The agreement came in to force in May.", True, False),
        ("The agreement came into force in March.", False, False),
        ("The “agreement” came into force in May.", True, True),
    ],
)
def test_found(text: str, there: bool, words: bool) -> None:  # noqa: FBT001
    """White space, hyphens and quotation marks do not count; word for word, blanks do."""
    ((_, is_there, word_for_word),) = found(["The agreement came into force in May."], text)
    assert (is_there, word_for_word) == (there, words)


def test_wilson() -> None:
    """The interval holds the share, and is wide where little was counted."""
    low, high = wilson(95, 100)
    assert (round(low, 3), round(high, 3)) == (0.888, 0.978)
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(10, 10)[1] == pytest.approx(1.0)
