"""Captures read and compared with the claims that rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from footnoted import plan
from footnoted.audit.came import Came, judged, look_doc, recalled
from footnoted.audit.probes import Prober
from footnoted.audit.recall import Recall
from footnoted.audit.rounds import Known, Read, look_through
from footnoted.audit.study import Body, Criterion, PartKey, Studied, study
from footnoted.history import ROT
from footnoted.mementos import made_at
from footnoted.model.capture import Basis, Capture
from footnoted.model.corpus import Corpus
from footnoted.model.question import Question
from footnoted.model.records import SourceRecord
from footnoted.model.seen import Seen
from footnoted.model.verdicts import FOUND, Comparison, LinkLook, LinkVerdict
from footnoted.verdicts import ANSWERED, Access, Look, Part, Setting

NO_EVIDENCE = "no_evidence"
"""The reason of a link on a replay whose look the evidence has not."""

_NOT_KEPT = "no look at it is kept in the evidence"


@dataclass(slots=True)
class Compared:
    """What is known so far: every address looked at, and every look for every part."""

    setting: Setting
    seen: list[Seen] = field(default_factory=list)
    looks: dict[PartKey, list[Look]] = field(default_factory=dict)
    _by_source: dict[str, list[Seen]] = field(default_factory=dict)
    _sorted: int = 0

    def of(self, source: str) -> Sequence[Seen]:
        """Return every address that was looked at for `source`, in order."""
        for one in self.seen[self._sorted :]:
            self._by_source.setdefault(one.source, []).append(one)
        self._sorted = len(self.seen)
        return self._by_source.get(source, ())

    def settles(self, corpus: Corpus, claims: Iterable[str], source: str) -> bool:
        """Whether the cited page of `source` answered and holds what the claims say of it."""
        return any(map(_readable, self.of(source))) and self._finds_all(corpus, claims)

    def lacks(self, corpus: Corpus, claims: Iterable[str], source: str) -> bool:
        """Whether `source` was read nowhere yet, or a part of its claims was found nowhere."""
        record = corpus.sources[source]
        read = any(_readable(one) and self.speaks(record, one) for one in self.of(source))
        return not read or not self._finds_all(corpus, claims)

    def _finds_all(self, corpus: Corpus, claims: Iterable[str]) -> bool:
        return all(
            any(look.comparison.verdict in FOUND for look in self.looks.get(key, ()))
            for claim in claims
            for key in part_keys(corpus, claim)
        )

    def captures(self, basis: Basis) -> Iterator[Capture]:
        """Yield the looks at addresses that were asked as `basis`, without their pages."""
        for one in self.seen:
            if one.question.basis == basis and one.capture:
                yield one.capture

    @property
    def lacks_evidence(self) -> bool:
        """Whether there is an address of which no look is at hand."""
        return any(one.link is not None and one.link.reason == NO_EVIDENCE for one in self.seen)

    def cited(self) -> dict[str, Seen]:
        """Return what became of each cited URL, by URL, each once."""
        found: dict[str, Seen] = {}
        for one in self.seen:
            if one.link and one.question.basis == "cited":
                found.setdefault(one.question.url, one)
        return found

    def lost(self) -> dict[str, list[str]]:
        """Return the cited URLs whose pages are gone, each with its sources."""
        found: dict[str, list[str]] = {}
        for one in self.seen:
            if one.question.basis == "cited" and one.link and one.link.verdict in ROT:
                found.setdefault(one.question.url, []).append(one.source)
        return found

    def accesses(self, corpus: Corpus) -> dict[str, Access]:
        """Return, for each source of the corpus, whether and how it could be read."""
        return {
            ident: self._access(source, self.of(ident)) for ident, source in corpus.sources.items()
        }

    def part(self, key: PartKey) -> Part:
        """Return a part with all looks for it."""
        return Part(key[1], key[2], tuple(self.looks.get(key, ())))

    def speaks(self, source: SourceRecord, one: Seen) -> bool:
        """Whether an address came back as the source, and as its author may have seen it."""
        if one.link is not None and one.link.verdict not in ANSWERED:
            return False
        if one.question.basis != "memento":
            return True
        return one.memento_at is not None and self.setting.near(one.memento_at, source.accessed)

    def _access(self, source: SourceRecord, mine: Sequence[Seen]) -> Access:
        cited = next((one for one in mine if one.question.basis == "cited"), None)
        read = tuple(
            dict.fromkeys(
                one.question.basis for one in mine if _readable(one) and self.speaks(source, one)
            )
        )
        unreadable = cited.text.unreadable if cited and cited.text else None
        copies = any(one.question.basis == "local" for one in mine)
        elsewhere = bool(source.local_copies) and not copies
        return Access(source.id, cited.link if cited else None, read, unreadable, elsewhere)


def part_keys(corpus: Corpus, claim: str) -> tuple[PartKey, ...]:
    """Return the keys of a claim's quotations and figures, in order."""
    record = corpus.claims[claim]
    quotations: list[PartKey] = [(claim, "quotation", i) for i in range(len(record.quotations))]
    figures: list[PartKey] = [(claim, "figure", i) for i in range(len(record.figures))]
    return (*quotations, *figures)


def _readable(seen: Seen) -> bool:
    answered = seen.link is None or seen.link.verdict in ANSWERED
    return answered and seen.text is not None and seen.text.unreadable is None


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of questions brought, and which sources each question is for.

    `criteria` is what is looked for on the page of each question.
    """

    asked: Mapping[Question, tuple[str, ...]]
    criteria: Mapping[Question, tuple[Criterion, ...]]
    captures: Mapping[Question, Capture]


def criteria_for(
    corpus: Corpus, claims: Sequence[str], asked: Mapping[Question, tuple[str, ...]]
) -> dict[Question, tuple[Criterion, ...]]:
    """Return what `claims` make worth looking for on each page, of all sources it is asked for."""
    cited_by = plan.cited_by(corpus, claims)
    return {
        question: tuple(
            criterion
            for source in sources
            for criterion in criteria(corpus, cited_by.get(source, ()), source)
        )
        for question, sources in asked.items()
    }


def compare_round(
    corpus: Corpus, found: Round, so_far: Compared, prober: Prober, recall: Recall
) -> None:
    """Read each capture of a round, compare it with the claims on its sources, judge its link.

    A page that is the one of an earlier look keeps what was found there, and is not read.
    """
    read = _reader(found.criteria, prober)
    came = {
        known.question: _came(known, found.criteria[known.question], recall)
        for known in look_through(found.captures, read, prober, recall.unchanged)
    }
    for question, sources in found.asked.items():
        for source in sources:
            one = came.get(question)
            if one is None:
                lost = LinkLook(question.url, LinkVerdict.NOT_FETCHED, NO_EVIDENCE, _NOT_KEPT)
                so_far.seen.append(Seen(source, question, None, None, lost))
                continue
            _take_in(corpus.sources[source], question, one, so_far)


def _reader(asked: Mapping[Question, tuple[Criterion, ...]], prober: Prober) -> Read:
    def read(captures: Mapping[Question, Capture]) -> dict[Question, Studied]:
        bodies = {
            question: _body(capture, asked[question])
            for question, capture in captures.items()
            if capture.response is not None
        }
        return dict(zip(bodies, study(list(bodies.values()), prober.workers), strict=True))

    return read


def _came(known: Known, wanted: tuple[Criterion, ...], recall: Recall) -> Came:
    """Return what came for a question, and have the next audit remember it."""
    look = known.remembered
    came = recalled(known, look, wanted) if look else judged(known)
    if came.link is not None and recall.in_use:
        recall.keep(look_doc(known, came, wanted, recall.version))
    return came


def _take_in(record: SourceRecord, question: Question, came: Came, so_far: Compared) -> None:
    """Lay what came for one source beside the rest."""
    made = made_at(came.capture) if question.basis == "memento" else None
    looks = _looks(record.id, question, came, made)
    seen = Seen(record.id, question, came.capture, came.text, came.link, made, came.excerpts)
    so_far.seen.append(seen)
    if so_far.speaks(record, seen):
        for key, look in looks.items():
            so_far.looks.setdefault(key, []).append(look)


def _body(capture: Capture, asked: tuple[Criterion, ...]) -> Body:
    assert capture.response is not None
    response = capture.response
    return Body(response.body, response.header("Content-Type"), response.url, asked)


def criteria(corpus: Corpus, claims: Iterable[str], source: str) -> Iterable[Criterion]:
    """Yield what `claims` have looked for in `source`, on which they rest."""
    for claim in claims:
        record = corpus.claims[claim]
        locator = next(
            (one.locator for one in plan.citations(corpus, record) if one.source == source), None
        )
        for key in part_keys(corpus, claim):
            part = record.quotations[key[2]] if key[1] == "quotation" else record.figures[key[2]]
            yield Criterion((source, key), part, locator)


def _looks(
    source: str, question: Question, came: Came, made: datetime | None
) -> dict[PartKey, Look]:
    at = made or came.capture.at
    doubt = came.capture.response.untrusted if came.capture.response else None
    return {
        key: Look(source, question.basis, question.url, at, _doubted(comparison, doubt))
        for (of, key), comparison in came.comparisons.items()
        if of == source
    }


def _doubted(comparison: Comparison, doubt: str | None) -> Comparison:
    """Ask for a person's eye where a browser would have warned before showing the page."""
    if doubt is None:
        return comparison
    message = "; ".join(filter(None, [comparison.message, f"served untrusted: {doubt}"]))
    return replace(comparison, message=message, needs_review=True)
