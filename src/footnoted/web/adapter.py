"""requests with our own connections: dialled by the guard, with bounded headers.

Of requests and urllib3 we keep the HTTP; names, addresses, redirects, proxies, decoding and
time are ours.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from functools import partial
from typing import Any, BinaryIO, cast

import certifi
import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from footnoted.web.dial import Dialler
from footnoted.web.failures import LookFailedError
from footnoted.web.proxies import Proxies
from footnoted.web.settings import FetchSettings
from footnoted.web.urls import Target


def tls_context(settings: FetchSettings) -> ssl.SSLContext:
    """Return a context that verifies; made once a run, since loading roots takes a while."""
    return ssl.create_default_context(cafile=settings.ca_bundle or certifi.where())


def trusting_context() -> ssl.SSLContext:
    """Return a context that takes any certificate: for a look that is marked untrusted."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class GuardedSession(requests.Session):
    """A session whose every connection goes through `dialler`; nothing of the environment.

    No netrc, no redirects, no retries, no content decoding, and no proxies but `proxies`.
    Whether TLS is verified is the context's business.
    """

    def __init__(
        self, dialler: Dialler, context: ssl.SSLContext, proxies: Proxies | None = None
    ) -> None:
        super().__init__()
        self.trust_env = False
        self.verify = context.verify_mode is not ssl.CERT_NONE
        self.dialler = dialler
        self._through = proxies or Proxies()
        self.headers.clear()
        for scheme in ("http://", "https://"):
            self.mount(scheme, _GuardedAdapter(dialler, context))

    def trusting(self) -> GuardedSession:
        """Return a session like this one that takes any certificate, with cookies of its own."""
        return GuardedSession(self.dialler, trusting_context(), self._through)

    def proxies_for(self, target: Target) -> dict[str, str]:
        """Return the proxy that `target` goes through, by scheme; empty where it goes directly.

        Raises LookFailedError (refused_address) where the guard can see that a proxy would be
        asked for an address that it refuses.
        """
        proxy = self._through.of(target)
        if proxy is None:
            return {}
        self.dialler.judge_name(target.host, target.port)
        return {target.scheme: proxy}

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Return None: requests would read the whole body of a redirect, unbounded."""


class _GuardedAdapter(HTTPAdapter):
    def __init__(self, dialler: Dialler, context: ssl.SSLContext) -> None:
        self._dialler = dialler
        self._context = context
        super().__init__(pool_connections=4, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Have pools whose connections know the dialler."""
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pool_classes()

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """Have the same pools where a proxy stands in between."""
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)
        manager.pool_classes_by_scheme = self.poolmanager.pool_classes_by_scheme
        return manager

    def _pool_classes(self) -> dict[str, type[HTTPConnectionPool]]:
        dialler = self._dialler

        class PlainPool(_PlainPool):
            of = dialler

        class TlsPool(_TlsPool):
            of = dialler

        return {"http": PlainPool, "https": TlsPool}

    def cert_verify(self, *args: Any, **kwargs: Any) -> None:
        """Leave it to the context, which has the roots and verifies."""


class _PlainConnection(HTTPConnection):
    dialler: Dialler

    def _new_conn(self) -> socket.socket:
        return _dialled(self)

    def request(self, *args: Any, **kwargs: Any) -> None:
        _hold_again(self)
        super().request(*args, **kwargs)


class _TlsConnection(HTTPSConnection):
    dialler: Dialler

    def _new_conn(self) -> socket.socket:
        return _dialled(self)

    def request(self, *args: Any, **kwargs: Any) -> None:
        _hold_again(self)
        super().request(*args, **kwargs)


class _PlainPool(HTTPConnectionPool):
    of: Dialler
    ConnectionCls = _PlainConnection

    def _new_conn(self) -> Any:
        return _given(super()._new_conn(), self.of)


class _TlsPool(HTTPSConnectionPool):
    of: Dialler
    ConnectionCls = _TlsConnection

    def _new_conn(self) -> Any:
        return _given(super()._new_conn(), self.of)

    def _validate_conn(self, conn: Any) -> None:
        """Connect; urllib3 would warn of what a response marked untrusted tells already."""
        if conn.is_closed:
            conn.connect()


def _given(connection: Any, dialler: Dialler) -> Any:
    """Give a new connection its dialler and the bound on header bytes."""
    connection.dialler = dialler
    connection.response_class = partial(
        _BoundedResponse, max_header_bytes=dialler.settings.max_header_bytes
    )
    return connection


def _dialled(connection: _PlainConnection | _TlsConnection) -> socket.socket:
    if connection.proxy:
        return connection.dialler.dial_proxy(connection.host, connection.port)
    # `_dns_host` keeps the dot that ends a full name; `host` has lost it.
    return connection.dialler.dial(connection._dns_host, connection.port)  # noqa: SLF001


def _hold_again(connection: _PlainConnection | _TlsConnection) -> None:
    """Hold a connection that was kept open from an earlier exchange."""
    kept = cast("socket.socket | None", connection.sock)
    if kept is not None:
        connection.dialler.dialled = True
        connection.dialler.watch.hold_socket(kept)


class _BoundedResponse(http.client.HTTPResponse):
    """Reads status line and headers, interim answers (1xx) included, up to a bound."""

    def __init__(self, sock: socket.socket, *, max_header_bytes: int, method: str | None) -> None:
        super().__init__(sock, method=method)
        self.max_header_bytes = max_header_bytes

    def begin(self) -> None:
        plain = self.fp
        self.fp = cast("Any", _CountedLines(plain, self.max_header_bytes))
        try:
            super().begin()
        finally:
            if isinstance(self.fp, _CountedLines):
                self.fp = plain


class _CountedLines:
    """The reading side of a connection while headers are read; only lines are read then."""

    def __init__(self, plain: BinaryIO, bound: int) -> None:
        self._plain = plain
        self._bound = bound
        self._left = bound

    def readline(self, limit: int) -> bytes:
        line = self._plain.readline(min(limit, self._left + 1))
        self._left -= len(line)
        if self._left < 0:
            raise LookFailedError("headers_too_large", f"headers of over {self._bound} bytes")
        return line

    def close(self) -> None:
        self._plain.close()

    def flush(self) -> None:
        self._plain.flush()
