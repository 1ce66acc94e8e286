"""What the title page tells."""

from __future__ import annotations

import pytest

from paper_help import read

FRONT = """**HOUSE OF RIVERS**

# Water and stone

Jo Doe

October 2013

---

© House of Rivers, October 2013. All rights reserved. No part may be copied.

## 1 One

Wet.<sup>1</sup>

<sup>1</sup> Doe J, *Rain*, 2001
"""


def test_title_author_date_and_publisher() -> None:
    """The copyright line names publisher and date; the id is publisher and year."""
    paper = read(FRONT).paper
    assert (paper.title, paper.issued, paper.publisher) == (
        "Water and stone",
        "2013-10",
        "House of Rivers",
    )
    assert paper.id == "house-of-rivers-2013"
    assert [section.title for section in paper.sections] == ["One"]


def test_a_name_is_split_where_the_notes_show_how() -> None:
    """`Doe J` in the notes tells the family name of Jo Doe; otherwise the name stays whole."""
    (author,) = read(FRONT).paper.author
    assert (author.family, author.given) == ("Doe", "Jo")
    (author,) = read(FRONT.replace("Doe J,", "Poe K,")).paper.author
    assert author.literal == "Jo Doe"


@pytest.mark.parametrize("line", ["By Jo Doe and Kim Roe", "Jo Doe, Kim Roe", "Jo Doe & Kim Roe"])
def test_several_authors(line: str) -> None:
    """Names with `and`, commas, or behind `By`."""
    authors = read(FRONT.replace("Jo Doe", line)).paper.author
    assert [str(author) for author in authors] == ["Jo Doe", "Kim Roe"]


def test_what_is_unknown_is_left_out() -> None:
    """Without a title page: id and title from the file's name, nothing else."""
    paper = read("Only words.", "in/My Paper (2).md").paper
    assert (paper.id, paper.title) == ("my-paper-2", "My Paper (2)")
    assert (paper.author, paper.issued, paper.publisher) == ((), None, None)
    assert read("Words.", "水.md").paper.id == "paper"


def test_prose_before_the_first_section_stays_in_the_body() -> None:
    """A summary on the title page is running text; address and rights are not."""
    text = FRONT.replace(
        "October 2013\n\n---", "This paper tells how water wears away any stone.\n\n---"
    )
    assert read(text).body.startswith("This paper tells")


FRONT_MATTER = """---
title: "Water: a history"
author:
  - Jo Doe
  - {given: Kim, family: Roe}
date: 14 May 2024
---

# Water: a history

It “rains”.[^1]

[^1]: Rain, 2001.
"""


def test_front_matter_tells_title_authors_and_date() -> None:
    """Every author of a YAML block is kept, and its quotation marks and dates are no text."""
    draft = read(FRONT_MATTER)
    assert draft.paper.title == "Water: a history"
    assert [str(author) for author in draft.paper.author] == ["Jo Doe", "Kim Roe"]
    assert draft.paper.issued == "2024-05-14"
    assert [quoted.text for quoted in draft.quotations] == ["rains"]
    assert [(note.label, note.line) for note in draft.notes] == [("1", 13)]


@pytest.mark.parametrize(
    ("block", "authors", "issued"),
    [
        ("author: Jo Doe\ndate: 2024-05", ["Jo Doe"], "2024-05"),
        ("authors:\n  - name: Jo Doe\n", ["Jo Doe"], None),
        ("date: soon", [], None),
        ("title: [unclosed", [], None),
        ("Only a paragraph between rules.", [], None),
    ],
)
def test_front_matter_in_other_forms(block: str, authors: list[str], issued: str | None) -> None:
    """One name, names in mappings; what is no YAML mapping is text like other text."""
    paper = read(f"---\n{block.rstrip()}\n...\n\nIt rains.\n").paper
    assert [str(author) for author in paper.author] == authors
    assert paper.issued == issued
