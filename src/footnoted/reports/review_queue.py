"""The cases of an audit that wait for a person, worst first, with all that is needed to judge."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from footnoted.judgements import differences, key_of, record_digest
from footnoted.model.corpus import Corpus
from footnoted.model.judgement import Judgement, JudgementKey
from footnoted.model.report import CaseDoc, ClaimDoc, LinkDoc, NoteDoc, PartDoc, Report
from footnoted.model.review import ReviewDocument, WaitingDoc
from footnoted.reports import overview
from footnoted.reports.case_docs import TO_JUDGE

_State = Literal["open", "noted", "stale", "accepted", "rejected", "waived"]

WHYS: Final = ("altered", "disagrees", "needs_review", "other_language", "nothing_to_compare")
"""Why a person has to look, worst first."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case for a person: its claim, the notes that the claim hangs on, what became of its links.

    `earlier` is the judgement on record now about the same, stale or a mere note; `locators` tell
    where in each source the note points to.
    """

    claim: ClaimDoc
    case: CaseDoc
    notes: tuple[NoteDoc, ...]
    links: tuple[LinkDoc, ...]
    earlier: Judgement | None = None

    @property
    def part(self) -> PartDoc | None:
        """The part that is judged, None for the claim as a whole."""
        return self.claim.parts[self.case.part] if self.case.part is not None else None

    @property
    def key(self) -> JudgementKey:
        """What is judged, as a judgement names it."""
        return key_of(self.claim.id, self.case.kind, self.case.words)

    @property
    def name(self) -> str:
        """A name for the case that stands in an address whatever its words are."""
        return _digest(self.key)[:20]

    @property
    def shown(self) -> str:
        """Digest of all that a judgement hangs on: what is shown, and what was judged before."""
        case = self.case
        before = self.earlier.model_dump(mode="json") if self.earlier else None
        bound = (case.verdict, case.reason, case.record, case.evidence, case.rule, case.state)
        return _digest((self.key, bound, before))

    @property
    def waits(self) -> bool:
        """Whether a person has to look."""
        return self.case.state in TO_JUDGE

    @property
    def locators(self) -> tuple[tuple[str, str], ...]:
        """Where in the sources of the claim its notes point to: source and place."""
        return tuple(
            (entry.source, entry.locator)
            for note in self.notes
            for entry in note.entries
            if entry.source in self.claim.sources and entry.source and entry.locator
        )


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, worst first; `outdated` are claims whose records changed since the audit.

    `cases` are all, in the same order: also those that are settled.
    """

    waiting: tuple[Waiting, ...]
    outdated: tuple[str, ...] = ()
    cases: tuple[Waiting, ...] = ()


def queue_of(
    report: Report, corpus: Corpus, today: date, claims: Collection[str] | None = None
) -> Queue:
    """Return the cases of the last audit that wait, as the corpus stands now.

    What was judged or waived since then waits no more; a claim whose record was changed has to be
    audited first. With `claims` only theirs.
    """
    judged = {one.key: one for one in corpus.judgements}
    waived = {(one.claim, one.rule) for one in corpus.waivers if one.expires >= today.isoformat()}
    notes = {note.id: note for note in report.notes}
    links = {link.url: link for link in reversed(report.links)}
    found: list[Waiting] = []
    outdated: dict[str, None] = {}
    for claim in overview.worst_first(report.claims):
        if claims is not None and claim.id not in claims:
            continue
        for case in claim.cases:
            key = key_of(claim.id, case.kind, case.words)
            if record_digest(corpus, key) != case.record:
                outdated[claim.id] = None
            else:
                is_waived = (claim.id, case.rule) in waived
                now = _as_now(case, judged.get(key), is_waived=is_waived)
                found.append(_waiting(claim, now, notes, links, judged.get(key)))
    found.sort(key=_rank)
    return Queue(tuple(one for one in found if one.waits), tuple(outdated), tuple(found))


_STATES: Final[Mapping[str, _State]] = {"accept": "accepted", "reject": "rejected", "note": "noted"}


def _as_now(case: CaseDoc, judgement: Judgement | None, *, is_waived: bool) -> CaseDoc:
    """Return a case as judgements and waivers have it now, where that is not as at the audit."""
    changed = differences(judgement, case) if judgement else ()
    state: _State = "open"
    if judgement is not None:
        state = "stale" if changed else _STATES[judgement.ruling]
    if is_waived and state in TO_JUDGE:
        state = "waived"
    if state == case.state and (judgement is None) == (case.judgement is None):
        return case
    return case.model_copy(update={"state": state, "changed": changed, "judgement": None})


def _waiting(
    claim: ClaimDoc,
    case: CaseDoc,
    notes: Mapping[str, NoteDoc],
    links: Mapping[str, LinkDoc],
    earlier: Judgement | None,
) -> Waiting:
    return Waiting(
        claim,
        case,
        tuple(notes[one] for one in claim.notes if one in notes),
        tuple(links[one] for one in claim.links if one in links),
        earlier,
    )


def _digest(told: object) -> str:
    return hashlib.sha256(json.dumps(told).encode("ascii")).hexdigest()


def _rank(one: Waiting) -> int:
    return WHYS.index(one.case.why)


def review_document(report: Report, queue: Queue) -> ReviewDocument:
    """Return what waits, for other programs."""
    return ReviewDocument(
        corpus=report.corpus.folder,
        as_of=report.run.as_of,
        cases=tuple(
            WaitingDoc(
                claim=one.claim.id,
                says=one.claim.says,
                notes=one.claim.notes,
                claim_verdict=one.claim.verdict,
                case=one.case,
                compared=one.part,
                where=one.claim.where,
            )
            for one in queue.waiting
        ),
        outdated=queue.outdated,
    )
