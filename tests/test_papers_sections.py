"""Headings and sections."""

from __future__ import annotations

from paper_help import note_of, read


def sections(text: str) -> list[tuple[str, str]]:
    return [(section.label, section.title) for section in read(text).sections]


def test_label_and_title_in_one_heading_or_in_two() -> None:
    """`## 2.2 Title`, and `## 1` with `# Title` below it."""
    text = (
        "# Paper\n\n## 1\n\n# Start\n\nA.\n\n# 2\n\n## The Middle\n\n"
        "### 2.1 Part one\n\nB.\n\n## 2.2 Two\n\nC."
    )
    assert sections(text) == [
        ("1", "Start"),
        ("2", "The Middle"),
        ("2.1", "Part one"),
        ("2.2", "Two"),
    ]


def test_title_page_matter_is_no_section() -> None:
    """The title, printed twice, and what stands before the first label."""
    text = (
        "# My Paper\n\nJo Doe\n\n---\n\n# My Paper\n\n"
        "© House, May 2010. All rights reserved.\n\n## 1 One\n\nA."
    )
    assert sections(text) == [("1", "One")]
    assert read(text).body == "A."


def test_unlabelled_headings_are_sections_by_title() -> None:
    """A paper without numbers has sections with empty labels; notes name the title."""
    draft = read(
        "# Paper\n\n## Start\n\nWet.<sup>1</sup>\n\n## End\n\nDry.\n\n<sup>1</sup> Doe J, *X*\n"
    )
    assert [(s.label, s.title) for s in draft.sections] == [("", "Start"), ("", "End")]
    assert note_of(draft, "1").section == "Start"


def test_a_number_that_breaks_the_sequence_is_no_label() -> None:
    """`28 Days Later` after section 1 is a title."""
    assert sections("## 1 One\n\nA.\n\n## 28 Days Later\n\nB.") == [
        ("1", "One"),
        ("", "28 Days Later"),
    ]


def test_spans_cover_the_body() -> None:
    """`[start, end)` of a section holds its own text, without the headings."""
    draft = read("## 1 One\n\nA b.\n\nC.\n\n## 2 Two\n\nD e.")
    assert [draft.body[s.start : s.end] for s in draft.sections] == ["A b.\n\nC.", "D e."]


def test_a_paper_without_headings_is_all_body() -> None:
    """Nothing is taken for title matter then."""
    draft = read("Wet.<sup>1</sup> Dry.\n\n<sup>1</sup> Doe J, *X*, 2001")
    assert (draft.body, draft.sections) == ("Wet. Dry.", ())
    assert note_of(draft, "1").section is None
