"""What a page shows and disowns is quoted, not said."""

from __future__ import annotations

import pytest

from footnoted.texts import read_text

DISOWNED = [
    "<p>Correction: an earlier version said words</p>",
    "<p><em>Correction, 3 May: An earlier version said words</em></p>",
    "<p>Correction on 3 May 2012: it said words</p>",
    "<h2>Myth: words</h2><p>Fact: none.</p>",
    "<h3>Myth 2</h3><p>words</p>",
    "<p>Claim:</p><p>words</p>",
    "<p>Claim: words</p><p>Rating: False.</p>",
    "<p>Richtigstellung vom 3.5.: words</p>".replace("3.5.", "3 5"),
    "<p>Idée reçue n° 3 : words</p>",
    "<p>Bulo: words</p>",
    "<p>Миф 1: words</p>",
    "<p>谣言：words</p>",
    "<h2>False statements</h2><ul><li>One.</li><li>words</li></ul>",
    "<h2>Corrections and clarifications</h2><p>One.</p><p>words</p>",
    "<h2>Мифы и факты</h2><p>words</p>",
    "<p>The following is untrue:</p><ul><li>One.</li><li>words</li></ul>",
    "<table><tr><th>Claim<th>Verdict<tr><td>words<td>False</table>",
    "<table><tr><td>Утверждение<td>Вердикт<tr><td>words<td>Ложь</table>",
    "<table><tr><td>A sentence of some words</table>".replace("words", "note. words<td>False"),
]
"""Pages that show `words` and do not say them."""

OWNED = [
    "<p>The correction: words</p>",
    "<p>A claim was made in words</p>",
    "<p>Fact: words</p>",
    "<p>Correction: One.</p><p>words</p>",
    "<h3>Myth 2</h3><p>One.</p><p>words</p>",
    "<h2>Corrections</h2><p>One.</p><h2>News</h2><p>words</p>",
    "<h2>Corrections and prisons</h2><p>words</p>",
    "<p>The following is untrue:</p><ul><li>One.</li></ul><p>words</p>",
    "<table><tr><th>Setting<th>Default<tr><td>words<td>False</table>",
    "<table><tr><th>Claim<th>Verdict<tr><td>words<td>True<tr><td>One.<td>False</table>",
    "<p>Claims of fraud: words</p>",
]
"""Pages that say `words`."""


def _regions(body: str) -> list[str]:
    text = read_text(f"<body>{body}".encode(), "text/html; charset=utf-8")
    return [b.region for b in text.blocks if text.content[b.start : b.end].endswith("words")]


@pytest.mark.parametrize("body", DISOWNED)
def test_disowned(body: str) -> None:
    """Labels, headings, lead-ins and verdicts tell what a page takes back."""
    assert _regions(body) == ["quoted"]


@pytest.mark.parametrize("body", OWNED)
def test_owned(body: str) -> None:
    """What stands near such words, or only sounds like them, is the page's own."""
    assert _regions(body) == ["page"]


def test_comments_stay_comments() -> None:
    """A myth in a reader's comment is a comment still."""
    assert _regions("<div id=comments><p>Myth: words</p></div>") == ["comments"]


@pytest.mark.parametrize("kind", ["text/plain", "text/markdown"])
def test_lines_marked_as_quoted(kind: str) -> None:
    """Lines that begin with `> ` are somebody else's; a text of nothing else quotes nobody."""
    text = read_text(b"He wrote:\n> words of\n> his\n>\nNonsense.\n\n3 > 2\n", kind)
    blocks = [(text.content[b.start : b.end], b.region) for b in text.blocks]
    assert blocks == [
        ("He wrote:", "page"),
        ("> words of\n> his\n>", "quoted"),
        ("Nonsense.", "page"),
        ("3 > 2", "page"),
    ]
    assert {b.region for b in read_text(b"> all\n> of it\n", kind).blocks} == {"page"}
