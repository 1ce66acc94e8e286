"""Requests to a web service that we speak with in our user's name: POST and GET, with keys."""

from __future__ import annotations

import contextlib
import ipaddress
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import requests

from footnoted.errors import FootnotedError
from footnoted.model.capture import Failure, Response
from footnoted.web.adapter import GuardedSession, tls_context
from footnoted.web.body import read_body
from footnoted.web.deadline import Watch, Watchdog
from footnoted.web.dial import Dialler, Resolver, ask_system
from footnoted.web.failures import LookFailedError, as_failure
from footnoted.web.proxies import Proxies
from footnoted.web.settings import FetchSettings
from footnoted.web.turns import Turns
from footnoted.web.urls import Target, as_sent

_POLL_SECONDS = 0.05  # how soon a stop from outside is noticed


@dataclass(slots=True)
class Service:
    """One service, asked one request at a time, at the pace of the settings; a context manager.

    `secrets` are headers sent to the host of `base` and to nobody else: over https, or to an
    address on a network that the command line allowed. Redirects are not followed, nothing is
    tried twice and nothing is kept. `halt` ends waiting and what is under way.
    """

    base: str
    settings: FetchSettings
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    halt: threading.Event = field(default_factory=threading.Event)
    resolver: Resolver = ask_system
    _turns: Turns = field(init=False, repr=False)
    _session: GuardedSession = field(init=False, repr=False)
    _watchdog: Watchdog = field(init=False, repr=False)
    _origin: str = field(init=False)
    _over: threading.Event = field(default_factory=threading.Event, init=False, repr=False)

    def __post_init__(self) -> None:
        """Raise FootnotedError where `base` is no address, or no place for a secret."""
        target = as_sent(self.base)
        if isinstance(target, Failure):
            raise FootnotedError(f"{self.base}: {target.message}")
        if self.secrets and not _is_safe(target, self.settings):
            raise FootnotedError(f"{self.base}: keys are sent over https only")
        self._origin = _origin(target)
        self._turns = Turns(self.settings)
        dialler = Dialler(self.settings, self.resolver)
        proxies = Proxies.of_environment() if self.settings.use_proxy else Proxies()
        self._session = GuardedSession(dialler, tls_context(self.settings), proxies)

    def __enter__(self) -> Self:
        self._watchdog = Watchdog()
        self._watchdog.__enter__()
        self._over.clear()
        threading.Thread(target=self._stop_in_time, name="stop", daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._session.close()
        self._watchdog.__exit__(kind, error, trace)

    def send(self, url: str, form: Mapping[str, str] | None = None) -> Response | Failure:
        """Return the answer to a GET, or with `form` to a POST of it; a failure is a value."""
        target = as_sent(url)
        if isinstance(target, Failure):
            return target
        assert _origin(target) == self._origin, "secrets go to one origin only"
        try:
            with (
                self._turns.take(target.site, self.halt),
                self._watchdog.watch(self.settings.total_seconds) as watch,
            ):
                return self._ask(target, form, watch)
        except LookFailedError as error:
            return error.failure

    def _stop_in_time(self) -> None:
        """End what is under way when `halt` is set from outside."""
        while not self._over.is_set():
            if self.halt.wait(_POLL_SECONDS):
                self._watchdog.cut()
                self._turns.wake()
                return

    def _ask(self, target: Target, form: Mapping[str, str] | None, watch: Watch) -> Response:
        self._session.dialler.watch = watch
        try:
            return self._exchange(target, form, watch)
        except LookFailedError:
            raise
        except Exception as error:
            watch.check()  # whatever the stack says, the deadline or the user ended it
            failure = as_failure(error)
            if failure is None:
                raise
            raise LookFailedError(failure.reason, failure.message) from error

    def _exchange(self, target: Target, form: Mapping[str, str] | None, watch: Watch) -> Response:
        prepared = requests.PreparedRequest()
        headers = {
            "User-Agent": self.settings.user_agent,
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            **self.secrets,
        }
        method = "GET" if form is None else "POST"
        prepared.prepare(method, target.url, headers=headers, data=dict(form or {}), cookies={})
        answer = self._session.send(
            prepared,
            stream=True,
            allow_redirects=False,
            verify=self._session.verify,
            timeout=self.settings.total_seconds + 1,
            proxies=self._session.proxies_for(target),
        )
        with answer:
            watch.check()
            body = read_body(answer.raw, answer.headers, self.settings, watch)
            named = tuple((str(name), str(value)) for name, value in answer.headers.items())
            return Response(target.url, answer.status_code, named, body)


def _is_safe(target: Target, settings: FetchSettings) -> bool:
    """Tell whether nobody on the way reads what is sent to `target`."""
    if target.scheme == "https":
        return True
    with contextlib.suppress(ValueError):
        address = ipaddress.ip_address(target.host)
        return any(address in network for network in settings.allow_net)
    return False


def _origin(target: Target) -> str:
    return f"{target.scheme}://{target.host}:{target.port}"
