"""Whether there is a network at all."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Sequence

from footnoted.web.guard import Address
from footnoted.web.offline import find_network
from footnoted.web.settings import FetchSettings
from loopback import count_connections
from web_help import LOOPBACK


def resolve(host: str, port: int) -> Sequence[Address]:
    if host == "hangs.test":
        time.sleep(2)
    if host == "gone.test":
        raise socket.gaierror(socket.EAI_AGAIN, "no resolver")
    return [ipaddress.ip_address("127.0.0.1")]


def test_one_host_that_answers_is_enough_at_once() -> None:
    """Hosts that hang or fail hold nobody."""
    with count_connections() as listener:
        hosts = [("hangs.test", 80), ("gone.test", 80), ("up.test", listener.port)]
        began = time.monotonic()
        assert find_network(hosts, LOOPBACK, seconds=5, resolver=resolve)
        assert time.monotonic() - began < 1


def test_no_host_that_answers_is_no_network() -> None:
    """Said as soon as all have failed, or at the latest when the time is over."""
    began = time.monotonic()
    assert not find_network([("gone.test", 80), ("up.test", 1)], LOOPBACK, resolver=resolve)
    assert not find_network([("hangs.test", 80)], LOOPBACK, seconds=0.3, resolver=resolve)
    assert not find_network([], LOOPBACK)
    assert time.monotonic() - began < 1


def test_an_address_that_is_not_public_is_no_internet() -> None:
    """A router or a portal on the inside is not even connected to."""
    with count_connections() as listener:
        hosts = [("up.test", listener.port), ("127.0.0.1", listener.port)]
        assert not find_network(hosts, FetchSettings(), resolver=resolve)
        assert listener.connections == 0
