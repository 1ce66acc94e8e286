"""What archives hold of the cited addresses: asked once a month, and remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from footnoted.mementos import (
    Archive,
    archival,
    index_question,
    pruned,
    read_index,
    read_timegate,
    timegate_question,
)
from footnoted.model.archived import Archival, Snapshot
from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.web.archive_manners import ArchiveManners
from footnoted.web.settings import FetchSettings

ASK_AGAIN_DAYS = 30
"""So long an answer holds."""

SILENT_DAYS = 3
"""So long a silent archive is left in peace about a page that is well."""

STEPS_BACK = 12
"""So many earlier looks are gone through for an answer where the last one was none."""

Answer = tuple[Snapshot, ...] | str


@dataclass(frozen=True, slots=True)
class ArchiveMemory:
    """What is known of archives from run to run: a value that a memory can keep.

    `answers` are by cited address (absolute), `archives` the names of those that gave them:
    what others answered tells nothing of these.
    """

    answers: Mapping[str, Archival] = field(default_factory=dict)
    manners: ArchiveManners = field(default_factory=ArchiveManners)
    archives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cited address whose mementos are wanted, and the days near which they are.

    `failing` tells that the page is not well or lacks a part, `failing_since` since which day it
    is not there.
    """

    url: str
    days: tuple[date, ...]
    failing: bool = False
    failing_since: date | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """What one archive answered about one address, and when."""

    answer: Answer
    at: datetime


Pair = tuple[str, Archive]


@dataclass(slots=True)
class Archivist:
    """Asks archives through an audit's own captures, so that a replay is told the same.

    `look` answers questions, `kept` returns the newest look that the evidence has before a
    moment. `may_know` tells whether an archive may be asked about an address. `always` asks
    whatever is remembered: on a replay, where asking costs nothing.
    """

    look: Callable[[Sequence[Question]], Mapping[Question, Capture]]
    kept: Callable[[Question, datetime], Capture | None]
    archives: Sequence[Archive]
    may_know: Callable[[Archive, str], bool]
    known: ArchiveMemory = field(default_factory=ArchiveMemory)
    always: bool = False
    answers: dict[str, Archival] = field(default_factory=dict)
    _looks: list[Capture] = field(default_factory=list)

    def ask(self, wanted: Sequence[Wanted], today: date) -> None:
        """Learn what archives hold of each address, from them or from memory, into `answers`."""
        due = {one.url: one for one in wanted if self._is_due(one, today)}
        pairs = [
            (one.url, archive)
            for one in due.values()
            for archive in self.archives
            if self.may_know(archive, one.url)
        ]
        told: dict[str, dict[Archive, _Told]] = {}
        for pair, answer in self._asked(pairs, due).items():
            told.setdefault(pair[0], {})[pair[1]] = answer
        for one in wanted:
            mine = told.get(one.url)
            found = self._laid_together(one.url, mine) if mine else self._remembered(one.url)
            if found:
                self.answers[one.url] = _pruned(found, one.days)

    def memory(self, settings: FetchSettings, mementos: Iterable[Capture]) -> ArchiveMemory:
        """Return what the next run is to know; what was not asked about tonight stays known.

        `mementos` are tonight's looks at mementos, which tell of an archive's manners too.
        """
        names = self._names()
        before = self.known.answers if self.known.archives == names else {}
        manners = self.known.manners.after((*self._looks, *mementos), settings)
        return ArchiveMemory({**before, **self.answers}, manners, names)

    def _names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.archives)

    def _remembered(self, url: str) -> Archival | None:
        return self.known.answers.get(url) if self.known.archives == self._names() else None

    def _is_due(self, one: Wanted, today: date) -> bool:
        known = self._remembered(one.url)
        if self.always or known is None:
            return True
        day = known.asked_at.astimezone(UTC).date()
        age = (today - day).days
        if not 0 <= age < ASK_AGAIN_DAYS:
            return True
        if known.silent:
            return one.failing or age >= SILENT_DAYS
        return one.failing_since is not None and day < one.failing_since

    def _asked(self, pairs: Sequence[Pair], due: Mapping[str, Wanted]) -> dict[Pair, _Told]:
        """Return what the archives answered; an empty list is confirmed by the TimeGate."""
        lists = {pair: index_question(pair[1], pair[0]) for pair in pairs}
        came = self._look(lists)
        told = {
            pair: _Told(read_index(capture, pair[1], pair[0]), capture.at)
            for pair, capture in came.items()
        }
        gates = {
            pair: timegate_question(pair[1], pair[0], _near(due[pair[0]]))
            for pair, one in told.items()
            if one.answer == ()
        }
        led = self._look(gates)
        for pair in gates:
            told[pair] = _confirmed(told[pair], led.get(pair), pair)
        return told

    def _look(self, asked: Mapping[Pair, Question]) -> dict[Pair, Capture]:
        found = self.look(list(dict.fromkeys(asked.values()))) if asked else {}
        came = {pair: found[question] for pair, question in asked.items() if question in found}
        self._looks += came.values()
        return came

    def _laid_together(self, url: str, told: Mapping[Archive, _Told]) -> Archival:
        """Return tonight's answers; for a silent archive, what it answered before stands."""
        silent = {one: it.answer for one, it in told.items() if isinstance(it.answer, str)}
        named = tuple((one.name, why) for one, why in silent.items())
        earlier = {one: it for one in silent if (it := self._earlier(url, one, told[one].at))}
        known = self._remembered(url)
        if known and silent.keys() == told.keys() and not earlier:
            return replace(known, silent=named)
        spoke = {one: earlier.get(one, it) for one, it in told.items()}
        answered = {one: it for one, it in spoke.items() if not isinstance(it.answer, str)}
        asked_at = max(it.at for it in (answered or told).values())
        answers = {one.name: it.answer for one, it in answered.items()}
        return replace(archival(url, asked_at, answers), silent=named)

    def _earlier(self, url: str, archive: Archive, before: datetime) -> _Told | None:
        """Return what a silent archive answered the last time that it did, from the evidence."""
        question = index_question(archive, url)
        for _ in range(STEPS_BACK):
            capture = self.kept(question, before)
            if capture is None:
                return None
            told = _Told(read_index(capture, archive, url), capture.at)
            if told.answer == ():
                gate = self.kept(timegate_question(archive, url, capture.at), before)
                fresh = gate if gate and gate.at >= told.at else None
                told = _confirmed(told, fresh, (url, archive))
            if not isinstance(told.answer, str):
                return told
            before = capture.at
        return None


def _confirmed(told: _Told, gate: Capture | None, pair: Pair) -> _Told:
    """Return an empty list as the TimeGate speaks of it."""
    if gate is None:
        return replace(told, answer="its empty list was not confirmed by its TimeGate")
    return _Told(read_timegate(gate, pair[1], pair[0]), max(told.at, gate.at))


def _near(one: Wanted) -> datetime:
    """Return the time for which a TimeGate is asked: noon of the first day wanted."""
    return datetime.combine(one.days[0], time(12), UTC)


def _pruned(found: Archival, days: Sequence[date]) -> Archival:
    """Return the answer with the mementos that may be wanted near any of `days`."""
    kept = {snapshot for day in days for snapshot in pruned(found, day).snapshots}
    return replace(found, snapshots=tuple(one for one in found.snapshots if one in kept))
