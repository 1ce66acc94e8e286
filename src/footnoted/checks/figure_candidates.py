"""The figures of a page that may be compared with a claim's, each judged in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from footnoted.checks.figure_context import Fit, may_be_narrower, measure_fit
from footnoted.checks.figure_mood import Mood, mood_of
from footnoted.checks.figure_pairs import nearer_rival, paired, period_fit
from footnoted.checks.figure_periods import mentions
from footnoted.checks.figure_places import Place, find_places
from footnoted.model.quantity import Quantity
from footnoted.model.records import FigureRecord
from footnoted.model.text import Text
from footnoted.quantities import comparable
from footnoted.quantities.compare import OutcomeVerdict, judge
from footnoted.quantities.units import is_count

FURNITURE = frozenset({"navigation", "comments"})
_MOST_RIVALS = 8


@dataclass(frozen=True)
class Candidate:
    """A comparable figure of the page, and how it compares in number, measure and period.

    Number first: what its words say is worked out only when asked for.
    """

    record: FigureRecord
    claim: Quantity
    place: Place
    others: tuple[Place, ...]  # the comparable figures of the same sentence
    verdict: OutcomeVerdict
    reason: str

    @cached_property
    def measure(self) -> Fit:
        """How the words around it fit the record's measure."""
        return measure_fit(self.record.measure, self.place)

    @cached_property
    def period(self) -> Fit:
        """How the time named around it fits the record's period."""
        return period_fit(self.record.period, self.place, self.others)

    @cached_property
    def rivals(self) -> tuple[Place, ...]:
        """Return the figures of the same sentence and, as far as told, of the same period."""
        period = self.record.period
        if not period:
            return self.others
        around = (self.place, *self.others)
        return tuple(other for other in self.others if period_fit(period, other, around) != "other")

    @cached_property
    def mood(self) -> Mood:
        """How its sentence gives it: stated, denied, expected, as a change or a rate."""
        record = self.record
        asked = " ".join(filter(None, (record.raw, record.measure, record.period)))
        return mood_of(self.place, asked)

    @cached_property
    def pairing(self) -> Literal["own", "other", "open"] | None:
        """Whether a sentence with *respectively* pairs it with the measure."""
        return paired(self.record.measure, self.place, self.others)

    @property
    def fits(self) -> bool:
        """The figure stands in the right place, as far as words can tell."""
        if self.measure in {"unasked", "foreign"}:
            timed = self.period in {"unasked", "full", "wide"}
        elif self.measure in {"full", "wide"}:
            timed = self.period not in {"other", "partial"}
        else:
            return False
        return timed and self.pairing not in {"other", "open"}

    @property
    def elsewhere(self) -> bool:
        """The figure is decidedly of another subject or period."""
        return "other" in {self.measure, self.period, self.pairing}

    @property
    def undecided(self) -> bool:
        """Some of what was asked is there, and nothing says that the figure is another one."""
        partly = {"wide", "partial"} & {self.measure, self.period} or self.pairing == "open"
        return bool(partly) and self.measure != "silent" and not self.elsewhere

    @property
    def another_nearer(self) -> bool:
        """A rival of the same sentence stands nearer to the measure's words."""
        if self.pairing == "own":
            return False
        return nearer_rival(self.record.measure, self.place, self.rivals) is not None

    @property
    def sure(self) -> bool:
        """No word that was asked for is missing or only further off."""
        return {self.measure, self.period} <= {"full", "unasked"}

    @property
    def in_part(self) -> bool:
        """No period was asked for, and the sentence names half a year, several, or the like."""
        if self.period != "unasked" or self.place.at is None:
            return False
        parts = (each.part for each in mentions(self.place.near))
        return any(part and part[0] not in {"day", "relative"} for part in parts)

    @property
    def can_accuse(self) -> bool:
        """Another value here is a contradiction: measure and period both agree, and it is stated.

        Without any context the unit decides. A period alone tells nothing of the subject.
        """
        if not self.sure or self.mood != "stated" or self.place.region in FURNITURE:
            return False
        if self.measure == "unasked" and self.period != "unasked":
            return False
        other_noun = (
            is_count(self.place.quantity.unit) and self.place.quantity.unit != self.claim.unit
        )
        if other_noun or may_be_narrower(self.record.measure, self.place):
            return False
        timed = self.period == "unasked" and self.measure == "full" and mentions(self.place.near)
        return not timed and not self.another_nearer


def find_candidates(record: FigureRecord, claim: Quantity, text: Text) -> list[Candidate]:
    """Return the figures of `text` that can be compared with `claim`, in the order of the page."""
    places = [place for place in find_places(text) if comparable(claim, place.quantity)]
    return [
        Candidate(
            record, claim, place, _same_sentence(places, index), *judge(claim, place.quantity)
        )
        for index, place in enumerate(places)
    ]


def _same_sentence(places: Sequence[Place], index: int) -> tuple[Place, ...]:
    """Return the comparable figures of the same sentence, the nearest on either side."""
    place = places[index]
    if place.at is None:
        return ()
    around = (
        *places[max(0, index - _MOST_RIVALS) : index],
        *places[index + 1 : index + 1 + _MOST_RIVALS],
    )
    return tuple(other for other in around if other.at == place.at)
