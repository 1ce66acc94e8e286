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


def _drawn(*drawing: str, picture: bool = False) -> str:
    """Return the words of a page that holds these drawing operators (ISO 32000-2, annex A)."""
    content = "\n".join(drawing).encode()
    body = make_pdf([["x" * len(content)]], picture=picture)
    line = next(line for line in body.split(b"\n") if line.endswith(b"Tj ET"))
    drawn = body.replace(line, content.ljust(len(line)))
    return read_text(drawn, "application/pdf").content


def _words(words: str, at: str = "60 700", size: float = 11, before: str = "") -> str:
    return f"BT {before} /F1 {size} Tf {at} Td ({words}) Tj ET"


_SEEN = _words("The quay stands.")


@pytest.mark.parametrize(
    ("size", "rise", "words"),
    [
        (7, 4, "rose by 4.5¹ per cent"),
        (4, 4, "4.5¹ per cent"),
        (7, -3, "rose by 4.5₁ per cent"),
        (11, 0, "4.51 per cent"),
    ],
)
def test_digits_that_are_raised_are_no_more_of_the_number(size: int, rise: int, words: str) -> None:
    """A smaller digit that stands higher is a note's mark or a power, as on a page of HTML."""
    line = (
        f"BT /F1 11 Tf 60 700 Td (rose by 4.5) Tj /F1 {size} Tf {rise} Ts (1) Tj "
        "/F1 11 Tf 0 Ts ( per cent) Tj ET"
    )
    assert words in _drawn(line)


def test_raised_digits_of_fonts_scaled_by_a_matrix() -> None:
    """A font of one point may be scaled to any size: the size that is seen counts."""
    small = "BT /F1 1 Tf 11 0 0 11 60 700 Tm (10) Tj 7 0 0 7 72.3 704 Tm (6) Tj ET"
    assert _drawn(small) == "10⁶"
    alike = "BT /F1 1 Tf 11 0 0 11 60 700 Tm (10) Tj /F1 11 Tf 1 0 0 1 72.3 700 Tm (6) Tj ET"
    assert _drawn(alike) == "106"


@pytest.mark.parametrize(
    "unseen",
    [
        _words("secret", at="60 650", before="3 Tr"),
        _words("secret", at="60 650", size=1.5),
        _words("secret", at="60 650", before="1 1 1 rg"),
        "1 0 0 rg 50 640 200 30 re f " + _words("secret", at="60 650"),
    ],
    ids=["invisible", "tiny", "white", "red on red"],
)
def test_words_that_nobody_sees(unseen: str) -> None:
    """Invisible and tiny words, and those in the colour of their ground, are left out."""
    assert _drawn(_SEEN, unseen) == "The quay stands."


def test_words_on_grounds_of_their_own() -> None:
    """White words on a dark ground or a picture are seen."""
    dark = "0 0 1 rg 50 640 200 30 re f 1 1 1 rg " + _words("on blue", at="60 650")
    assert "on blue" in _drawn(_SEEN, dark)
    pictured = "1 1 1 rg " + _words("on a picture", at="80 450")
    assert "on a picture" in _drawn(_SEEN, pictured, picture=True)


def test_the_words_of_a_scan_stay() -> None:
    """Invisible words under the picture of a page, or of a whole document, are its text."""
    hidden = [_words(f"line {n} of it", at=f"60 {700 - 20 * n}", before="3 Tr") for n in range(3)]
    assert "line 2 of it" in _drawn(*hidden, picture=True)
    assert "line 2 of it" in _drawn(*hidden)
    assert "line 2 of it" in _drawn(_SEEN, *hidden, picture=True)
