"""Whether what a URL points to within its page is there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from footnoted.checks.fragments import missing_fragment
from footnoted.checks.page_look import PageLook
from footnoted.model.capture import Capture, Response
from footnoted.model.text import Page, Text

NOW = datetime(2026, 11, 24, tzinfo=UTC)
BODY = """<h2 id="costs">Costs</h2><a name=old-style>x</a><p id='tr&#228;ger'>y</p>
<p>The line opened in May, after much delay, and cost 4,2 million.</p>"""
CONTENT = "Costs\nx\ny\nThe line opened in May, after much delay, and cost 4,2 million."


def missing(
    fragment: str, *, media_type: str = "text/html", text: Text | None = None
) -> str | None:
    asked = f"http://x.example/page#{fragment}"
    response = Response("http://x.example/page", 200, (), BODY.encode())
    text = text or Text(CONTENT, media_type, charset="utf-8")
    return missing_fragment(PageLook(Capture(asked, "cited", NOW, "test", (), response), text))


@pytest.mark.parametrize(
    "fragment",
    [
        "costs",
        "old-style",
        "",
        "top",
        "TOP",
        "!/a/route",
        "/a/route",
        "tab=2",
        ":~:text=line%20opened",
        ":~:text=LINE%20OPENED",
        ":~:text=The%20line,delay",
        ":~:text=The-,line,delay,-%2C%20and",
        ":~:text=line&text=delay",
        ":~:text=cost%204%2C2%20million",
        "costs:~:text=after%20much",
    ],
)
def test_what_stands_there_is_not_missed(fragment: str) -> None:
    """Ids, old names, routes of scripts, and text directives in any case."""
    assert missing(fragment) is None


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("profits", "#profits"),
        ("Costs", "#Costs"),
        (":~:text=line%20closed", "line%20closed"),
        (":~:text=delay,The%20line", "delay"),
        (":~:text=A-,line", "A-,line"),
        (":~:text=line&text=closed", "closed"),
        ("costs:~:text=before%20much", "before"),
        (":~:text=legal", "legal"),
    ],
)
def test_what_does_not_stand_there_is_told(fragment: str, words: str) -> None:
    """Ids are matched in their case, words whole and in order."""
    assert words in (missing(fragment) or "")


def test_pages_of_a_pdf_are_counted() -> None:
    """`#page=3` of two pages is beyond them (RFC 8118)."""
    pages = (Page(1, None, 0, 1), Page(2, None, 1, 2))
    text = Text("ab", "application/pdf", pages=pages)
    assert missing("page=2", text=text) is None
    assert "2 pages" in (missing("page=3", text=text) or "")


def test_a_page_that_cannot_be_read_is_not_accused() -> None:
    """Its scripts may make the place."""
    assert missing("costs", text=Text("", "text/html", unreadable="script_only")) is None
