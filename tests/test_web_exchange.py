"""One exchange: redirects, bounds, the one deadline, and a reason for each failure."""

from __future__ import annotations

import gzip
import hashlib
import ipaddress
import os
import socket
import time
import tracemalloc
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from footnoted.model.capture import Hop
from footnoted.web.exchange import Budget
from footnoted.web.guard import Address
from loopback import CERTIFICATE, Answer, Asked, page, redirect, serve
from web_help import LOOPBACK, look_all, look_once

ENDLESS = 100_000_000
SHORT = replace(LOOPBACK, total_seconds=0.6, retries=0)


def sending(*pieces: bytes, pause: float = 0.0, times: int = 1) -> Answer:
    """Return an answer that sends the pieces, the last one so many times, with pauses."""

    def script(connection: socket.socket) -> None:
        for piece in pieces[:-1]:
            connection.sendall(piece)
        for _ in range(times):
            connection.sendall(pieces[-1])
            time.sleep(pause)

    return Answer(script=script)


def resetting(after: bytes = b"") -> Answer:
    """Return an answer that resets the connection."""

    def script(connection: socket.socket) -> None:
        if after:
            connection.sendall(after)
            time.sleep(0.05)
        linger = (1).to_bytes(4, "little") + (0).to_bytes(4, "little")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        connection.close()

    return Answer(script=script)


OK = b"HTTP/1.1 200 OK\r\n"


def test_a_page_comes_whole_with_its_headers_in_order() -> None:
    """Status, headers as sent, body, digest, time to the second, and where we looked from."""
    answer = Answer(200, b"<p>Hi", [("B", "1"), ("A", "2"), ("b", "3")])
    with serve({"/a?q=1": answer}) as site:
        capture = look_once(site.url("/a?q=1#part"))
        (asked,) = site.asked
    assert capture.response
    assert capture.response.status == 200
    assert capture.response.url == site.url("/a?q=1#part")
    assert capture.response.headers[:3] == (("B", "1"), ("A", "2"), ("b", "3"))
    assert capture.response.body == b"<p>Hi"
    assert capture.digest == hashlib.sha256(b"<p>Hi").hexdigest()
    assert capture.at.isoformat() == "2026-11-24T12:00:00+00:00"
    assert (capture.vantage, capture.basis, capture.failure) == ("here", "cited", None)
    assert asked.headers["User-Agent"].startswith("footnoted/")
    assert asked.headers["Accept-Encoding"] == "gzip, deflate"
    assert asked.headers["Host"] == f"127.0.0.1:{site.port}"


@pytest.mark.parametrize("status", [200, 204, 404, 410, 401, 403, 429, 451, 500, 300])
def test_any_final_status_is_a_response(status: int) -> None:
    """A wall, a gap or an error is what the host said, not a failure to look."""
    with serve({"/": Answer(status)}) as site:
        capture = look_once(site.url(), replace(LOOPBACK, retries=0))
    assert capture.response
    assert capture.response.status == status


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_recorded(status: int) -> None:
    """Relative ones too; each hop tells who answered, how, and to where."""
    with serve({"/a/b": redirect("../c", status), "/c": page("here")}) as site:
        capture = look_once(site.url("/a/b#part"))
    assert capture.hops == (Hop(site.url("/a/b#part"), status, site.url("/c")),)
    assert capture.response
    assert capture.response.url == site.url("/c#part")
    assert capture.response.body == b"here"


def test_a_redirect_status_without_location_is_the_answer() -> None:
    """There is nowhere to go."""
    with serve({"/": Answer(302, b"well")}) as site:
        capture = look_once(site.url())
    assert capture.response
    assert (capture.response.status, capture.hops) == (302, ())


def test_a_redirect_does_not_have_its_body_read() -> None:
    """An endless body behind a redirect costs nothing."""
    head = b"HTTP/1.1 302 Found\r\nLocation: /c\r\n\r\n"
    with serve({"/": sending(head, b"x" * 1000, times=ENDLESS), "/c": page("c")}) as site:
        capture = look_once(site.url())
    assert capture.response
    assert capture.response.body == b"c"


def test_a_loop_is_a_failure() -> None:
    """Back to where we were, with the same cookies: no end to it."""
    with serve({"/a": redirect("/b"), "/b": redirect("/a")}) as site:
        capture = look_once(site.url("/a"))
        assert len(site.asked) == 3
    assert capture.failure
    assert capture.failure.reason == "redirect_loop"
    assert len(capture.hops) == 3


def test_a_cookie_check_is_no_loop() -> None:
    """Sites that set a cookie and send us back to the same URL are let have it."""

    def check(asked: Asked) -> Answer:
        if "seen=1" in asked.headers.get("Cookie", ""):
            return page("welcome")
        return redirect("/", headers=[("Set-Cookie", "seen=1")])

    with serve({"/": check}) as site:
        capture = look_once(site.url())
    assert capture.response
    assert capture.response.body == b"welcome"


def test_cookies_live_for_one_chain() -> None:
    """The next URL of the host starts without them."""
    answers = {"/a": redirect("/b", headers=[("Set-Cookie", "c=1; Path=/")]), "/b": page("b")}
    with serve(answers) as site:
        look_all([site.url("/a"), site.url("/b")])
        assert [asked.headers.get("Cookie") for asked in site.asked] == [None, "c=1", None]


def test_too_many_redirects_are_a_failure() -> None:
    """A chain that goes on and on ends at the bound."""
    with serve({"*": lambda asked: redirect(asked.path + "x")}) as site:
        capture = look_once(site.url("/x"), replace(LOOPBACK, max_hops=4))
        assert len(site.asked) == 5
    assert capture.failure
    assert capture.failure.reason == "too_many_hops"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", "refused_address"),
        ("http://[fd00:ec2::254]/latest/", "refused_address"),
        ("file:///etc/passwd", "not_http"),
        ("http://user:pw@127.0.0.1/", "bad_url"),
    ],
)
def test_a_redirect_inside_is_not_followed(location: str, reason: str) -> None:
    """The hop stays on record, with the reason why it ended there."""
    with serve({"/": redirect(location)}) as site:
        capture = look_once(site.url())
    assert capture.failure
    assert capture.failure.reason == reason
    assert [hop.location for hop in capture.hops] == [location]


def raw_deflate(data: bytes) -> bytes:
    squeezer = zlib.compressobj(wbits=-15)
    return squeezer.compress(data) + squeezer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("GZIP", lambda data: gzip.compress(data[:5]) + gzip.compress(data[5:])),
        ("gzip", lambda data: gzip.compress(data) + b"\0" * 9),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("deflate, gzip", lambda data: gzip.compress(zlib.compress(data))),
        ("utf-8", lambda data: data),
        ("identity", lambda data: data),
    ],
)
def test_bodies_are_decoded(encoding: str, packed: Callable[[bytes], bytes]) -> None:
    """As Content-Encoding says; several members, padding and a bare deflate are met too."""
    text = os.urandom(100_000).hex().encode()
    answer = Answer(200, packed(text), {"Content-Encoding": encoding})
    with serve({"/": answer}) as site:
        capture = look_once(site.url())
    assert capture.response, capture.failure
    assert capture.response.body == text


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", b"plain text"),
        ("gzip", gzip.compress(b"text" * 1000)[:-20]),
        ("deflate", b"\xff\xff\xff\xff"),
        ("br", b"whatever"),
        ("gzip, gzip, gzip, gzip", b""),
    ],
    # gzip stamps the time: named after its bytes, a test would have another name in each worker
    ids=["no gzip", "cut gzip", "no deflate", "unasked encoding", "layers without end"],
)
def test_a_body_that_is_not_what_it_says_is_bad_encoding(encoding: str, body: bytes) -> None:
    """Not gzip, cut gzip, an encoding we did not ask for, layers without end."""
    with serve({"/": Answer(200, body, {"Content-Encoding": encoding})}) as site:
        capture = look_once(site.url())
    assert capture.failure
    assert capture.failure.reason == "bad_encoding"


def test_a_gzip_bomb_stops_at_the_bound() -> None:
    """300 MB of zeros end at 1 MB, also doubly packed, and never unfold in memory."""
    bomb = zlib.compressobj(9, wbits=31)
    once = b"".join(bomb.compress(b"\0" * 1_000_000) for _ in range(300)) + bomb.flush()
    answers = {
        "/once": Answer(200, once, {"Content-Encoding": "gzip"}),
        "/twice": Answer(200, gzip.compress(once), {"Content-Encoding": "gzip, gzip"}),
    }
    with serve(answers) as site:
        tracemalloc.start()
        captures = look_all(
            [site.url("/once"), site.url("/twice")], replace(LOOPBACK, max_body_bytes=1_000_000)
        )
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    reasons = [capture.failure and capture.failure.reason for capture in captures.values()]
    assert reasons == ["decoded_too_large"] * 2
    assert peak < 10_000_000


FAULTS = {
    "endless": (sending(OK + b"\r\n", b"x" * 65536, times=ENDLESS), "body_too_large"),
    "announced": (Answer(raw=OK + b"Content-Length: 99999999\r\n\r\n"), "body_too_large"),
    "slow headers": (sending(OK, b"X", pause=0.05, times=ENDLESS), "timeout"),
    "slow drip": (sending(OK + b"\r\n", b"x", pause=0.05, times=ENDLESS), "timeout"),
    "no answer": (sending(b"", pause=1), "timeout"),
    "slow chunks": (
        sending(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", pause=0.05, times=99999),
        "timeout",
    ),
    "cut": (Answer(raw=OK + b"Content-Length: 10\r\n\r\nabc"), "protocol"),
    "cut chunk": (Answer(raw=OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab"), "protocol"),
    "no last chunk": (
        Answer(raw=OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"),
        "protocol",
    ),
    "bad chunk": (Answer(raw=OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n"), "protocol"),
    "negative chunk": (
        sending(OK + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n", b"x" * 65536, times=ENDLESS),
        "body_too_large",
    ),
    "long header": (sending(OK + b"X: ", b"y" * 65536, times=ENDLESS), "headers_too_large"),
    "many bytes of headers": (
        sending(OK, b"X: " + b"y" * 2000 + b"\r\n", times=99),
        "headers_too_large",
    ),
    "many headers": (sending(OK, b"X: y\r\n", times=500), "headers_too_large"),
    "interim for ever": (
        sending(b"HTTP/1.1 100 Continue\r\n\r\n", times=ENDLESS),
        "headers_too_large",
    ),
    "not HTTP": (Answer(raw=b"SSH-2.0-OpenSSH_9.6\r\n"), "protocol"),
    "nothing": (Answer(raw=b""), "connection_reset"),
    "reset": (resetting(), "connection_reset"),
    "reset in the body": (resetting(OK + b"Content-Length: 9\r\n\r\nab"), "connection_reset"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_has_its_reason_and_none_hangs(fault: str) -> None:
    """Bounds and the deadline hold against the rudest server."""
    answer, reason = FAULTS[fault]
    settings = replace(SHORT, max_wire_bytes=1_000_000)
    with serve({"/": answer}) as site:
        began = time.monotonic()
        capture = look_once(site.url(), settings)
        assert time.monotonic() - began < 1.5
    assert capture.failure
    assert capture.failure.reason == reason
    assert capture.failure.message
    assert "\n" not in capture.failure.message
    assert capture.response is None


def test_a_port_where_nobody_listens_is_refused() -> None:
    """Refused is weather, with a reason of its own."""
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    capture = look_once(f"http://127.0.0.1:{port}/", replace(LOOPBACK, retries=0))
    assert capture.failure
    assert capture.failure.reason == "connection_refused"


def _loopback(host: str, port: int) -> Sequence[Address]:
    return [ipaddress.ip_address("127.0.0.1")]


def test_a_certificate_that_does_not_verify_is_marked_and_a_trusted_one_is_fine() -> None:
    """Self-signed is marked untrusted; with its root trusted it is not; a wrong name is again."""
    trusting = replace(LOOPBACK, ca_bundle=str(CERTIFICATE))
    with serve({"/": page("sealed")}, tls=True) as site:
        untrusted = look_once(site.url())
        trusted = look_once(site.url(), trusting)
        by_name = look_once(site.url("/", host="localhost"), trusting)
        wrong = look_once(site.url("/", host="wrong.test"), trusting, _loopback)
    told = []
    for capture in (untrusted, trusted, by_name, wrong):
        assert capture.response, capture.failure
        assert capture.response.body == b"sealed"
        told.append(capture.response.untrusted)
    assert told[1:3] == [None, None]
    assert "self-signed" in (told[0] or "")
    assert "wrong.test" in (told[3] or "")


def test_no_secret_goes_where_the_certificate_does_not_verify() -> None:
    """The look that is made once more, apart, carries none of the headers of the settings."""
    secret = replace(LOOPBACK, headers_by_host={"127.0.0.1": {"X-Key": "hidden"}})
    with serve({"/": page("sealed")}, tls=True) as site:
        look_once(site.url(), secret)
        sent = [dict(asked.headers) for asked in site.asked]
    assert len(sent) == 1
    assert "hidden" not in str(sent)


def test_the_deadline_holds_within_tls() -> None:
    """A handshake that never goes on, and a sealed body that drips."""
    trusting = replace(SHORT, ca_bundle=str(CERTIFICATE))
    drip = sending(OK + b"\r\n", b"x", pause=0.05, times=ENDLESS)
    with serve({"/": drip}, tls=True) as site:
        capture = look_once(site.url(), trusting)
    assert capture.failure
    assert capture.failure.reason == "timeout"
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        capture = look_once(f"https://127.0.0.1:{silent.getsockname()[1]}/", trusting)
        assert time.monotonic() - began < 1.5
    assert capture.failure
    assert capture.failure.reason == "timeout"


def test_secrets_go_to_their_host_only_and_not_after_a_downgrade() -> None:
    """A redirect to another host, or from https to http, does not take them along."""
    trusting = replace(
        LOOPBACK,
        ca_bundle=str(CERTIFICATE),
        headers_by_host={"127.0.0.1": {"Authorization": "Bearer secret"}},
    )
    with (
        serve({"*": page("b")}, host="127.0.0.2") as other,
        serve({"/": redirect(other.url("/b")), "/c": page("c")}) as plain,
        serve({"/": redirect(plain.url("/c"))}, tls=True) as sealed,
    ):
        captures = look_all([plain.url(), sealed.url()], trusting)
        assert plain.asked[0].headers["Authorization"] == "Bearer secret"
        assert sealed.asked[0].headers["Authorization"] == "Bearer secret"
        assert "Authorization" not in other.asked[0].headers
        assert "Authorization" not in plain.asked[1].headers
    assert "secret" not in repr(captures)


def test_nothing_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies and netrc are not ours to follow."""
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    monkeypatch.setenv("NETRC", os.devnull)
    with serve({"/": page("direct")}) as site:
        capture = look_once(site.url())
    assert capture.response
    assert capture.response.body == b"direct"


def test_a_skipped_host_is_not_fetched_even_by_a_redirect() -> None:
    """Our own policy is its own reason."""
    settings = replace(LOOPBACK, skip_hosts=frozenset({"127.0.0.2"}))
    with serve({}, host="127.0.0.2") as skipped, serve({"/": redirect(skipped.url())}) as site:
        captures = look_all([skipped.url("/x"), site.url()], settings)
        assert skipped.asked == []
    reasons = [capture.failure and capture.failure.reason for capture in captures.values()]
    assert reasons == ["not_fetched", "not_fetched"]


def test_chinese_paths_are_sent_percent_encoded() -> None:
    """The URL is asked in ASCII and stays in the capture as printed."""
    with serve({"/%E8%B7%AF?q=%E7%AD%94": page("找到")}) as site:
        url = site.url("/路?q=答")
        capture = look_once(url)
    assert capture.asked == url
    assert capture.response
    assert capture.response.body.decode() == "找到"


def test_an_error_of_ours_is_raised() -> None:
    """What is no failure of the world is not dressed up as one."""

    def broken(host: str, port: int) -> Sequence[Address]:
        raise KeyError(host)

    with pytest.raises(KeyError):
        look_once("http://example.test/", LOOPBACK, broken)


def test_a_rest_that_a_url_caused_itself_is_taken_off_its_time() -> None:
    """Only where the same host is asked on, and never more than a 25th of the whole."""
    budget = Budget(25.0)
    budget.rest("a.example", 1.0)
    budget.rest("b.example", 1.0)
    assert budget.left == 25.0
    budget.rest("b.example", 0.5)
    budget.rest("b.example", 60.0)
    assert budget.left == 23.5
    budget.pause(30.0)
    assert budget.left == 0.0
