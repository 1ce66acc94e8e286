"""What an audit may take from the last one in place of looking, reading or comparing again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from footnoted.audit.study import Criterion
from footnoted.cadence import CADENCE, Cadence, is_due, never_changes
from footnoted.criteria import record_digests
from footnoted.history import HistoryLine, ObservationLine
from footnoted.model.capture import Basis, Capture, Earlier
from footnoted.model.corpus import Corpus
from footnoted.model.question import Question
from footnoted.model.remembered import LookDoc, Memory
from footnoted.model.remembered_archives import ArchivesDoc
from footnoted.model.verdicts import FOUND, LinkVerdict
from footnoted.plan import questions

WHOLE_DAYS = 28
"""So long a site is believed that nothing changed; then the page is asked for in full.

Some sites say so for ever, whatever happens behind it.
"""

_TELLING = ("content-type", "cf-mitigated", "memento-datetime", "retry-after", "x-amzn-waf-action")
"""Headers on which reading a page, or judging its link, may depend."""

_NO_LOOK = frozenset({LinkVerdict.OFFLINE, LinkVerdict.NOT_FETCHED})

_Key = tuple[str, Basis]


def is_behind(memory: Memory, lines: Iterable[HistoryLine]) -> bool:
    """Tell whether history has lines of an audit that memory does not know.

    So it is where the two files were merged apart, or one came from a backup: what memory last
    saw would then be told as what became of the page since.
    """
    told = (line.at for line in lines if not isinstance(line, ObservationLine))
    return memory.as_of is not None and any(at > memory.as_of for at in told)


@dataclass(slots=True)
class Recall:
    """The last audit's memory, as far as this one may use it, and what it leaves to the next.

    `version` is ours: what another judged is judged again. Not `in_use` (a replay, an audit of a
    part) nothing is remembered. With `ask_all` every address is asked but that of a memento that
    came: its bytes never change, and an archive's bad night must not take them from us. `cadence`
    tells when the others are due.
    """

    memory: Memory
    version: str
    in_use: bool = True
    ask_all: bool = False
    cadence: Cadence = CADENCE
    _wanted: dict[_Key, frozenset[str]] = field(default_factory=dict)
    _kept: dict[_Key, LookDoc] = field(default_factory=dict)

    def expect(self, criteria: Mapping[Question, Sequence[Criterion]]) -> None:
        """Tell what is to be looked for at each address, before it is asked."""
        for question, wanted in criteria.items():
            self._wanted[question.url, question.basis] = frozenset(one.digest for one in wanted)

    def not_due(self, question: Question, today: date) -> LookDoc | None:
        """Return the last look at an address that need not be made again today, else None.

        Another version may have judged it.
        """
        look = self._last(question)
        if look is None or is_due(look, today, self.cadence):
            return None
        if self.ask_all and not never_changes(look):
            return None
        return look if self._answers(look, question) else None

    def memento(self, question: Question) -> LookDoc | None:
        """Return the last look, whatever was looked for on it, if it brought a memento."""
        look = self._last(question)
        return look if look and never_changes(look) else None

    def earlier(self, question: Question, today: date) -> Earlier | None:
        """Return the answer of before with which a site may be asked whether anything changed.

        Only where all that is wanted of the page is remembered, and it came whole of late.
        """
        for look in self._looks(question):
            if not self._stands(look, question) or look.doubtful or not look.came:
                continue
            whole = (look.whole_at or look.at).date()
            response = look.capture.response
            if response and look.digest and today - whole < timedelta(days=WHOLE_DAYS):
                return Earlier(response, look.digest)
        return None

    def unchanged(self, question: Question, capture: Capture) -> LookDoc | None:
        """Return the look of before whose verdicts stand for this capture, None if it is news.

        That is the very look itself, or one at the same page. Of a page that may be an error page
        (`doubtful`) its site has to be asked again.
        """
        for look in self._looks(question):
            if not self._stands(look, question):
                continue
            if _is_itself(look, capture) or (not look.doubtful and _is_same(look, capture)):
                return look
        return None

    def keep(self, look: LookDoc) -> None:
        """Remember a look for the next audit; the last one on which the page came stays with it."""
        key = (look.url, look.basis)
        last = self.memory.look(*key)
        if not look.came and last is not None:
            look = look.model_copy(update={"before": last if last.came else last.before})
        self._kept[key] = look

    def next_memory(self, corpus: Corpus, as_of: datetime, archived: ArchivesDoc) -> Memory:
        """Return what the next audit may go by; `archived` is what is known of archives.

        Looks that were not needed this time stay as long as the corpus names their address. Where
        nothing was seen, then or before, nothing is remembered.
        """
        named = {
            (one.url, one.basis) for source in corpus.sources.values() for one in questions(source)
        }
        old = {key: look for key, look in self.memory.by_question.items() if key in named}
        looks = {**old, **self._kept}
        return Memory(
            version=self.version,
            as_of=as_of,
            records=dict(record_digests(corpus)),
            looks=tuple(looks[key] for key in sorted(looks) if not _is_nothing(looks[key])),
            archived=archived,
        )

    def _last(self, question: Question) -> LookDoc | None:
        """Return the last look at an address, if there is a criterion list to hold it to."""
        key = (question.url, question.basis)
        return self.memory.look(*key) if self.in_use and key in self._wanted else None

    def _looks(self, question: Question) -> list[LookDoc]:
        last = self._last(question)
        return [one for one in (last, last.before) if one] if last else []

    def _stands(self, look: LookDoc, question: Question) -> bool:
        return look.judged_by == self.version and self._answers(look, question)

    def _answers(self, look: LookDoc, question: Question) -> bool:
        """Tell whether a look has an answer to all that is wanted of the page today.

        A link is judged also by whether any claim's words stand there: where those are gone from
        the corpus, it is judged again. What cost too much may cost less another time.
        """
        wanted = self._wanted[question.url, question.basis]
        if look.response is None:
            return True
        if not wanted <= look.outcomes.keys() or (look.read and _cost_too_much(look)):
            return False
        found = any(look.outcomes[one].verdict in FOUND for one in wanted) if wanted else None
        return found == look.words_found


def _cost_too_much(look: LookDoc) -> bool:
    unread = look.read is not None and look.read.unreadable == "too_costly"
    return unread or any(one.reason == "too_costly" for one in look.outcomes.values())


def _is_itself(look: LookDoc, capture: Capture) -> bool:
    return capture.at == look.at and _way(look.capture) == _way(capture)


def _is_same(look: LookDoc, capture: Capture) -> bool:
    """Tell whether a capture brought the page of a look, by the same way."""
    return capture.response is not None and _way(look.capture) == _way(capture)


def _way(capture: Capture) -> tuple[object, ...]:
    """Return all of a capture but its time on which reading it, or judging its link, depends."""
    told: tuple[object, ...] = (capture.failure, capture.hops, capture.digest, capture.asked_as)
    response = capture.response
    if response is None:
        return told
    headers = [response.header(name) for name in _TELLING]
    return (*told, response.url, response.status, response.untrusted, *headers)


def _is_nothing(look: LookDoc) -> bool:
    return look.told.verdict in _NO_LOOK and look.response is None and look.before is None
