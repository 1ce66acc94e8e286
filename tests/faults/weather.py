"""Trouble that may pass: of names, of connections, of servers. Never rot."""

from __future__ import annotations

import socket
import struct
import threading

from faults.model import CITED, Name, Pages, Raw, fault, html, sent_to
from faults.words import article
from loopback import Answer

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_BLOCK = b"grain and more grain " * 3200
_WAIT = threading.Event()


def _pause(seconds: float) -> None:
    _WAIT.wait(seconds)


def _reset(connection: socket.socket) -> None:
    """Close so that the other side hears a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _reset_in_body(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(_HEAD + b"Content-Length: 90000\r\n\r\n" + _BLOCK[:20000])
    _pause(0.2)
    _reset(connection)


def _silence(connection: socket.socket) -> None:
    connection.recv(65536)
    while connection.recv(65536):
        pass


def _drip(connection: socket.socket, start: bytes, drop: bytes) -> None:
    connection.recv(65536)
    connection.sendall(start)
    while True:
        connection.sendall(drop)
        _pause(0.2)


def _drip_headers(connection: socket.socket) -> None:
    _drip(connection, _HEAD + b"X-Slow: ", b"a")


def _drip_body(connection: socket.socket) -> None:
    _drip(connection, _HEAD + b"Content-Length: 90000\r\n\r\n", b"a")


def _endless_headers(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(_HEAD)
    number = 0
    while True:
        connection.sendall(b"X-Header-%d: %b\r\n" % (number, _BLOCK[:2000]))
        number += 1


_HOPS = {f"/hop/{number}": sent_to(f"/hop/{number + 1}") for number in range(30)}

FAULTS = (
    fault(
        "name_servfail",
        "unreachable",
        Name("servfail"),
        "the name server has trouble",
        reason="dns_trouble",
    ),
    fault(
        "name_silent",
        "unreachable",
        Name("silent"),
        "the name server does not answer",
        reason="dns_trouble",
    ),
    fault("refused", "unreachable", Name("closed"), "nobody listens", reason="connection_refused"),
    fault(
        "reset_at_once",
        "unreachable",
        Raw(_reset),
        "reset as soon as connected",
        reason="connection_reset",
    ),
    fault(
        "reset_in_body",
        "unreachable",
        Raw(_reset_in_body),
        "reset in the middle of the page",
        reason="connection_reset",
    ),
    fault(
        "silence",
        "unreachable",
        Raw(_silence),
        "takes the request and never answers",
        reason="timeout",
    ),
    fault(
        "drip_headers",
        "unreachable",
        Raw(_drip_headers),
        "headers a few bytes a second",
        reason="timeout",
    ),
    fault(
        "drip_body", "unreachable", Raw(_drip_body), "a body a few bytes a second", reason="timeout"
    ),
    fault(
        "endless_headers",
        "unreachable",
        Raw(_endless_headers),
        "headers without an end",
        reason="headers_too_large",
    ),
    fault("error_500", "unreachable", html(article(), 500), "500 at every look", reason="http_500"),
    fault(
        "bad_gateway_502",
        "unreachable",
        Answer(502, b"bad gateway"),
        "502 at every look",
        reason="http_502",
    ),
    fault("busy_503", "unreachable", Answer(503, b"busy"), "503 at every look", reason="http_503"),
    fault(
        "busy_for_an_hour",
        "unreachable",
        Answer(503, b"busy", [("Retry-After", "3600")]),
        "503 with Retry-After: 3600: come back later, and no hang",
        reason="http_503",
    ),
    fault(
        "redirect_loop",
        "unreachable",
        Pages({CITED: sent_to("/b"), "/b": sent_to(CITED)}),
        "two addresses that point at each other",
        reason="redirect_loop",
    ),
    fault(
        "hops_30",
        "unreachable",
        Pages({**_HOPS, "/hop/30": html(article())}),
        "thirty redirects",
        path="/hop/0",
        reason="too_many_hops",
    ),
    fault(
        "empty_location",
        "unreachable",
        Answer(302, b"", [("Location", "")]),
        "a redirect to the same address, for ever",
        reason="redirect_loop",
    ),
    fault(
        "no_location",
        "unreachable",
        Answer(302, b"moved"),
        "a redirect to nowhere",
        reason="http_302",
    ),
    fault(
        "not_modified_304",
        "unreachable",
        Answer(304),
        "“not modified”, though nobody had an earlier copy: an answer without the page",
        reason="protocol",
    ),
)
