"""From exceptions of sockets, TLS, http.client, urllib3 and requests to our Failure values."""

from __future__ import annotations

import errno
import http.client
import ssl
from collections.abc import Iterator

from footnoted.model.capture import Failure, FailureReason

_OURS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM, errno.ENOSPC})
"""What this machine lacks is nothing that a host can be blamed for."""


_TLS_ENDED = (ssl.SSLEOFError, ssl.SSLZeroReturnError)
_MEANINGS: tuple[tuple[tuple[type[BaseException], ...], FailureReason, str], ...] = (
    (_TLS_ENDED, "connection_reset", "the connection ended within TLS"),
    ((http.client.IncompleteRead,), "protocol", "the body was cut short"),
    (
        (http.client.RemoteDisconnected,),
        "connection_reset",
        "the connection was closed without an answer",
    ),
    (
        (ConnectionResetError, ConnectionAbortedError, BrokenPipeError),
        "connection_reset",
        "the connection was reset",
    ),
    ((TimeoutError,), "timeout", "no answer within the time allowed"),
    ((http.client.LineTooLong,), "headers_too_large", "a header line beyond bounds"),
)


class LookFailedError(Exception):
    """Carries a Failure through code that is not ours; it never leaves `web`.

    `certificate` tells that TLS failed over the certificate alone, of which a browser warns.
    """

    def __init__(self, reason: FailureReason, message: str, *, certificate: bool = False) -> None:
        super().__init__(message)
        self.certificate = certificate
        self.failure = Failure(reason, one_line(message))


def one_line(text: str) -> str:
    """Return `text` on one line of at most 300 characters, unprintable ones replaced."""
    line = " ".join("".join(c if c.isprintable() or c.isspace() else "�" for c in text).split())
    return line if len(line) <= 300 else f"{line[:300]}…"


def as_failure(error: BaseException) -> Failure | None:
    """Return what an error of the network stack means, or None if it is none of the world's.

    The exceptions of requests and urllib3 wrap one another; the first cause that says
    something exact decides.
    """
    causes = list(_causes(error))
    if any(isinstance(cause, OSError) and is_ours(cause) for cause in causes):
        return None
    for cause in causes:
        known = _exact(cause)
        if known:
            return known
    for cause in causes:
        if isinstance(cause, OSError | http.client.HTTPException) or _of_the_stack(cause):
            return Failure("protocol", one_line(f"not a usable answer: {cause}"))
    return None


def blames_certificate(error: BaseException) -> bool:
    """Tell whether TLS failed only because the certificate does not verify."""
    return any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error))


def is_ours(error: OSError) -> bool:
    """Tell whether `error` speaks of this machine (no more handles, no memory)."""
    return error.errno in _OURS


def os_failure(error: OSError, where: str) -> Failure:
    """Return what an error while connecting to `where` means."""
    if isinstance(error, TimeoutError):
        return Failure("connect_timeout", f"{where} did not take the connection in time")
    if isinstance(error, ConnectionResetError | BrokenPipeError):
        return Failure("connection_reset", f"{where} reset the connection")
    words = error.strerror or str(error)
    if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        words = f"no way to get there ({words})"
    return Failure("connection_refused", one_line(f"{where}: {words}"))


def _exact(cause: BaseException) -> Failure | None:
    if isinstance(cause, LookFailedError):
        return cause.failure
    if isinstance(cause, ssl.SSLError) and not isinstance(cause, _TLS_ENDED):
        words = getattr(cause, "verify_message", "") or getattr(cause, "reason", "") or str(cause)
        return Failure("tls", one_line(f"TLS failed: {words}"))
    for kinds, reason, message in _MEANINGS:
        if isinstance(cause, kinds):
            return Failure(reason, message)
    if isinstance(cause, http.client.HTTPException) and "more than 100 headers" in str(cause):
        return Failure("headers_too_large", "more than 100 headers")
    return None


def _of_the_stack(cause: BaseException) -> bool:
    return type(cause).__module__.split(".", 1)[0] in ("urllib3", "requests")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield `error` and what it wraps, the outermost first, each once."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        cause = waiting.pop(0)
        if not isinstance(cause, BaseException) or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        inner = (*cause.args, getattr(cause, "reason", None), cause.__cause__, cause.__context__)
        waiting.extend(part for part in inner if isinstance(part, BaseException))
