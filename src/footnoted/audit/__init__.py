"""The pipeline: the one place where the parts meet. Read `audit` from top to bottom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from footnoted import __version__, plan
from footnoted.anchors import check_anchor
from footnoted.audit.archive_memory import archives_doc, known_of_archives
from footnoted.audit.archive_reach import with_archives
from footnoted.audit.archive_round import (
    archive_findings,
    archivist_of,
    losses_made_good,
)
from footnoted.audit.begin import CHECKS, HISTORY, begin
from footnoted.audit.captures import (
    Captures,
    InterruptedAuditError,
    OpenCaptures,
    open_captures,
)
from footnoted.audit.causes import Scene, with_causes
from footnoted.audit.changed import Change, Told
from footnoted.audit.compare import Compared, part_keys
from footnoted.audit.history_inputs import inputs_now
from footnoted.audit.history_night import Night
from footnoted.audit.looking import look_and_compare
from footnoted.audit.news import COULD_NOT_LOOK, Look, named, tell
from footnoted.audit.options import Clock, Options, Watcher
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
from footnoted.files import write_beside
from footnoted.history import Book, HistoryLine, News
from footnoted.judgements import JUDGEMENT_RULES, Standing, applied, settled, standing
from footnoted.lints import Checked, LintRun, run_lints
from footnoted.model.archived import Archival
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.finding import Finding
from footnoted.model.remembered import Memory
from footnoted.model.report import Report
from footnoted.model.seen import Seen
from footnoted.papers import read_paper
from footnoted.plan import Scope
from footnoted.reports import FILE_NAMES, render
from footnoted.reports.audited import Audited
from footnoted.reports.document import make_report
from footnoted.store.memory import write_memory
from footnoted.store.state import append_history
from footnoted.verdicts import ClaimJudgement, judge_claim
from footnoted.web.settings import FetchSettings

PARTIAL = "partial"
"""Where the reports stand of a merge for which looks are missing."""

WRITTEN = ("html", "md", "json")
"""The formats that every audit writes."""


@dataclass(frozen=True, slots=True)
class Audit:
    """A finished audit: the report, where it was written, and what was wrong with the records."""

    report: Report
    folder: Path
    unreadable_records: int

    @property
    def is_empty(self) -> bool:
        """Tell whether the part that was to be audited has nothing in it."""
        report = self.report
        return report.run.only is not None and not (
            report.claims or report.notes or report.links or report.findings
        )

    @property
    def is_partial(self) -> bool:
        """Tell whether looks were missing that a merge should have had from its shards."""
        return self.folder.name == PARTIAL


def audit(
    options: Options, clock: Clock, watcher: Watcher, opened: OpenCaptures = open_captures
) -> Audit:
    """Audit one paper's corpus: read, look, compare, judge, lint, remember, report.

    Its captures come from where `opened` takes them: the web or the evidence, unless told.

    Raises UnreadableCorpusError, UnreadablePaperError, EvidenceError or WriteRefusedError with
    one line each, and InterruptedAuditError when `watcher.stop` was set; whatever was looked at
    by then is kept.
    """
    if not options.replay:
        options = replace(options, fetch=with_archives(options.fetch, options.archives))
    begun = begin(options, watcher, __version__)
    corpus, scope, book, recall = begun.corpus, begun.scope, begun.book, begun.recall
    draft = read_paper(options.paper) if options.paper else None
    with opened(begun, options, clock, watcher) as captures:
        archivist = archivist_of(captures, options, known_of_archives(recall.memory.archived))
        compared = look_and_compare(begun, captures, archivist)
    as_of, folder = captures.as_of, _folder(options, corpus, scope, compared)
    claims = _judge(corpus, scope, compared)
    night = _night(corpus, book, compared, captures, options)
    stand = standing(corpus, claims, compared.seen)
    judged = _Judged(corpus, scope, compared, claims, night, archivist.answers, stand, begun.change)
    today = as_of.date()
    linted = run_lints(corpus, draft, today=today, also=judged.checked, off=options.off)
    then = judged.told_before(draft, today, options.off)
    findings = (*begun.faults, *_in_scope(linted, scope, then))
    inputs = inputs_now(corpus, draft, __version__)
    scene = Scene(night, claims, inputs, options.evidence_folder, as_of, recall.memory)
    told = tell(book, findings, as_of, judged.look(linted.ran, whole=begun.whole))
    told = begun.change.news(told, then) if begun.change and then else told
    told = with_causes(told, findings, scene)
    report = make_report(
        replace(
            judged.audited(options, captures),
            findings=tuple((finding, named(finding)) for finding in findings),
            news=told,
            history=begun.lines,
            not_run=linted.not_run,
            sentences=_sentences(corpus, scope, draft),
            paper_read=draft is not None,
        )
    )
    _write_reports(report, folder)
    if begun.whole and not (options.replay or compared.lacks_evidence):
        lines = night.lines(told, claims, {named(one) for one in findings}, inputs)
        known = archivist.memory(options.fetch, compared.captures("memento"))
        memory = recall.next_memory(corpus, captures.looked_at, archives_doc(known))
        _remember(folder, lines, memory, watcher)
    return Audit(report, folder, len(begun.faults))


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was looked at, and what that comes to: of claims, links, and archives.

    `claims` are as comparing judged them, `standing` what people judged of them.
    """

    corpus: Corpus
    scope: Scope
    compared: Compared
    claims: Mapping[str, ClaimJudgement]
    night: Night
    archived: Mapping[str, Archival]
    standing: Standing
    change: Change | None = None

    @property
    def mitigated(self) -> frozenset[str]:
        """The cited addresses that are lost, and whose mementos make that good."""
        return losses_made_good(self.corpus, self.scope, self.compared, self.claims)

    @property
    def checked(self) -> Checked:
        """The findings of all checks, and the rules that they looked at."""
        return self.checked_by(self.corpus)

    def checked_by(self, corpus: Corpus) -> Checked:
        """Return the same as the judgements of `corpus` settle it."""
        stand = self.standing
        if corpus is not self.corpus:
            stand = standing(corpus, self.claims, self.compared.seen)
        of_claims = _claim_findings(self.scope, self.claims, self.night)
        of_links = _link_findings(self.night, self.mitigated, self.compared, self.change)
        of_archives = archive_findings(self.corpus, self.compared, self.archived, self.night)
        of_claims = settled(of_claims, corpus, stand, CLAIM_RULES)
        return Checked(
            (*of_claims, *of_links, *of_archives, *self.night.blindness),
            CLAIM_RULES | LINK_RULES | ARCHIVE_RULES | JUDGEMENT_RULES | {COULD_NOT_LOOK},
            unseen=unseen_records(self.corpus, self.claims, self.compared.seen),
        )

    def told_before(self, draft: Draft | None, today: date, off: Collection[str]) -> Told | None:
        """Return what the state before the change would be told; None where none is tested."""
        change = self.change
        return change.told_before(draft, today, off, self.checked_by) if change else None

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
            claims=applied(self.claims, self.standing),
            seen=tuple(self.compared.seen),
            news=News(),
            blind_nights=self.night.blind_nights,
            only=self.scope.part,
            offline_message=captures.offline_message,
            archives=tuple(one.name for one in options.archives),
            archived=self.archived,
            mitigated=self.mitigated,
            standing=self.standing,
        )


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


def _folder(options: Options, corpus: Corpus, scope: Scope, compared: Compared) -> Path:
    """Return where the reports go.

    Those of a part stand apart, and so do those for which looks are missing, in the evidence on a
    replay or for want of a shard: none replaces what an audit of the whole told.
    """
    folder = options.reports_folder / corpus.paper.id
    if scope.part:
        return folder / "only"
    if compared.lacks_evidence:
        return folder / ("replay" if options.replay else PARTIAL)
    return folder


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
    night: Night, made_good: frozenset[str], compared: Compared, change: Change | None
) -> tuple[Finding, ...]:
    told: list[Finding] = []
    eased = dict.fromkeys(losses_unheard(compared, night, made_good), unheard)
    eased |= dict.fromkeys(made_good, mitigated)
    corpus, book, at = night.corpus, night.book, night.looked_at
    seen_before = partial(change.is_established, book=book) if change else book.was_seen
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
            established=seen_before(url, at),
            rotten=book.rotten(url, at, verdict=verdict, vantage=vantage),
        )
        told += eased[url](findings) if url in eased else findings
    return tuple(told)


def _in_scope(linted: LintRun, scope: Scope, then: Told | None) -> tuple[Finding, ...]:
    """Return the findings of the lints that are about what is audited.

    Of a change also those that the state before it (`then`) had not: a record may be faulty by what
    was changed elsewhere. But whether a waiver is of use only a look at its target can tell.
    """
    if scope.part is None:
        return tuple(linted.findings)
    return tuple(
        one
        for one in linted.findings
        if one.where.claim in scope.claims
        or (one.where.claim is None and one.where.note in scope.notes)
        or (one.where.note is None and one.where.source in scope.sources)
        or (then is not None and one.rule in linted.ran and named(one) not in then.linted)
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
    "FetchSettings",
    "InterruptedAuditError",
    "Options",
    "Report",
    "Watcher",
    "audit",
]
