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
