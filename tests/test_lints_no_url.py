from __future__ import annotations

from examined_papers import brief, records
from footnoted.lints.no_url import no_url


def test_web_without_an_address_is_told() -> None:
    """A URL, a DOI, or having been read in another work is enough."""
    sources = [
        {"id": "bare", "title": "On lakes"},
        {"id": "url", "URL": "http://lakes.example.org/a"},
        {"id": "doi", "DOI": "10.1000/1"},
        {"id": "read", "quoted-in": "url"},
        {"id": "book", "type": "book", "medium": "print"},
        {"id": "letter", "type": "article-newspaper", "medium": "private"},
    ]
    assert brief(no_url(records(*sources))) == [("warning", "high", "bare")]


def test_an_article_with_neither_address_nor_page_is_a_hint() -> None:
    """Unless its note names the work in which it was read: that is where to look."""
    article = {"id": "a", "type": "article-newspaper", "medium": "print"}
    assert brief(no_url(records(article))) == [("info", "low", "a")]
    assert brief(no_url(records(article | {"page": "3"}))) == []
    entries = [{"source": "a"}, {"form": "quoted_in"}]
    notes = [{"id": "1", "text": "A, quoted in B", "entries": entries}]
    assert brief(no_url(records(article, notes=notes))) == []
