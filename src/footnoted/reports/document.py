"""The audit's results as the one document that every report format is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from footnoted.history import (
    observations,
)
from footnoted.mementos import view_url
from footnoted.model.records import ClaimRecord, NoteRecord, SourceRecord
from footnoted.model.report import (
    ClaimDoc,
    CorpusDoc,
    EntryDoc,
    FindingDoc,
    FixedDoc,
    LinkDoc,
    NoteDoc,
    NotRunDoc,
    ObservedDoc,
    PartDoc,
    Report,
    RunDoc,
    SummaryDoc,
    ToolDoc,
)
from footnoted.model.seen import Seen
from footnoted.model.verdicts import ClaimVerdict, Comparison, LinkVerdict, PartVerdict
from footnoted.plan import citations
from footnoted.reports.audited import Audited, Indexes
from footnoted.reports.case_docs import TO_JUDGE, case_docs
from footnoted.reports.holdings import counted
from footnoted.reports.link_docs import link_doc
from footnoted.reports.places import evidence_doc, place_doc, where_doc
from footnoted.verdicts import PartJudgement, as_utc, roll_up

_QUOTATION_VERDICTS = ("verbatim", "typographic", "edited", "altered", "absent", "unchecked")
_FIGURE_VERDICTS = ("agrees", "disagrees", "absent", "unchecked")


def make_report(audited: Audited) -> Report:
    """Return the document; the same results give the same document."""
    indexes = Indexes(audited)
    findings = _findings(audited)
    claims = {claim: _claim(audited, indexes, claim) for claim in audited.scope.claims}
    notes = tuple(_note(audited, indexes, note, claims) for note in audited.scope.notes)
    links = tuple(
        link_doc(audited, indexes, seen) for seen in audited.seen if seen.question.basis != "local"
    )
    fixed = tuple(
        FixedDoc(rule=one.rule, target=one.target, message=one.message)
        for one in audited.news.fixed
    )
    return Report(
        tool=ToolDoc(version=audited.version),
        corpus=_corpus(audited),
        run=_run(audited, links),
        summary=_summary(audited, notes, tuple(claims.values()), links, findings),
        notes=notes,
        claims=tuple(claims.values()),
        links=links,
        findings=findings,
        fixed=fixed,
    )


def _corpus(audited: Audited) -> CorpusDoc:
    paper = audited.corpus.paper
    return CorpusDoc(
        folder=audited.corpus.folder,
        id=paper.id,
        title=paper.title,
        author=", ".join(str(name) for name in paper.author) or None,
        issued=paper.issued,
        publisher=paper.publisher,
        rights=paper.rights,
        digest=audited.corpus.digest,
        paper_sha256=paper.sha256,
        paper_read=audited.paper_read,
    )


def _run(audited: Audited, links: Sequence[LinkDoc]) -> RunDoc:
    return RunDoc(
        as_of=as_utc(audited.as_of),
        vantage=audited.vantage,
        offline=audited.offline_message is not None,
        offline_message=audited.offline_message,
        only=audited.only,
        links_asked=sum(not link.remembered for link in links),
        links_remembered=sum(link.remembered for link in links if link.basis == "cited"),
        not_run=tuple(NotRunDoc(rule=rule, why=why) for rule, why in audited.not_run),
        blind_nights=audited.blind_nights,
        archives=audited.archives,
    )


def _findings(audited: Audited) -> tuple[FindingDoc, ...]:
    new = {problem.fingerprint: problem for problem in audited.news.new}
    known = {problem.fingerprint for problem in audited.news.persisting}
    return tuple(
        FindingDoc(
            rule=finding.rule,
            level=finding.level,
            where=where_doc(finding.where),
            message=finding.message,
            proof=finding.proof,
            waived=finding.waived,
            news="new" if name in new else "persisting" if name in known else None,
            fingerprint=name,
            cause=new[name].cause if name in new else None,
            cause_message=new[name].cause_message if name in new else None,
            confidence=finding.confidence,
            settled=finding.settled,
        )
        for finding, name in audited.findings
    )


def _claim(audited: Audited, indexes: Indexes, ident: str) -> ClaimDoc:
    corpus = audited.corpus
    claim = corpus.claims[ident]
    judged = audited.claims[ident]
    sources = tuple(citation.source for citation in citations(corpus, claim))
    urls = [url for source in sources for url in indexes.links.get(source, ())]
    return ClaimDoc(
        id=ident,
        says=claim.says,
        section=indexes.sections.get(ident),
        notes=claim.note,
        sources=sources,
        links=tuple(dict.fromkeys(urls)),
        verdict=judged.verdict,
        reason=judged.reason,
        message=judged.message,
        needs_review=judged.needs_review,
        found=judged.found,
        parts_total=len(judged.parts),
        basis=judged.basis,
        seen_at=as_utc(judged.seen_at) if judged.seen_at else None,
        parts=tuple(_part(audited, indexes, claim, part) for part in judged.parts),
        sentence=audited.sentences.get(ident),
        reviewed=f"{claim.reviewed.by}, {claim.reviewed.on}" if claim.reviewed else None,
        where=place_doc(audited, "claims", ident, claim=ident),
        asserted_by=claim.asserted_by,
        certainty=claim.certainty,
        agrees_with=claim.agrees_with,
        conflicts_with=claim.conflicts_with,
        repeats=claim.repeats,
        depends_on=claim.depends_on,
        cases=case_docs(audited, indexes, ident),
    )


def _part(audited: Audited, indexes: Indexes, claim: ClaimRecord, judged: PartJudgement) -> PartDoc:
    quotation = claim.quotations[judged.part.index] if judged.part.kind == "quotation" else None
    figure = claim.figures[judged.part.index] if judged.part.kind == "figure" else None
    comparison = judged.look.comparison if judged.look else Comparison(judged.verdict)
    look = judged.look
    seen = indexes.seen.get((look.source, look.basis, look.url)) if look else None
    before, after = _context(comparison, seen)
    words = quotation.text if quotation else figure.raw if figure else ""
    return PartDoc(
        kind=judged.part.kind,
        text=words,
        speaker=quotation.speaker if quotation else None,
        measure=figure.measure if figure else None,
        period=figure.period if figure else None,
        verdict=judged.verdict,
        reason=comparison.reason,
        message=comparison.message,
        source_wording=comparison.source_wording,
        span=comparison.span,
        context_before=before,
        context_after=after,
        diff=tuple((edit.op, edit.claim, edit.source) for edit in comparison.diff),
        claim_reads=comparison.claim_reads,
        source_reads=comparison.source_reads,
        page=comparison.page,
        needs_review=comparison.needs_review,
        evidence=evidence_doc(seen) if seen else None,
        observed=_observed(audited, indexes, claim, words),
        computed_from=figure.computed_from if figure else None,
    )


def _observed(
    audited: Audited, indexes: Indexes, claim: ClaimRecord, words: str
) -> tuple[ObservedDoc, ...]:
    """Return what `footnoted bisect` saw of a part, whose words these are."""
    return tuple(
        ObservedDoc(
            at=as_utc(one.memento_at),
            verdict=one.verdict,
            url=one.url,
            view_url=view_url(one.url),
        )
        for one in observations(indexes.observed, claim.id, words, audited.as_of)
    )


def _context(comparison: Comparison, seen: Seen | None) -> tuple[str | None, str | None]:
    if comparison.span is None or seen is None:
        return None, None
    return seen.excerpts.get(comparison.span, (None, None))


def _note(
    audited: Audited, indexes: Indexes, ident: str, claims: Mapping[str, ClaimDoc]
) -> NoteDoc:
    note = audited.corpus.notes[ident]
    all_hanging = indexes.hanging.get(ident, [])
    hanging = [claims[claim] for claim in all_hanging if claim in claims]
    whole = len(hanging) == len(all_hanging)  # a part of its claims does not speak for a note
    verdict = roll_up([claim.verdict for claim in hanging]) if whole else None
    reasons = [claim.reason for claim in hanging if claim.verdict is verdict]
    return NoteDoc(
        id=ident,
        label=note.label or ident,
        status=note.status,
        text=note.text,
        entries=_entries(note, audited.corpus.sources),
        verdict=verdict,
        reason=reasons[0] if reasons else None,
        claims=tuple(claim.id for claim in hanging),
        findings=indexes.findings_of_note[ident],
        where=place_doc(audited, "notes", ident, note=ident),
    )


def _entries(note: NoteRecord, sources: Mapping[str, SourceRecord]) -> tuple[EntryDoc, ...]:
    rows = []
    for entry in note.entries:
        source = sources.get(entry.source) if entry.source else None
        rows.append(
            EntryDoc(
                source=entry.source,
                form=entry.form,
                locator=entry.locator,
                title=source.title if source else None,
                url=source.url if source else None,
                medium=source.medium if source else None,
            )
        )
    return tuple(rows)


def _summary(
    audited: Audited,
    notes: Sequence[NoteDoc],
    claims: Sequence[ClaimDoc],
    links: Sequence[LinkDoc],
    findings: Sequence[FindingDoc],
) -> SummaryDoc:
    parts = [part for claim in claims for part in claim.parts]
    sources = [audited.corpus.sources[source] for source in audited.scope.sources]
    due = [finding for finding in findings if not finding.waived]
    no_url = sum(source.url is None for source in sources)
    by_link = _count(LinkVerdict, (link.verdict for link in links if link.basis == "cited"))
    return SummaryDoc(
        notes_total=len(notes),
        notes=_count(ClaimVerdict, (note.verdict for note in notes if note.verdict)),
        notes_status=_named(
            ("ok", "missing", "dangling", "ambiguous"), (note.status for note in notes)
        ),
        claims_total=len(claims),
        claims=_count(ClaimVerdict, (claim.verdict for claim in claims)),
        quotations=_named(
            _QUOTATION_VERDICTS, (part.verdict for part in parts if part.kind == "quotation")
        ),
        figures=_named(_FIGURE_VERDICTS, (part.verdict for part in parts if part.kind == "figure")),
        links_total=sum(link.basis == "cited" for link in links),
        links={**by_link, LinkVerdict.NO_URL.value: no_url},
        no_url_sources=no_url,
        findings=_named(("error", "warning", "info"), (finding.level for finding in due)),
        needs_review=sum(claim.needs_review for claim in claims),
        new=len(audited.news.new),
        fixed=len(audited.news.fixed),
        persisting=len(audited.news.persisting),
        archived=counted(links),
        mitigated=len({link.url for link in links if link.mitigated}),
        rotten=len({link.url for link in links if link.rotten}),
        to_judge=sum(case.state in TO_JUDGE for claim in claims for case in claim.cases),
    )


def _count(words: type[StrEnum], values: Iterable[StrEnum]) -> dict[str, int]:
    return _named([word.value for word in words], (value.value for value in values))


def _named(words: Iterable[str], values: Iterable[str | PartVerdict]) -> dict[str, int]:
    counted = Counter(str(value) for value in values)
    return {word: counted[word] for word in words}
