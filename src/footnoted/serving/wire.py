"""Listening on 127.0.0.1, and nowhere else: few connections, short waits, small requests."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Final, Self

from waitress.server import create_server

from footnoted.errors import FootnotedError
from footnoted.serving.guard import MOST_BYTES

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

HOST: Final = "127.0.0.1"
MOST_CONNECTIONS: Final = 40
IDLE_SECONDS: Final = 20
"""As long may a connection stay without a byte."""


class Wire:
    """A port of 127.0.0.1 on which an application is served."""

    def __init__(self, port: int = 0) -> None:
        """Listen on `port`, or on a free one; FootnotedError in one line where that is taken."""
        try:
            self._socket = socket.create_server((HOST, port))
        except OSError as error:
            raise FootnotedError(
                f"port {port} of {HOST} cannot be used ({error.strerror}); name another one, or "
                "leave --port out"
            ) from error
        self.port: int = self._socket.getsockname()[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def run(self, app: WSGIApplication, idle_seconds: int = IDLE_SECONDS) -> None:
        """Answer until Ctrl-C; a request that is being answered then is answered.

        One request is answered at a time, so that no two answers write to one file together;
        waiting for slow clients holds up nobody.
        """
        server = create_server(
            app,
            sockets=[self._socket],
            threads=1,
            ident="footnoted",
            clear_untrusted_proxy_headers=True,
            asyncore_use_poll=True,
            connection_limit=MOST_CONNECTIONS,
            channel_timeout=idle_seconds,
            cleanup_interval=max(1, idle_seconds // 4),
            max_request_header_size=16 * 1024,
            # What is somewhat too large is read, so that a page can say so.
            max_request_body_size=4 * MOST_BYTES,
        )
        server.run()
        server.close()
