"""Pages looked at without a corpus: nothing is kept, and no network accuses nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from footnoted.audit.looked import Looked
from footnoted.audit.network import (
    by_reach,
    in_full,
    near_answers,
    offline_capture,
    offline_message,
)
from footnoted.audit.options import Clock, Watcher
from footnoted.audit.robots import Robots, agent_name
from footnoted.model.capture import Capture, Failure
from footnoted.model.question import Question
from footnoted.store.spill import Spill
from footnoted.web.dial import Resolver, ask_system
from footnoted.web.lanes import capture_of
from footnoted.web.look import record_looks
from footnoted.web.manners import Manners
from footnoted.web.settings import FetchSettings

VANTAGE = "local"
"""Without a history it does not matter what the place is called."""


@dataclass(slots=True)
class Looker:
    """Looks at pages for one run, however many rounds it takes; hosts are met as before."""

    settings: FetchSettings
    clock: Clock
    watcher: Watcher
    resolver: Resolver = ask_system
    manners: Manners = field(init=False)
    robots: Robots = field(init=False)
    aside: Spill = field(default_factory=Spill)

    def __post_init__(self) -> None:
        self.manners = Manners(self.settings)
        self.robots = Robots(self.look, agent_name(self.settings.user_agent))

    def look(self, questions: Sequence[Question]) -> Mapping[Question, Capture]:
        """Look at each URL once and return the captures, each read when it is wanted.

        Without a network every public address is `offline`; a host near that answers is one.
        What is not in the answer was not looked at, since `watcher.stop` was set.
        """
        asked = questions
        closed: list[tuple[Question, Failure]] = []
        if self.settings.obey_robots:
            questions, closed = self.robots.part(questions)
            if self.watcher.stop.is_set():
                return {}
        at = self.clock.now()
        for one, why in closed:
            self.aside.record(capture_of(one, why, at=at, vantage=VANTAGE))
        self._ask_all(*by_reach(questions, self.settings, self.resolver))
        keys = {one: (one.url, one.basis) for one in asked}
        read = self.aside.__getitem__
        return Looked({one: partial(read, key) for one, key in keys.items() if key in self.aside})

    def _ask_all(self, near: Sequence[Question], far: Sequence[Question]) -> None:
        """Ask near and far side by side, where there is a network; else far ones are offline."""
        message = self._no_network(near, far)
        self._ask(near if message else [*near, *far])
        if message and self._answered():
            self._ask(far)
        elif message:
            self.watcher.say(in_full(message), 0, 0)
            at = self.clock.now()
            for one in far:
                self.aside.record(offline_capture(one, message, at, VANTAGE))

    def _no_network(self, near: Sequence[Question], far: Sequence[Question]) -> str | None:
        """Return one line if no host of this run, near or public, nor any canary answers."""
        if not far or self._answered():
            return None
        if near and near_answers(near, self.settings, self.resolver):
            return None
        return offline_message(far, self.settings, self.resolver)

    def _answered(self) -> bool:
        return any(self.aside.answered(key) for key in self.aside)

    def _ask(self, asked: Sequence[Question]) -> None:
        record_looks(
            asked,
            self.settings,
            self.aside,
            vantage=VANTAGE,
            now=self.clock.now,
            progress=self.watcher.looked,
            stop=self.watcher.stop,
            resolver=self.resolver,
            manners=self.manners,
        )


def look(
    questions: Sequence[Question],
    settings: FetchSettings,
    clock: Clock,
    watcher: Watcher,
    *,
    resolver: Resolver = ask_system,
) -> Mapping[Question, Capture]:
    """Look at each URL once, in one round; see `Looker.look`."""
    return Looker(settings, clock, watcher, resolver).look(questions)
