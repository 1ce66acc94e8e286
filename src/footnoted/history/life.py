"""Lines of history as changes in words, and the states that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from footnoted.history.blind import BLIND_DAYS, blind_days
from footnoted.history.lines import (
    ClaimLine,
    HistoryLine,
    InputsLine,
    LinkLine,
    ObservationLine,
    ProblemLine,
    SightLine,
)
from footnoted.history.looks import ROT, UNSEEN, rotten_since, since
from footnoted.history.problems import Standing, after
from footnoted.model.history import EventKind
from footnoted.model.report import Cause
from footnoted.model.verdicts import FOUND, PartVerdict

_SOON = timedelta(seconds=1)
_HEADS: dict[EventKind, str] = {
    "new": "NEW",
    "worse": "NEW as an",
    "fixed": "FIXED",
    "accepted": "taken as known:",
}
_ORDER: tuple[EventKind, ...] = (
    "inputs", "record", "blind", "sighted", "link", "rotten", "observed", "claim", "new", "worse",
    "fixed", "accepted",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One change, in words."""

    at: datetime
    kind: EventKind
    target: str
    words: str
    vantage: str | None = None
    cause: Cause | None = None
    cause_message: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """How it stands with a target since a day, from a vantage or everywhere."""

    target: str
    words: str
    since: date
    vantage: str | None = None


@dataclass(slots=True)
class Life:
    """Changes and states, told of lines in order of time."""

    events: list[Event] = field(default_factory=list)
    _looks: dict[str, list[LinkLine]] = field(default_factory=dict)
    _open: dict[str, Standing] = field(default_factory=dict)
    _parts: dict[str, dict[str, tuple[PartVerdict, datetime]]] = field(default_factory=dict)
    _sights: dict[str, list[SightLine]] = field(default_factory=dict)
    _rotten: dict[str, date] = field(default_factory=dict)

    def take(self, line: HistoryLine) -> None:
        """Take in one more line."""
        match line:
            case LinkLine():
                self._take_look(line)
            case ProblemLine():
                self._take_problem(line)
            case ClaimLine():
                self._take_claim(line)
            case InputsLine():
                self._take_inputs(line)
            case SightLine():
                self._sights.setdefault(line.vantage, []).append(line)
                blind = "nothing of what was due could be seen"
                words = blind if line.kind == "blind" else "pages are seen again"
                self.events.append(Event(line.at, line.kind, line.vantage, words, line.vantage))
            case ObservationLine():
                words = f"memento of {line.memento_at:%Y-%m-%d}: {line.verdict.value}: {line.part}"
                self.events.append(Event(line.at, "observed", line.claim, words))

    def states(self) -> list[State]:
        """Return how it stands after all lines."""
        return [*self._link_states(), *self._part_states(), *self._problem_states(), *self._blind()]

    def _take_look(self, line: LinkLine) -> None:
        own = self._looks.setdefault(line.url, [])
        own.append(line)
        if line.kind == "link":
            words = line.verdict.value + (f" ({line.reason})" if line.reason else "")
            self.events.append(Event(line.at, "link", line.url, words, line.vantage))
        rotten = rotten_since(own, line.url, line.at + _SOON)
        if rotten is None:
            self._rotten.pop(line.url, None)
        elif line.url not in self._rotten:
            self._rotten[line.url] = rotten
            words = "rotten: gone on three looks or more over a week"
            self.events.append(Event(line.at, "rotten", line.url, words, line.vantage))

    def _take_problem(self, line: ProblemLine) -> None:
        known = self._open.pop(line.fingerprint, None)
        now = after(known, line)
        if now:
            self._open[line.fingerprint] = now
        kind: EventKind = "worse" if known and line.kind == "new" else line.kind
        cause = f" ({line.cause})" if line.cause else ""
        message = line.message.removeprefix(f"{line.target}: ")
        level = "" if kind == "fixed" else f" {line.level}"
        words = f"{_HEADS[kind]}{level} {line.rule}{cause}: {message}"
        event = Event(line.at, kind, line.target, words, None, line.cause, line.cause_message)
        self.events.append(event)

    def _take_claim(self, line: ClaimLine) -> None:
        known = self._parts.setdefault(line.claim, {})
        for part, verdict in line.parts.items():
            before = known.get(part)
            lost = verdict not in FOUND
            same = before is not None and (before[0] not in FOUND) == lost
            known[part] = (verdict, before[1] if before and same else line.at)
        found = sum(verdict in FOUND for verdict in line.parts.values())
        told = sorted({verdict.value for verdict in line.parts.values()})
        words = f"{found} of {_parts(len(line.parts))} found ({', '.join(told)})"
        if line.archived:
            some = "" if len(line.archived) == found else f"{len(line.archived)} of them "
            words += f", {some}in an archived copy"
        if line.elsewhere:
            some = "" if len(line.elsewhere) == found else f"{len(line.elsewhere)} of them "
            words += f", {some}at another address"
        self.events.append(Event(line.at, "claim", line.claim, words, line.vantage))

    def _take_inputs(self, line: InputsLine) -> None:
        count = len(line.records)
        words = f"audited by version {line.version}; {count} records new or changed"
        self.events.append(Event(line.at, "inputs", "", words))

    def _link_states(self) -> Iterable[State]:
        for url, looks in self._looks.items():
            rotten = self._rotten.get(url)
            if rotten:
                yield State(url, "rotten", rotten)
            vantages = dict.fromkeys(line.vantage for line in looks)
            for vantage in vantages:
                last = [line for line in looks if line.vantage == vantage][-1]
                day = since(looks, url, last.verdict, last.at + _SOON, vantage=vantage)
                words = last.verdict.value
                if last.verdict in UNSEEN:
                    words = f"not seen from {vantage} ({words})"
                elif len(vantages) > 1:
                    words = f"{words}, as seen from {vantage}"
                if day and not (rotten and last.verdict in ROT):
                    yield State(url, words, day, vantage)

    def _part_states(self) -> Iterable[State]:
        for claim, parts in self._parts.items():
            lost = [at for verdict, at in parts.values() if verdict not in FOUND]
            if lost:
                yield State(claim, f"{_parts(len(lost))} missing or changed", min(lost).date())

    def _problem_states(self) -> Iterable[State]:
        for one in self._open.values():
            problem = one.problem
            accepted = ", accepted as known" if one.accepted else ""
            words = f"open: {problem.level} {problem.rule}{accepted}"
            yield State(problem.target, words, one.since.date())

    def _blind(self) -> Iterable[State]:
        for vantage, lines in self._sights.items():
            days = blind_days(lines, lines[-1].at.date() + timedelta(days=1))
            if days:
                words = f"blind on {len(days)} days in a row (an error from day {BLIND_DAYS} on)"
                yield State(vantage, words, days[0], vantage)


def life(lines: Sequence[HistoryLine]) -> Life:
    """Return the life that `lines`, in any order, tell of."""
    told = Life()
    for line in sorted(lines, key=lambda one: one.at):
        told.take(line)
    told.events = in_order(told.events)
    return told


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events in order of time; of one night what was looked at, then what it means."""
    return sorted(events, key=lambda one: (one.at, _ORDER.index(one.kind)))


def _parts(count: int) -> str:
    return "1 part" if count == 1 else f"{count} parts"
