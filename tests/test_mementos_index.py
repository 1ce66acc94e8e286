"""What archives list, in every writing, and answers that are none."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.mementos import WAYBACK, Archive, archive_at, read_index, read_timegate
from footnoted.model.archived import Snapshot
from footnoted.model.capture import Hop
from memento_help import PAGE, answer, array, no_answer, row

PYWB = archive_at("http://127.0.0.1:8080/coll")


ARCH = archive_at("http://arch.example.org/web/timemap/link")


def listed(
    body: str | bytes, status: int = 200, archive: Archive = WAYBACK
) -> tuple[Snapshot, ...]:
    found = read_index(answer(body, status), archive, PAGE)
    assert not isinstance(found, str), found
    return found


def silence(body: str | bytes, status: int = 200) -> str:
    found = read_index(answer(body, status), WAYBACK, PAGE)
    assert isinstance(found, str), found
    return found


def test_wayback_s_array_is_read() -> None:
    """Time, address, status and digest; raw bytes and a view for readers."""
    first, second = listed(array(row("20140102030405", "301"), row("20130910120000")))
    assert first == Snapshot(
        at=datetime(2013, 9, 10, 12, tzinfo=UTC),
        original=PAGE,
        url=f"https://web.archive.org/web/20130910120000id_/{PAGE}",
        view=f"https://web.archive.org/web/20130910120000/{PAGE}",
        status=200,
        media_type="text/html",
        digest="D",
    )
    assert second.status == 301


def test_pywb_s_lines_are_read() -> None:
    """An object a line, under other names; with a line cut short it is no list."""
    one = {"urlkey": "k", "timestamp": "20130910120000", "url": PAGE, "status": "200"}
    two = {**one, "timestamp": "20140910120000", "mime": "text/html", "digest": "X"}
    body = f"{json.dumps(one)}\n{json.dumps(two)}\n"
    found = read_index(answer(body), PYWB, PAGE)
    assert not isinstance(found, str)
    assert [one.url for one in found] == [
        f"http://127.0.0.1:8080/coll/20130910120000id_/{PAGE}",
        f"http://127.0.0.1:8080/coll/20140910120000id_/{PAGE}",
    ]
    assert isinstance(read_index(answer(f"{body}{{'cut"), PYWB, PAGE), str)


def test_plain_cdx_is_read_with_blanks_in_an_address() -> None:
    """With the key before the time, or without."""
    first = f"org,site)/page 20130910120000 {PAGE} text/html 200 AAA - - 12\n"
    (one,) = listed(first)
    assert (one.original, one.status, one.digest) == (PAGE, 200, "AAA")
    second = "20140910120000 http://site.example.org/a b c text/html - BBB\n"
    found = read_index(answer(second), WAYBACK, "http://site.example.org/a%20b%20c")
    assert not isinstance(found, str)
    (other,) = found
    assert (other.original, other.status) == ("http://site.example.org/a b c", None)


def test_captures_of_other_addresses_are_passed_over() -> None:
    """An archive's key folds addresses together; a list of such captures alone is no answer."""
    others = [row("20130910120000", original=PAGE.replace("page", "Page"))]
    assert [one.original for one in listed(array(*others, row("20140910120000")))] == [PAGE]
    assert "other addresses" in silence(array(*others))


def test_a_revisit_without_a_status_is_a_memento_of_unknown_status() -> None:
    """It points at bytes that were had before."""
    rows = [["20130910120000", PAGE, "warc/revisit", "-", "AAA"]]
    (one,) = listed(array(*rows))
    assert (one.status, one.media_type, one.digest) == (None, None, "AAA")


def test_a_timemap_is_read() -> None:
    """In link format; of first and last one too; commas in quotes part nothing."""
    body = (
        f'<{PAGE}>;rel="original",\n'
        f'<http://arch.example.org/web/{PAGE}>; rel="timegate",\n'
        f'<http://arch.example.org/web/20130910120000/{PAGE}>; rel="first memento"; '
        'datetime="Tue, 10 Sep 2013 12:00:00 GMT"; title="a, b \\" <c>",\n'
        "<http://arch.example.org/opaque/2>; rel=memento; "
        'datetime="Wed, 10 Sep 2014 12:00:00 GMT",\n'
        '<http://arch.example.org/3>; rel="memento"; datetime="some day"'
    )
    first, second = listed(body, archive=ARCH)
    assert first.url == f"http://arch.example.org/web/20130910120000id_/{PAGE}"
    assert (second.url, second.view, second.original) == (
        "http://arch.example.org/opaque/2",
        "http://arch.example.org/opaque/2",
        PAGE,
    )
    assert second.at == datetime(2014, 9, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://inside.example.org/20130910120000id_/http://site.example.org/page",
        "http://arch.example.org:8080/3",
        "javascript:alert(1)//",
        "file:///etc/passwd",
    ],
)
def test_an_archive_names_only_what_it_holds_itself(elsewhere: str) -> None:
    """A list leads nobody into other hosts, and what these show is not the archive's word."""
    dated = 'rel="memento"; datetime="Tue, 10 Sep 2013 12:00:00 GMT"'
    stranger = f'<{PAGE}>;rel="original",\n<{elsewhere}>; {dated}'
    (own,) = listed(f"{stranger},\n<http://arch.example.org/opaque/2>; {dated}", archive=ARCH)
    assert own.url == "http://arch.example.org/opaque/2"
    told = read_index(answer(stranger), ARCH, PAGE)
    assert told == "its list names mementos at other places than its own only"
    named = answer("", url=ARCH.timegate, Link=stranger.replace("\n", " "))
    assert "at other places" in str(read_timegate(named, ARCH, PAGE))


@pytest.mark.parametrize("body", ["", "[]", " [] \n", "[[]]", array(), "\ufeff[]"])
def test_an_empty_list_is_a_list(body: str) -> None:
    """What it is worth, the TimeGate tells."""
    assert listed(body) == ()


def test_not_found_is_an_empty_list_only_as_an_archive_says_it() -> None:
    """In JSON as pywb has it, or in an empty timemap; a page of words may be anybody's."""
    assert listed('{"message": "No Captures found for: x"}', 404) == ()
    assert listed("", 404) == ()
    assert listed("org.archive.wayback.exception.ResourceNotInArchiveException: x") == ()
    assert "404" in silence("not here", 404)
    assert "404" in silence("<html>not here", 404)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("<!DOCTYPE html><html><body>Sorry", 200),
        ("<html>Too many", 429),
        ("[]", 429),
        ("[]", 503),
        ("", 500),
        ("[]", 302),
        ('[["timestamp", "original"], ["2013', 200),
        ("[" * 100_000, 200),
        ("{" * 100_000, 200),
        ('{"error": "busy"}', 200),
        ("org.archive.wayback.exception.RobotAccessControlException: Blocked", 403),
        ("org.archive.util.io.RuntimeIOException: <html>", 200),
        ("<html><pre>org.archive.wayback.exception.AdministrativeAccessControlException", 200),
        ("a few words that are no list", 200),
        (array(row("20131399000000"), row("notatime"), ["20130910120000"]), 200),
        (b"\xff\xfe\x00\x01" * 100, 200),
        ("<http://a/timemap/2>; rel=timemap, <http://a/timemap/3>; rel=timemap", 200),
        ('<http://a/1>; rel="memento"', 200),
    ],
)
def test_what_is_no_list_is_silence(body: str | bytes, status: int) -> None:
    """Never "not archived", and never an exception; one line says why."""
    why = silence(body, status)
    assert why
    assert "\n" not in why
    assert len(why) < 200


def test_a_look_that_brought_nothing_is_silence() -> None:
    """In the words of the failure."""
    found = read_index(no_answer("timeout", "no answer within 25 s"), WAYBACK, PAGE)
    assert found == "no answer within 25 s"


def test_rows_that_cannot_be_read_are_passed_over() -> None:
    """The others count; one memento listed twice is one."""
    rows = [row("20130910120000"), row("20130231000000"), row("20130910120000"), ["x"], []]
    assert len(listed(array(*rows))) == 1


def test_a_huge_list_is_read() -> None:
    """As many rows as Wayback gives at once."""
    rows = [
        row(f"{2000 + n // 8760:04}0101{n % 24:02}{n % 60:02}{n % 57:02}") for n in range(90_000)
    ]
    assert len(listed(array(*rows))) > 1000


@given(st.binary(max_size=200), st.sampled_from([200, 404, 429, 500]))
def test_any_bytes_are_a_value(body: bytes, status: int) -> None:
    """Whatever an archive sends."""
    found = read_index(answer(body, status), WAYBACK, PAGE)
    assert isinstance(found, tuple | str)


@given(st.text(alphabet='<>;="\\, \nabrel', max_size=300))
def test_any_links_are_a_value(body: str) -> None:
    """Also what only looks like link format."""
    assert isinstance(read_index(answer(f"<a>; rel=x {body}"), WAYBACK, PAGE), tuple | str)


def test_a_timegate_that_finds_nothing_says_404() -> None:
    """Only the archive's own 404 says so."""
    gate = f"{WAYBACK.timegate}{PAGE}"
    assert read_timegate(answer("<html>", 404, url=gate), WAYBACK, PAGE) == ()
    away = answer("<html>", 404, url="http://elsewhere.example.org/")
    assert isinstance(read_timegate(away, WAYBACK, PAGE), str)
    for status in (200, 403, 429, 503):
        assert isinstance(read_timegate(answer("", status, url=gate), WAYBACK, PAGE), str)


def test_a_timegate_leads_to_a_memento() -> None:
    """By a redirect, whatever stands at its end."""
    led = f"https://web.archive.org/web/20130910120000/{PAGE}"
    hops = [Hop(f"{WAYBACK.timegate}{PAGE}", 302, led)]
    found = read_timegate(answer("x", 404, url=led, hops=hops), WAYBACK, PAGE)
    assert not isinstance(found, str)
    (one,) = found
    assert (one.at, one.url) == (
        datetime(2013, 9, 10, 12, tzinfo=UTC),
        f"https://web.archive.org/web/20130910120000id_/{PAGE}",
    )


def test_a_timegate_names_a_memento() -> None:
    """In its Link header, as pywb does over a frame; or it answers with the memento itself."""
    gate = f"{PYWB.timegate}{PAGE}"
    link = (
        f'<{PAGE}>; rel="original", <{PYWB.replay}20130910120000mp_/{PAGE}>; rel="memento"; '
        'datetime="Tue, 10 Sep 2013 12:00:00 GMT"'
    )
    found = read_timegate(answer("<html>", url=gate, Link=link), PYWB, PAGE)
    assert not isinstance(found, str)
    assert [one.url for one in found] == [f"{PYWB.replay}20130910120000id_/{PAGE}"]
    date = "Tue, 10 Sep 2013 12:00:00 GMT"
    own = answer("x", url=gate, Memento_Datetime=date, Content_Location="/coll/opaque")
    found = read_timegate(own, PYWB, PAGE)
    assert not isinstance(found, str)
    assert [one.url for one in found] == ["http://127.0.0.1:8080/coll/opaque"]
