"""What of a claim needs a person, as a document."""

from __future__ import annotations

from footnoted.judgements import Ruled
from footnoted.model.finding import Finding
from footnoted.model.report import CaseDoc, JudgementDoc
from footnoted.reports.audited import Audited, Indexes
from footnoted.reports.places import evidence_doc, place_doc

TO_JUDGE = frozenset({"open", "noted", "stale"})
"""States of cases that a person has to look at."""

_NAMED = ("quotation-", "figure-")


def case_docs(audited: Audited, indexes: Indexes, claim: str) -> tuple[CaseDoc, ...]:
    """Return the cases of a claim, its parts first."""
    return tuple(_case(audited, indexes, one) for one in audited.standing.of(claim))


def _case(audited: Audited, indexes: Indexes, ruled: Ruled) -> CaseDoc:
    case = ruled.case
    finding = _finding(indexes, ruled)
    waived = finding is not None and finding.waived and finding.settled is None
    pages = (evidence_doc(page) for page in case.pages)
    return CaseDoc(
        part=case.part,
        kind=case.kind,
        words=case.words,
        verdict=case.verdict,
        reason=case.reason,
        why=case.why,
        state="waived" if waived and ruled.in_force is None else ruled.state,
        record=case.record,
        evidence=case.evidence,
        rule=finding.rule if finding else None,
        pages=tuple(page for page in pages if page),
        judgement=_judgement(audited, ruled),
        changed=ruled.changed,
    )


def _finding(indexes: Indexes, ruled: Ruled) -> Finding | None:
    case = ruled.case
    if case.kind is None or case.words is None:
        return None
    found = indexes.about_parts.get((case.claim, case.kind, case.words))
    return found if found and found.rule.startswith(_NAMED) else None


def _judgement(audited: Audited, ruled: Ruled) -> JudgementDoc | None:
    one = ruled.judgement
    if one is None:
        return None
    index = audited.corpus.judgements.index(one)
    where = place_doc(audited, "judgements", index, claim=one.claim)
    return JudgementDoc(ruling=one.ruling, by=one.by, on=one.on, note=one.note, where=where)
