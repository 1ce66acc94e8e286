"""Pages looked at without a corpus: nothing is kept, and no network accuses nobody."""

from __future__ import annotations

from collections.abc import Sequence

from footnoted.audit.network import CANARIES, by_reach, in_full, offline_capture, offline_message
from footnoted.audit.options import Clock, Watcher
from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.web.dial import Resolver, ask_system
from footnoted.web.look import look_at
from footnoted.web.settings import FetchSettings

VANTAGE = "local"
"""Without a history it does not matter what the place is called."""


class _Nowhere:
    """A recorder that keeps nothing."""

    def record(self, capture: Capture) -> None:
        """Let the capture go."""


def look(
    questions: Sequence[Question],
    settings: FetchSettings,
    clock: Clock,
    watcher: Watcher,
    *,
    resolver: Resolver = ask_system,
) -> dict[Question, Capture]:
    """Look at each URL once and return the captures.

    Without a network every public address is `offline`; a host near that answers is one. What
    is not in the answer was not looked at, since `watcher.stop` was set.
    """

    def ask(asked: Sequence[Question]) -> dict[Question, Capture]:
        looked = look_at(
            asked,
            settings,
            _Nowhere(),
            vantage=VANTAGE,
            now=clock.now,
            progress=lambda one: watcher.say(one.url, one.done, one.total),
            stop=watcher.stop,
            resolver=resolver,
        )
        return {one: looked[one.url] for one in asked if one.url in looked}

    near, far = by_reach(questions, settings, resolver)
    found = ask(near)
    if not any(capture.response for capture in found.values()):
        message = offline_message(far, CANARIES, settings, resolver)
        if message:
            watcher.say(in_full(message), 0, 0)
            at = clock.now()
            return found | {one: offline_capture(one, message, at, VANTAGE) for one in far}
    return found | ask(far)
