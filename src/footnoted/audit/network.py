"""Whether there is a network at all: without one, every public address is `offline`."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from collections.abc import Iterable, Sequence
from datetime import datetime

from footnoted import plan
from footnoted.model.capture import Capture, Failure
from footnoted.model.question import Question
from footnoted.web.dial import Resolver, ask_system
from footnoted.web.guard import Address, judge
from footnoted.web.offline import find_network, names_near
from footnoted.web.settings import FetchSettings

SAMPLE = 12
"""So many cited hosts are tried to find out."""

NEAR_SECONDS = 1.0
"""So long a host nearby may take to be met."""


def by_reach(
    questions: Iterable[Question], settings: FetchSettings, resolver: Resolver = ask_system
) -> tuple[list[Question], list[Question]]:
    """Part questions that need no internet from those on the public web.

    Near is what lies on a network that the command line allowed, and what the fetcher refuses
    by its own rules: that answer needs no network.
    """
    asked = list(questions)
    names = [one for one in plan.hosts(asked) if _address(one[0]) is None]
    inside = names_near(names, settings, resolver=resolver)
    near: list[Question] = []
    far: list[Question] = []
    for question in asked:
        (near if _is_near(question, settings, inside) else far).append(question)
    return near, far


def near_answers(
    near: Sequence[Question], settings: FetchSettings, resolver: Resolver = ask_system
) -> bool:
    """Tell whether a host on a network of the command line's takes a connection, within 1 s.

    Then pages near and far can be asked side by side, as one that answers is a network.
    """
    hosts = plan.hosts(near)[:SAMPLE]
    return find_network(hosts, settings, seconds=NEAR_SECONDS, resolver=resolver)


def _is_near(question: Question, settings: FetchSettings, inside: frozenset[str]) -> bool:
    hosts = plan.hosts([question])
    if not hosts:
        return True
    host = hosts[0][0]
    address = _address(host)
    if address is None:
        return host in inside
    on_allowed = any(address in network for network in settings.allow_net)
    return on_allowed or judge(address, ()) is not None


def _address(host: str) -> Address | None:
    """Return the address that a host is, also in the odd notations of IPv4 (`0x7f.1`)."""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host)
    with contextlib.suppress(OSError, UnicodeError):
        return ipaddress.ip_address(socket.inet_ntoa(socket.inet_aton(host)))
    return None


def offline_message(
    far: Sequence[Question],
    settings: FetchSettings,
    resolver: Resolver = ask_system,
) -> str | None:
    """Return one line if no public host can be reached, None if one can or none is asked.

    Not asked where a host has answered in this run already: that is a network. A canary may lie
    on a network of `allow_net`: whoever names it knows what it tells.
    """
    if not far:
        return None
    tried = tuple(dict.fromkeys((*plan.hosts(far)[:SAMPLE], *settings.canaries)))
    if find_network(tried, settings, resolver=resolver):
        return None
    return f"no network: none of {len(tried)} hosts could be reached"


def in_full(message: str) -> str:
    """Return what a person is told of it, once."""
    return f"{message}, so every link is offline and none is called dead"


def offline_capture(question: Question, message: str, at: datetime, vantage: str) -> Capture:
    """Return the capture that says that the checker, not the source, was at fault."""
    failure = Failure("offline", message)
    return Capture(question.url, question.basis, at, vantage, failure=failure)
