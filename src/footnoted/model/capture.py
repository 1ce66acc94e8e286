"""One look at a source: what was asked, what came back, or why nothing did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Basis = Literal["cited", "alternate", "memento", "local", "probe", "archive"]
"""As what a page was asked.

A `probe` tells of its site, an `archive` is an archive's list of mementos; neither ever stands
for a source.
"""

FailureReason = Literal[
    "not_http",  # a scheme other than http and https
    "bad_url",  # no host, credentials in it, or unparsable
    "refused_address",  # the guard: private, loopback, link-local, metadata, multicast
    "no_such_host",  # the resolver is sure that the name does not exist
    "dns_trouble",  # the resolver could not tell
    "connection_refused",
    "connection_reset",
    "connect_timeout",
    "timeout",  # the one deadline of the exchange ran out
    "tls",
    "too_many_hops",
    "redirect_loop",
    "headers_too_large",
    "body_too_large",
    "decoded_too_large",
    "bad_encoding",  # the body cannot be decoded as its Content-Encoding says
    "protocol",  # not HTTP, cut short, or otherwise broken
    "host_gave_up",  # the circuit breaker: this host failed too often in this run
    "offline",  # the checker itself has no network
    "not_fetched",  # our own policy: settings skip this host
    "interrupted",
]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a look brought no response: a reason code and one line of words."""

    reason: FailureReason
    message: str


@dataclass(frozen=True, slots=True)
class Hop:
    """A redirect that was followed: who answered, with which status, to where."""

    url: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Response:
    """The last response of the chain: headers in order, as sent; the decoded body.

    `untrusted` tells why a browser would warn before showing it: TLS that does not verify.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    untrusted: str | None = None

    def header(self, name: str) -> str | None:
        """Return the first header called `name` in any case (RFC 9110, 5.1)."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


@dataclass(frozen=True, slots=True)
class Capture:
    """One look at a source.

    `asked` is the URL as the corpus prints it made absolute, or `local:<sha256>` for a local
    copy. Exactly one of `response` and `failure` is set. `digest` is the sha256 of the decoded
    body in hex, None without a response. `at` is UTC, to the second. `vantage` names from where
    it was looked. `obtained` tells how a local copy came to be here. `asked_as` is the
    User-Agent of a browser where a page was had only as one (a second opinion), else None.

    `not_modified`: the site said that what it serves is what was had before (304, RFC 9110,
    15.4.5). `response` and `digest` are then those of the look before, under today's headers; the
    body is empty where it is not at hand, and `digest` alone names it.
    """

    asked: str
    basis: Basis
    at: datetime
    vantage: str
    hops: tuple[Hop, ...] = ()
    response: Response | None = None
    failure: Failure | None = None
    digest: str | None = None
    obtained: str | None = None
    asked_as: str | None = None
    not_modified: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer had before: with its ETag or its date a site is asked whether anything changed.

    `response` is the last of its chain, its body empty where that is not at hand; `digest` is the
    sha256 of that body in hex.
    """

    response: Response
    digest: str


class Recorder(Protocol):
    """What web/ hands each finished look to; store/ is one."""

    def record(self, capture: Capture) -> None:
        """Keep `capture` so that it survives a crash soon after the call."""
