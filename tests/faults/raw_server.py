"""Ports that hand each connection to a function: for whatever is ruder than HTTP."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable


class RawServer:
    """Listens until `end`, which cuts every connection and so ends every `talk`."""

    def __init__(self, address: str, port: int, talk: Callable[[socket.socket], None]) -> None:
        self._talk = talk
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._listening = socket.create_server((address, port), family=family, backlog=64)
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._ended = False
        self.connections = 0
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), connection:
            self._talk(connection)
        with self._lock:
            self._open.discard(connection)

    def end(self) -> None:
        """Stop listening and cut every connection."""
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
