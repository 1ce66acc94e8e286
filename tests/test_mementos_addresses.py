"""Addresses of mementos: raw, for readers, and what was captured."""

from __future__ import annotations

import pytest

from footnoted.mementos import as_captured, original_of, raw_url, view_url
from footnoted.model.capture import Hop
from memento_help import answer

RAW = "https://web.archive.org/web/20130910120000id_/http://a.org/p?q=1"
VIEW = "https://web.archive.org/web/20130910120000/http://a.org/p?q=1"


@pytest.mark.parametrize(
    "url",
    [RAW, VIEW, VIEW.replace("00/", "00if_/"), VIEW.replace("00/", "00mp_/")],
)
def test_every_form_has_its_raw_and_its_view_form(url: str) -> None:
    """Whatever way of replaying an address names."""
    assert (raw_url(url), view_url(url)) == (RAW, VIEW)
    assert original_of(url) == "http://a.org/p?q=1"


@pytest.mark.parametrize(
    ("tail", "original"),
    [
        ("http%3A%2F%2Fa.org%2Fp", "http://a.org/p"),
        ("http%3a//a.org/p", "http://a.org/p"),
        ("http://http://a.org/p", "http://a.org/p"),
        ("https://http:/a.org/p", "http://a.org/p"),
        ("http:/a.org/p", "http://a.org/p"),
        ("a.org/p", "http://a.org/p"),
        ("a.org:80/p", "http://a.org:80/p"),
        ("HTTP://a.org/", "http://a.org/"),
        ("ftp://a.org/f", "ftp://a.org/f"),
        ("http://a.org/a%20b%3Ac", "http://a.org/a%20b%3Ac"),
        (
            "https://web.archive.org/web/2012/http://a.org/",
            "https://web.archive.org/web/2012/http://a.org/",
        ),
    ],
)
def test_what_was_captured_is_mended_where_its_scheme_is_odd(tail: str, original: str) -> None:
    """Encoded, doubled, short of a slash, or missing; the rest stays as it is."""
    assert original_of(f"https://web.archive.org/web/20130910120000id_/{tail}") == original


def test_a_short_stamp_is_one_where_a_scheme_follows() -> None:
    """The archive completes it."""
    assert raw_url("https://web.archive.org/web/2013/http://a.org/") == (
        "https://web.archive.org/web/2013id_/http://a.org/"
    )


def test_an_encoded_address_is_asked_decoded() -> None:
    """Not every archive takes an encoded one."""
    given = "https://web.archive.org/web/20130910120000/http%3A%2F%2Fa.org%2Fp"
    assert raw_url(given) == "https://web.archive.org/web/20130910120000id_/http://a.org/p"


@pytest.mark.parametrize(
    "url",
    [
        "https://perma.cc/ABCD-1234",
        "http://a.org/2013/05/a-story",
        "http://a.org/20130910/http-and-you",
        "https://web.archive.org/web/*/http://a.org/",
        "https://web.archive.org/web/http://a.org/",
        "https://archive.is/AbCdE",
        "http://a.org/20130910120000/page",
        "",
        "http://[bad/20130910120000/http://a.org",
    ],
)
def test_other_addresses_stay_as_they_are(url: str) -> None:
    """They tell nothing of what was captured."""
    if "[bad" not in url:
        assert original_of(url) is None
        assert (raw_url(url), view_url(url)) == (url, url)


def test_pywb_s_addresses_are_of_the_same_form() -> None:
    """Its collection stands before the stamp."""
    url = "http://127.0.0.1:8080/coll/20130910120000mp_/http://a.org/"
    assert raw_url(url) == "http://127.0.0.1:8080/coll/20130910120000id_/http://a.org/"
    assert original_of(url) == "http://a.org/"


def test_a_memento_is_judged_under_the_addresses_of_its_day() -> None:
    """So that a redirect to the home page is seen as one."""
    home = RAW.replace("/p?q=1", "/")
    seen = as_captured(answer(url=home, asked=RAW, hops=[Hop(RAW, 302, home)]))
    assert (seen.asked, seen.hops[0].location) == ("http://a.org/p?q=1", "http://a.org/")
    assert seen.response is not None
    assert seen.response.url == "http://a.org/"
