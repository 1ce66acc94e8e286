"""Listeners on addresses that no checker may connect to."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faults.raw_server import RawServer

_SECRET = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 12\r\n\r\n<p>a secret\n"


def _tell(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(_SECRET)


@dataclass(frozen=True, slots=True)
class Traps:
    """All listeners together."""

    listening: tuple[RawServer, ...]

    def connections(self) -> int:
        """Return how many connected up to now."""
        return sum(one.connections for one in self.listening)


@contextlib.contextmanager
def set_traps(addresses: Sequence[str], port: int) -> Iterator[Traps]:
    """Listen on `port` of each address until the block is left."""
    listening = tuple(RawServer(address, port, _tell) for address in addresses)
    try:
        yield Traps(listening)
    finally:
        for one in listening:
            one.end()
