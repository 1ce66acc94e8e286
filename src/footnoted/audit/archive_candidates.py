"""Which mementos are asked for a source that today's web does not settle, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from footnoted import plan
from footnoted.audit.compare import Compared
from footnoted.mementos import memento_question, nearest, onward
from footnoted.model.archived import Archival, Snapshot
from footnoted.model.corpus import Corpus
from footnoted.model.question import Question
from footnoted.model.records import SourceRecord
from footnoted.model.seen import Seen
from footnoted.verdicts import latest_day

MOST = 3
"""So many mementos are asked for one source."""


@dataclass(slots=True)
class Candidates:
    """The mementos near the day on which an author saw a page, nearest first.

    Farther ones are not asked: they show what others saw. Nor is one with the bytes of another
    that was read already.
    """

    corpus: Corpus
    compared: Compared
    archived: Mapping[str, Archival]
    claims: Mapping[str, Sequence[str]]
    _tried: dict[str, dict[Question, Snapshot | None]] = field(default_factory=dict)

    def next_round(self, sources: Iterable[str]) -> dict[Question, tuple[str, ...]]:
        """Return what to ask next, and for which sources; empty when there is nothing left."""
        asked: dict[Question, tuple[str, ...]] = {}
        for source in sources:
            question = self._next(self.corpus.sources[source])
            if question:
                asked[question] = (*asked.get(question, ()), source)
        return asked

    def _next(self, source: SourceRecord) -> Question | None:
        archived = self.archived.get(plan.absolute(source.url)) if source.url else None
        tried = self._tried.setdefault(source.id, {})
        if archived is None or len(tried) >= MOST:
            return None
        if not self.compared.lacks(self.corpus, self.claims.get(source.id, ()), source.id):
            return None
        seen = {one.question: one for one in self.compared.of(source.id)}
        question, snapshot = self._led_on(tried, seen) or self._nearest(source, archived, seen)
        if question:
            tried[question] = snapshot
        return question

    def _led_on(
        self, tried: Mapping[Question, Snapshot | None], seen: Mapping[Question, Seen]
    ) -> tuple[Question, None] | None:
        """Return where the last memento led, where that was a redirect into today's web."""
        last = seen.get(list(tried)[-1]) if tried else None
        led = onward(last.capture) if last and last.capture else None
        return (led, None) if led and led not in seen else None

    def _nearest(
        self, source: SourceRecord, archived: Archival, seen: Mapping[Question, Seen]
    ) -> tuple[Question | None, Snapshot | None]:
        day = latest_day(source.accessed or self.corpus.paper.issued)
        if day is None:
            return None, None
        read = {
            snapshot.digest
            for question, snapshot in self._tried[source.id].items()
            if snapshot and question in seen and self.compared.speaks(source, seen[question])
        } - {None}
        for snapshot in nearest(archived, day):
            question = memento_question(snapshot)
            fresh = question not in seen and snapshot.digest not in read
            if fresh and self.compared.setting.near(snapshot.at, source.accessed):
                return question, snapshot
        return None, None
