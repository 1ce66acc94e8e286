"""The notes that quotations and figures hang on."""

from __future__ import annotations

from paper_help import quotation_of, read


def test_the_next_mark_in_the_sentence() -> None:
    """In a run, quotations take the next mark; marks that stand together count together."""
    draft = read('It had "a", "b";<sup>1</sup> "c"<sup>2,3</sup> and "d".\n')
    assert [quotation_of(draft, words).notes for words in "abcd"] == [
        ("1",),
        ("1",),
        ("2", "3"),
        (),
    ]


def test_the_mark_that_closes_the_sentence() -> None:
    """Words of the sentence may stand between."""
    draft = read('It is "so" as they say.<sup>4</sup> It was "not".')
    assert quotation_of(draft, "so").notes == ("4",)
    assert quotation_of(draft, "not").notes == ()


def test_a_mark_inside_the_quotation() -> None:
    """Failing one behind it, a mark within the quotation counts."""
    assert quotation_of(read("It is “so<sup>4</sup> it is”."), "so").notes == ("4",)


def test_the_next_sentences_mark_is_not_this_ones() -> None:
    """A full stop ends the reach."""
    assert quotation_of(read('It is "so". It was.<sup>4</sup>'), "so").notes == ()
