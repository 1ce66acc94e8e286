from __future__ import annotations

import pytest

from footnoted.model.text import Text
from footnoted.texts import read_text
from pdfs import encrypted_pdf, make_pdf

_PAGES = [
    [
        "Review of Affairs 2012",
        "The government signed an agree-",
        "ment with the partner after several years of work",
        "and it ended there.",
        "The next paragraph begins on a new line and goes on",
        "1",
    ],
    ["Review of Affairs 2012", "over to the following page, with a long-", "term note.", "2"],
    ["Review of Affairs 2012", "Growth was 4.39 per cent.", "3"],
]


def _read(pages: list[list[str]], labels: str | None = None) -> Text:
    return read_text(make_pdf(pages, labels=labels, title="A title"), "application/pdf")


def test_lines_become_paragraphs() -> None:
    """Lines join over line and page ends; hyphens at line ends keep their place softly."""
    text = _read(_PAGES)
    assert [text.content[b.start : b.end] for b in text.blocks] == [
        (
            "The government signed an agree\u00adment with the partner after several years of work "
            "and it ended there."
        ),
        (
            "The next paragraph begins on a new line and goes on over to the following page, "
            "with a long\u00adterm note."
        ),
        "Growth was 4.39 per cent.",
    ]


def test_running_heads_and_page_numbers_are_no_text() -> None:
    """Lines that stand on two pages' edges, and page numbers, are left out."""
    assert "Review of Affairs" not in _read(_PAGES).content
    assert _read(_PAGES[:2]).content.endswith("term note.")
    assert "Review of Affairs" in _read(_PAGES[:1]).content


def test_numbers_at_the_edge_that_are_no_page_numbers_stay() -> None:
    """A line of digits that does not keep step with the pages is part of the text."""
    text = _read([["Count one", "1948"], ["Count two", "77"]])
    assert "1948" in text.content
    assert "77" in text.content


def test_pages_and_printed_labels() -> None:
    """Pages have numbers from 1, printed labels where the file has them, and their words."""
    text = _read(_PAGES, "0 << /S /r >> 1 << /S /D /St 11 >>")
    assert [(p.number, p.label) for p in text.pages] == [(1, "i"), (2, "11"), (3, "12")]
    assert text.content[text.pages[2].start : text.pages[2].end] == "Growth was 4.39 per cent."
    assert text.title == "A title"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (make_pdf([[], []], picture=True), "scanned"),
        (make_pdf([[]]), "empty"),
        (encrypted_pdf(), "encrypted"),
        (make_pdf([["x"]])[:300], "broken"),
        (b"%PDF-1.7\n" + b"<<" * 5_000, "broken"),
    ],
    ids=["scanned", "empty", "encrypted", "cut", "deep"],
)
def test_unreadable(body: bytes, reason: str) -> None:
    """Scans, empty, locked and broken files are named, never an exception."""
    assert read_text(body, "application/pdf").unreadable == reason


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        (["Requirements", "There must be no folder there."], "Requirements"),
        (["22.48 Version 3.5.7", "Released August, 2002."], "22.48 Version 3.5.7"),
    ],
)
def test_headings_at_the_edge_are_no_running_heads(page: list[str], heading: str) -> None:
    """A heading that comes again pages away, or with another number, is part of the text."""
    between = [[f"A sentence about matter {n * n}, which fills a page."] for n in range(5)]
    other = [heading.replace("22.48", "22.31").replace("3.5.7", "3.9.2"), "Another one."]
    content = _read([page, *between, other]).content
    assert heading in content
    assert other[0] in content


def test_a_head_with_chapter_and_page_number() -> None:
    """A running head that holds the page's number keeps step with the pages."""
    pages = [[f"Chapter 6: Features {n + 40}", f"Sentence {n * n} stands here."] for n in range(4)]
    assert "Features" not in _read(pages).content


def test_numbered_items_at_the_edges_are_no_heads() -> None:
    """Items of a list that break with the pages differ in their numbers, but are text."""
    text = _read(
        [
            ["One line of it.", "Two lines of it.", "25. A shell exits with an error", "at once."],
            ["26. A shell exits with an error", "in another case.", "And so on.", "To the end."],
        ]
    )
    assert "26. A shell" in text.content


def test_roman_page_numbers() -> None:
    """Roman numerals that keep step are page numbers; a word of such letters is not."""
    text = _read([["Preface", "ii"], ["More of it", "iii"], ["mix", "iv"]])
    assert "ii" not in text.content
    assert text.content.endswith("mix")
