"""The running text, marks and their sentences."""

from __future__ import annotations

from paper_help import note_of, read

PAPER = """## 1 One

It rained.<sup>1</sup> In the year of the flood,<sup>2</sup> they bought

<sup>1</sup> Doe J, *Rain*, 2001

<sup>2</sup> *Ibid*

---

Redhouse<sup>3</sup> for \\$4bn.<sup>4</sup> “All is well.”<sup>5</sup> The end came.

A second paragraph.<sup>3,6</sup>

<sup>3</sup> Ibid

<sup>4</sup> Ibid

<sup>5</sup> Ibid
"""


def sentence(id_: str) -> str | None:
    return note_of(read(PAPER), id_).sentence


def test_a_sentence_is_joined_over_notes_and_a_page_break() -> None:
    """Marks in its midst and at its end share it; marks and escapes are taken off."""
    whole = "In the year of the flood, they bought Redhouse for $4bn."
    assert (sentence("2"), sentence("3"), sentence("4")) == (whole, whole, whole)


def test_a_mark_behind_closing_punctuation_closes_the_sentence_before() -> None:
    """Also behind a closing quotation mark."""
    assert sentence("1") == "It rained."
    assert sentence("5") == "“All is well.”"


def test_a_note_cited_twice_has_the_first_marks_sentence() -> None:
    """One note, two marks."""
    draft = read(PAPER)
    assert [mark.at for mark in draft.marks if mark.note == "3"] == [
        draft.body.index("Redhouse") + 8,
        len(draft.body),
    ]
    assert [note.id for note in draft.notes] == ["1", "2", "3", "4", "5", "6"]


def test_marks_know_their_place() -> None:
    """Offset, sentence, section, and the line of the paper's file."""
    draft = read(PAPER)
    mark = next(mark for mark in draft.marks if mark.note == "4")
    assert draft.body[mark.start : mark.end].endswith("for $4bn.")
    assert (mark.section, mark.line, draft.body[: mark.at][-5:]) == ("1", 11, "$4bn.")


def test_the_body_is_paragraphs_with_one_blank_line_between() -> None:
    """No marks, notes, headings, emphasis or escapes."""
    assert read(PAPER).body == (
        "It rained. In the year of the flood, they bought Redhouse for $4bn. "
        "“All is well.” The end came.\n\nA second paragraph."
    )


def test_a_block_quotation_belongs_to_the_sentence_that_leads_to_it() -> None:
    """`…the side to`, blank line, `"build …".<mark>` is one sentence."""
    draft = read('## 1 A\n\nThere was advice to\n\n*"build a bridge".<sup>1</sup>*\n\nAnd so on.')
    assert note_of(draft, "1").sentence == 'There was advice to "build a bridge".'


def test_a_mark_in_a_heading_has_the_heading_for_a_sentence() -> None:
    """Headings are not in the body, their marks are not lost."""
    draft = read("## 1 Water<sup>1</sup>\n\nWet.\n\n<sup>1</sup> Doe J, *Rain*, 2001")
    note = note_of(draft, "1")
    assert (note.sentence, note.section, draft.body) == ("Water", "1", "Wet.")
