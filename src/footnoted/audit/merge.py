"""Shards of a check brought together: one audit over all that they saw, which asks nobody.

The looks of a paper's shards become one run in the project's evidence, and an ordinary audit goes
on from there as it does after an interruption: reports, history and memory are those of one
machine that looked at everything.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from footnoted.audit import Audit, audit
from footnoted.audit.begin import CHECKS, Begun
from footnoted.audit.captures import Captures, Fetch
from footnoted.audit.last import last_report
from footnoted.audit.options import Clock, Options, Watcher
from footnoted.audit.pool import Key, Pool
from footnoted.audit.shard import run_named, state_digest
from footnoted.audit.shards import Gathered
from footnoted.cadence import Cadence
from footnoted.corpus import read_corpus
from footnoted.errors import EvidenceError, FootnotedError
from footnoted.mementos import Archive
from footnoted.model.corpus import Corpus
from footnoted.model.question import Question
from footnoted.store.evidence import Evidence
from footnoted.store.memory import read_memory
from footnoted.store.reading import Taken
from footnoted.store.runs import Run
from footnoted.web.manners import Manners
from footnoted.web.settings import parse_network


class Merged(Fetch):
    """Captures that shards made; what none of them made is left out, and nobody is asked."""

    missing = False

    def ask_due(self, due: list[Question]) -> None:
        """Take note that pages were due and no shard looked at them."""
        self.missing = self.missing or bool(due)

    def ask_again(self, questions: list[Question]) -> None:
        """Take note of pages of which no shard brought the whole."""
        self.ask_due(questions)

    def say_offline(self, message: str) -> None:
        """Go by the looks of shards without a network: that is what this night saw."""
        self.offline_message = message
        self._taken = dict.fromkeys(self._evidence.captures(self._run))


@dataclass(frozen=True, slots=True)
class Merge:
    """Audits the papers of shards that fit together, one after another."""

    gathered: Gathered
    options: Options

    def audit(self, folder: Path, clock: Clock, watcher: Watcher) -> Audit:
        """Return the audit of one paper over what its shards saw.

        A paper of these shards that was merged before is as it was left then. Raises what `audit`
        does, and FootnotedError where another audit came between.
        """
        options = replace(self._as_asked(), corpus=folder)
        reading = read_corpus(folder)
        if reading.corpus:
            if self._is_merged(options, reading.corpus):
                state = options.reports_folder / reading.corpus.paper.id
                report = last_report(folder, options.reports)
                return Audit(report, state, len(reading.findings))
            self._refuse_other_state(options, reading.corpus)
        return audit(options, clock, watcher, self._opened)

    def _as_asked(self) -> Options:
        """Return our options with what the shards were told of the web."""
        asked = self.gathered.asked
        fetch = replace(
            self.options.fetch,
            allow_net=tuple(map(parse_network, asked.allow_net)),
            second_opinion=asked.second_opinion,
            obey_robots=False,  # the shards did: what is closed they have on record
        )
        archives = tuple(Archive(**one.model_dump()) for one in asked.archives)
        cadence = Cadence(asked.well_days, asked.failing_days)
        return replace(
            self.options, ask_all=asked.ask_all, cadence=cadence, archives=archives, fetch=fetch
        )

    def _is_merged(self, options: Options, corpus: Corpus) -> bool:
        """Tell whether the last audit of a paper was the one of these very shards."""
        state = options.reports_folder / corpus.paper.id
        if state_digest(state) == self.gathered.state(corpus.paper.id):
            return False
        remembered = read_memory(state / CHECKS).memory.as_of
        return self.gathered.as_of in {remembered, _last_in(options.evidence_folder, corpus)}

    def _refuse_other_state(self, options: Options, corpus: Corpus) -> None:
        state = options.reports_folder / corpus.paper.id
        if state_digest(state) != self.gathered.state(corpus.paper.id):
            raise FootnotedError(
                f"{state / 'state'}: not the state that the shards went by; bring back the one "
                "they had, or let them look again"
            )

    @contextlib.contextmanager
    def _opened(
        self, begun: Begun, options: Options, clock: Clock, watcher: Watcher
    ) -> Iterator[Captures]:
        """Open the looks of a paper's shards, laid into one run of the project's evidence."""
        assert begun.whole, "shards are of whole papers"
        key = begun.corpus.paper.id
        pool = Pool(self.gathered.as_of, Manners(options.fetch))
        with Evidence.open(options.evidence_folder, writing=True) as evidence:
            run = _run(evidence, key, self.gathered.as_of)
            self._bring(key, evidence, run)
            merged = Merged(options, clock, watcher, evidence, run, begun.recall, pool=pool)
            if self.gathered.offline_message:
                merged.say_offline(self.gathered.offline_message)
            yield merged
            if not merged.missing:  # else it stays open: a shard may still come
                evidence.end_run(run)

    def _bring(self, key: str, evidence: Evidence, run: Run) -> None:
        """Copy the looks of a paper's shards into `run`, each once, unless they are there.

        Where two shards looked at the same (a robots.txt, an archive), the one that got an answer
        tells, then the one to which the host falls, then the first.
        """
        with contextlib.ExitStack() as stack:
            offers: list[tuple[tuple[bool, bool, int], Key, Taken]] = []
            for shard in self.gathered.shards:
                theirs = stack.enter_context(Evidence.open(shard.folder, writing=False))
                looked = run_named(theirs, key, shard.run(key))
                if looked is None:
                    continue
                share, taken = shard.share, theirs.captures(looked)
                for one in taken:
                    rank = (not taken.answered(one), not share.has(one[0]), share.number)
                    offers.append((rank, one, taken))
            here = set(evidence.captures(run))
            for _, one, taken in sorted(offers, key=lambda offer: offer[0]):
                if one not in here:
                    here.add(one)
                    evidence.record(taken[one])
            evidence.sync()


def _last_in(folder: Path, corpus: Corpus) -> datetime | None:
    """Return when the last complete audit in the evidence looked: a blind one has no memory."""
    try:
        with Evidence.open(folder, writing=False) as evidence:
            last = evidence.last_run(corpus.paper.id)
    except EvidenceError:  # there is none
        return None
    return last.as_of if last and last.ended else None


def _run(evidence: Evidence, key: str, as_of: datetime) -> Run:
    """Go on with the run of an earlier merge of these shards, else begin one."""
    last = evidence.open_run(key)
    return last if last and last.as_of == as_of else evidence.begin_run(as_of, key=key)
