"""One exchange: a chain of requests from the URL asked to the last response or a failure."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.cookiejar import CookieJar

import requests

from footnoted.model.capture import Failure, Hop, Response
from footnoted.web.adapter import GuardedSession, trusting_context
from footnoted.web.body import read_body
from footnoted.web.deadline import Watch, Watchdog
from footnoted.web.failures import LookFailedError, as_failure, blames_certificate
from footnoted.web.settings import FetchSettings
from footnoted.web.turns import Turns
from footnoted.web.urls import Target, absolute, as_sent, follow

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(slots=True)
class Outcome:
    """What came of an exchange; `failed_site` is the host that a failure speaks of."""

    hops: tuple[Hop, ...]
    response: Response | None = None
    failure: Failure | None = None
    failed_site: str | None = None


@dataclass(slots=True)
class Budget:
    """Seconds that a URL may still cost on the network; waiting for a turn costs none."""

    left: float

    @contextlib.contextmanager
    def spend(self, watchdog: Watchdog) -> Iterator[Watch]:
        """Watch over the block, and take its time off."""
        began = time.monotonic()
        try:
            with watchdog.watch(self.left) as watch:
                yield watch
        finally:
            self.left = max(0.0, self.left - (time.monotonic() - began))


@dataclass(slots=True)
class Exchanger:
    """Does exchanges, one at a time, over a session of its own.

    `gave_up` names hosts that are not asked any more, and why, as the lane that owns this
    decides.
    """

    session: GuardedSession
    settings: FetchSettings
    turns: Turns
    watchdog: Watchdog
    gave_up: dict[str, str] = field(default_factory=dict)
    _trusting: GuardedSession | None = None

    def exchange(self, url: str, budget: Budget) -> Outcome:
        """Look at `url` as printed, following redirects, with a cookie jar of its own."""
        for session in filter(None, (self.session, self._trusting)):
            session.cookies.clear()
        chain = _Chain(self.settings.max_hops)
        untrusted: str | None = None
        target = as_sent(url)
        while True:
            if isinstance(target, Failure):
                return Outcome(tuple(chain.hops), failure=target)
            try:
                answer, warning = self._hop_or_warned(target, budget, chain)
            except LookFailedError as error:
                return Outcome(tuple(chain.hops), None, error.failure, target.site)
            untrusted = untrusted or warning
            if isinstance(answer, Response):
                return Outcome(tuple(chain.hops), replace(answer, untrusted=untrusted))
            target = chain.step(target, answer, _state_of(self.session.cookies))

    def _hop_or_warned(
        self, target: Target, budget: Budget, chain: _Chain
    ) -> tuple[Response | Hop, str | None]:
        """Return the answer, and why a browser would have warned of it.

        A certificate that does not verify is no death: the page is fetched once more, apart,
        without secrets, and marked. Raises LookFailedError.
        """
        try:
            secret = chain.may_send_secrets(target)
            return self._one_hop(self.session, target, budget, secret=secret), None
        except LookFailedError as error:
            if not error.certificate:
                raise
            answer = self._one_hop(self._trusting_session(), target, budget, secret=False)
            return answer, error.failure.message

    def _trusting_session(self) -> GuardedSession:
        if self._trusting is None:
            self._trusting = GuardedSession(self.session.dialler, trusting_context())
        return self._trusting

    def close(self) -> None:
        """Close all connections."""
        self.session.close()
        if self._trusting:
            self._trusting.close()

    def _one_hop(
        self, session: GuardedSession, target: Target, budget: Budget, *, secret: bool
    ) -> Response | Hop:
        """Return the response, or the hop if it is a redirect; raises LookFailedError."""
        if self.settings.skips(target.site):
            raise LookFailedError("not_fetched", f"the settings skip {target.site}")
        if target.site in self.gave_up:
            raise LookFailedError("host_gave_up", self.gave_up[target.site])
        dialler = self.session.dialler
        with self.turns.take(target.site) as turn, budget.spend(self.watchdog) as watch:
            dialler.watch, dialler.dialled = watch, False
            try:
                return self._ask(session, target, watch, secret=secret)
            except LookFailedError:
                raise
            except Exception as error:
                watch.check()  # whatever the stack says, the deadline or the user ended it
                failure = as_failure(error)
                if failure is None:
                    raise
                raise LookFailedError(
                    failure.reason, failure.message, certificate=blames_certificate(error)
                ) from error
            finally:
                turn.rest = dialler.dialled

    def _ask(
        self, session: GuardedSession, target: Target, watch: Watch, *, secret: bool
    ) -> Response | Hop:
        request = requests.Request("GET", target.url, headers=self._headers(target, secret=secret))
        prepared = session.prepare_request(request)
        prepared.url = target.url  # requests would rewrite what is encoded already
        # The watch bounds the whole; this one is for the platform where a shutdown wakes nobody.
        waiting = self.settings.total_seconds + 1
        answer = session.send(
            prepared,
            stream=True,
            allow_redirects=False,
            verify=session.verify,
            timeout=waiting,
        )
        with answer:
            watch.check()
            location = answer.headers.get("Location")
            if answer.status_code in _REDIRECTS and location is not None:
                return Hop(target.full, answer.status_code, location)
            body = read_body(answer.raw, answer.headers, self.settings, watch)
            return Response(target.full, answer.status_code, _headers_of(answer), body)

    def _headers(self, target: Target, *, secret: bool) -> dict[str, str]:
        headers = {
            "User-Agent": self.settings.user_agent,
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
        }
        if secret:
            headers |= self.settings.headers_by_host.get(target.site, {})
        return headers


@dataclass(slots=True)
class _Chain:
    """The redirects so far, and what ends them."""

    max_hops: int
    hops: list[Hop] = field(default_factory=list)
    _seen: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    _was_https: bool = False

    def may_send_secrets(self, target: Target) -> bool:
        """Tell whether headers of the settings may go to `target`: not after a downgrade."""
        self._was_https |= target.scheme == "https"
        return target.scheme == "https" or not self._was_https

    def step(self, current: Target, hop: Hop, cookies: frozenset[str]) -> Target | Failure:
        """Record the hop and return where it leads, or why it is not followed.

        The same URL again is a loop only if no cookie changed in between.
        """
        self.hops.append(Hop(hop.url, hop.status, absolute(current, hop.location)))
        state = (current.url, cookies)
        if state in self._seen:
            return Failure("redirect_loop", f"redirects lead back to {current.url}")
        self._seen.add(state)
        if len(self.hops) > self.max_hops:
            return Failure("too_many_hops", f"more than {self.max_hops} redirects")
        return follow(current, hop.location)


def _headers_of(answer: requests.Response) -> tuple[tuple[str, str], ...]:
    """Return the headers in the order sent, repeated ones each by itself."""
    original = answer.raw._original_response  # noqa: SLF001 (only it has the order)
    assert original
    return tuple((str(name), str(value)) for name, value in original.msg.items())


def _state_of(cookies: CookieJar) -> frozenset[str]:
    return frozenset(f"{c.domain} {c.path} {c.name}={c.value}" for c in cookies)
