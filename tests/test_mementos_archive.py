"""Which archives there are, what they are asked, and who may be asked about what."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from footnoted.errors import FootnotedError
from footnoted.mementos import (
    WAYBACK,
    archive_at,
    index_question,
    is_refused_archive,
    may_be_public,
    memento_question,
    timegate_question,
)
from memento_help import PAGE, snapshot


def test_wayback_is_asked_for_one_capture_a_day() -> None:
    """The URL asked about is encoded whole and comes last; a fragment is not sent."""
    question = index_question(WAYBACK, "http://a.org/p?x=1&y=2#part")
    assert question.url == (
        "https://web.archive.org/cdx/search/cdx?output=json"
        "&fl=timestamp,original,mimetype,statuscode,digest&collapse=timestamp:8"
        "&url=http%3A%2F%2Fa.org%2Fp%3Fx%3D1%26y%3D2"
    )
    assert question.basis == "archive"


def test_an_address_beyond_ascii_is_asked_as_it_was_captured() -> None:
    """Its host in IDNA, its path and query percent-encoded; what is encoded already stays."""
    near = datetime(2013, 9, 10, tzinfo=UTC)
    url = "http://bücher.example/straße%20a?q=ü#ende"
    plain = "http://xn--bcher-kva.example/stra%C3%9Fe%20a?q=%C3%BC"
    assert timegate_question(WAYBACK, url, near).url == f"https://web.archive.org/web/{plain}"
    assert index_question(WAYBACK, url).url.endswith(
        "&url=http%3A%2F%2Fxn--bcher-kva.example%2Fstra%25C3%259Fe%2520a%3Fq%3D%25C3%25BC"
    )
    nameless = "http://" + "ü" * 80 + ".example/"
    assert timegate_question(WAYBACK, nameless, near).url.endswith(nameless)


def test_a_timegate_is_asked_for_a_time() -> None:
    """It travels beside the address, as Accept-Datetime."""
    near = datetime(2013, 9, 10, tzinfo=UTC)
    question = timegate_question(WAYBACK, f"{PAGE}#x", near)
    assert (question.url, question.near) == (f"https://web.archive.org/web/{PAGE}", near)


def test_a_memento_is_asked_raw() -> None:
    """The bytes as captured, and nothing written into them."""
    question = memento_question(snapshot("20130910120000"))
    assert question.url == f"https://web.archive.org/web/20130910120000id_/{PAGE}"
    assert question.basis == "memento"


def test_a_collection_of_pywb_s_is_an_archive() -> None:
    """CDX, TimeGate and replay stand below it."""
    archive = archive_at("http://127.0.0.1:8080/coll/")
    assert (archive.name, archive.kind, archive.host) == (
        "127.0.0.1:8080/coll",
        "cdx",
        "127.0.0.1",
    )
    assert index_question(archive, PAGE).url == (
        "http://127.0.0.1:8080/coll/cdx?output=json&url=http%3A%2F%2Fsite.example.org%2Fpage"
    )
    assert archive.raw("20130910120000", PAGE) == (
        f"http://127.0.0.1:8080/coll/20130910120000id_/{PAGE}"
    )


def test_an_archive_may_be_asked_for_timemaps() -> None:
    """By the address at which it gives them."""
    archive = archive_at("https://arch.example.org/wayback/timemap/link/")
    assert archive.kind == "timemap"
    assert index_question(archive, f"{PAGE}?a=1").url == (
        f"https://arch.example.org/wayback/timemap/link/{PAGE}?a=1"
    )
    assert archive.timegate == "https://arch.example.org/wayback/"


@pytest.mark.parametrize("base", ["https://web.archive.org", "http://archive.org/web/"])
def test_the_wayback_machine_by_name_is_ours(base: str) -> None:
    """It has a writing of its own."""
    assert archive_at(base) is WAYBACK


@pytest.mark.parametrize(
    "base",
    [
        "https://archive.today",
        "http://archive.ph/",
        "https://www.archive.is/x",
        "coll",
        "ftp://a.org/",
        "http://",
        "http://u:p@a.org/",
        "http://a.org:port/",
        "http://[x/",
        "http://a.org/?q=1",
        "",
    ],
)
def test_what_is_no_archive_is_refused_in_one_line(base: str) -> None:
    """And so is archive.today, by any of its names."""
    with pytest.raises(FootnotedError) as error:
        archive_at(base)
    assert "\n" not in str(error.value)
    assert base in str(error.value)


def test_archive_today_is_known_by_its_names_only() -> None:
    """Not by a path, nor by a name that only ends alike."""
    assert is_refused_archive("https://archive.md/AbC")
    assert is_refused_archive("http://ARCHIVE.TODAY./2013/http://a.org/")
    assert not is_refused_archive("https://web.archive.org/web/2013/https://archive.today/")
    assert not is_refused_archive("https://myarchive.is/")
    assert not is_refused_archive("http://[bad")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/a",
        "http://10.1.2.3/",
        "http://[::1]/",
        "http://[fe80::1]/",
        "http://localhost/",
        "http://site.test/",
        "http://printer/",
        "http://a.local/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://127.1/",
        "http://a.internal./",
        "local:abc",
        "http://[bad",
        "",
    ],
)
def test_a_private_address_is_nothing_a_public_archive_knows(url: str) -> None:
    """It is not told of it either."""
    assert not may_be_public(url)


@pytest.mark.parametrize(
    "url", ["http://example.org/a", "https://8.8.8.8/", "http://a.org.:80/", "http://xn--p1ai.ru/"]
)
def test_a_public_address_may_be_known(url: str) -> None:
    """A name with a dot, or an address of the public net."""
    assert may_be_public(url)
