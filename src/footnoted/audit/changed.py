"""A change under test: what a corpus has that an earlier state of it has not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from footnoted import plan
from footnoted.audit.corpora import papers_at
from footnoted.audit.history_parts import part_digests
from footnoted.audit.news import COULD_NOT_LOOK, named, named_part, problems_of
from footnoted.checks.archived import ARCHIVE_RULES
from footnoted.checks.outcomes import CLAIM_RULES, LINK_RULES
from footnoted.corpus import read_corpus
from footnoted.criteria import record_digests
from footnoted.errors import FootnotedError
from footnoted.history import Book, News, Problem
from footnoted.judgements import JUDGEMENT_RULES
from footnoted.lints import Checked, run_lints, waive
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.records import SourceRecord
from footnoted.plan import Scope
from footnoted.verdicts import Part


def scope_and_change(
    corpus: Corpus, only: str | None, since: Path | None
) -> tuple[Scope, Change | None]:
    """Return what an audit is about, and the change that it tests where that is one.

    `since` is the folder of the corpus's earlier state, or one that holds several papers' own.
    Raises UnknownTargetError for `only`, and FootnotedError where `since` has no such state.
    """
    if since is None:
        return plan.scope_of(corpus, only), None
    if only is not None:
        raise FootnotedError("--only and --changed-since both choose a part; give one of them")
    change = Change(corpus, _state_at(since, corpus))
    return plan.scope_of_records(corpus, change.records, f"what changed since {since}"), change


def _state_at(since: Path, corpus: Corpus) -> Corpus | None:
    """Return the state of the same paper at `since`; None where others are there without it.

    Records that could not be read there count as absent.
    """
    folders = papers_at(since)
    read = [one for one in (read_corpus(folder).corpus for folder in folders) if one]
    found = next((one for one in read if one.paper.id == corpus.paper.id), None)
    if found is None and (since / "paper.yaml").is_file():
        named = f"'{read[0].paper.id}'" if read else "none that can be read"
        raise FootnotedError(
            f"--changed-since {since}: its paper is {named}, not '{corpus.paper.id}'; "
            "give an earlier state of the same corpus"
        )
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """What an earlier state would be told: the level of each problem, and the lints' findings.

    Both by fingerprint; `linted` has also what is waived, or no more than a remark.
    """

    levels: Mapping[str, str] = field(default_factory=dict)
    linted: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Change:
    """A corpus beside an earlier state of it, None where its paper is new.

    Records are compared by what they say: the form of a file, and where in it a record stands,
    are no change.
    """

    now: Corpus
    before: Corpus | None

    @cached_property
    def records(self) -> frozenset[str]:
        """The names (`claim:ID`, `note:ID`, `source:ID`) of records that are new or changed.

        So counts also of what a judgement or a waiver came, went or is another; of a claim that
        was taken out its notes; and all, where the paper's date is another: by it mementos are
        chosen, and a page is taken for the one that its author saw.
        """
        earlier = record_digests(self.before) if self.before else {}
        now = record_digests(self.now)
        if self._dated_anew:
            return frozenset(now)
        changed = {name for name, digest in now.items() if earlier.get(name) != digest}
        return frozenset(changed | (set(self._spoken_of()) & now.keys()))

    def _spoken_of(self) -> Iterator[str]:
        """Yield what a judgement, a waiver or a claim was about that came, went or is another."""
        if self.before is None:
            return
        for name, claim in self.before.claims.items():
            if name not in self.now.claims:
                yield from (f"note:{label}" for label in claim.note)
        for one in set(self.before.judgements).symmetric_difference(self.now.judgements):
            yield f"claim:{one.claim}"
        for waiver in set(self.before.waivers).symmetric_difference(self.now.waivers):
            told = {"claim": waiver.claim, "note": waiver.note, "source": waiver.source}
            yield from (f"{kind}:{name}" for kind, name in told.items() if name is not None)

    @property
    def _dated_anew(self) -> bool:
        return self.before is not None and self.before.paper.issued != self.now.paper.issued

    @cached_property
    def _looked_up_anew(self) -> frozenset[str]:
        """The sources that were there before, and of which other pages count, or others stand in.

        What was found by these before may not be found now, and that is the change's doing.
        """
        earlier = self.before.sources if self.before else {}
        return frozenset(
            name
            for name, source in self.now.sources.items()
            if name in earlier and (self._dated_anew or _seen_by(earlier[name]) != _seen_by(source))
        )

    def is_established(self, url: str, at: datetime, book: Book) -> bool:
        """Tell whether the page at a cited address counts as one that was there before `at`.

        One that the change brings does not, whatever history saw at it. Of the others history
        knows best, and where it knows nothing they are not held against the change.
        """
        if url not in self._urls:
            return False
        return book.was_seen(url, at) or not book.looks(url, at)

    def news(self, told: News, before: Told) -> News:
        """Return the news with as new what the change brings, and nothing else.

        What was wrong with what it left alone is the nightly audit's to tell.
        """
        known = {one.fingerprint for one in told.persisting}
        there = (*told.new, *told.persisting)
        brought = {
            one.fingerprint
            for one in there
            if self._brings(one, before.levels, is_known=one.fingerprint in known)
        }
        return News(
            new=tuple(one for one in there if one.fingerprint in brought),
            persisting=tuple(one for one in there if one.fingerprint not in brought),
            fixed=told.fixed,
        )

    def told_before(
        self,
        draft: Draft | None,
        today: date,
        off: Collection[str],
        checked_by: Callable[[Corpus], Checked],
    ) -> Told:
        """Return what the earlier state would be told tonight.

        By the lints of the records as they were; of what tonight's looks come to (`checked_by`)
        under the waivers and judgements as they were.
        """
        if self.before is None:
            return Told()
        others = CLAIM_RULES | LINK_RULES | ARCHIVE_RULES | JUDGEMENT_RULES | {COULD_NOT_LOOK}
        also = Checked(others=others)
        linted = run_lints(self.before, draft, today=today, also=also, off=off).findings
        then = replace(self.now, waivers=self.before.waivers, judgements=self.before.judgements)
        checked = waive(checked_by(then).findings, then, today)
        return Told(
            {one.fingerprint: one.level for one in problems_of((*checked, *linted))},
            frozenset(named(one) for one in linted),
        )

    def _brings(self, problem: Problem, before: Mapping[str, str], *, is_known: bool) -> bool:
        if problem.rule == COULD_NOT_LOOK:
            return False
        if problem.rule in JUDGEMENT_RULES:
            return f"claim:{problem.target}" in self.records
        if before.get(problem.fingerprint) not in {problem.level, "error"}:
            return True
        if problem.rule in LINK_RULES | ARCHIVE_RULES:
            lost = self._looked_up_anew & self._sources_at(problem.target)
            return problem.target not in self._urls or bool(lost and not is_known)
        if problem.rule in CLAIM_RULES:
            lost = self._looked_up_anew & self._sources_of(problem.target)
            return self._asks_anew(problem) or bool(lost and not is_known)
        return False

    def _sources_at(self, url: str) -> set[str]:
        sources = self.now.sources.items()
        return {name for name, one in sources if one.url and plan.absolute(one.url) == url}

    def _sources_of(self, claim: str) -> set[str]:
        return {one.source for one in plan.citations(self.now, self.now.claims[claim])}

    def _asks_anew(self, problem: Problem) -> bool:
        """Tell whether something is asked of a part of a claim that was not asked before."""
        claim = problem.target
        earlier: Iterable[str] = ()
        if self.before and claim in self.before.claims:
            earlier = part_digests(self.before, claim).values()
        known = set(earlier)
        return any(
            digest not in known
            for (kind, index), digest in part_digests(self.now, claim).items()
            if named_part(self.now, claim, Part(kind, index)) == problem.fingerprint
        )

    @cached_property
    def _urls(self) -> frozenset[str]:
        sources = self.before.sources.values() if self.before else ()
        return frozenset(plan.absolute(one.url) for one in sources if one.url)


def _seen_by(source: SourceRecord) -> tuple[object, ...]:
    """Return all of a source's record, but its URL, by which its pages are chosen and read."""
    return (
        source.alternates,
        source.mementos,
        source.local_copies,
        source.accessed,
        source.language,
    )
