"""Pages looked at without a corpus: nothing is kept, and no network accuses nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from footnoted.audit.network import CANARIES, by_reach, in_full, offline_capture, offline_message
from footnoted.audit.options import Clock, Watcher
from footnoted.audit.robots import Robots, agent_name
from footnoted.model.capture import Capture, Failure
from footnoted.model.question import Question
from footnoted.web.dial import Resolver, ask_system
from footnoted.web.lanes import capture_of
from footnoted.web.look import look_at
from footnoted.web.manners import Manners
from footnoted.web.settings import FetchSettings

VANTAGE = "local"
"""Without a history it does not matter what the place is called."""


class _Nowhere:
    """A recorder that keeps nothing."""

    def record(self, capture: Capture) -> None:
        """Let the capture go."""


@dataclass(slots=True)
class Looker:
    """Looks at pages for one run, however many rounds it takes; hosts are met as before."""

    settings: FetchSettings
    clock: Clock
    watcher: Watcher
    resolver: Resolver = ask_system
    manners: Manners = field(init=False)
    robots: Robots = field(init=False)

    def __post_init__(self) -> None:
        self.manners = Manners(self.settings)
        self.robots = Robots(self.look, agent_name(self.settings.user_agent))

    def look(self, questions: Sequence[Question]) -> dict[Question, Capture]:
        """Look at each URL once and return the captures.

        Without a network every public address is `offline`; a host near that answers is one.
        What is not in the answer was not looked at, since `watcher.stop` was set.
        """
        closed: list[tuple[Question, Failure]] = []
        if self.settings.obey_robots:
            questions, closed = self.robots.part(questions)
            if self.watcher.stop.is_set():
                return {}
        at = self.clock.now()
        kept = {one: capture_of(one, why, at=at, vantage=VANTAGE) for one, why in closed}
        near, far = by_reach(questions, self.settings, self.resolver)
        found = kept | self._ask(near)
        if not any(capture.response for capture in found.values()):
            message = offline_message(far, CANARIES, self.settings, self.resolver)
            if message:
                self.watcher.say(in_full(message), 0, 0)
                at = self.clock.now()
                return found | {one: offline_capture(one, message, at, VANTAGE) for one in far}
        return found | self._ask(far)

    def _ask(self, asked: Sequence[Question]) -> dict[Question, Capture]:
        looked = look_at(
            asked,
            self.settings,
            _Nowhere(),
            vantage=VANTAGE,
            now=self.clock.now,
            progress=lambda one: self.watcher.say(one.url, one.done, one.total),
            stop=self.watcher.stop,
            resolver=self.resolver,
            manners=self.manners,
        )
        return {one: looked[one.url] for one in asked if one.url in looked}


def look(
    questions: Sequence[Question],
    settings: FetchSettings,
    clock: Clock,
    watcher: Watcher,
    *,
    resolver: Resolver = ask_system,
) -> dict[Question, Capture]:
    """Look at each URL once, in one round; see `Looker.look`."""
    return Looker(settings, clock, watcher, resolver).look(questions)
