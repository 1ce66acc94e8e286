from __future__ import annotations

import pytest

from footnoted.texts import read_text

_LONG = "<p>" + "A sentence of the article itself. " * 40 + "</p>"


def _regions(body: str) -> dict[str, str]:
    text = read_text(f"<html><body>{body}</body></html>".encode(), "text/html; charset=utf-8")
    return {text.content[b.start : b.end]: b.region for b in text.blocks}


@pytest.mark.parametrize(
    ("body", "region"),
    [
        ("<h3>3 Comments</h3><ol><li>words</ol>", "comments"),
        ("<div><h3>12 comments on “Trade”</h3></div><ol><li>words</ol>", "comments"),
        ("<h3>Leave a reply</h3><p>words", "comments"),
        ("<h3>Комментарии (5)</h3><p>words", "comments"),
        ("<h3>3 Comments</h3><p>x</p><h3>Notes</h3><p>words", "page"),
        ("<div><h3>3 Comments</h3><p>x</p></div><p>words", "page"),
        ("<h2>Comments</h2><p>words", "page"),
        ("<h2>The committee's comments on trade</h2><p>words", "page"),
        ("<h4>Related articles</h4><ul><li>words</ul>", "navigation"),
        ("<h4>相关阅读</h4><ul><li>words</ul>", "navigation"),
        ("<p>Read more: words</p>", "navigation"),
        ("<div class=disqus>words</div>", "comments"),
        ("<article class='post has-comments'>words</article>", "article"),
        ("<div class='main has-sidebar'>words</div>", "page"),
        ("<div class=sidebar><main>words</main></div>", "article"),
        ("<div class='most-popular'>words</div>", "navigation"),
        ("<main><div class=comment-policy>words</div></main>", "article"),
        ("<main><div class=comment-list>words</div></main>", "comments"),
        ("<main><article class='comment opinion'>words</article></main>", "article"),
        ("<main>What it is about<article class=comment>words</article></main>", "comments"),
        ("<main><div class='teaser lead'>words</div></main>", "article"),
        ("<main><div class='teaser'>words</div></main>", "navigation"),
        ("<main><div class='related-content-enabled'>words</div></main>", "article"),
        ("<main><div class='related-content'>words</div></main>", "navigation"),
        ("<main><div class='promo-free'>words</div></main>", "article"),
        ("<main><div class='promo-free promo'>words</div></main>", "navigation"),
        ("<select><option>words</select>", "navigation"),
        ("<div id=comments><blockquote>words</blockquote></div>", "comments"),
    ],
)
def test_region(body: str, region: str) -> None:
    """Names, roles and headings tell where on the page a block stands."""
    found = next(where for words, where in _regions(body).items() if words.endswith("words"))
    assert found == region


def test_a_page_of_one_blockquote_quotes_nobody() -> None:
    """A text that stands in one quoted block as a whole is the page's own."""
    assert set(_regions(f"<blockquote>{_LONG}</blockquote>").values()) == {"page"}
    inside = _regions(f"<main>{_LONG}<blockquote>words</blockquote></main>")
    assert inside["words"] == "quoted"


def test_cards_beside_an_article() -> None:
    """A short `<article>` beside a long one is a teaser; a list of short ones is a list."""
    card = "<ul><li><article><a href=x>words</a></article></ul>"
    assert _regions(f"<article>{_LONG}</article>{card}")["words"] == "navigation"
    assert _regions(card)["words"] == "article"


def test_names_that_mislead() -> None:
    """Where nearly the whole page would be navigation by name, names do not count."""
    assert "page" in _regions(f"<div class='related'>{_LONG}</div>").values()


def test_a_box_of_docbook_is_part_of_the_text() -> None:
    """`sidebar` is an inset there, and a column beside the text elsewhere."""
    box = '<div class="sidebar">{}<p>Hard links are names of one file.</p></div>'
    title = '<div class="titlepage"><p class="title">Back to basics</p></div>'
    text = "<p>The files are copied every night, and the copies are kept for a year.</p>"
    for inner, region in ((title, "page"), ("", "navigation")):
        read = read_text(f"{text}{box.format(inner)}".encode(), "text/html", url="http://x.test/")
        found = [one.region for one in read.blocks if "Hard" in read.content[one.start : one.end]]
        assert found == [region]


def test_an_id_made_of_a_heading_names_no_region() -> None:
    """`#handling-security-related-bugs` is a section on that, `#related` a list of other pages."""
    for name, region in (("handling-security-related-bugs", "page"), ("related", "navigation")):
        html = f'<section id="{name}"><p>Make as few changes as possible.</p></section>'
        read = read_text(html.encode(), "text/html", url="http://x.test/")
        assert [one.region for one in read.blocks] == [region]


def test_the_article_of_a_page_is_no_comment() -> None:
    """The `<article>` that holds most of the page is the page's own, whatever its class."""
    body = f"<main><article class=comment>{_LONG}</article><p>words</p></main>"
    assert set(_regions(body).values()) == {"article"}
