"""Tonight beside the history: what the looks of an audit add to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from footnoted.audit.history_parts import Days, Name, claim_lines, days_of, parts_known
from footnoted.audit.news import COULD_NOT_LOOK
from footnoted.checks.outcomes import PartKnown, where
from footnoted.history import (
    BLIND_DAYS,
    Book,
    HistoryLine,
    Inputs,
    News,
    PartPast,
    Problem,
    Sight,
    blind_days,
    inputs_line,
    is_blind,
    look_lines,
    news_lines,
    sight_line,
    without_known,
)
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding
from footnoted.model.seen import Seen
from footnoted.model.verdicts import LinkVerdict
from footnoted.verdicts import ClaimJudgement


@dataclass(frozen=True, slots=True)
class Night:
    """An audit's looks beside what history tells before them.

    `cited` has what became of each cited URL, `seen` every address. `looked_at` is when the run
    looked (on a replay earlier than now), `vantage` from where. A look older than that was
    remembered, and counts as no look of tonight.
    """

    corpus: Corpus
    book: Book
    looked_at: datetime
    vantage: str
    cited: Mapping[str, Seen]
    seen: Sequence[Seen]
    offline: bool = False
    days: Days = field(init=False)

    def __post_init__(self) -> None:
        """Gather the days of all looks once."""
        object.__setattr__(self, "days", days_of(self.seen))

    def rests_on_memory(self, one: Seen) -> bool:
        """Tell whether an address was looked at on an earlier night, and not on this one."""
        return one.capture is not None and one.capture.at < self.looked_at

    @property
    def sights(self) -> list[Sight]:
        """The look at each cited URL, and from where."""
        return [
            Sight(
                one.link,
                one.capture.vantage if one.capture else self.vantage,
                self.rests_on_memory(one),
            )
            for one in self.cited.values()
            if one.link
        ]

    def parts_known(self, claim: str, judged: ClaimJudgement) -> dict[Name, PartKnown]:
        """Return what was told before of each part of a claim.

        On a night without a network what was found and never missed is not missed either: it may
        have been found on an address that only that night nobody can see.
        """
        known = parts_known(self.book, self.corpus, claim, judged, self.days, self.looked_at)
        if not self.offline:
            return known
        return {name: replace(one, hidden=_stands(one.past)) for name, one in known.items()}

    @property
    def blind(self) -> bool | None:
        """Whether nothing of what was due could be seen; None where that cannot be told."""
        return True if self.offline else is_blind(self.sights, self._last_verdict)

    def _last_verdict(self, url: str) -> LinkVerdict | None:
        looks = self.book.looks(url, self.looked_at)
        return next((one.verdict for one in reversed(looks) if one.vantage == self.vantage), None)

    @property
    def blind_nights(self) -> int:
        """How many days in a row, this one included, nothing could be seen; 0 if it could."""
        if not self.blind:
            return 0
        today = self.looked_at.date()
        return len(blind_days(self.book.sights(self.vantage, self.looked_at), today)) + 1

    @property
    def blindness(self) -> tuple[Finding, ...]:
        """An error once nothing could be seen on three days in a row."""
        nights = self.blind_nights
        if nights < BLIND_DAYS:
            return ()
        today = self.looked_at.date()
        first = blind_days(self.book.sights(self.vantage, self.looked_at), today)[0]
        message = (
            f"nothing of what was due could be seen from '{self.vantage}' on {nights} days in a "
            f"row, since {first}: look to the network there, or to what is in its way"
        )
        place = where(self.corpus.place("paper"))
        return (Finding(COULD_NOT_LOOK, "error", place, message, subject=self.vantage),)

    def lines(
        self,
        told: News,
        claims: Mapping[str, ClaimJudgement],
        fingerprints: Collection[str],
        inputs: Inputs,
    ) -> list[HistoryLine]:
        """Return the lines that this night leaves.

        `told` is its news, `fingerprints` are those of its findings, `inputs` what it was made of.
        A blind night turns nothing red but its own blindness, and so what else is an error on it
        is left to be told by the next night that sees; but for the first night of all, after
        which what was found counts as known.
        """
        at, book = self.looked_at, self.book
        before = book.inputs(at)
        in_the_dark = bool(self.blind) and before is not None
        if in_the_dark:
            told = replace(told, new=tuple(one for one in told.new if _is_told_blind(one)))
        others = [
            None if in_the_dark else inputs_line(before, inputs, at),
            sight_line(book.sights(self.vantage, at), self.vantage, at, blind=self.blind),
            *claim_lines(
                book,
                self.corpus,
                claims,
                fingerprints,
                at,
                self.vantage,
                seeing=self.blind is False,
            ),
        ]
        return [
            *without_known(book, (line for line in others if line)),
            *news_lines(book, told, at),
            *look_lines(book, self.sights, at),
        ]


def _is_told_blind(problem: Problem) -> bool:
    return problem.level != "error" or problem.rule == COULD_NOT_LOOK


def _stands(past: PartPast) -> bool:
    return past.was_found and past.failing_since is None
