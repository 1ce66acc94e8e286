"""From exceptions of the network stack to reasons."""

from __future__ import annotations

import errno
import http.client
import ssl

import pytest
import requests
import urllib3

from footnoted.web.failures import LookFailedError, as_failure, one_line, os_failure


def wrapped(error: Exception) -> Exception:
    """Wrap as urllib3 and requests do."""
    inner = urllib3.exceptions.ProtocolError("Connection aborted.", error)
    return requests.exceptions.ConnectionError(inner)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (LookFailedError("dns_trouble", "x"), "dns_trouble"),
        (http.client.IncompleteRead(b"a", 9), "protocol"),
        (http.client.RemoteDisconnected("gone"), "connection_reset"),
        (http.client.BadStatusLine("SSH"), "protocol"),
        (http.client.LineTooLong("header line"), "headers_too_large"),
        (http.client.HTTPException("got more than 100 headers"), "headers_too_large"),
        (ConnectionResetError(errno.ECONNRESET, "reset"), "connection_reset"),
        (TimeoutError("timed out"), "timeout"),
        (ssl.SSLCertVerificationError("bad certificate"), "tls"),
        (ssl.SSLEOFError("EOF"), "connection_reset"),
        (OSError(errno.EIO, "something else"), "protocol"),
    ],
)
def test_a_failure_of_the_world_is_known_however_it_is_wrapped(
    error: Exception, reason: str
) -> None:
    """Bare, as argument, and as cause."""
    caused = requests.exceptions.RequestException("odd")
    caused.__cause__ = error
    for seen in (error, wrapped(error), caused):
        failure = as_failure(seen)
        assert failure
        assert failure.reason == reason


@pytest.mark.parametrize(
    "error",
    [KeyError("bug"), TypeError("bug"), OSError(errno.EMFILE, "too many"), MemoryError()],
)
def test_an_error_of_ours_is_no_failure(error: Exception) -> None:
    """A bug, or a machine out of handles, blames no host."""
    assert as_failure(error) is None
    assert as_failure(OSError(errno.EMFILE, "too many")) is None


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (TimeoutError(), "connect_timeout"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), "connection_refused"),
        (OSError(errno.EHOSTUNREACH, "no route"), "connection_refused"),
        (ConnectionResetError(errno.ECONNRESET, "reset"), "connection_reset"),
    ],
)
def test_connecting_has_reasons_of_its_own(error: OSError, reason: str) -> None:
    """And the words name the place."""
    failure = os_failure(error, "1.2.3.4 port 80")
    assert failure.reason == reason
    assert "1.2.3.4 port 80" in failure.message


def test_words_from_outside_stay_on_one_line() -> None:
    """No newline, no escape sequence, no end."""
    assert one_line("a\r\nb\x1b[31m\u202e") == "a b�[31m�"
    assert len(one_line("x" * 9999)) == 301
