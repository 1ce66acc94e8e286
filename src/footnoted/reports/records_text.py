"""Records told whole, as lines for a person: a note, a source, a claim, and their last verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.records import RELATIONS, ClaimRecord, EntryRecord, NoteRecord, SourceRecord
from footnoted.model.report import ClaimDoc, FindingDoc, LinkDoc, PartDoc, Report
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports.judged import case_words
from footnoted.reports.readings import reading
from footnoted.reports.terminal import plain
from footnoted.reports.visible import shortened
from footnoted.reports.words import BASES, CLAIMS, LINKS, PARTS, STATUSES, reason_words

Line = tuple[str, str]
"""What a line is about (may be empty: more of the same), and its words."""


@dataclass(frozen=True, slots=True)
class Known:
    """What records are told from; `report` and `draft` only where the user has them."""

    corpus: Corpus
    report: Report | None = None
    draft: Draft | None = None

    def claim(self, ident: str) -> ClaimDoc | None:
        """Return what the last audit told of a claim."""
        told = self.report.claims if self.report else ()
        return next((one for one in told if one.id == ident), None)

    def links(self, source: str) -> list[LinkDoc]:
        """Return what the last audit told of a source's addresses."""
        return [one for one in (self.report.links if self.report else ()) if one.source == source]


def record_lines(known: Known, what: str) -> Iterator[Line]:
    """Yield the lines of what is meant; none where the corpus has no such record."""
    kind, colon, ident = what.partition(":")
    if not colon or kind not in {"note", "source", "claim"}:
        kind, ident = "", what
    corpus = known.corpus
    if kind in {"", "claim"} and ident in corpus.claims:
        yield from claim_lines(known, corpus.claims[ident])
    elif kind in {"", "source"} and ident in corpus.sources:
        yield from source_lines(known, corpus.sources[ident])
    elif kind in {"", "note"} and ident in corpus.notes:
        yield from note_lines(known, corpus.notes[ident])


def told_when(known: Known) -> Iterable[Line]:
    """Return of when the verdicts are, and whether the records have changed since."""
    report = known.report
    if report is None:
        return [("no audit", "no verdicts yet: run footnoted check")]
    changed = "; records have changed since" if report.corpus.digest != known.corpus.digest else ""
    where = f" from {report.run.vantage}" if report.run.vantage else ""
    return [("as of", f"the audit of {report.run.as_of}{where}{changed}")]


def note_lines(known: Known, note: NoteRecord) -> Iterator[Line]:
    """Yield a note's life: mark, sentence, printed text, resolution, source, claims, verdicts."""
    yield f"note {note.label or note.id}", str(known.corpus.place("notes", note.id))
    yield from _marks(known.draft, note.id)
    yield "printed", note.text or "not printed"
    if note.status != "ok":
        yield "status", STATUSES[note.status]
    for entry in note.entries:
        yield "cites", _entry(known.corpus, entry)
        if entry.source:
            yield from _addresses(known, known.corpus.sources[entry.source])
    claims = [one for one in known.corpus.claims.values() if note.id in one.note]
    yield from _claims(known, claims)
    told = known.report.notes if known.report else ()
    for doc in told:
        if doc.id == note.id and doc.verdict is not None:
            yield "verdict", _verdict(doc.verdict, doc.reason)
    yield from _findings(known.report, note=note.id)
    if note.remark:
        yield "remark", note.remark


def source_lines(known: Known, source: SourceRecord) -> Iterator[Line]:
    """Yield a source's life: the work, where it is cited, what became of its addresses."""
    yield f"source {source.id}", str(known.corpus.place("sources", source.id))
    yield "work", _work(source)
    yield from _addresses(known, source)
    for copy in source.local_copies:
        yield "copy", f"{copy.digest[:12]}, {copy.obtained}"
    if source.quoted_in:
        yield "read in", source.quoted_in
    if source.short_forms:
        yield "called", "; ".join(source.short_forms)
    notes = [
        one
        for one in known.corpus.notes.values()
        if any(entry.source == source.id for entry in one.entries)
    ]
    if notes:
        yield "cited in", "note " + ", ".join(one.label or one.id for one in notes)
    ids = {one.id for one in notes}
    claims = [
        one
        for one in known.corpus.claims.values()
        if (source.id in one.source if one.source else ids & set(one.note))
    ]
    yield from _claims(known, claims)
    yield from _findings(known.report, source=source.id)
    if source.remark:
        yield "remark", source.remark


def claim_lines(known: Known, claim: ClaimRecord) -> Iterator[Line]:
    """Yield a claim's life: what it says and where, its parts, and how its verdict came about."""
    yield f"claim {claim.id}", str(known.corpus.place("claims", claim.id))
    yield "says", claim.says or "nothing yet: a draft"
    yield from _beside(claim)
    yield "stands at", claim.at.start + (f" … {claim.at.end}" if claim.at.end else "")
    notes = [known.corpus.notes[one] for one in claim.note if one in known.corpus.notes]
    for note in notes:
        yield f"note {note.label or note.id}", note.text or "not printed"
        yield from (("cites", _entry(known.corpus, entry)) for entry in note.entries)
    if not notes:
        yield "note", "none: the paper gives no note for this"
    if claim.reviewed:
        yield "reviewed", f"by {claim.reviewed.by} on {claim.reviewed.on}"
    doc = known.claim(claim.id)
    if doc is None:
        yield from ((one.text, "quotation on record") for one in claim.quotations)
        yield from ((one.raw, "figure on record") for one in claim.figures)
    else:
        yield from verdict_lines(doc)
    yield from _findings(known.report, claim=claim.id)
    if claim.remark:
        yield "remark", claim.remark


def _beside(claim: ClaimRecord) -> Iterator[Line]:
    """Yield what a record tells of its statement beside the words."""
    data = claim.model_dump(by_alias=True, exclude_defaults=True)
    for name in ("asserted-by", "certainty", "note-scope"):
        if name in data:
            yield name, str(data[name])
    for name in RELATIONS:
        if name in data:
            yield name.replace("-", " "), ", ".join(data[name])
    for figure in data.get("figures", ()):
        if "computed-from" in figure:
            yield "computed", f"{figure['raw']} from {figure['computed-from']}"


def verdict_lines(claim: ClaimDoc) -> Iterator[Line]:
    """Yield how a claim's verdict came about: each part, what it was held against, the rule."""
    for part in claim.parts:
        yield from _part(part)
    word = CLAIMS[claim.verdict]
    yield "verdict", f"{word.title}: {word.meaning}"
    if claim.reason or claim.message:
        yield "because", reason_words(claim.reason, claim.message)
    if claim.basis:
        when = "made" if claim.basis == "memento" else "looked at"
        seen = f", {when} {claim.seen_at}" if claim.seen_at else ""
        yield (
            "rests on",
            f"{claim.found} of {claim.parts_total} found {BASES[claim.basis].meaning}{seen}",
        )
    if claim.needs_review:
        yield "review", "a person should look at this"
    for case in claim.cases:
        about = f"{case.words}: " if case.words and claim.parts_total > 1 else ""
        yield "judged", f"{about}{case_words(case)}"


def _part(part: PartDoc) -> Iterator[Line]:
    word = PARTS[part.verdict]
    yield part.kind, f"“{part.text}”" if part.kind == "quotation" else part.text
    yield "", f"{word.title}: {word.meaning}"
    if part.reason or part.message:
        yield "", reason_words(part.reason, part.message)
    if part.source_wording:
        context = (part.context_before or "", part.source_wording, part.context_after or "")
        yield "", f"source: {shortened(''.join(context), 300)}"
    if part.claim_reads or part.source_reads:
        ours, theirs = reading(part.claim_reads) or "?", reading(part.source_reads) or "?"
        yield "", f"read as {ours}, in the source {theirs}"
    if part.evidence:
        seen = part.evidence
        address = seen.final_url or seen.url or seen.obtained or seen.source
        yield "", f"looked at {seen.at}: {BASES[seen.basis].title.lower()} {address}"


def _marks(draft: Draft | None, note: str) -> Iterator[Line]:
    if draft is None:
        return
    marks = [one for one in draft.marks if one.note == note]
    if not marks:
        yield "marked", "nowhere in the paper's text"
    for mark in marks:
        section = f", section {mark.section}" if mark.section else ""
        yield "marked", f"{draft.file}:{mark.line}{section}"
        yield "sentence", draft.body[mark.start : mark.end]


def _entry(corpus: Corpus, entry: EntryRecord) -> str:
    form = "" if entry.form == "full" else f" ({entry.form.replace('_', ' ')})"
    where = f", {entry.locator}" if entry.locator else ""
    if entry.source is None:
        may_be = (
            f"it may be note {' or '.join(entry.candidates)}" if entry.candidates else "nothing"
        )
        return f"nobody can tell{form}{where}: {may_be}"
    return f"{entry.source}{form}{where}: {_work(corpus.sources[entry.source])}"


def _work(source: SourceRecord) -> str:
    authors = ", ".join(str(one) for one in source.author or source.editor)
    parts = (authors, source.title, source.container_title, source.publisher, source.issued)
    return ", ".join(part for part in parts if part) or source.id


def _addresses(known: Known, source: SourceRecord) -> Iterator[Line]:
    yield "address", source.url or f"none ({source.medium})"
    looked = {link.url: _looked(link) for link in known.links(source.id)}
    if source.url in looked:
        yield "", looked.pop(source.url)
    for one in source.alternates:
        told = looked.pop(one.url, None)
        yield "", f"{one.kind.replace('_', ' ')}: {one.url}{f': {told}' if told else ''}"
    for url, told in looked.items():
        yield "", f"{url}: {told}"
    for memento in source.mementos:
        yield "", f"archived {memento.on}: {memento.url}"


def _looked(link: LinkDoc) -> str:
    since = f", seen so since {link.since}" if link.since else ""
    return f"{LINKS[link.verdict].title}{since}: {reason_words(link.reason, link.message)}"


def _claims(known: Known, claims: Iterable[ClaimRecord]) -> Iterator[Line]:
    for claim in claims:
        yield "claim", f"{claim.id}: {claim.says or 'a draft, says nothing yet'}"
        doc = known.claim(claim.id)
        if doc is not None:
            yield "", _verdict(doc.verdict, doc.reason, doc.message)


def _verdict(verdict: ClaimVerdict, reason: str | None, message: str = "") -> str:
    why = reason_words(reason, message)
    return f"{CLAIMS[verdict].title}{f': {why}' if why else ''}"


def _findings(report: Report | None, **about: str) -> Iterator[Line]:
    told: tuple[FindingDoc, ...] = report.findings if report else ()
    for one in told:
        if all(getattr(one.where, kind) == ident for kind, ident in about.items()):
            waived = f" ({one.settled or 'waived'})" if one.waived else ""
            yield one.level, f"{one.message} [{one.rule}]{waived}"


def render(lines: Iterable[Line], width: int = 78) -> Iterator[str]:
    """Yield lines for a terminal: what they are about on the left, words folded on the right."""
    for about, words in lines:
        head = plain(about)
        folded = wrap(plain(words), width - 12, break_long_words=False, break_on_hyphens=False)
        if len(head) > 11:
            yield head
            head = ""
        for line in folded or [""]:
            yield f"{head:<11} {line}".rstrip()
            head = ""
