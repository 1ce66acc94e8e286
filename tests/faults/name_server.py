"""The site's own name server (RFC 1035), over UDP and TCP: A and AAAA, and its faults."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import struct
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

A, AAAA = 1, 28
SERVFAIL, NXDOMAIN = 2, 3
_HEADER = struct.Struct("!6H")
_ANSWER_FLAGS = 0x8580  # an answer, authoritative, recursion desired and available


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server says of a name: addresses, an error, or nothing at all."""

    addresses: tuple[str, ...] = ()
    error: Literal["nxdomain", "servfail", "silent"] | None = None


def read_name(message: bytes, at: int) -> tuple[str, int]:
    """Return the name at `at` of a question, which has no pointers, and where it ends."""
    labels = []
    while length := message[at]:
        labels.append(message[at + 1 : at + 1 + length].decode("ascii"))
        at += length + 1
    return ".".join(labels).lower(), at + 1


def answer(message: bytes, lookup: Callable[[str], Reply]) -> bytes | None:
    """Return the response to a query, None where there is to be none."""
    number, *_ = _HEADER.unpack_from(message)
    name, end = read_name(message, _HEADER.size)
    kind = struct.unpack_from("!H", message, end)[0]
    question = message[_HEADER.size : end + 4]
    reply = lookup(name)
    if reply.error == "silent":
        return None
    code = {"nxdomain": NXDOMAIN, "servfail": SERVFAIL}.get(reply.error or "", 0)
    records = _records(reply.addresses, kind)
    flags = _ANSWER_FLAGS | code
    return _HEADER.pack(number, flags, 1, len(records), 0, 0) + question + b"".join(records)


def _records(addresses: Sequence[str], kind: int) -> list[bytes]:
    """Return the records of the kind asked for; a time to live of 0, so that none is kept."""
    version = {A: 4, AAAA: 6}.get(kind)
    found = [ipaddress.ip_address(text) for text in addresses]
    packed = [one.packed for one in found if one.version == version]
    return [struct.pack("!HHHIH", 0xC00C, kind, 1, 0, len(one)) + one for one in packed]


class NameServer:
    """Answers on `address` and `port` (0: any) until `end`."""

    def __init__(self, address: str, port: int, lookup: Callable[[str], Reply]) -> None:
        self._lookup = lookup
        self._stream = socket.create_server((address, port), backlog=64)
        self.port: int = self._stream.getsockname()[1]
        self._packets = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._packets.bind((address, self.port))
        for run in (self._serve_packets, self._serve_streams):
            threading.Thread(target=run, daemon=True).start()

    def _serve_packets(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                message, client = self._packets.recvfrom(4096)
                response = self._answer(message)
                if response:
                    self._packets.sendto(response, client)

    def _serve_streams(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._stream.accept()
                threading.Thread(target=self._stream_one, args=(connection,), daemon=True).start()

    def _stream_one(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(10)
            while message := connection.recv(4096):
                response = self._answer(message[2:])
                if response:
                    connection.sendall(struct.pack("!H", len(response)) + response)

    def _answer(self, message: bytes) -> bytes | None:
        try:
            return answer(message, self._lookup)
        except (struct.error, IndexError, UnicodeDecodeError):
            return None

    def end(self) -> None:
        """Answer no more."""
        for listening in (self._packets, self._stream):
            with contextlib.suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            listening.close()
