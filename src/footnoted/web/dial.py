"""Name to addresses, guard, connection: one step, so that nothing changes in between.

What was judged is what is connected to. A second lookup, as a plain client would make it,
could answer with another address (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from collections.abc import Callable, Sequence

from footnoted.web.deadline import Watch
from footnoted.web.failures import LookFailedError, is_ours, os_failure
from footnoted.web.guard import Address, inward_name, may_be_tried, odd_notation
from footnoted.web.settings import FetchSettings

_NO_HOST = {
    socket.EAI_NONAME: "the name {} does not exist",
    getattr(socket, "EAI_NODATA", socket.EAI_NONAME): "the name {} has no address",
}
"""What a resolver says that is sure that no host is there."""

Resolver = Callable[[str, int], Sequence[Address]]
"""Name and port to addresses, best first; raises socket.gaierror."""


def ask_system(host: str, port: int) -> list[Address]:
    """Return the addresses that the system's resolver gives, each once, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    texts = [str(address[0]).partition("%")[0] for *_, address in found]
    return [ipaddress.ip_address(text) for text in dict.fromkeys(texts)]


class Dialler:
    """Opens connections to addresses that were judged; one for each lane of requests.

    `watch` is that of the exchange under way. `dialled` tells whether a connection was tried,
    that is whether any packet went to a host, since it was last set to False.
    """

    def __init__(self, settings: FetchSettings, resolver: Resolver = ask_system) -> None:
        self.settings = settings
        self.resolver = resolver
        self.watch = Watch(0)
        self.dialled = False

    def dial(self, host: str, port: int) -> socket.socket:
        """Return a connection to `host`, held by the watch.

        Raises LookFailedError: no_such_host, dns_trouble, refused_address, or what became of
        the last address tried.
        """
        until = time.monotonic() + min(self.settings.connect_seconds, self.watch.left())
        addresses = self._resolve(host, port, until)
        tried, refusal = may_be_tried(addresses, self.settings.allow_net)
        if not tried:
            if refusal:
                raise LookFailedError("refused_address", f"{host}: {refusal}; not connected to")
            raise LookFailedError("no_such_host", f"{host} has no address")
        return self._first_that_answers(tried, port, until)

    def dial_proxy(self, host: str, port: int) -> socket.socket:
        """Return a connection to the user's own proxy, which the guard does not judge.

        That a proxy is out of order says nothing of the page, so its name never counts as gone.
        """
        until = time.monotonic() + min(self.settings.connect_seconds, self.watch.left())
        try:
            addresses = self._resolve(host, port, until)
            return self._first_that_answers(addresses, port, until)
        except LookFailedError as error:
            gone = error.failure.reason == "no_such_host"
            reason = "dns_trouble" if gone else error.failure.reason
            raise LookFailedError(reason, f"the proxy: {error.failure.message}") from error

    def judge_name(self, host: str, port: int) -> None:
        """Refuse what a proxy would be asked for, as far as it can be seen from here.

        The proxy resolves names by itself; a name that leads inside from here, or that is known
        to, is refused, and one that does not resolve here is the proxy's affair. Raises
        LookFailedError (refused_address).
        """
        until = time.monotonic() + min(self.settings.connect_seconds, self.watch.left())
        addresses = [*odd_notation(host)]
        if not addresses:
            try:
                addresses = [*self._resolve(host, port, until)]
            except LookFailedError:
                self.watch.check()
        _, refusal = may_be_tried(addresses, self.settings.allow_net)
        refusal = refusal or (None if addresses else inward_name(host))
        if refusal:
            raise LookFailedError("refused_address", f"{host}: {refusal}; no proxy is asked for it")

    def _first_that_answers(
        self, addresses: Sequence[Address], port: int, until: float
    ) -> socket.socket:
        for position, address in enumerate(addresses):
            self.watch.check()
            share = (until - time.monotonic()) / (len(addresses) - position)
            try:
                return self._connect(address, port, max(share, 0.001))
            except OSError as error:
                self.watch.check()
                if is_ours(error):
                    raise
                failure = os_failure(error, f"{address} port {port}")
        raise LookFailedError(failure.reason, failure.message)

    def _connect(self, address: Address, port: int, seconds: float) -> socket.socket:
        family = socket.AF_INET if address.version == 4 else socket.AF_INET6
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            self.watch.hold_socket(connection)
            connection.settimeout(seconds)
            self.dialled = True
            connection.connect((str(address), port))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(None)  # from here on the watch bounds every wait
        except BaseException:
            connection.close()
            raise
        return connection

    def _resolve(self, host: str, port: int, until: float) -> Sequence[Address]:
        """Ask the resolver in a thread of its own, since it may hang beyond any time-out."""
        try:
            return [ipaddress.ip_address(host)]
        except ValueError:
            pass
        answer: queue.SimpleQueue[Sequence[Address] | BaseException | None] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answer.put(self.resolver(host, port))
            except Exception as error:  # noqa: BLE001 (raised again in the asking thread)
                answer.put(error)

        self.watch.hold(lambda: answer.put(None))
        threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
        try:
            got = answer.get(timeout=max(until - time.monotonic(), 0.001))
        except queue.Empty:
            got = None
        if got is None:
            if self.watch.ended == "cut":
                self.watch.check()
            raise LookFailedError("dns_trouble", f"no answer for the name {host} in time")
        if isinstance(got, BaseException):
            raise _name_error(host, got) from got
        return got


def _name_error(host: str, error: BaseException) -> BaseException:
    """Return what a resolver's error means; an error that is none of its is ours."""
    if not isinstance(error, OSError | UnicodeError):
        return error
    if isinstance(error, socket.gaierror) and error.errno in _NO_HOST:
        return LookFailedError("no_such_host", _NO_HOST[error.errno].format(host))
    words = error.strerror if isinstance(error, OSError) else str(error)
    return LookFailedError("dns_trouble", f"the name {host} could not be resolved ({words})")
