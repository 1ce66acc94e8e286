"""Whole made-up papers, and hostile ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paper_help import note_of, quotation_of, read

PIECES = [
    "<sup>1</sup>", "<sup>2</sup> Doe J, *X*, 2001", "\n", "\n\n", "---", "# 1 A", "“", "”", '"',
    "'", "*", "**", "word ", "1 Roe K, *Y*", "\t", "|a|b|", "[^3]", "[^3]: Ibid", "; ", "op cit",
    "Ibid", "quoted in ", "$3bn ", ". The ", "http://x.org/a_b", "\\", "<", "\f",
    "supra note 1", "> q",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_nothing_a_converter_makes_breaks_the_reader(pieces: list[str]) -> None:
    """Whatever the order of marks, notes, quotes and rules: a draft whose spans hold."""
    text = "".join(pieces)
    if not text.strip():
        return
    draft = read(text)
    for mark in draft.marks:
        assert 0 <= mark.start <= mark.end <= len(draft.body)
        assert mark.note in {note.id for note in draft.notes}
    for quoted in draft.quotations:
        if quoted.place == "body" and "\n\n" not in draft.body[quoted.start : quoted.end]:
            assert draft.body[quoted.start : quoted.end].strip() == quoted.text
    for note in draft.notes:
        assert (note.text is None) == (note.status == "missing")


@pytest.mark.parametrize(
    "hostile",
    ["<sup>1</sup>" * 4000, "# 1\n" * 4000, "a\tb\n" * 4000, "1 a\n\n" * 4000, "“a. " * 4000],
)
def test_long_hostile_papers_end(hostile: str) -> None:
    """Thousands of marks, headings, cells, numbered lines or open quotes are read in time."""
    assert read(hostile).file == "paper.md"


def test_quotations_of_body_and_notes() -> None:
    """A note's own quotation names that note; section and line are told."""
    draft = read(
        '## 1 A\n\nOne.\n\nIt is "so".<sup>1</sup>\n\n'
        '<sup>1</sup> Doe J, *On "Dragons" again*, 2001\n'
    )
    body, note = quotation_of(draft, "so"), quotation_of(draft, "Dragons")
    assert (body.place, body.notes, body.section, body.line) == ("body", ("1",), "1", 5)
    assert (note.place, note.notes, note.section, note.line) == ("note", ("1",), "1", 7)
    text = note_of(draft, "1").text or ""
    assert text[note.start : note.end] == "Dragons"


def test_a_quotation_over_a_page_break() -> None:
    """Notes between its halves are no part of it."""
    draft = read(
        "It is “a long and<sup>1</sup> winding\n\n<sup>1</sup> Doe J, *X*, 2001\n\n---\n\n"
        "road to town”.<sup>2</sup>\n"
    )
    found = quotation_of(draft, "a long")
    assert (found.text, found.notes) == ("a long and winding road to town", ("2",))
