"""What a site's robots.txt lets programs ask (RFC 9309), asked once per site and run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from protego import Protego

from footnoted import plan
from footnoted.model.capture import Capture, Failure
from footnoted.model.question import Question
from footnoted.web.urls import as_sent

Ask = Callable[[Sequence[Question]], Mapping[Question, Capture]]
"""Looks at addresses; what is not in the answer was not looked at."""

MAX_BYTES = 500 * 1024
"""So much of a robots.txt is read (RFC 9309, 2.5)."""


_OF_THE_HOST = frozenset(
    {
        "offline",
        "not_fetched",
        "refused_address",
        "no_such_host",
        "dns_trouble",
        "connection_refused",
        "connection_reset",
        "connect_timeout",
        "tls",
        "host_gave_up",
    }
)
"""Failures that any page of the host would have met with too."""


@dataclass(slots=True)
class Robots:
    """The rules of the sites met so far; `agent` is the name that we go by."""

    ask: Ask
    agent: str
    _rules: dict[str, Protego | Failure | None] = field(default_factory=dict)

    def learn(self, urls: Iterable[str]) -> None:
        """Ask the sites of `urls` for their rules, unless they are known."""
        due = dict.fromkeys(
            question for question in map(plan.robots_of, urls) if question.url not in self._rules
        )
        if not due:
            return
        found = self.ask(list(due))
        for question in due:
            self._rules[question.url] = _rules(found.get(question))

    def allow(self, url: str) -> bool:
        """Tell whether `url` may be asked by a program; its site's rules must be known."""
        return self.why_closed(url) is None

    def why_closed(self, url: str) -> Failure | None:
        """Return why a program may not ask `url`, None where it may; see `allow`.

        Where the host did not answer for its rules, that is what a look at the page would tell.
        """
        rules = self._rules[plan.robots_of(url).url]
        if rules is None or isinstance(rules, Failure):
            return rules
        if rules.can_fetch(url, self.agent):
            return None
        return Failure("not_fetched", "its robots.txt asks programs not to fetch it")

    def part(
        self, questions: Sequence[Question]
    ) -> tuple[list[Question], list[tuple[Question, Failure]]]:
        """Part pages that may be asked from those that may not, with the reason.

        Only what the paper cites, or its like on another host, is judged: probes ask for
        themselves, and archives offer their mementos to be asked.
        """
        ruled = [one for one in questions if one.basis in {"cited", "alternate"} and _sent(one)]
        self.learn(one.url for one in ruled)
        reasons = {one: failure for one in ruled if (failure := self.why_closed(one.url))}
        return [one for one in questions if one not in reasons], list(reasons.items())


def _sent(question: Question) -> bool:
    """Tell whether the URL can be asked at all; what cannot needs no rules."""
    return not isinstance(as_sent(question.url), Failure)


def _rules(capture: Capture | None) -> Protego | Failure | None:
    """Return the rules; no such file allows all, no answer nothing (RFC 9309, 2.3.1)."""
    if capture is None:
        return Failure("not_fetched", "its robots.txt was not looked at")
    response, failure = capture.response, capture.failure
    if failure:
        if failure.reason in _OF_THE_HOST and not capture.hops:
            return failure
        return Failure("not_fetched", f"its robots.txt could not be read ({failure.message})")
    assert response
    if response.status >= 500:
        return Failure("not_fetched", f"its robots.txt could not be had ({response.status})")
    if not 200 <= response.status < 300:
        return None
    return Protego.parse(response.body[:MAX_BYTES].decode("utf-8", "replace"))


def agent_name(user_agent: str) -> str:
    """Return the product name of a User-Agent, by which robots.txt calls it."""
    return user_agent.partition("/")[0].strip()
