"""What a site's robots.txt lets programs ask (RFC 9309), asked once per site and run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from footnoted import plan
from footnoted.model.capture import Capture
from footnoted.model.question import Question

Ask = Callable[[Sequence[Question]], Mapping[Question, Capture]]
"""Looks at addresses; what is not in the answer was not looked at."""

MAX_BYTES = 500 * 1024
"""So much of a robots.txt is read (RFC 9309, 2.5)."""


@dataclass(slots=True)
class Robots:
    """The rules of the sites met so far; `agent` is the name that we go by."""

    ask: Ask
    agent: str
    _rules: dict[str, Protego | bool] = field(default_factory=dict)

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
        rules = self._rules[plan.robots_of(url).url]
        return rules if isinstance(rules, bool) else rules.can_fetch(url, self.agent)


def _rules(capture: Capture | None) -> Protego | bool:
    """Return the rules; no such file allows all, no answer nothing (RFC 9309, 2.3.1)."""
    response = capture.response if capture else None
    if response is None or response.status >= 500:
        return False
    if not 200 <= response.status < 300:
        return True
    return Protego.parse(response.body[:MAX_BYTES].decode("utf-8", "replace"))


def agent_name(user_agent: str) -> str:
    """Return the product name of a User-Agent, by which robots.txt calls it."""
    return user_agent.partition("/")[0].strip()


def site_of(url: str) -> str:
    """Return scheme and host of a URL: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
