from __future__ import annotations

from examined_papers import brief, examine
from footnoted.lints.old_source_for_now import old_source_for_now

TEXT = """# Lakes

**Ada Reed**

October 2013

## 1 Waters

{} and that is that.<sup>1</sup>

<sup>1</sup> Ash B, *On lakes*, Lake Press, {}, http://lakes.example.org/on-lakes.html
"""


def test_words_of_now_on_old_sources_are_told() -> None:
    """Each kind of words has its own patience."""
    for words, issued, told in (
        ("The lake has risen 19 times to date", "6 April 2013", ("info", "medium", "to date")),
        ("It was the largest purchase ever made", "26 October 2005",
         ("warning", "medium", "largest purchase ever")),
        ("The lake is currently dry", "6 April 2010", ("info", "low", "currently")),
        ("The lake is the second-largest of all", "6 April 2010",
         ("info", "low", "is the second-largest")),
    ):  # fmt: skip
        assert brief(old_source_for_now(examine(TEXT.format(words, issued)))) == [told]


def test_new_sources_past_tense_and_quoted_words_are_not() -> None:
    """A rank of then is history; what a source says of its own day is its business."""
    for words, issued in (
        ("The lake has risen 19 times to date", "6 September 2013"),
        ("The lake is currently dry", "6 April 2013"),
        ("The lake was the largest of all", "6 April 2001"),
        ("Reed wrote that “it is the largest ever seen today”", "6 April 2001"),
        ("The lake is dry, so far as is known", "6 April 2001"),
    ):
        assert [*old_source_for_now(examine(TEXT.format(words, issued)))] == [], words
