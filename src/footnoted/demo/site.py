"""The made-up site on loopback: real HTTP servers, one a host, each with an address of its own.

Nothing is logged to the terminal. Addresses are the same each time, so that a second audit can
tell what is new, unless another program (or another demo) has the port. Where only 127.0.0.1 can
be bound (macOS), the hosts differ by their ports.
"""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from footnoted.demo.answers import Answer, body_of
from footnoted.demo.routes import CLOSED, HOSTS, Host

PORT = 18461
"""The port of every host where it is free; any other where not."""

DRIP_PAUSE = 0.4
"""Seconds between two bytes of a page that never ends."""


class DemoSite:
    """The site, from `start` to `stop`; also a context manager.

    `url("courier", "/2024/05/sluice")` is the address of a page. Unknown paths answer 404,
    except on the hosts whose very fault it is that they do not.
    """

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._servers: dict[str, _HostServer] = {}
        self._threads: list[threading.Thread] = []
        self._closed: socket.socket | None = None

    @property
    def host_keys(self) -> tuple[str, ...]:
        """The keys that `url` knows, the closed host's last."""
        return (*(host.key for host in HOSTS), CLOSED)

    def start(self) -> Self:
        """Bind every host and serve; `url` works from here on."""
        try:
            for number, host in enumerate(HOSTS, start=1):
                server = _bound(number, host, self._stopping)
                self._servers[host.key] = server
                thread = threading.Thread(
                    target=server.serve_forever, args=(0.05,), name=f"demo-{host.key}", daemon=True
                )
                thread.start()
                self._threads.append(thread)
            self._closed = _closed_port()
        except BaseException:
            self.stop()
            raise
        return self

    def url(self, host_key: str, path: str = "") -> str:
        """Return the address of `path` (with its first slash) on a host; without, its base."""
        if host_key == CLOSED:
            assert self._closed is not None, "the site is not started"
            address, port = self._closed.getsockname()
        else:
            address, port = self._servers[host_key].server_address[:2]
        return f"http://{address}:{port}{path}"

    def wait(self) -> None:
        """Serve until the process is interrupted (`KeyboardInterrupt` passes through)."""
        while not self._stopping.wait(3600):
            pass

    def stop(self) -> None:
        """Stop every server and give its address back; a page on its way is cut off."""
        self._stopping.set()
        for server, thread in zip(self._servers.values(), self._threads, strict=False):
            server.shutdown()
            thread.join()
        for server in self._servers.values():
            server.server_close()
        if self._closed:
            self._closed.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _HostServer(ThreadingHTTPServer):
    """One host of the site; its requests run in threads that end with the process."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], host: Host, stopping: threading.Event) -> None:
        super().__init__(address, _Handler)
        self.host = host
        self.stopping = stopping

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep silent about a client that went away; anything else is our bug, and is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers as the host's table says."""

    server: _HostServer
    server_version = "demo"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with headers and body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (the library's name)
        """Say nothing: the terminal belongs to the audit."""

    def _answer(self, *, with_body: bool) -> None:
        host = self.server.host
        answer = host.routes.get(self.path, host.otherwise)
        if answer.delay:
            self.server.stopping.wait(answer.delay)
        body = body_of(answer)
        self._send_head(answer, None if answer.drips else len(body))
        if with_body and answer.drips:
            self._drip()
        elif with_body:
            self.wfile.write(body)

    def _send_head(self, answer: Answer, length: int | None) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if answer.to is not None:
            self.send_header("Location", answer.to)
        self.end_headers()

    def _drip(self) -> None:
        self.wfile.write(b"<html><head><title>Floods</title></head><body><p>")
        while not self.server.stopping.wait(DRIP_PAUSE):
            self.wfile.write(b".")


def _bound(number: int, host: Host, stopping: threading.Event) -> _HostServer:
    *preferred, last = _addresses(number)
    for address in preferred:
        with contextlib.suppress(OSError):
            return _HostServer(address, host, stopping)
    return _HostServer(last, host, stopping)


def _closed_port() -> socket.socket:
    """Return a socket that holds a port without listening: whoever connects is refused."""
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    *preferred, last = _addresses(len(HOSTS) + 1)
    for address in preferred:
        with contextlib.suppress(OSError):
            held.bind(address)
            return held
    held.bind(last)
    return held


def _addresses(number: int) -> tuple[tuple[str, int], ...]:
    """Return where the host of this number may stand, best first; port 0 is any free one."""
    own, shared = f"127.0.0.{number}", "127.0.0.1"
    return ((own, PORT), (own, 0), (shared, PORT + number), (shared, 0))
