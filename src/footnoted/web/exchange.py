"""One exchange: a chain of requests from the URL asked to the last response or a failure."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from http.cookiejar import CookieJar

import requests

from footnoted.model.capture import Earlier, Failure, Hop, Response
from footnoted.web.adapter import GuardedSession
from footnoted.web.body import read_body
from footnoted.web.conditional import conditions, refreshed
from footnoted.web.deadline import Watch, Watchdog
from footnoted.web.failures import LookFailedError, as_failure, blames_certificate
from footnoted.web.settings import FetchSettings
from footnoted.web.turns import Turns
from footnoted.web.urls import Target, absolute, as_sent, follow
from footnoted.web.weather import site_of

BROWSER_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en-US,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
"""What a browser sends beside its User-Agent, and we can honour."""

_RESTS = 25  # a rest of 1 s is counted in full with the default of 25 s
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(slots=True)
class Outcome:
    """What came of an exchange; `failed_site` is the host that a failure speaks of.

    `unchanged` is the earlier answer that the site says still holds.
    """

    hops: tuple[Hop, ...]
    response: Response | None = None
    failure: Failure | None = None
    failed_site: str | None = None
    unchanged: Earlier | None = None


@dataclass(slots=True)
class Budget:
    """Seconds that a URL may still cost; waiting while others have their turn costs none.

    The rest that a host needs since this very URL was just asked of it does, up to a share of the
    whole: so a slow chain ends in time, and a host with a long pace can still send us on.
    """

    left: float
    longest_rest: float = field(init=False)
    _last: str | None = None

    def __post_init__(self) -> None:
        self.longest_rest = self.left / _RESTS

    def rest(self, site: str, pace: float) -> None:
        """Take off what `site` rests before it may be asked on."""
        if site == self._last:
            self.pause(min(pace, self.longest_rest))
        self._last = site

    def pause(self, seconds: float) -> None:
        """Take off the pause before a retry."""
        self.left = max(0.0, self.left - seconds)
        self._last = None

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
class Chain:
    """One look under way: where it goes next, the redirects so far, and what ends them.

    `agent` is None for our own User-Agent, else that of a browser, with its headers. `earlier` is
    an answer had before: where the chain comes to its address, the site is asked whether anything
    changed. `near` is the time for which the first host is to choose a memento.
    """

    target: Target | Failure
    max_hops: int
    agent: str | None = None
    earlier: Earlier | None = None
    near: datetime | None = None
    hops: list[Hop] = field(default_factory=list)
    untrusted: str | None = None
    _seen: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    _was_https: bool = False

    @property
    def site(self) -> str | None:
        """The host whose turn is next."""
        return self.target.site if isinstance(self.target, Target) else None

    def may_send_secrets(self, target: Target) -> bool:
        """Tell whether headers of the settings may go to `target`: not after a downgrade."""
        self._was_https |= target.scheme == "https"
        return self.agent is None and (target.scheme == "https" or not self._was_https)

    def conditions(self, target: Target) -> dict[str, str]:
        """Return the headers that ask `target` whether anything changed, if that can be asked."""
        if self.earlier is None or self.agent or target.full != self.earlier.response.url:
            return {}
        return conditions(self.earlier)

    def times(self, target: Target) -> dict[str, str]:
        """Return the header that asks an archive for a time, and no host that it leads to."""
        if self.near is None or (self.hops and site_of(self.hops[0].url) != target.site):
            return {}
        return {"Accept-Datetime": format_datetime(self.near.astimezone(UTC), usegmt=True)}

    def step(self, current: Target, hop: Hop, cookies: frozenset[str]) -> None:
        """Record the hop and go on to where it leads, or to why it is not followed.

        The same URL again is a loop only if no cookie changed in between.
        """
        self.hops.append(Hop(hop.url, hop.status, absolute(current, hop.location)))
        state = (current.url, cookies)
        if state in self._seen:
            self.target = Failure("redirect_loop", f"redirects lead back to {current.url}")
        elif len(self.hops) > self.max_hops:
            self.target = Failure("too_many_hops", f"more than {self.max_hops} redirects")
        else:
            self.target = follow(current, hop.location)
        self._seen.add(state)


@dataclass(slots=True)
class Exchanger:
    """Does exchanges, one at a time, over a session of its own.

    `gave_up` names hosts that are not asked any more, and why, as the lane that owns this
    decides. `halt` ends the waiting for turns.
    """

    session: GuardedSession
    settings: FetchSettings
    turns: Turns
    watchdog: Watchdog
    halt: threading.Event
    gave_up: dict[str, str] = field(default_factory=dict)
    _trusting: GuardedSession | None = None

    def begin(
        self,
        url: str,
        agent: str | None = None,
        earlier: Earlier | None = None,
        near: datetime | None = None,
    ) -> Chain:
        """Return the start of a look at `url` as printed, with a cookie jar of its own."""
        for session in filter(None, (self.session, self._trusting)):
            session.cookies.clear()
        return Chain(as_sent(url), self.settings.max_hops, agent, earlier, near)

    def go_on(self, chain: Chain, budget: Budget) -> Outcome | None:
        """Ask the next host of `chain`; None where that was not the last request of the look.

        So that nobody holds a connection while the host that a redirect leads to rests.
        """
        target = chain.target
        if isinstance(target, Target):
            try:
                answer = self._hop_or_warned(target, budget, chain)
            except LookFailedError as error:
                return Outcome(tuple(chain.hops), None, error.failure, target.site)
            if isinstance(answer, Response) and answer.status == HTTPStatus.NOT_MODIFIED:
                return _not_modified(chain, target, answer)
            if isinstance(answer, Response):
                return Outcome(tuple(chain.hops), replace(answer, untrusted=chain.untrusted))
            chain.step(target, answer, _state_of(self.session.cookies))
        if isinstance(chain.target, Failure):
            return Outcome(tuple(chain.hops), failure=chain.target)
        return None

    def _hop_or_warned(self, target: Target, budget: Budget, chain: Chain) -> Response | Hop:
        """Return the answer; the chain remembers why a browser would have warned of it.

        A certificate that does not verify is no death: the page is fetched once more, apart,
        without secrets, and marked. Raises LookFailedError.
        """
        headers = {**self._headers(chain.agent), **chain.times(target)}
        secrets = chain.may_send_secrets(target)
        own = self.settings.headers_by_host.get(target.site, {}) if secrets else {}
        asking = {**chain.conditions(target), **headers, **own}
        try:
            return self._one_hop(self.session, target, budget, asking)
        except LookFailedError as error:
            if not error.certificate:
                raise
            answer = self._one_hop(self._trusting_session(), target, budget, headers)
            chain.untrusted = chain.untrusted or error.failure.message
            chain.earlier = None  # a stranger may say "not modified" of anything
            return answer

    def _trusting_session(self) -> GuardedSession:
        if self._trusting is None:
            self._trusting = self.session.trusting()
        return self._trusting

    def close(self) -> None:
        """Close all connections."""
        self.session.close()
        if self._trusting:
            self._trusting.close()

    def _one_hop(
        self, session: GuardedSession, target: Target, budget: Budget, headers: dict[str, str]
    ) -> Response | Hop:
        """Return the response, or the hop if it is a redirect; raises LookFailedError."""
        if self.settings.skips(target.site):
            raise LookFailedError("not_fetched", f"the settings skip {target.site}")
        if target.site in self.gave_up:
            raise LookFailedError("host_gave_up", self.gave_up[target.site])
        dialler = self.session.dialler
        budget.rest(target.site, self.settings.pace(target.site))
        with (
            self.turns.take(target.site, self.halt) as turn,
            budget.spend(self.watchdog) as watch,
        ):
            dialler.watch, dialler.dialled = watch, False
            try:
                return self._ask(session, target, watch, headers)
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
        self, session: GuardedSession, target: Target, watch: Watch, headers: dict[str, str]
    ) -> Response | Hop:
        proxy = session.proxies_for(target)
        prepared = requests.PreparedRequest()
        prepared.prepare("GET", target.url, headers=headers, cookies=session.cookies)
        prepared.url = target.url  # requests would rewrite what is encoded already
        # The watch bounds the whole; this one is for the platform where a shutdown wakes nobody.
        waiting = self.settings.total_seconds + 1
        answer = session.send(
            prepared,
            stream=True,
            allow_redirects=False,
            verify=session.verify,
            timeout=waiting,
            proxies=proxy,
        )
        with answer:
            watch.check()
            if proxy and answer.status_code == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
                raise LookFailedError("connection_refused", "the proxy asks for a login (407)")
            location = answer.headers.get("Location")
            if answer.status_code in _REDIRECTS and location is not None:
                return Hop(target.full, answer.status_code, location)
            body = read_body(answer.raw, answer.headers, self.settings, watch)
            return Response(target.full, answer.status_code, _headers_of(answer), body)

    def _headers(self, agent: str | None) -> dict[str, str]:
        """Return what is sent to anyone: our own words, or those of a browser and no more."""
        if agent:
            return {"User-Agent": agent, **BROWSER_HEADERS}
        return {
            "User-Agent": self.settings.user_agent,
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
        }


def _not_modified(chain: Chain, target: Target, answer: Response) -> Outcome | None:
    """Return the earlier answer, as it still holds; None where the page is to be asked in full.

    That is so once, where the site speaks of another version than ours. A "not modified" to a
    question that was not asked is none (RFC 9110, 15.4.5).
    """
    earlier = chain.earlier
    if earlier is None or not chain.conditions(target):
        failure = Failure("protocol", "says “not modified” (304), and was not asked whether it was")
        return Outcome(tuple(chain.hops), None, failure, target.site)
    response = refreshed(earlier, answer)
    if response is None:
        chain.earlier = None
        return None
    response = replace(response, untrusted=chain.untrusted)
    return Outcome(tuple(chain.hops), response, unchanged=earlier)


def _headers_of(answer: requests.Response) -> tuple[tuple[str, str], ...]:
    """Return the headers in the order sent, repeated ones each by itself."""
    original = answer.raw._original_response  # noqa: SLF001 (only it has the order)
    assert original
    return tuple((str(name), str(value)) for name, value in original.msg.items())


def _state_of(cookies: CookieJar) -> frozenset[str]:
    return frozenset(f"{c.domain} {c.path} {c.name}={c.value}" for c in cookies)
