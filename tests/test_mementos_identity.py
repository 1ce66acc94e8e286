"""Whether a capture is one of the address that was asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.mementos import refusal
from footnoted.mementos.identity import same_address
from footnoted.model.capture import Hop
from memento_help import answer

PAGE = "http://a.example.org/Page?v=aBc&w=1"


@pytest.mark.parametrize(
    "other",
    [
        "https://www.A.example.org:80/Page?v=aBc&w=1#part",
        "http://a.example.org./Page/?w=1&v=aBc",
        "http://a.example.org/%50age?v=a%42c&w=1",
    ],
)
def test_one_page(other: str) -> None:
    """Scheme, `www.`, default ports, order, needless encoding make no other page."""
    assert same_address(PAGE, other)
    assert same_address(other, PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "http://a.example.org/page?v=aBc&w=1",
        "http://a.example.org/Page?v=abc&w=1",
        "http://a.example.org/Page?v=aBc",
        "http://a.example.org/Page?v=aBc%26w=1",
        "http://a.example.org/Page%3Fv=aBc&w=1",
        "http://a.example.org:8080/Page?v=aBc&w=1",
        "http://b.example.org/Page?v=aBc&w=1",
        "http://[broken/",
    ],
)
def test_two_pages(other: str) -> None:
    """The case of letters, a field more or less, a divider encoded, another port do."""
    assert not same_address(PAGE, other)


@pytest.mark.parametrize(
    ("printed", "captured"),
    [
        ("http://a.example.org/caf\xe9 1", "http://a.example.org/caf%c3%a9%201"),
        ("http://m\xfcnchen.example.org", "http://xn--mnchen-3ya.example.org:80/"),
        ("http://a.example.org/100%", "http://a.example.org/100%25"),
        ("http://a.example.org/a(b),c", "http://a.example.org/a%28b%29%2Cc"),
    ],
)
def test_as_printed_and_as_captured(printed: str, captured: str) -> None:
    """An address as people write it is the one that a crawler sent."""
    assert same_address(printed, captured)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text(one: str, other: str) -> None:
    """Whatever stands in a list: an answer, the same both ways, and yes for itself."""
    assert same_address(one, one)
    assert same_address(one, other) == same_address(other, one)


def memento(original: str, *, led: str | None = None, told: str | None = None) -> str | None:
    """Return why a memento of `original` is refused, that led on to `led` and said `told`."""
    base = "https://web.archive.org/web/20130910120000id_/"
    hops = [Hop(base + original, 302, base + led)] if led else []
    capture = answer(
        "<p>Page",
        url=base + (led or original),
        asked=base + original,
        hops=hops,
        Memento_Datetime="Tue, 10 Sep 2013 12:00:00 GMT",
        Link=f'<{told}>; rel="original"' if told else "",
    )
    return refusal(capture)


def test_a_memento_of_another_address_is_refused() -> None:
    """The archive says whose capture it is; a captured redirect rightly leads to another page."""
    page, other = "http://a.example.org/page", "http://a.example.org/Page"
    assert memento(page, told="https://a.example.org:443/page/") is None
    assert memento(page) is None
    assert "another address" in str(memento(page, told=other))
    assert "another address" in str(memento(page, led=other, told=other))
    moved = "http://b.example.org/moved"
    assert memento(page, led=moved, told=moved) is None
    assert "another address" in str(memento(page, led=moved, told="http://b.example.org/Moved"))
