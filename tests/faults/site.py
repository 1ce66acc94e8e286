"""The fault site: all servers of all faults, on loopback addresses of their own."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from faults.http_server import Hosts, Server
from faults.model import DOMAIN, Fault, Name, Pages, Raw, Scheme, Served
from faults.name_server import NameServer, Reply
from faults.raw_server import RawServer

NETWORK = "127.7.0.0/24"
"""The network that a checker must be allowed to reach; 127.0.0.1 is not in it."""

NAME_SERVER = "127.7.0.53"
_SHARED = ("127.7.0.1", "127.7.0.2", "127.7.0.3", "127.7.0.4")
_CLOSED = "127.7.0.9"
_FIRST_RAW = 100


@dataclass(frozen=True, slots=True)
class Site:
    """A running site: where its name server is, and its ports."""

    name_server: tuple[str, int]
    ports: Mapping[Scheme, int]
    faults: tuple[Fault, ...]

    def url(self, text: str) -> str:
        """Return a fault's URL with the ports of this site in it."""
        return filled(text, self.ports)


def filled(text: str, ports: Mapping[Scheme, int]) -> str:
    """Return `text` with ports in the places kept for them; the usual ones are left out."""
    for scheme, port in _suffixes(ports).items():
        text = text.replace(f"{{{scheme}}}", port)
    return text


def _suffixes(ports: Mapping[Scheme, int]) -> dict[str, str]:
    usual = {"http": 80, "https": 443}
    return {name: "" if port == usual[name] else f":{port}" for name, port in ports.items()}


@contextlib.contextmanager
def run_site(
    faults: Sequence[Fault], *, http: int = 0, https: int = 0, names: int = 0
) -> Iterator[Site]:
    """Run the site of `faults` on these ports, free ones where they are 0."""
    served = _served(faults)
    ports: dict[Scheme, int] = {"http": http or _free_port(), "https": https or _free_port()}
    hosts = Hosts(_pages(served), _suffixes(ports))
    addresses = _addresses(served)
    with contextlib.ExitStack() as stack:
        for scheme, port in ports.items():
            for address in _SHARED:
                stack.callback(Server(address, port, scheme, hosts).end)
        for host, what in served.items():
            if isinstance(what, Raw):
                raw = RawServer(addresses[host][0], ports[what.scheme], what.talk)
                stack.callback(raw.end)
        server = NameServer(NAME_SERVER, names, _lookup(served, addresses, hosts))
        stack.callback(server.end)
        yield Site((NAME_SERVER, server.port), ports, tuple(faults))


def _served(faults: Sequence[Fault]) -> dict[str, Served]:
    served: dict[str, Served] = {}
    for fault in faults:
        for host, what in fault.hosts.items():
            if served.setdefault(host, what) is not what:
                raise ValueError(f"{fault.name}: the host {host} is another fault's")
    return served


def _pages(served: Mapping[str, Served]) -> dict[str, Pages]:
    pages = {host: what for host, what in served.items() if isinstance(what, Pages)}
    for host, what in served.items():
        if isinstance(what, Name) and what.until_asked:
            pages[host] = what.until_asked
    return pages


def _addresses(served: Mapping[str, Served]) -> dict[str, tuple[str, ...]]:
    """Return where each host lives: shared addresses, or one of its own for a raw port."""
    addresses: dict[str, tuple[str, ...]] = {}
    raw = _FIRST_RAW
    for number, (host, what) in enumerate(served.items()):
        addresses[host] = (_SHARED[number % len(_SHARED)],)
        if isinstance(what, Raw):
            addresses[host] = (f"127.7.0.{raw}",)
            raw += 1
    return addresses


class _lookup:  # noqa: N801 (used as a function)
    """What the name server says of a name of the site."""

    def __init__(
        self, served: Mapping[str, Served], addresses: Mapping[str, tuple[str, ...]], hosts: Hosts
    ) -> None:
        self._served = served
        self._addresses = addresses
        self._hosts = hosts

    def __call__(self, name: str) -> Reply:
        what = self._served.get(name)
        if name == "localhost":
            return Reply(("127.0.0.1", "::1"))  # as RFC 6761, 6.3, has name servers do
        if what is None:
            known = any(host.endswith(f".{name}") for host in self._served)
            return Reply() if known or name == DOMAIN else Reply(error="nxdomain")
        if not isinstance(what, Name) or (what.until_asked and name not in self._hosts.asked):
            return Reply(self._addresses[name])
        if what.answer in ("nxdomain", "servfail", "silent"):
            return Reply(error=what.answer)
        return Reply((_CLOSED,) if what.answer == "closed" else what.addresses)


def _free_port() -> int:
    """Return a port that nobody has on any address."""
    with socket.socket() as probe:
        probe.bind(("127.7.0.1", 0))
        return int(probe.getsockname()[1])
