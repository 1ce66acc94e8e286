"""What a fault is: a URL, what serves it, and the verdict that an auditor should hear."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from loopback import Answer, Scripted

DOMAIN = "faults.internal"
"""A name that nobody has: `.internal` is set aside for private use, as `.test` is, which lychee
passes over."""
CITED = "/reports/2014/grain-trade"
"""The path that most faults are cited at: a deep page, as sources are."""

Scheme = Literal["http", "https"]
Certificate = Literal["good", "expired", "wrong_name", "self_signed"]


@dataclass(frozen=True, slots=True)
class Pages:
    """A host that speaks HTTP: answers by path, with `tls` over TLS under that certificate.

    `"*"` answers for every path without an answer of its own; where it is missing that is 404.
    `both` has the host answer on plain HTTP as well.
    """

    answers: Mapping[str, Scripted]
    tls: Certificate | None = None
    both: bool = False


@dataclass(frozen=True, slots=True)
class Raw:
    """A host of its own address whose port hands each connection to `talk`."""

    talk: Callable[[socket.socket], None]
    scheme: Scheme = "http"


@dataclass(frozen=True, slots=True)
class Name:
    """A name that leads to no server of the site.

    `answer`: `nxdomain`, `servfail`, `silent` (the name server does not answer), `no_address`,
    `closed` (an address of the site where nobody listens), or `addresses`. With `until_asked`
    the name leads to the site's server for these pages until that was asked once, then to
    `addresses`: DNS rebinding.
    """

    answer: Literal["nxdomain", "servfail", "silent", "no_address", "closed", "addresses"]
    addresses: tuple[str, ...] = ()
    until_asked: Pages | None = None


Served = Pages | Raw | Name


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the web.

    `url` is the cited one; `{http}` and `{https}` in it, in headers and in pages stand for the
    ports of the site. `reason` is the code that the auditor should hear beside the verdict,
    None where it is the verdict that matters; `finding` the rule that should be told beside it,
    `silent` the rule that should not. `suggested` is the address to offer. `beside` are further
    URLs of the same run, for faults that only several looks together can show.
    """

    name: str
    verdict: str
    url: str
    why: str
    hosts: Mapping[str, Served] = field(default_factory=dict)
    reason: str | None = None
    finding: str | None = None
    silent: str | None = None
    suggested: str | None = None
    beside: tuple[str, ...] = ()


def host_of(name: str) -> str:
    """Return the host of a fault that has one of its own."""
    return f"{name.replace('_', '-')}.{DOMAIN}"


def fault(
    name: str,
    verdict: str,
    served: Scripted | Served,
    why: str,
    *,
    path: str = CITED,
    also: Mapping[str, Served] | None = None,
    reason: str | None = None,
    finding: str | None = None,
    silent: str | None = None,
    suggested: str | None = None,
    beside: tuple[str, ...] = (),
) -> Fault:
    """Return a fault with a host of its own, cited at `path`.

    A bare answer is what stands at that path, the rest of the host being 404. `suggested` and
    `beside` are paths of that host where they begin with a slash.
    """
    host = host_of(name)
    if not isinstance(served, Pages | Raw | Name):
        served = Pages({path.partition("#")[0]: served})
    sealed = isinstance(served, Raw) and served.scheme == "https"
    sealed |= isinstance(served, Pages) and served.tls is not None and not served.both
    base = f"https://{host}{{https}}" if sealed else f"http://{host}{{http}}"
    return Fault(
        name=name,
        verdict=verdict,
        url=base + path,
        why=why,
        hosts={host: served, **(also or {})},
        reason=reason,
        finding=finding,
        silent=silent,
        suggested=suggested and _absolute(base, suggested),
        beside=tuple(_absolute(base, one) for one in beside),
    )


def _absolute(base: str, path: str) -> str:
    return base + path if path.startswith("/") else path


def html(text: str, status: int = 200, charset: str = "utf-8", *more: tuple[str, str]) -> Answer:
    """Return a page of HTML, its charset named in the header."""
    kind = ("Content-Type", f"text/html; charset={charset}")
    return Answer(status, text.encode(charset), [kind, *more])


def sent_to(location: str, status: int = 302, *more: tuple[str, str]) -> Answer:
    """Return a redirect."""
    return Answer(status, b"", [("Location", location), *more])
