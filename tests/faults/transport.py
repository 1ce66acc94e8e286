"""Answers that are broken on their way: TLS, framing, encodings, sizes."""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import warnings
import zlib
from functools import cache
from pathlib import Path

from faults.model import Pages, Raw, fault
from faults.words import article
from loopback import Answer

KEYS = Path(__file__).with_name("keys")
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_KIND = ("Content-Type", "text/html; charset=utf-8")
_GZIP = ("Content-Encoding", "gzip")
_BOMB_MIB = 300


@cache
def _bomb() -> bytes:
    """Return 300 MiB of nothing, compressed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1024 * 1024)
    return b"".join(packer.compress(block) for _ in range(_BOMB_MIB)) + packer.flush()


def _old_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(KEYS / "good.pem")
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        context.maximum_version = ssl.TLSVersion.TLSv1
    return context


_OLD = _old_context()


def _old_tls(connection: socket.socket) -> None:
    """Serve the page over TLS 1.0; a client that knows better hears the alert, not a reset."""
    with connection.dup() as plain, contextlib.suppress(ssl.SSLError):
        with _OLD.wrap_socket(plain, server_side=True) as sealed:
            sealed.recv(65536)
            sealed.sendall(_HEAD + b"\r\n" + article().encode())
        return
    connection.shutdown(socket.SHUT_WR)
    while connection.recv(65536):
        pass


def _plain_on_tls_port(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


def _no_http(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"\x00\x15\x07 220 welcome to the mail server \xff\xfe\r\n" * 20)


def _hang_up(connection: socket.socket) -> None:
    connection.recv(65536)


def _endless(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(_HEAD + b"\r\n<p>")
    block = b"grain and more grain " * 3200
    while True:
        connection.sendall(block)


FAULTS = (
    fault(
        "tls_1_0_only",
        "unreachable",
        Raw(_old_tls, "https"),
        "a protocol that no browser speaks any more",
        reason="tls",
    ),
    fault(
        "plain_on_tls_port",
        "unreachable",
        Raw(_plain_on_tls_port, "https"),
        "plain HTTP where TLS is due",
        reason="tls",
    ),
    fault(
        "no_http",
        "unreachable",
        Raw(_no_http),
        "speaks something else than HTTP",
        reason="protocol",
    ),
    fault(
        "hangs_up",
        "unreachable",
        Raw(_hang_up),
        "takes the request and hangs up",
        reason="connection_reset",
    ),
    fault(
        "cut_short",
        "unreachable",
        Answer(raw=_HEAD + b"Content-Length: 90000\r\n\r\n" + article().encode()),
        "a body shorter than its Content-Length",
        reason="protocol",
    ),
    fault(
        "bad_gzip",
        "unreachable",
        Answer(200, article().encode(), [_KIND, _GZIP]),
        "says gzip and is not",
        reason="bad_encoding",
    ),
    fault(
        "cut_gzip",
        "unreachable",
        Answer(200, gzip.compress(article().encode())[:-200], [_KIND, _GZIP]),
        "gzip that ends too early",
        reason="bad_encoding",
    ),
    fault(
        "gzip_bomb",
        "not_fetched",
        Pages({"/data.html": lambda _: Answer(200, _bomb(), [_KIND, _GZIP])}),
        "300 MiB in a few kilobytes: our own bound, and no word on the page",
        path="/data.html",
        reason="decoded_too_large",
    ),
    fault(
        "endless_body",
        "not_fetched",
        Raw(_endless),
        "a body without an end: our own bound, and no word on the page",
        reason="body_too_large",
    ),
    fault(
        "huge_announced",
        "not_fetched",
        Answer(raw=_HEAD + b"Content-Length: 9000000000\r\n\r\n" + b"a" * 1000),
        "9 GB announced: not begun",
        path="/data.bin",
        reason="body_too_large",
    ),
)
