"""What archives hold of the cited addresses: asked once a month, and remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from footnoted.audit.looked import without_body
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

UNCONFIRMED = "its empty list was not confirmed by its TimeGate"

STEPS_BACK = 12
"""So many earlier looks are gone through for an answer where the last one was none."""


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


Pair = tuple[Wanted, Archive]


@dataclass(frozen=True, slots=True)
class _Told:
    """What one archive answered about one address, or why it was silent; and when."""

    answer: Archival | str
    at: datetime


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
        """Learn what archives hold of each address, from them or from memory, into `answers`.

        Of long lists only what may be wanted is held here.
        """
        due = {one.url: one for one in wanted if self._is_due(one, today)}
        told = self._asked(due)
        for one in wanted:
            mine = told.get(one.url)
            found = self._laid_together(one, mine) if mine else self._remembered(one.url)
            if found:
                self.answers[one.url] = found

    def memory(self, settings: FetchSettings, mementos: Iterable[Capture]) -> ArchiveMemory:
        """Return what the next run is to know; a run that asks no archive forgets nothing.

        `mementos` are tonight's looks at mementos, which tell of an archive's manners too.
        """
        if not self.archives:
            return self.known
        manners = self.known.manners.after((*self._looks, *mementos), settings)
        return ArchiveMemory(dict(self.answers), manners, self._names())

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
        if not all(_speaks_of(known, wanted) for wanted in one.days if wanted != today):
            return True
        if known.silent:
            return one.failing or age >= SILENT_DAYS
        return one.failing_since is not None and day < one.failing_since

    def _asked(self, due: Mapping[str, Wanted]) -> dict[str, dict[Archive, _Told]]:
        """Return what the archives answered; an empty list is confirmed by the TimeGate."""
        pairs = [(one, archive) for one in due.values() for archive in self.archives]
        pairs = [(one, archive) for one, archive in pairs if self.may_know(archive, one.url)]
        told: dict[str, dict[Archive, _Told]] = {}
        empty: list[Pair] = []
        for pair, capture in self._look(pairs, lambda pair: index_question(pair[1], pair[0].url)):
            answer = _listed(capture, pair)
            told.setdefault(pair[0].url, {})[pair[1]] = _Told(answer, capture.at)
            if isinstance(answer, Archival) and not answer.total:
                empty.append(pair)
                told[pair[0].url][pair[1]] = _Told(UNCONFIRMED, capture.at)
        for pair, capture in self._look(empty, _gate):
            since = told[pair[0].url][pair[1]].at
            told[pair[0].url][pair[1]] = _Told(_led(capture, pair), max(since, capture.at))
        return told

    def _look(
        self, pairs: Sequence[Pair], question: Callable[[Pair], Question]
    ) -> Iterator[tuple[Pair, Capture]]:
        """Ask, and yield what came, one after another: lists are long, and none is held here."""
        asked = {pair: question(pair) for pair in pairs}
        found = self.look(list(dict.fromkeys(asked.values()))) if asked else {}
        for pair, one in asked.items():
            if one in found:
                capture = found[one]
                self._looks.append(without_body(capture))
                yield pair, capture

    def _laid_together(self, one: Wanted, told: Mapping[Archive, _Told]) -> Archival:
        """Return tonight's answers; for a silent archive, what it answered before stands."""
        silent = {archive: it.answer for archive, it in told.items() if isinstance(it.answer, str)}
        named = tuple((archive.name, why) for archive, why in silent.items())
        earlier = {
            archive: before
            for archive in silent
            if (before := self._earlier((one, archive), told[archive].at))
        }
        known = self._remembered(one.url)
        spoke = known is not None and (known.total or not known.silent)
        if known and spoke and silent.keys() == told.keys() and not earlier:
            return replace(known, silent=named)
        answers = [it.answer for it in told.values() if isinstance(it.answer, Archival)]
        answers += earlier.values()
        asked_at = max((it.asked_at for it in answers), default=None)
        asked_at = asked_at or max(it.at for it in told.values())
        return replace(_joined(one.url, asked_at, answers), silent=named, days=_each(one.days))

    def _earlier(self, pair: Pair, before: datetime) -> Archival | None:
        """Return what a silent archive answered the last time that it did, from the evidence."""
        question = index_question(pair[1], pair[0].url)
        for _ in range(STEPS_BACK):
            capture = self.kept(question, before)
            if capture is None:
                return None
            answer = _listed(capture, pair)
            if isinstance(answer, Archival) and not answer.total:
                gate = self.kept(_gate(pair), before)
                answer = _led(gate, pair) if gate and gate.at >= capture.at else UNCONFIRMED
            if isinstance(answer, Archival):
                return answer
            before = capture.at
        return None


def _each(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(sorted(set(days)))


def _speaks_of(known: Archival, day: date) -> bool:
    """Tell whether an answer of before has what there is near a day: all, or those near it.

    The day on which an author saw the page may be another one on record by now. (Where nobody
    knows that day today stands for it, and nothing hangs on it.)
    """
    return known.total <= len(known.snapshots) or day in known.days


def _gate(pair: Pair) -> Question:
    """Return the question to a TimeGate: for noon of the first day wanted."""
    near = datetime.combine(pair[0].days[0], time(12), UTC)
    return timegate_question(pair[1], pair[0].url, near)


def _listed(capture: Capture, pair: Pair) -> Archival | str:
    """Return what an archive's list says, with the mementos that may be wanted of it."""
    return _answer(read_index(capture, pair[1], pair[0].url), capture.at, pair)


def _led(capture: Capture, pair: Pair) -> Archival | str:
    """Return what an archive's TimeGate says."""
    return _answer(read_timegate(capture, pair[1], pair[0].url), capture.at, pair)


def _answer(told: tuple[Snapshot, ...] | str, at: datetime, pair: Pair) -> Archival | str:
    if isinstance(told, str):
        return told
    found = archival(pair[0].url, at, {pair[1].name: told})
    kept = {snapshot for day in pair[0].days for snapshot in pruned(found, day).snapshots}
    return replace(found, snapshots=tuple(one for one in found.snapshots if one in kept))


def _joined(url: str, asked_at: datetime, answers: Iterable[Archival]) -> Archival:
    """Return the answers of several archives as one."""
    told = list(answers)
    snapshots = {one.url: one for answer in told for one in answer.snapshots}
    return Archival(
        url=url,
        asked_at=asked_at,
        snapshots=tuple(sorted(snapshots.values(), key=lambda one: (one.at, one.url))),
        total=sum(one.total for one in told),
        first=min((one.first for one in told if one.first), default=None),
        last=max((one.last for one in told if one.last), default=None),
    )
