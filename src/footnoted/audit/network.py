"""Whether there is a network at all: without one, every public address is `offline`."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from datetime import datetime

from footnoted import plan
from footnoted.model.capture import Capture, Failure
from footnoted.model.question import Question
from footnoted.web.offline import find_network
from footnoted.web.settings import FetchSettings

CANARIES = (("example.com", 443), ("www.wikipedia.org", 443))
"""Hosts that tell whether there is a network, beside the cited ones."""

SAMPLE = 12
"""So many cited hosts are tried to find out."""


def by_reach(
    questions: Iterable[Question], settings: FetchSettings
) -> tuple[list[Question], list[Question]]:
    """Part questions on networks that the command line allowed from those on the public web."""
    near: list[Question] = []
    far: list[Question] = []
    for question in questions:
        (near if _is_near(question, settings) else far).append(question)
    return near, far


def _is_near(question: Question, settings: FetchSettings) -> bool:
    hosts = plan.hosts([question])
    if not hosts:
        return True
    try:
        address = ipaddress.ip_address(hosts[0][0])
    except ValueError:
        return False
    return any(address in network for network in settings.allow_net)


def offline_message(
    far: Sequence[Question], canaries: Sequence[tuple[str, int]], settings: FetchSettings
) -> str | None:
    """Return one line if no public host can be reached, None if one can or none is asked."""
    if not far:
        return None
    tried = tuple(dict.fromkeys((*plan.hosts(far)[:SAMPLE], *canaries)))
    if find_network(tried, settings):
        return None
    return f"no network: none of {len(tried)} hosts could be reached"


def in_full(message: str) -> str:
    """Return what a person is told of it, once."""
    return f"{message}, so every link is offline and none is called dead"


def offline_capture(question: Question, message: str, at: datetime, vantage: str) -> Capture:
    """Return the capture that says that the checker, not the source, was at fault."""
    failure = Failure("offline", message)
    return Capture(question.url, question.basis, at, vantage, failure=failure)
