"""Blocks, and paragraphs joined over what stands between their halves."""

from __future__ import annotations

import pytest

from footnoted.papers.blocks import read_blocks


def kinds(text: str) -> list[str]:
    return [block.kind for block in read_blocks(text)]


NOTE = "\n\n<sup>1</sup> Doe J, *Rain*, 2001\n\n"


@pytest.mark.parametrize("between", [NOTE, "\n\n---\n\n", "\n\n---" + NOTE, "\f"])
def test_an_unfinished_paragraph_goes_on_behind_notes_and_page_breaks(between: str) -> None:
    """The second half may begin with a small or a capital letter."""
    for second in ("the red house.", "Redhouse for four."):
        text = f"In the year of the flood<sup>1</sup> they bought{between}{second}"
        assert kinds(text).count("paragraph") == 1, second


def test_a_finished_paragraph_is_not_joined() -> None:
    """A full stop and a capital are two paragraphs."""
    assert kinds(f"It rained.<sup>1</sup>{NOTE}Then it stopped.").count("paragraph") == 2


def test_a_small_letter_behind_a_blank_line_goes_on() -> None:
    """Also where nothing but a blank line stands between, and with a block quotation."""
    assert kinds("They asked to\n\n*“be heard in full”*.") == ["paragraph"]


def test_headings_lists_and_bold_lines_are_not_joined() -> None:
    """A heading ends a paragraph; list items stand alone; so does a line set apart."""
    assert kinds("They bought\n\n# Houses\n\nthe red one.") == ["paragraph", "heading", "paragraph"]
    assert kinds("Things:\n\n- one\n- two") == ["paragraph", "paragraph", "paragraph"]
    assert kinds("**A LINE SET APART**\n\n---\n\nThe text.").count("paragraph") == 2


def test_notes_may_be_wrapped() -> None:
    """Lines behind a note's first go on with it until a blank line or the next note."""
    blocks = read_blocks("Wet.<sup>1</sup>\n\n<sup>1</sup> Doe J,\n*Rain*,\n2001\n\nText.")
    (note,) = [block for block in blocks if block.kind == "note"]
    assert [words for _, words in note.lines] == ["Doe J,", "*Rain*,", "2001"]


def test_several_notes_on_a_line_are_several_notes() -> None:
    """Converters run short notes together."""
    text = "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe J. <sup>2</sup> Ibid."
    assert [block.label for block in read_blocks(text) if block.kind == "note"] == ["1", "2"]


def test_page_numbers_and_pictures_are_dropped() -> None:
    """A line of digits alone, images and comments are no text."""
    assert kinds("It rained\n\n12\n\n![x](y.png)\n<!-- page -->\n\nall day.") == ["paragraph"]
