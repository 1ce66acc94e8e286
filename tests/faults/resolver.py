"""Asks the site's name server, as the system's resolver asks the one it is told of."""

from __future__ import annotations

import ipaddress
import socket
import struct
from collections.abc import Callable, Sequence
from typing import Any

from faults.name_server import AAAA, NXDOMAIN, SERVFAIL, A, read_name

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_PATIENCE = 20.0
"""Seconds; longer than any look may take, since a resolver's patience is not the checker's."""


class SiteResolver:
    """Name and port to addresses by one name server; errors are those of `getaddrinfo`."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._server = server
        self.system: Callable[..., Any] = socket.getaddrinfo

    def __call__(self, host: str, port: int) -> list[Address]:
        """Return the addresses of `host`; numbers in any notation are read by the system."""
        numeric = self._as_numbers(host, port)
        if numeric:
            return numeric
        if host.rstrip(".").lower() == "localhost":
            return [ipaddress.ip_address("127.0.0.1")]
        found = [address for kind in (A, AAAA) for address in self._ask(host, kind)]
        if not found:
            raise socket.gaierror(socket.EAI_NODATA, "No address associated with hostname")
        return found

    def _ask(self, host: str, kind: int) -> Sequence[Address]:
        labels = host.rstrip(".").encode("ascii").split(b".")
        name = b"".join(bytes([len(label)]) + label for label in labels) + b"\0"
        query = struct.pack("!6H", 7, 0x0100, 1, 0, 0, 0) + name + struct.pack("!2H", kind, 1)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.settimeout(_PATIENCE)
            asking.sendto(query, self._server)
            try:
                response = asking.recv(4096)
            except TimeoutError:
                raise socket.gaierror(socket.EAI_AGAIN, "no answer") from None
        return _addresses(response)

    def _as_numbers(self, host: str, port: int) -> list[Address]:
        try:
            found = self.system(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        except socket.gaierror:
            return []
        return [ipaddress.ip_address(str(address[0]).partition("%")[0]) for *_, address in found]


def _addresses(response: bytes) -> list[Address]:
    _, flags, _, count, _, _ = struct.unpack_from("!6H", response)
    code = flags & 0xF
    if code == NXDOMAIN:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    if code == SERVFAIL:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    at = read_name(response, 12)[1] + 4
    found = []
    for _ in range(count):
        length = struct.unpack_from("!H", response, at + 10)[0]
        found.append(ipaddress.ip_address(response[at + 12 : at + 12 + length]))
        at += 12 + length
    return found
