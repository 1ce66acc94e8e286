"""Name, judgement and connection in one step."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from footnoted.web.deadline import Watch
from footnoted.web.dial import Dialler, ask_system
from footnoted.web.failures import LookFailedError
from footnoted.web.guard import Address
from footnoted.web.settings import FetchSettings
from loopback import count_connections
from web_help import LOOPBACK


def dialler(*addresses: str, settings: FetchSettings = LOOPBACK) -> Dialler:
    def resolve(host: str, port: int) -> Sequence[Address]:
        return [ipaddress.ip_address(address) for address in addresses]

    made = Dialler(settings, resolve)
    made.watch = Watch(5)
    return made


def reason(dialler: Dialler, host: str = "name.test", port: int = 1) -> str:
    try:
        with pytest.raises(LookFailedError) as failed:
            dialler.dial(host, port)
    finally:
        dialler.watch.close()
    return failed.value.failure.reason


def test_only_allowed_addresses_of_a_name_are_tried() -> None:
    """The refused one comes first and is passed over."""
    narrow = replace(LOOPBACK, allow_net=(ipaddress.ip_network("127.0.0.2/32"),))
    with count_connections("127.0.0.2") as allowed, count_connections() as refused:
        dial = dialler("127.0.0.1", "10.0.0.1", "127.0.0.2", settings=narrow)
        dial.dial("name.test", allowed.port).close()
        dial.watch.close()
        assert (allowed.connections, refused.connections) == (1, 0)
        assert dial.dialled


def test_a_name_with_refused_addresses_only_is_not_dialled() -> None:
    """Nothing was sent, and the dialler knows so."""
    dial = dialler("10.0.0.1", "169.254.169.254")
    assert reason(dial) == "refused_address"
    assert not dial.dialled


def test_a_name_without_addresses_does_not_exist_for_us() -> None:
    """An empty answer is as good as none."""
    assert reason(dialler()) == "no_such_host"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (socket.EAI_NONAME, "no_such_host"),
        (socket.EAI_AGAIN, "dns_trouble"),
        (socket.EAI_FAIL, "dns_trouble"),
    ],
)
def test_only_a_sure_resolver_says_that_a_name_is_gone(code: int, expected: str) -> None:
    """Anything but NXDOMAIN may be the resolver's own weather."""

    def resolve(host: str, port: int) -> Sequence[Address]:
        raise socket.gaierror(code, "words")

    dial = Dialler(LOOPBACK, resolve)
    dial.watch = Watch(5)
    assert reason(dial) == expected


def test_a_cut_ends_the_wait_for_a_resolver() -> None:
    """Ctrl-C does not wait for a name server."""
    hanging = threading.Event()

    def resolve(host: str, port: int) -> Sequence[Address]:
        hanging.wait(5)
        return []

    dial = Dialler(LOOPBACK, resolve)
    dial.watch = Watch(5)
    began = time.monotonic()
    threading.Timer(0.1, dial.watch.end, ("cut",)).start()
    assert reason(dial) == "interrupted"
    assert time.monotonic() - began < 0.9
    hanging.set()


def test_the_system_reads_odd_notations_as_addresses() -> None:
    """So the guard sees what would be connected to; each address comes once."""
    assert ask_system("127.0.0.1", 80) == [ipaddress.ip_address("127.0.0.1")]
    assert ipaddress.ip_address("127.0.0.1") in ask_system("localhost", 80)
