"""An audit's looks: what is asked for, round by round, and what each answer says of the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from footnoted import plan
from footnoted.audit.archive_candidates import Candidates
from footnoted.audit.archive_round import wanted
from footnoted.audit.archives import Archivist
from footnoted.audit.begin import Begun
from footnoted.audit.captures import Captures
from footnoted.audit.compare import Compared, Round, compare_round, criteria_for
from footnoted.audit.looked import Looked
from footnoted.audit.probes import Prober
from footnoted.audit.recall import Recall
from footnoted.audit.robots import Robots
from footnoted.audit.share import WHOLE, Share
from footnoted.model.capture import Capture
from footnoted.model.corpus import Corpus
from footnoted.model.question import Question
from footnoted.plan import Scope
from footnoted.verdicts import Setting
from footnoted.workers import Workers


def look_and_compare(
    begun: Begun, captures: Captures, archivist: Archivist, share: Share = WHOLE
) -> Compared:
    """Ask for the cited pages and local copies, then for what may stand in for the rest.

    Archives come last: all are told of the pages, and give their mementos, the nearest first, of
    those that today's web does not settle. Without a network stand-ins that are remembered speak
    as on any other night. Only what falls to `share` is asked for.
    """
    corpus, scope = begun.corpus, begun.scope
    compared = Compared(Setting(captures.as_of, corpus.paper.issued))
    cited_by = plan.cited_by(corpus, scope.claims)

    def settled(source: str) -> bool:
        return compared.settles(corpus, cited_by.get(source, ()), source)

    with Workers() as workers:
        prober = Prober(Robots(captures.look, captures.agent), workers)
        bench = _Bench(corpus, scope, captures, compared, prober, begun.recall, share)
        bench.ask(plan.first_round(corpus, scope.sources))
        bench.add_local()
        bench.ask(plan.second_round(corpus, scope.sources, settled))
        at = captures.looked_at
        archivist.ask(wanted(corpus, scope, compared, begun.book, at), at.date())
        bench.ask_archives(Candidates(corpus, compared, archivist.answers, cited_by))
    return compared


@dataclass(frozen=True, slots=True)
class _Bench:
    """Where pages are asked for, read and compared, round by round, into `compared`."""

    corpus: Corpus
    scope: Scope
    captures: Captures
    compared: Compared
    prober: Prober
    recall: Recall
    share: Share

    def ask(self, questions: Iterable[Question]) -> None:
        """Ask for pages, unless memory knows them well enough, and compare what they say."""
        mine = self.share.of_sources(self.corpus.sources[one] for one in self.scope.sources)
        wanted = mine.intersection(questions)
        asked: dict[Question, tuple[str, ...]] = {}
        for source in self.scope.sources:
            for question in plan.questions(self.corpus.sources[source]):
                if question in wanted:
                    asked[question] = (*asked.get(question, ()), source)
        self._ask(asked)

    def ask_archives(self, candidates: Candidates) -> None:
        """Ask for one memento after another, until each source is settled or has no more."""
        while asked := candidates.next_round(self.scope.sources):
            self._ask(asked)

    def _ask(self, asked: Mapping[Question, tuple[str, ...]]) -> None:
        criteria = criteria_for(self.corpus, self.scope.claims, asked)
        self.recall.expect(criteria)
        self._compare(Round(asked, criteria, self.captures.look(list(asked))))

    def add_local(self) -> None:
        """Read and compare the local copies that the evidence holds."""
        captures = self.captures
        asked: dict[Question, tuple[str, ...]] = {}
        found: dict[Question, Callable[[], Capture]] = {}
        for source in self.scope.sources:
            for copy in self.corpus.sources[source].local_copies:
                if captures.local(copy.digest):
                    question = Question(f"local:{copy.digest}", "local")
                    asked[question] = (*asked.get(question, ()), source)
                    found[question] = partial(_local, captures, copy.digest)
        criteria = criteria_for(self.corpus, self.scope.claims, asked)
        self._compare(Round(asked, criteria, Looked(found)))

    def _compare(self, found: Round) -> None:
        compare_round(self.corpus, found, self.compared, self.prober, self.recall)


def _local(captures: Captures, digest: str) -> Capture:
    copy = captures.local(digest)
    assert copy, "it was there a moment ago"
    return copy
