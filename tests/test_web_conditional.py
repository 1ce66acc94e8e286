"""Asking whether anything changed: validators go back, and a "no" carries the earlier answer."""

from __future__ import annotations

import hashlib
import socket
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.model.capture import Capture, Earlier, Response
from footnoted.model.question import Question
from footnoted.web.conditional import conditions, refreshed
from loopback import CERTIFICATE, Answer, Asked, Site, page, redirect, serve
from web_help import LOOPBACK, NOW, Kept, look_at, look_once

DATE = "Tue, 20 Oct 2026 08:00:00 GMT"
DIGEST = hashlib.sha256(b"<p>as it was").hexdigest()


def earlier(url: str, *headers: tuple[str, str], status: int = 200) -> Earlier:
    return Earlier(Response(url, status, headers, b""), DIGEST)


def look(site: Site, path: str, had: Earlier) -> Capture:
    url = site.url(path)
    found = look_at(
        [Question(url)],
        LOOPBACK,
        Kept(),
        vantage="here",
        now=lambda: NOW,
        earlier={url: had},
    )
    return found[url]


def conditional(tag: str, status: int = 304, **headers: str) -> object:
    """Return an answer that honours If-None-Match."""

    def answer(asked: Asked) -> Answer:
        if asked.headers.get("If-None-Match") == tag:
            return Answer(status, b"", {"ETag": tag, **headers})
        return Answer(200, b"<p>in full", {"ETag": tag, "Content-Type": "text/html"})

    return answer


def test_a_page_that_did_not_change_is_the_earlier_one_under_todays_headers() -> None:
    """The earlier digest and type; what the answer says anew replaces what was said before."""
    with serve({"/a": conditional('"v1"', Date="today", Server="new")}) as site:  # type: ignore[dict-item]
        had = earlier(
            site.url("/a"), ("ETag", '"v1"'), ("Content-Type", "text/html"), ("Server", "old")
        )
        capture = look(site, "/a", had)
    assert capture.not_modified
    assert capture.digest == DIGEST
    assert capture.response is not None
    assert (capture.response.status, capture.response.body) == (200, b"")
    told = dict(capture.response.headers)
    assert (told["Content-Type"], told["Server"], told["ETag"]) == ("text/html", "new", '"v1"')
    assert "Content-Length" not in told


def test_a_page_that_changed_comes_whole() -> None:
    """Its own digest, and nothing says that it is the earlier one."""
    with serve({"/a": conditional('"v2"')}) as site:  # type: ignore[dict-item]
        capture = look(site, "/a", earlier(site.url("/a"), ("ETag", '"v1"')))
        assert site.asked[0].headers["If-None-Match"] == '"v1"'
    assert not capture.not_modified
    assert capture.response is not None
    assert capture.digest == hashlib.sha256(b"<p>in full").hexdigest()


def test_a_date_alone_is_sent_back_as_it_came() -> None:
    """Without a tag, If-Modified-Since with the very words."""
    with serve({"/a": Answer(304)}) as site:
        capture = look(site, "/a", earlier(site.url("/a"), ("Last-Modified", DATE)))
        (asked,) = site.asked
    assert asked.headers["If-Modified-Since"] == DATE
    assert "If-None-Match" not in asked.headers
    assert capture.not_modified


def test_validators_go_to_no_other_address() -> None:
    """Along a chain they are sent only where it comes to the address that gave them."""
    with serve({"/a": redirect("/b"), "/b": redirect("/c"), "/c": Answer(304)}) as site:
        had = earlier(site.url("/c"), ("ETag", '"v1"'))
        capture = look(site, "/a", had)
        sent = [("If-None-Match" in one.headers) for one in site.asked]
    assert sent == [False, False, True]
    assert capture.not_modified
    assert [hop.status for hop in capture.hops] == [302, 302]


def test_a_page_that_moved_is_asked_in_full() -> None:
    """The address it leads to now never gave a validator."""
    with serve({"/a": redirect("/new", 301), "/new": page("here")}) as site:
        capture = look(site, "/a", earlier(site.url("/a"), ("ETag", '"v1"')))
        assert "If-None-Match" not in site.asked[1].headers
    assert capture.response is not None
    assert capture.response.body == b"here"


def test_not_modified_without_a_question_is_no_page() -> None:
    """A 304 that nobody asked for is broken HTTP, never an empty page."""
    with serve({"/a": Answer(304)}) as site:
        capture = look_once(site.url("/a"), replace(LOOPBACK, retries=0))
        assert len(site.asked) == 1
    assert capture.response is None
    assert capture.failure is not None
    assert capture.failure.reason == "protocol"


def test_not_modified_that_speaks_of_another_version_is_asked_again_in_full() -> None:
    """RFC 9111, 4.3.4: it says nothing of the version that we have."""

    def answer(asked: Asked) -> Answer:
        if "If-None-Match" in asked.headers:
            return Answer(304, b"", {"ETag": '"other"'})
        return Answer(200, b"whole", {"ETag": '"other"'})

    with serve({"/a": answer}) as site:
        capture = look(site, "/a", earlier(site.url("/a"), ("ETag", '"v1"')))
        assert len(site.asked) == 2
    assert not capture.not_modified
    assert capture.response is not None
    assert capture.response.body == b"whole"


def test_a_site_that_says_not_modified_to_everything_is_no_page() -> None:
    """Asked in full, it says the same: then nothing was seen."""
    with serve({"/a": Answer(304, b"", {"ETag": '"other"'})}) as site:
        capture = look(site, "/a", earlier(site.url("/a"), ("ETag", '"v1"')))
        assert len(site.asked) == 2
    assert capture.failure is not None
    assert capture.failure.reason == "protocol"


@pytest.mark.parametrize(
    "tag", ['W/"weak"', '"a,b"', "naked-tag", '"\xe9"', '"65b9-gzip"', "W/naked"]
)
def test_odd_tags_go_back_as_they_came(tag: str) -> None:
    """What a server calls a version is its own business."""
    with serve({"/a": Answer(304)}) as site:
        capture = look(site, "/a", earlier(site.url("/a"), ("ETag", tag)))
        (asked,) = site.asked
    assert asked.headers["If-None-Match"] == tag
    assert capture.not_modified


@pytest.mark.parametrize(
    "tag",
    ["*", "", '""', "a, b", '"a", "b"', 'x"\r\nX-Evil: 1', '"a\x00b"', '"\u2028"', '"' + "x" * 600],
)
def test_what_would_mean_something_else_is_not_sent(tag: str) -> None:
    """A star means any, a comma two, a line break another header: asked in full."""
    with serve({"/a": page("whole")}) as site:
        capture = look(site, "/a", earlier(site.url("/a"), ("ETag", tag)))
        (asked,) = site.asked
    assert "If-None-Match" not in asked.headers
    assert "X-Evil" not in asked.headers
    assert capture.response is not None
    assert capture.response.body == b"whole"


@pytest.mark.parametrize(
    "had",
    [
        earlier("http://a.example/", ("ETag", '"v"'), status=404),
        earlier("http://a.example/", ("ETag", '"v"'), ("etag", '"w"')),
        earlier("http://a.example/", ("Last-Modified", "yesterday\r\nX: 1")),
        earlier("http://a.example/", ("Last-Modified", "yesterday")),
        earlier("http://a.example/"),
        Earlier(Response("http://a.example/", 200, (("ETag", '"v"'),), b"", "self-signed"), DIGEST),
    ],
)
def test_what_cannot_be_asked(had: Earlier) -> None:
    """No page, two tags, no date, no validator, or a certificate that did not verify."""
    assert conditions(had) == {}


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_header_of_a_server_can_write_one_of_ours(tag: str, date: str) -> None:
    """Whatever it sent, what goes back is one line of header characters (RFC 9110, 5.5)."""
    had = earlier("http://a.example/", ("ETag", tag), ("Last-Modified", date))
    for value in conditions(had).values():
        assert not set(value) & {"\r", "\n", "\0"}
        value.encode("latin-1")


def test_a_stranger_says_nothing_of_what_changed() -> None:
    """Where the certificate does not verify, the page is asked in full."""
    with serve({"/a": page("whole")}, tls=True) as site:
        capture = look(site, "/a", earlier(site.url("/a"), ("ETag", '"v1"')))
        assert "If-None-Match" not in site.asked[-1].headers
    assert capture.response is not None
    assert capture.response.untrusted
    assert CERTIFICATE.is_file()


def test_weak_and_strong_names_of_one_version_are_one() -> None:
    """Weak comparison (RFC 9110, 8.8.3.2)."""
    had = earlier("http://a.example/", ("ETag", 'W/"v"'))
    answer = Response("http://a.example/", 304, (("etag", '"v"'),), b"")
    assert refreshed(had, answer) is not None


def test_a_page_that_fails_meanwhile_is_what_it_is() -> None:
    """The earlier answer stands for nothing but a "not modified"."""

    def script(connection: socket.socket) -> None:
        connection.close()

    with serve({"/a": Answer(404, b"gone"), "/b": Answer(script=script)}) as site:
        gone = look(site, "/a", earlier(site.url("/a"), ("ETag", '"v1"')))
        cut = look(site, "/b", earlier(site.url("/b"), ("ETag", '"v1"')))
    assert gone.response is not None
    assert (gone.response.status, gone.not_modified) == (404, False)
    assert cut.failure is not None
