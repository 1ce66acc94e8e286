"""Which lines begin notes."""

from __future__ import annotations

from footnoted.papers.notelines import find_note_starts


def starts(text: str) -> list[str]:
    return [start.label for _, start in sorted(find_note_starts(text.split("\n")).items())]


BODY = "Water is wet.<sup>1</sup> Fire is hot.<sup>2</sup> Ice is cold.<sup>3</sup>\n\n"


def test_the_superscript_form() -> None:
    """A block that begins with a mark and words is a note, with or without blank lines."""
    assert starts(BODY + "<sup>1</sup> Doe\n\n<sup>2</sup> Roe\n<sup>3</sup> Poe") == [
        "1",
        "2",
        "3",
    ]


def test_the_plain_form_among_its_neighbours() -> None:
    """`1 text`, `2 text`: pending marks in sequence."""
    assert starts(BODY + "1 Doe at home\n\n2 Roe at sea\n\n3 Poe on land") == ["1", "2", "3"]


def test_a_lone_plain_note_must_read_as_a_citation() -> None:
    """A sentence that begins with a number is no note; a citation is."""
    one = "Water is wet.<sup>12</sup>\n\n"
    assert starts(one + "12 Friends sat by the river and talked.") == []
    assert starts(one + "12 states signed it in June 2010, p 4.") == []
    assert starts(one + "12 Doe J, *Rivers*, 2010") == ["12"]


def test_a_name_that_begins_like_a_month_is_no_date() -> None:
    """`3 Marrland Survey` and `3 Decker J` are notes; `3 May 2010` begins a sentence."""
    assert starts(BODY + "1 Doe\n\n2 Roe\n\n3 Marrland Survey, *Sheet*, 2010") == ["1", "2", "3"]
    assert starts(BODY + "1 Doe\n\n2 Roe\n\n3 May 2010 was a cold day, p 4.") == ["1", "2"]


def test_numbers_that_fit_no_pending_mark_are_no_notes() -> None:
    """An address, a number already printed, one before its mark, a date."""
    assert starts(BODY + "<sup>1</sup> Doe\n\n1 Harbour Square, *Port*, p 3") == ["1"]
    assert starts("28 Charles Lane\nTown\n\n" + BODY) == []
    assert starts("2 *Rivers*, p 4\n\n" + BODY) == []
    assert starts(BODY + "3 May 2010, *Rivers*, p 4") == []


def test_a_number_alone_on_its_line() -> None:
    """The note's words may be wrapped to the next line."""
    assert starts(BODY + "1\nhttp://example.org/a\n\n2 Roe") == ["1", "2"]
    assert starts(BODY + "1\n\nhttp://example.org/a") == []


def test_a_mark_that_begins_a_wrapped_line_is_a_mark() -> None:
    """Between lines of a paragraph a leading superscript belongs to the text."""
    assert starts("Water is wet\n<sup>1</sup> and fire is hot.") == []


def test_a_note_directly_below_its_text_is_a_note() -> None:
    """Without a blank line between, the mark further up decides."""
    assert starts("Water is wet.<sup>1</sup>\n<sup>1</sup> Doe") == ["1"]


def test_markdown_definitions() -> None:
    """`[^n]: text` always begins a note."""
    assert starts("Wet.[^a]\n\n[^a]: Doe J") == ["a"]


def test_a_note_without_any_mark_is_still_a_note() -> None:
    """The superscript form needs no mark."""
    assert starts("Water is wet.\n\n<sup>9</sup> Doe J, *Rivers*") == ["9"]
