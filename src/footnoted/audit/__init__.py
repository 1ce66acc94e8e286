"""The pipeline: the one place where the parts meet. Read `audit` from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from footnoted import __version__, plan
from footnoted.anchors import check_anchor
from footnoted.audit.archive_candidates import Candidates
from footnoted.audit.archive_memory import archives_doc, known_of_archives
from footnoted.audit.archive_reach import with_archives
from footnoted.audit.archive_round import (
    archive_findings,
    archivist_of,
    losses_made_good,
    wanted,
)
from footnoted.audit.archives import Archivist
from footnoted.audit.captures import Captures, InterruptedAuditError, open_captures
from footnoted.audit.causes import Scene, with_causes
from footnoted.audit.compare import Compared, Round, compare_round, criteria_for, part_keys
from footnoted.audit.history_inputs import inputs_now
from footnoted.audit.history_night import Night
from footnoted.audit.looked import Looked
from footnoted.audit.news import COULD_NOT_LOOK, Look, named, tell
from footnoted.audit.options import Clock, Options, Watcher
from footnoted.audit.probes import Prober
from footnoted.audit.recall import Recall, is_behind
from footnoted.audit.robots import Robots
from footnoted.audit.unheard import losses_unheard
from footnoted.audit.unseen import unseen_records
from footnoted.checks.archived import ARCHIVE_RULES, mitigated, unheard
from footnoted.checks.outcomes import (
    CLAIM_RULES,
    LINK_RULES,
    claim_findings,
    link_findings,
    where,
)
from footnoted.corpus import read_corpus
from footnoted.errors import UnreadableCorpusError
from footnoted.files import write_beside
from footnoted.history import Book, HistoryLine, News
from footnoted.lints import Checked, LintRun, run_lints
from footnoted.model.archived import Archival
from footnoted.model.capture import Capture
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.finding import Finding
from footnoted.model.question import Question
from footnoted.model.remembered import Memory
from footnoted.model.report import Report
from footnoted.model.seen import Seen
from footnoted.papers import read_paper
from footnoted.plan import Scope
from footnoted.reports import FILE_NAMES, render
from footnoted.reports.audited import Audited
from footnoted.reports.document import make_report
from footnoted.store.memory import read_memory, write_memory
from footnoted.store.state import append_history, read_history
from footnoted.verdicts import ClaimJudgement, Setting, judge_claim
from footnoted.workers import Workers

WRITTEN = ("html", "md", "json")
"""The formats that every audit writes."""

HISTORY = "state/history.jsonl"
"""Where a paper's history stands in its folder of reports."""

CHECKS = "state/checks.json"
"""Where what an audit remembers for the next stands there."""


STATE_IS_LOST = (
    "nothing is remembered of the audit whose report stands beside it, so all counts as new; "
    "footnoted baseline takes it as known"
)


@dataclass(frozen=True, slots=True)
class Audit:
    """A finished audit: the report, where it was written, and what was wrong with the records."""

    report: Report
    folder: Path
    unreadable_records: int


def audit(options: Options, clock: Clock, watcher: Watcher) -> Audit:
    """Audit one paper's corpus: read, look, compare, judge, lint, remember, report.

    Raises UnreadableCorpusError, UnreadablePaperError, EvidenceError or WriteRefusedError with
    one line each, and InterruptedAuditError when `watcher.stop` was set; whatever was looked at
    by then is kept.
    """
    if not options.replay:
        options = replace(options, fetch=with_archives(options.fetch, options.archives))
    corpus, record_findings = _read_records(options)
    draft = read_paper(options.paper) if options.paper else None
    scope = plan.scope_of(corpus, options.only)
    state = options.reports_folder / corpus.paper.id
    history = read_history(state / HISTORY)
    book = Book(history.lines)
    recall = _recall(state / CHECKS, options, watcher, history.lines)
    memory = recall.memory
    with open_captures(corpus.paper.id, options, clock, watcher, recall) as captures:
        archivist = archivist_of(captures, options, known_of_archives(memory.archived))
        compared = _look_and_compare(corpus, scope, captures, recall, archivist, book)
    as_of, folder = captures.as_of, _folder(options, corpus, compared)
    claims = _judge(corpus, scope, compared)
    night = _night(corpus, book, compared, captures, options)
    judged = _Judged(corpus, scope, compared, claims, night, archivist.answers)
    linted = run_lints(corpus, draft, today=as_of.date(), also=judged.checked)
    findings = (*record_findings, *_in_scope(linted, scope, options.only))
    whole = options.only is None
    inputs = inputs_now(corpus, draft, __version__)
    scene = Scene(night, claims, inputs, options.evidence_folder, as_of, memory)
    told = tell(book, findings, as_of, judged.look(linted.ran, whole=whole))
    told = with_causes(told, findings, scene)
    report = make_report(
        replace(
            judged.audited(options, captures),
            findings=tuple((finding, named(finding)) for finding in findings),
            news=told,
            history=history.lines,
            not_run=linted.not_run,
            sentences=_sentences(corpus, scope, draft),
            paper_read=draft is not None,
        )
    )
    _write_reports(report, folder)
    if not options.replay and whole:
        lines = night.lines(told, claims, {named(one) for one in findings}, inputs)
        known = archivist.memory(options.fetch, compared.captures("memento"))
        memory = recall.next_memory(corpus, captures.looked_at, archives_doc(known))
        _remember(folder, lines, memory, watcher)
    return Audit(report, folder, len(record_findings))


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was looked at, and what that comes to: of claims, links, and archives."""

    corpus: Corpus
    scope: Scope
    compared: Compared
    claims: Mapping[str, ClaimJudgement]
    night: Night
    archived: Mapping[str, Archival]

    @property
    def mitigated(self) -> frozenset[str]:
        """The cited addresses that are lost, and whose mementos make that good."""
        return losses_made_good(self.corpus, self.scope, self.compared, self.claims)

    @property
    def checked(self) -> Checked:
        """The findings of all checks, and the rules that they looked at."""
        of_claims = _claim_findings(self.scope, self.claims, self.night)
        of_links = _link_findings(self.night, self.mitigated, self.compared)
        of_archives = archive_findings(self.corpus, self.compared, self.archived, self.night)
        return Checked(
            (*of_claims, *of_links, *of_archives, *self.night.blindness),
            CLAIM_RULES | LINK_RULES | ARCHIVE_RULES | {COULD_NOT_LOOK},
            unseen=unseen_records(self.corpus, self.claims, self.compared.seen),
        )

    def look(self, ran: frozenset[str], *, whole: bool) -> Look:
        """Return what the audit could see to be over; `ran` are the lints that did."""
        return Look(
            self.corpus,
            self.claims,
            self.compared.seen,
            ran,
            whole=whole,
            blind=self.night.blind,
            archived=self.archived,
        )

    def audited(self, options: Options, captures: Captures) -> Audited:
        """Return what a report is made of: what was seen, from where and when; no findings yet."""
        return Audited(
            version=__version__,
            corpus=self.corpus,
            scope=self.scope,
            as_of=captures.as_of,
            looked_at=captures.looked_at,
            vantage=_vantage(self.compared.seen, options),
            findings=(),
            claims=self.claims,
            seen=tuple(self.compared.seen),
            news=News(),
            blind_nights=self.night.blind_nights,
            only=options.only,
            offline_message=captures.offline_message,
            archives=tuple(one.name for one in options.archives),
            archived=self.archived,
            mitigated=self.mitigated,
        )


def _recall(
    checks: Path, options: Options, watcher: Watcher, lines: Sequence[HistoryLine]
) -> Recall:
    """Return what this audit may take from the last one: a replay or a part takes nothing.

    Where history (`lines`) tells of a later audit than memory, every page is looked at again.
    """
    if options.replay:
        return Recall(Memory(), __version__, in_use=False)
    read = read_memory(checks)
    if read.note:
        watcher.say(read.note, 0, 0)
    elif not read.memory.looks and not lines and (checks.parent.parent / "report.json").exists():
        watcher.say(f"{checks.parent}: {STATE_IS_LOST}", 0, 0)
    ask_all = options.ask_all or is_behind(read.memory, lines)
    return Recall(read.memory, __version__, in_use=options.only is None, ask_all=ask_all)


def _remember(folder: Path, lines: Sequence[HistoryLine], memory: Memory, watcher: Watcher) -> None:
    """Append to the paper's history, and write what the next audit goes by.

    A torn line that had to be cut first, or a file laid aside, is told. Where nothing was ever
    seen there is nothing to write.
    """
    notes = [append_history(folder / HISTORY, lines)]
    if memory.looks or (folder / CHECKS).exists():
        notes.append(write_memory(folder / CHECKS, memory))
    for note in filter(None, notes):
        watcher.say(note, 0, 0)


def _folder(options: Options, corpus: Corpus, compared: Compared) -> Path:
    """Return where the reports go.

    Those of a part stand apart, and so do those of a replay for which looks are missing in the
    evidence: neither replaces what an audit of the whole told.
    """
    folder = options.reports_folder / corpus.paper.id
    if options.only:
        return folder / "only"
    lacking = options.replay and compared.lacks_evidence
    return folder / "replay" if lacking else folder


def _read_records(options: Options) -> tuple[Corpus, tuple[Finding, ...]]:
    reading = read_corpus(options.corpus)
    if reading.corpus is None:
        lines = [
            f"{one.where.file}:{one.where.line}:{one.where.column}: {one.message}"
            for one in reading.findings
        ]
        raise UnreadableCorpusError("\n".join(lines) or f"{options.corpus}: no records here")
    return reading.corpus, reading.findings


def _look_and_compare(
    corpus: Corpus,
    scope: Scope,
    captures: Captures,
    recall: Recall,
    archivist: Archivist,
    book: Book,
) -> Compared:
    """Ask for the cited pages and local copies, then for what may stand in for the rest.

    Archives come last: all are told of the pages, and give their mementos, the nearest first, of
    those that today's web does not settle. Without a network stand-ins that are remembered speak
    as on any other night.
    """
    compared = Compared(Setting(captures.as_of, corpus.paper.issued))
    cited_by = plan.cited_by(corpus, scope.claims)

    def settled(source: str) -> bool:
        return compared.settles(corpus, cited_by.get(source, ()), source)

    with Workers() as workers:
        robots = Robots(captures.look, captures.agent)
        bench = _Bench(corpus, scope, captures, compared, Prober(robots, workers), recall)
        bench.ask(plan.first_round(corpus, scope.sources))
        bench.add_local()
        bench.ask(plan.second_round(corpus, scope.sources, settled))
        at = captures.looked_at
        archivist.ask(wanted(corpus, scope, compared, book, at), at.date())
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

    def ask(self, questions: Iterable[Question]) -> None:
        """Ask for pages, unless memory knows them well enough, and compare what they say."""
        wanted = set(questions)
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


def _judge(corpus: Corpus, scope: Scope, compared: Compared) -> dict[str, ClaimJudgement]:
    accesses = compared.accesses(corpus)
    judged = {}
    for ident in scope.claims:
        claim = corpus.claims[ident]
        notes = [corpus.notes[label] for label in claim.note if label in corpus.notes]
        access = [accesses[citation.source] for citation in plan.citations(corpus, claim)]
        parts = [compared.part(key) for key in part_keys(corpus, ident)]
        judged[ident] = judge_claim(claim, notes, access, parts, compared.setting)
    return judged


def _night(
    corpus: Corpus, book: Book, compared: Compared, captures: Captures, options: Options
) -> Night:
    """Lay tonight's looks beside history; a replay looks from where its run did."""
    at = captures.looked_at
    made = (one.capture for one in compared.seen if one.question.basis != "local")
    places = {one.vantage for one in made if one and one.at >= at}
    vantage = places.pop() if len(places) == 1 else options.vantage
    offline = captures.offline_message is not None
    return Night(corpus, book, at, vantage, compared.cited(), compared.seen, offline)


def _claim_findings(
    scope: Scope, claims: Mapping[str, ClaimJudgement], night: Night
) -> tuple[Finding, ...]:
    corpus = night.corpus
    return tuple(
        finding
        for ident in scope.claims
        for finding in claim_findings(
            corpus, corpus.claims[ident], claims[ident], night.parts_known(ident, claims[ident])
        )
    )


def _link_findings(
    night: Night, made_good: frozenset[str], compared: Compared
) -> tuple[Finding, ...]:
    told: list[Finding] = []
    eased = dict.fromkeys(losses_unheard(compared, night, made_good), unheard)
    eased |= dict.fromkeys(made_good, mitigated)
    corpus, book, at = night.corpus, night.book, night.looked_at
    notes = plan.notes_by_source(corpus)
    for url, one in night.cited.items():
        assert one.link is not None
        fresh = one.capture if not night.rests_on_memory(one) else None
        verdict, vantage = (one.link.verdict, fresh.vantage) if fresh else (None, None)
        note = next(iter(notes.get(one.source, ())), None)
        place = corpus.place("sources", one.source, "URL")
        findings = link_findings(
            one.link,
            where(place, note=note, source=one.source),
            established=book.was_seen(url, at),
            rotten=book.rotten(url, at, verdict=verdict, vantage=vantage),
        )
        told += eased[url](findings) if url in eased else findings
    return tuple(told)


def _in_scope(linted: LintRun, scope: Scope, only: str | None) -> tuple[Finding, ...]:
    """Return the findings of the lints that are about what is audited."""
    if only is None:
        return tuple(linted.findings)
    return tuple(
        one
        for one in linted.findings
        if one.where.claim in scope.claims
        or (one.where.claim is None and one.where.note in scope.notes)
        or (one.where.note is None and one.where.source in scope.sources)
    )


def _vantage(seen: Iterable[Seen], options: Options) -> str:
    """Return from where the pages were seen: the captures tell, also on a replay."""
    found = sorted(
        {one.capture.vantage for one in seen if one.capture and one.question.basis != "local"}
    )
    return ", ".join(found) or options.vantage


def _sentences(corpus: Corpus, scope: Scope, draft: Draft | None) -> dict[str, str]:
    """Return the author's own sentence for each claim, from the user's copy of the paper.

    It is the sentence that holds the claim's mark, and the anchored words where no mark is near.
    """
    if draft is None:
        return {}
    found = {}
    for ident in scope.claims:
        claim = corpus.claims[ident]
        span = check_anchor(claim.at, draft.body)
        if span is None:
            continue
        marked = [
            (mark.start, mark.end)
            for mark in draft.marks
            if mark.note in claim.note and mark.start < span[1] and mark.end > span[0]
        ]
        spans = [span, *marked]
        found[ident] = draft.body[min(start for start, _ in spans) : max(end for _, end in spans)]
    return found


def _write_reports(report: Report, folder: Path) -> None:
    """Write the report in every format of `WRITTEN` to `folder`, each beside, then renamed."""
    for name in WRITTEN:
        write_beside(folder / FILE_NAMES[name], render(report, name).encode())


__all__ = [
    "Audit",
    "Clock",
    "InterruptedAuditError",
    "Options",
    "Watcher",
    "audit",
]
