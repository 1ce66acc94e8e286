"""All lines of a history, found by what they are about.

Questions about an audit at `as_of` count only lines before `as_of`, so that the same audit
replayed later, when its own lines stand in the file, gets the same answers. A question costs as
many steps as its URL, problem or claim has lines, and not as the whole has.
"""

from __future__ import annotations

from bisect import bisect_left, insort_right
from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from footnoted.history.inputs import Inputs, inputs_of
from footnoted.history.lines import (
    ClaimLine,
    HistoryLine,
    InputsLine,
    LinkLine,
    ObservationLine,
    ProblemLine,
    SightLine,
)
from footnoted.history.looks import rotten, was_seen
from footnoted.history.parts import PartPast, part_past
from footnoted.history.problems import Standing, after, standing
from footnoted.model.verdicts import LinkVerdict

Line = TypeVar("Line", LinkLine, ProblemLine, ClaimLine, InputsLine, SightLine)
_Key = tuple[str, str]


class Book:
    """An index over history's lines, which can be extended in place of being built anew."""

    def __init__(self, lines: Iterable[HistoryLine] = ()) -> None:
        """Take in `lines`, in any order; those of one time keep theirs."""
        self._lines: dict[_Key, list[HistoryLine]] = {}
        self._open: dict[str, Standing] = {}
        self._last: datetime | None = None
        self.add(lines)

    def add(self, lines: Iterable[HistoryLine]) -> None:
        """Take in more lines."""
        for line in sorted(lines, key=_at):
            own = self._lines.setdefault(_key(line), [])
            insort_right(own, line, key=_at)
            if isinstance(line, ProblemLine):
                self._note(line, late=own[-1] is not line)
            self._last = line.at if self._last is None else max(self._last, line.at)

    def has(self, line: HistoryLine) -> bool:
        """Tell whether the very same line is there, its cause aside."""
        own = self._lines.get(_key(line), ())
        there = own[bisect_left(own, line.at, key=_at) :]
        return any(_bare(one) == _bare(line) for one in there if one.at == line.at)

    # -- links --------------------------------------------------------------------------------

    def looks(self, url: str, as_of: datetime) -> list[LinkLine]:
        """Return the looks at `url` before `as_of`, in order of time."""
        return self._before(LinkLine, url, as_of)

    def looks_beside(self, url: str, at: datetime, vantage: str) -> list[LinkLine]:
        """Return the looks of that very second from elsewhere, which ours may contradict."""
        there = self._after(LinkLine, url, at)
        return [line for line in there if line.at == at and line.vantage != vantage]

    def was_seen(self, url: str, as_of: datetime) -> bool:
        """Tell whether the page at `url` was seen from anywhere before `as_of`."""
        return was_seen(self.looks(url, as_of), url, as_of)

    def rotten(
        self,
        url: str,
        as_of: datetime,
        *,
        verdict: LinkVerdict | None = None,
        vantage: str | None = None,
    ) -> bool:
        """Tell whether the link is rotten (`looks.rotten`)."""
        looks = self.looks(url, as_of)
        return rotten(looks, url, as_of, verdict=verdict, vantage=vantage)

    # -- problems -----------------------------------------------------------------------------

    def standing(self, fingerprint: str, as_of: datetime) -> Standing | None:
        """Return what is known of a problem that came before `as_of` and did not go."""
        if self._is_past(as_of):
            return self._open.get(fingerprint)
        return standing(self._before(ProblemLine, fingerprint, as_of))

    def open(self, as_of: datetime) -> tuple[Standing, ...]:
        """Return every problem that came before `as_of` and did not go, oldest first."""
        if self._is_past(as_of):
            found: Iterable[Standing] = self._open.values()
        else:
            names = (name for kind, name in self._lines if kind == _PROBLEM)
            each = (self.standing(name, as_of) for name in names)
            found = (one for one in each if one)
        return tuple(sorted(found, key=lambda one: (one.since, one.problem.fingerprint)))

    def told_at(self, fingerprint: str, at: datetime) -> ProblemLine | None:
        """Return the line that an audit at `at` itself left when this problem was new to it."""
        there = self._after(ProblemLine, fingerprint, at)
        return next((line for line in there if line.at == at and line.kind == "new"), None)

    # -- the rest -----------------------------------------------------------------------------

    def claim(self, claim: str, as_of: datetime) -> list[ClaimLine]:
        """Return what was told of the parts of a claim before `as_of`."""
        return self._before(ClaimLine, claim, as_of)

    def part(self, claim: str, part: str, as_of: datetime) -> PartPast:
        """Return what was told before `as_of` of a claim's part, by its digest."""
        return part_past(self.claim(claim, as_of), part)

    def inputs(self, as_of: datetime, *, including: bool = False) -> Inputs | None:
        """Return what the last audit before `as_of` was made of, or the one at it (`including`)."""
        lines = self._before(InputsLine, "", as_of)
        if including:
            lines += [line for line in self._after(InputsLine, "", as_of) if line.at == as_of]
        return inputs_of(lines)

    def sights(self, vantage: str, as_of: datetime) -> list[SightLine]:
        """Return the blind nights from `vantage` before `as_of`, and what ended them."""
        return self._before(SightLine, vantage, as_of)

    # -- inside -------------------------------------------------------------------------------

    def _before(self, kind: type[Line], name: str, as_of: datetime) -> list[Line]:
        own = self._lines.get((kind.__name__, name), ())
        return [line for line in own[: bisect_left(own, as_of, key=_at)] if isinstance(line, kind)]

    def _after(self, kind: type[Line], name: str, at: datetime) -> list[Line]:
        own = self._lines.get((kind.__name__, name), ())
        return [line for line in own[bisect_left(own, at, key=_at) :] if isinstance(line, kind)]

    def _note(self, line: ProblemLine, *, late: bool) -> None:
        """Keep what is open after all lines; `late` if `line` is not the latest of its own."""
        name = line.fingerprint
        known = self._open.pop(name, None)
        if late:
            own = self._lines[_PROBLEM, name]
            now = standing(one for one in own if isinstance(one, ProblemLine))
        else:
            now = after(known, line)
        if now:
            self._open[name] = now

    def _is_past(self, as_of: datetime) -> bool:
        """Tell whether all lines are from before `as_of`."""
        return self._last is None or self._last < as_of


_PROBLEM = ProblemLine.__name__


def _key(line: HistoryLine) -> _Key:
    """Return what a line is about; all lines on what audits are made of stand together."""
    match line:
        case LinkLine():
            name = line.url
        case ProblemLine():
            name = line.fingerprint
        case ClaimLine() | ObservationLine():
            name = line.claim
        case SightLine():
            name = line.vantage
        case InputsLine():
            name = ""
    return type(line).__name__, name


def _at(line: HistoryLine) -> datetime:
    return line.at


def _bare(line: HistoryLine) -> HistoryLine:
    """Return a line without the cause, which is found anew and may be another one now."""
    if not isinstance(line, ProblemLine):
        return line
    return line.model_copy(update={"cause": None, "cause_message": None})
