"""What a run knows of its hosts from one round to the next: their rests, and who gave up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from footnoted.web.clock import SYSTEM_CLOCK, Clock
from footnoted.web.settings import FetchSettings
from footnoted.web.turns import Turns


@dataclass(slots=True)
class Manners:
    """Handed to every round of a run, so that a second one is not a fresh start for a host.

    `gave_up` names hosts that are not asked any more, and why.
    """

    settings: FetchSettings
    clock: Clock = SYSTEM_CLOCK
    gave_up: dict[str, str] = field(default_factory=dict)
    turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        self.turns = Turns(self.settings, self.clock)

    def learn(self, lanes: Iterable[tuple[str, Mapping[str, str]]]) -> None:
        """Take over who was given up in a round: `lanes` are its sites, and whom each gave up.

        A site's own lane knows best: where it went on, what redirects from elsewhere met with
        does not count. So the result depends on no schedule.
        """
        lanes = list(lanes)
        own = {site for site, _ in lanes}
        for site, given_up in lanes:
            for host, why in given_up.items():
                if host == site or host not in own:
                    self.gave_up.setdefault(host, why)
