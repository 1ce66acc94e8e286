"""A change under test: what a corpus has that an earlier state of it has not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from footnoted import plan
from footnoted.audit.corpora import papers_at
from footnoted.audit.history_parts import part_digests
from footnoted.audit.news import COULD_NOT_LOOK, named_part, problems_of
from footnoted.checks.archived import ARCHIVE_RULES
from footnoted.checks.outcomes import CLAIM_RULES, LINK_RULES
from footnoted.corpus import read_corpus
from footnoted.criteria import record_digests
from footnoted.errors import FootnotedError
from footnoted.history import Book, News, Problem
from footnoted.judgements import JUDGEMENT_RULES
from footnoted.lints import Checked, run_lints
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
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

        A claim counts as changed where a judgement of it came, went or is another.
        """
        earlier = record_digests(self.before) if self.before else {}
        now = record_digests(self.now)
        changed = {name for name, digest in now.items() if earlier.get(name) != digest}
        judged = frozenset(self.before.judgements if self.before else ())
        moved = judged.symmetric_difference(self.now.judgements)
        named = {f"claim:{one.claim}" for one in moved if one.claim in self.now.claims}
        return frozenset(changed | named)

    def is_established(self, url: str, at: datetime, book: Book) -> bool:
        """Tell whether the page at a cited address counts as one that was there before `at`.

        One that the change brings does not, whatever history saw at it. Of the others history
        knows best, and where it knows nothing they are not held against the change.
        """
        if url not in self._urls:
            return False
        return book.was_seen(url, at) or not book.looks(url, at)

    def news(self, told: News, draft: Draft | None, today: date, off: Collection[str]) -> News:
        """Return the news with as new what the change brings, and nothing else.

        What was wrong with what it left alone is the nightly audit's to tell.
        """
        there = (*told.new, *told.persisting)
        before = self._lints_before(draft, today, off)
        brought = {one.fingerprint for one in there if self._brings(one, before)}
        return News(
            new=tuple(one for one in there if one.fingerprint in brought),
            persisting=tuple(one for one in there if one.fingerprint not in brought),
            fixed=told.fixed,
        )

    def _brings(self, problem: Problem, before: Mapping[str, str]) -> bool:
        if problem.rule in LINK_RULES | ARCHIVE_RULES:
            return problem.target not in self._urls
        if problem.rule in CLAIM_RULES:
            return self._asks_anew(problem)
        if problem.rule == COULD_NOT_LOOK:
            return False
        if problem.rule in JUDGEMENT_RULES:
            return f"claim:{problem.target}" in self.records
        return before.get(problem.fingerprint) not in {problem.level, "error"}

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

    def _lints_before(
        self, draft: Draft | None, today: date, off: Collection[str]
    ) -> Mapping[str, str]:
        """Return the level of each problem that the lints found in the earlier state."""
        if self.before is None:
            return {}
        others = CLAIM_RULES | LINK_RULES | ARCHIVE_RULES | JUDGEMENT_RULES | {COULD_NOT_LOOK}
        run = run_lints(self.before, draft, today=today, also=Checked(others=others), off=off)
        return {one.fingerprint: one.level for one in problems_of(run.findings)}

    @cached_property
    def _urls(self) -> frozenset[str]:
        sources = self.before.sources.values() if self.before else ()
        return frozenset(plan.absolute(one.url) for one in sources if one.url)
