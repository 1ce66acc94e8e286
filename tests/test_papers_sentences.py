"""Where sentences end."""

from __future__ import annotations

import pytest

from footnoted.papers.sentences import find_sentences


def cut(
    text: str, marks: tuple[int, ...] = (), whole: tuple[tuple[int, int], ...] = ()
) -> list[str]:
    return [text[a:b] for a, b in find_sentences(text, marks, whole)]


@pytest.mark.parametrize(
    "one",
    [
        "It stands on p. 11 of Report No. 244, said H.E. Mo Lin in Jan. 2012.",
        "The U.S. Treasury and Smith G. M. Jones met Dr. Roe of Acme Inc. Holdings.",
        "Trade came to $2.87bn, i.e. 4.39 per cent, cf. Fig. 3.",
        "He wrote “so be it.” and left.",
        "It was … quiet, vs. loud, etc. for all.",
    ],
)
def test_abbreviations_and_decimals_do_not_end_a_sentence(one: str) -> None:
    """Titles, initials, numbers' abbreviations, decimals and ellipses go on."""
    assert cut(one) == [one]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It is so. 31 deals were made.", 2),
        ("“All is well.” The end.", 2),
        ("Is it? Yes! It is.", 3),
        ("They live in the U.S. The rest do not.", 2),
        ("It ended in 2012. In 2013 it began.", 2),
        ("水是湿的。火是热的。", 2),
    ],
)
def test_full_stops_end_sentences(text: str, count: int) -> None:
    """Also behind closing quotation marks, before digits, and in Chinese."""
    assert len(cut(text)) == count


def test_a_footnote_mark_proves_an_end() -> None:
    """`… of Smith G.<mark> Jones …`: the mark shows that the sentence ended."""
    text = "It is the work of Smith G. Jones did more."
    assert len(cut(text)) == 1
    assert len(cut(text, marks=(26,))) == 2


def test_full_stops_in_a_quotation_do_not_end_the_sentence_that_quotes() -> None:
    """The reporting words and all of the quotation are one sentence."""
    text = "He said: “One. Two. Three.” Then he left."
    assert cut(text, whole=((10, 26),)) == ["He said: “One. Two. Three.”", "Then he left."]
