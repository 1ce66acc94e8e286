"""A small real web server on loopback, with an answer scripted for each path.

    with serve({"/a": Answer(200, b"<p>Hello", {"Content-Type": "text/html"})}) as site:
        site.url("/a")                     # http://127.0.0.1:PORT/a
        site.asked                         # the requests that came, in order, with their times

- `serve(answers, host="127.0.0.2")`: any address of 127.0.0.0/8, so that several hosts can be
  had at once; `site.host` and `site.port` name it. `tls=True` speaks TLS with a self-signed
  certificate (`CERTIFICATE`, which a client may be told to trust).
- A path may have a list of answers: the first request gets the first one, and so on; the last
  one stays. The path "*" answers for every path that has none of its own, else it is 404.
- An answer may be a function `(Asked) -> Answer`.
- `Answer(raw=b"...")` sends exactly these bytes and closes the connection.
- `Answer(script=function)` hands over the connected socket for anything slower or ruder:
  `def drip(connection): ...`; errors of a client that went away end it quietly.
- `count_connections()` listens, never answers, and counts who connects: `listener.connections`,
  asked within its block.

Paths are matched as sent, with their query, that is percent-encoded.
"""

from __future__ import annotations

import contextlib
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

CERTIFICATE = Path(__file__).with_name("loopback.pem")
"""Key and self-signed certificate for localhost, site.test and 127.0.0.1 to 127.0.0.3."""

Headers = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came: path as sent, headers (last one of a name), monotonic time."""

    path: str
    headers: Mapping[str, str]
    at: float
    method: str = "GET"
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers; Content-Length is added unless the headers say how long it is."""

    status: int = 200
    body: bytes = b""
    headers: Headers = ()
    delay: float = 0.0
    raw: bytes | None = None
    script: Callable[[socket.socket], None] | None = None


Scripted = Answer | Callable[[Asked], Answer] | Sequence[Answer]


@dataclass
class Site:
    """A running server: where it listens and what was asked of it."""

    host: str
    port: int
    scheme: str
    answers: dict[str, Scripted]
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    most_at_once: int = 0

    def url(self, path: str = "/", *, host: str | None = None) -> str:
        """Return the absolute URL of `path`, by address or by another name of the server."""
        return f"{self.scheme}://{host or self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return the paths asked, in order."""
        return [asked.path for asked in self.asked]


def redirect(to: str, status: int = 302, headers: Sequence[tuple[str, str]] = ()) -> Answer:
    """Return an answer that sends the client on."""
    return Answer(status, b"", [("Location", to), *headers])


def page(text: str, media_type: str = "text/html; charset=utf-8") -> Answer:
    """Return a page of UTF-8 text."""
    return Answer(200, text.encode(), {"Content-Type": media_type})


class _Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """One thread a connection; on closing, every connection is shut so that threads end."""

    allow_reuse_address = True
    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self, site: Site, context: ssl.SSLContext | None) -> None:
        self.site = site
        self.lock = threading.Lock()
        self.open: set[socket.socket] = set()
        self.closing = threading.Event()
        self.context = context
        super().__init__((site.host, 0), _Handler)
        site.port = self.server_address[1]

    def get_request(self) -> tuple[socket.socket, Any]:
        """Accept a connection and count it."""
        connection, address = super().get_request()
        with self.lock:
            self.open.add(connection)
            self.site.connections += 1
            self.site.most_at_once = max(self.site.most_at_once, len(self.open))
        return connection, address

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Speak TLS if asked to, then answer; a client that goes away is no error."""
        if self.context:
            plain: socket.socket = request
            try:
                request = self.context.wrap_socket(plain.dup(), server_side=True)
            except OSError:
                return
        try:
            super().finish_request(request, client_address)
        except OSError:
            pass
        finally:
            if self.context:
                request.close()

    def shutdown_request(self, request: Any) -> None:
        """Close a connection, and forget it."""
        with self.lock:
            self.open.discard(request)
        super().shutdown_request(request)

    def end(self) -> None:
        """Stop listening and cut every connection."""
        self.closing.set()
        self.shutdown()
        with self.lock:
            for connection in self.open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    """Looks up the scripted answer of the path and sends it."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Answer as scripted."""
        headers = dict(self.headers.items())
        body = self.rfile.read(int(headers.get("Content-Length", 0)))
        asked = Asked(self.path, headers, time.monotonic(), self.command, body)
        with self.server.lock:
            answer = self._answer(asked)
            self.server.site.asked.append(asked)
        if answer.delay:
            self.server.closing.wait(answer.delay)
        if answer.raw is not None or answer.script:
            self.close_connection = True
            if answer.raw is not None:
                self.connection.sendall(answer.raw)
            else:
                assert answer.script
                answer.script(self.connection)
            return
        self._send(answer)

    do_POST = do_PUT = do_PATCH = do_GET  # noqa: N815 (the base's names)

    def _answer(self, asked: Asked) -> Answer:
        answers = self.server.site.answers
        scripted = answers.get(asked.path, answers.get("*", Answer(404, b"nothing here")))
        if callable(scripted):
            return scripted(asked)
        if isinstance(scripted, Answer):
            return scripted
        before = self.server.site.paths().count(asked.path)
        return scripted[min(before, len(scripted) - 1)]

    def _send(self, answer: Answer) -> None:
        headers = answer.headers
        pairs = list(headers.items() if isinstance(headers, Mapping) else headers)
        names = {name.lower() for name, _ in pairs}
        self.send_response_only(answer.status)
        for name, value in pairs:
            self.send_header(name, value)
        if not names & {"content-length", "transfer-encoding"} and answer.status >= 200:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base's name)
        """Say nothing: `Site.asked` keeps what came."""


@contextlib.contextmanager
def serve(
    answers: Mapping[str, Scripted], *, host: str = "127.0.0.1", tls: bool = False
) -> Iterator[Site]:
    """Serve `answers` on a free port of `host` until the block is left."""
    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
    site = Site(host, 0, "https" if tls else "http", dict(answers))
    server = _Server(site, context)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.end()
        thread.join()


@dataclass
class Listener:
    """A port that takes connections, never answers, and counts them."""

    listening: socket.socket
    port: int
    _counted: int = 0

    @property
    def connections(self) -> int:
        """How many connected up to now; the system has them in its queue at once."""
        with contextlib.suppress(BlockingIOError):
            while True:
                self.listening.accept()[0].close()
                self._counted += 1
        return self._counted


@contextlib.contextmanager
def count_connections(host: str = "127.0.0.1") -> Iterator[Listener]:
    """Listen on a free port of `host` and count who connects."""
    with socket.create_server((host, 0)) as listening:
        listening.settimeout(0)
        yield Listener(listening, listening.getsockname()[1])
