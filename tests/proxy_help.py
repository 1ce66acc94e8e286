"""A small proxy on loopback: forwards GET, tunnels CONNECT, and remembers what it was asked.

`serve_proxy(hosts)` resolves the names in `hosts` by itself, as a proxy does; others it refuses.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Proxy:
    """A running proxy; `asked` are the first lines of requests, `headers` what came with them."""

    port: int
    hosts: Mapping[str, str]
    asked: list[str] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Return its URL, as HTTP_PROXY has it."""
        return f"http://127.0.0.1:{self.port}"


@contextlib.contextmanager
def serve_proxy(hosts: Mapping[str, str] | None = None) -> Iterator[Proxy]:
    """Run a proxy until the block is left."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        proxy = Proxy(listening.getsockname()[1], hosts or {})
        thread = threading.Thread(target=_accept, args=(listening, proxy), daemon=True)
        thread.start()
        yield proxy
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _accept(listening: socket.socket, proxy: Proxy) -> None:
    with contextlib.suppress(OSError):
        while True:
            client, _ = listening.accept()
            threading.Thread(target=_serve, args=(client, proxy), daemon=True).start()


def _serve(client: socket.socket, proxy: Proxy) -> None:
    with client, contextlib.suppress(OSError):
        head = b""
        while b"\r\n\r\n" not in head:
            piece = client.recv(4096)
            if not piece:
                return
            head += piece
        line, _, rest = head.decode("latin-1").partition("\r\n")
        proxy.asked.append(line)
        proxy.headers.append(rest)
        method, target, _ = line.split(" ", 2)
        place = urlsplit(f"//{target}" if method == "CONNECT" else target)
        address = proxy.hosts.get(place.hostname or "")
        if address is None:
            client.sendall(b"HTTP/1.1 502 No such host\r\nContent-Length: 0\r\n\r\n")
            return
        with socket.create_connection((address, place.port or 80)) as server:
            if method == "CONNECT":
                client.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            else:
                path = target.split("/", 3)[3]
                server.sendall(f"GET /{path} HTTP/1.1\r\nConnection: close\r\n{rest}".encode())
            _pipe_both(client, server)


def _pipe_both(client: socket.socket, server: socket.socket) -> None:
    back = threading.Thread(target=_pipe, args=(server, client), daemon=True)
    back.start()
    _pipe(client, server)
    back.join()


def _pipe(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_RDWR)
        source.shutdown(socket.SHUT_RDWR)
