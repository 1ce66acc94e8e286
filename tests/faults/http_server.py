"""The site's HTTP servers: an answer for each host and path, plain or over TLS by name."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any

from faults.model import Certificate, Pages, Scheme
from faults.transport import KEYS
from loopback import Answer, Asked

NOTHING = Answer(404, b"<title>404</title><p>nothing here", {"Content-Type": "text/html"})
"""What a path answers that the host does not have."""


class Hosts:
    """What the servers answer, and what was asked of them so far, by all of their threads."""

    def __init__(self, pages: Mapping[str, Pages], ports: Mapping[str, str]) -> None:
        self.pages = pages
        self.asked: set[str] = set()
        self._ports = ports
        self._counts: dict[tuple[str, str], int] = {}
        self._lock = threading.Lock()

    def answer(self, host: str, method: str, asked: Asked) -> Answer:
        """Return the answer to a request, counting it where answers come in an order."""
        pages = self.pages.get(host)
        if pages is None:
            return NOTHING
        with self._lock:
            self.asked.add(host)
        head = pages.answers.get(f"HEAD {asked.path}") if method == "HEAD" else None
        scripted = head or pages.answers.get(asked.path, pages.answers.get("*", NOTHING))
        if callable(scripted):
            return scripted(asked)
        if isinstance(scripted, Answer):
            return scripted
        with self._lock:
            before = self._counts.get((host, asked.path), 0)
            self._counts[host, asked.path] = before + 1
        return scripted[min(before, len(scripted) - 1)]

    def filled(self, text: str) -> str:
        """Return `text` with the site's ports in the places kept for them."""
        for name, port in self._ports.items():
            text = text.replace(f"{{{name}}}", port)
        return text

    def certificate(self, host: str | None) -> Certificate:
        """Return which certificate a host shows."""
        pages = self.pages.get(host or "")
        return (pages.tls if pages else None) or "good"


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """A server of all hosts on one address and port; `end` cuts every connection."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, address: str, port: int, scheme: Scheme, hosts: Hosts) -> None:
        self.hosts = hosts
        self.scheme = scheme
        self.closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._context = _context(hosts) if scheme == "https" else None
        super().__init__((address, port), _Handler)
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Speak TLS where that is due, then answer; a client that goes away is no error."""
        with self._lock:
            self._open.add(request)
        with contextlib.suppress(OSError, ValueError):
            if self._context:
                with self._context.wrap_socket(request.dup(), server_side=True) as sealed:
                    super().finish_request(sealed, client_address)
            else:
                super().finish_request(request, client_address)
        with self._lock:
            self._open.discard(request)

    def end(self) -> None:
        """Stop listening and cut every connection."""
        self.closing.set()
        self.shutdown()
        self.server_close()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)


def _context(hosts: Hosts) -> ssl.SSLContext:
    """Return a context that shows each host's own certificate."""
    contexts: dict[str, ssl.SSLContext] = {}
    for name in ("good", "expired", "wrong_name", "self_signed"):
        contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        contexts[name].load_cert_chain(KEYS / f"{name}.pem")

    def choose(sealed: ssl.SSLObject | ssl.SSLSocket, host: str | None, _: object) -> None:
        sealed.context = contexts[hosts.certificate(host)]

    contexts["good"].sni_callback = choose
    return contexts["good"]


class _Handler(BaseHTTPRequestHandler):
    """Looks up the answer of host and path and sends it."""

    protocol_version = "HTTP/1.1"
    timeout = 20
    server: Server

    def do_GET(self) -> None:
        """Answer as declared; what a page's function sees has the scheme as `X-Scheme`."""
        headers = {**dict(self.headers.items()), "X-Scheme": self.server.scheme}
        host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        asked = Asked(self.path, headers, time.monotonic())
        answer = self.server.hosts.answer(host.lower(), self.command, asked)
        if answer.delay:
            self.server.closing.wait(answer.delay)
        if answer.raw is not None:
            self.close_connection = True
            self.connection.sendall(answer.raw)
            return
        self._send(answer)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body, unless HEAD is the fault."""
        self.do_GET()

    def _send(self, answer: Answer) -> None:
        headers = answer.headers
        pairs = list(headers.items() if isinstance(headers, Mapping) else headers)
        self.send_response_only(answer.status)
        for name, value in pairs:
            self.send_header(name, self.server.hosts.filled(value))
        names = {name.lower() for name, _ in pairs}
        if not names & {"content-length", "transfer-encoding"} and answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base's name)
        """Say nothing."""
