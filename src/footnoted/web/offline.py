"""Whether this machine has a network at all, before anyone is called unreachable."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial

from footnoted.web.deadline import Watch
from footnoted.web.dial import Dialler, Resolver, ask_system
from footnoted.web.failures import LookFailedError
from footnoted.web.guard import judge
from footnoted.web.proxies import Proxies
from footnoted.web.settings import FetchSettings


def find_network(
    hosts: Sequence[tuple[str, int]],
    settings: FetchSettings,
    *,
    seconds: float = 12.0,
    resolver: Resolver = ask_system,
) -> bool:
    """Tell whether any of `hosts` (name and port) takes a connection within `seconds`.

    All are tried side by side, in threads that may hang in the resolver without holding
    anyone. Addresses that the guard refuses do not count: a router's answer is no internet. A
    proxy of the user's that takes a connection is a network.
    """
    if not hosts:
        return False
    until = time.monotonic() + seconds
    answers: queue.SimpleQueue[bool | Exception] = queue.SimpleQueue()
    proxies = Proxies.of_environment().hosts() if settings.use_proxy else []
    tries = [(host, port, False) for host, port in dict.fromkeys(hosts)]
    tries += [(host, port, True) for host, port in proxies]
    for host, port, is_proxy in tries:
        dialler = Dialler(settings, resolver)
        dialler.watch = Watch(seconds)
        dial = partial(dialler.dial_proxy if is_proxy else dialler.dial, host, port)
        arguments = (dialler, dial, answers)
        threading.Thread(target=_try, args=arguments, name=f"try {host}", daemon=True).start()
    for _ in tries:
        try:
            answer = answers.get(timeout=max(until - time.monotonic(), 0.001))
        except queue.Empty:
            return False
        if isinstance(answer, Exception):
            raise answer
        if answer:
            return True
    return False


def names_near(
    hosts: Sequence[tuple[str, int]],
    settings: FetchSettings,
    *,
    seconds: float = 1.5,
    resolver: Resolver = ask_system,
) -> frozenset[str]:
    """Return those of the names in `hosts` that need no internet, asked only with `allow_net`.

    They lie on a network of `allow_net`, or at addresses that the guard refuses. All are resolved
    side by side; one that does not resolve within `seconds` is not of them.
    """
    if not settings.allow_net or not hosts:
        return frozenset()
    until = time.monotonic() + seconds
    answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    for host, port in hosts:
        arguments = (host, port, settings, resolver, answers)
        threading.Thread(target=_resolve, args=arguments, name=f"name {host}", daemon=True).start()
    found: set[str] = set()
    for _ in hosts:
        try:
            name = answers.get(timeout=max(until - time.monotonic(), 0.001))
        except queue.Empty:
            break
        if name:
            found.add(name)
    return frozenset(found)


def _resolve(
    host: str,
    port: int,
    settings: FetchSettings,
    resolver: Resolver,
    answers: queue.SimpleQueue[str | None],
) -> None:
    try:
        addresses = resolver(host, port)
    except (OSError, ValueError, UnicodeError):
        answers.put(None)
        return
    allowed = any(address in network for address in addresses for network in settings.allow_net)
    inside = bool(addresses) and all(judge(address, ()) for address in addresses)
    answers.put(host if allowed or inside else None)


def _try(
    dialler: Dialler,
    dial: Callable[[], socket.socket],
    answers: queue.SimpleQueue[bool | Exception],
) -> None:
    try:
        answers.put(_answers(dial))
    except Exception as error:  # noqa: BLE001 (raised again by the thread that waits)
        answers.put(error)
    finally:
        dialler.watch.close()


def _answers(dial: Callable[[], socket.socket]) -> bool:
    try:
        dial().close()
    except LookFailedError:
        return False
    return True
