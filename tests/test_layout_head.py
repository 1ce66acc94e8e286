from __future__ import annotations

import pytest

from footnoted.layout.dates import edtf_day
from footnoted.model.text import Text
from footnoted.texts import read_text


def _read(head: str, body: str = "x") -> Text:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return read_text(page.encode(), "text/html; charset=utf-8", url="http://a.example/x/y?z=1")


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2012-05-03T10:00:00+08:00", "2012-05-03"),
        ("2012-05-03 10:00", "2012-05-03"),
        ("2012/5/3", "2012-05-03"),
        ("20120503", "2012-05-03"),
        ("2012-05", "2012-05"),
        ("2012", "2012"),
        ("Thu, 03 May 2012 10:00:00 GMT", "2012-05-03"),
        ("3 May 2012", "2012-05-03"),
        ("May 3rd, 2012", "2012-05-03"),
        ("Sept. 3, 2012", "2012-09-03"),
        ("May 2012", "2012-05"),
        ("2012年5月3日 10:00", "2012-05-03"),
        ("03/05/2012", None),
        ("2012-13-40", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("yesterday", None),
        ("1336039200", None),
        ("", None),
    ],
)
def test_days(printed: str, day: str | None) -> None:
    """A date in metadata is the day it prints; an ambiguous or impossible one is none."""
    assert edtf_day(printed) == day


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2012-05-03T10:00:00Z">',
        '<meta name="Date" content="2012-05-03">',
        '<meta name="DC.date.issued" content="2012-05-03">',
        '<meta itemprop="datePublished" content="2012-05-03">',
        '<meta name=citation_publication_date content="2012/05/03">',
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":'
            '"2011-01-01"},{"@type":["NewsArticle"],"datePublished":"2012-05-03"}]}</script>'
        ),
        (
            '<script type="application/ld+json">{"@type":"Article", "datePublished":"2012-05-03",}'
            "</script>"
        ),
        '<meta name=date content="nonsense"><meta name=pubdate content="2012-05-03">',
        (
            '<script type="application/ld+json">{"@type":"Comment","datePublished":"2020-01-01"}'
            '</script><meta name=date content="2012-05-03">'
        ),
    ],
)
def test_published(head: str) -> None:
    """The day of publication is read from the metadata that pages give."""
    assert _read(head).published == "2012-05-03"


def test_published_in_the_page() -> None:
    """A `<time>` that is marked as the day of publication counts, another does not."""
    marked = "<time pubdate datetime=2012-05-03>last week</time>"
    assert _read("", f"<time datetime=2001-01-01>then</time>{marked}").published == "2012-05-03"
    assert _read("", "<time itemprop=datePublished>3 May 2012</time>").published == "2012-05-03"
    assert _read("", "<time datetime=2001-01-01>then</time>").published is None


def test_bounded_json() -> None:
    """JSON-LD of megabytes, or nested without end, is passed over."""
    for script in ("[" * 50_000, '{"@type":"Article","x":"' + "y" * 3_000_000 + '"}'):
        assert _read(f'<script type="application/ld+json">{script}</script>').published is None


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        ("<link rel=canonical href=/page>", "http://a.example/page"),
        ("<link rel='Canonical nofollow' href=page>", "http://a.example/x/page"),
        ("<base href=//b.example/c/><link rel=canonical href=page>", "http://b.example/c/page"),
        ("<meta property=og:url content=https://b.example/>", "https://b.example/"),
        (
            "<meta property=og:url content=/o><link rel=canonical href=/page>",
            "http://a.example/page",
        ),
        ("<link rel=canonical href='javascript:x'>", None),
        ("<link rel=canonical href='http://[broken'>", None),
        ("<link rel=alternate href=/page>", None),
    ],
)
def test_canonical(head: str, canonical: str | None) -> None:
    """The page's own address is made absolute by its base and where it came from."""
    assert _read(head).canonical == canonical


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<html lang=zh-Hans><p>x", "zh-Hans"),
        ("<html xml:lang=de><p>x", "de"),
        ("<html><body lang=fr><p>x", "fr"),
        ("<meta http-equiv=Content-Language content='ru, en'><p>x", "ru"),
        ("<meta property=og:locale content=en_US><p>x", "en-US"),
        ("<html lang=English><meta name=dc.language content=en><p>x", "en"),
        ("<html lang=''><p>x", None),
    ],
)
def test_language(page: str, language: str | None) -> None:
    """The language is the first tag that is one: of the root, the body, the head."""
    assert read_text(page.encode(), "text/html").language == language


def test_a_picture_has_no_say_in_the_title() -> None:
    """The title of an SVG picture is not the page's."""
    assert _read("", "<svg><title>Menu</title></svg>x").title is None
