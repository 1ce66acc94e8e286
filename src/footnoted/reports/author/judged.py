"""Queries about claims that a person refused, where comparing had nothing against them."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.model.report import CaseDoc, ClaimDoc, Report
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports.author.places import Places
from footnoted.reports.author.query import Query, Words, plain, quoted
from footnoted.reports.author.seen import looked_at, source_words


def judged_queries(report: Report, places: Places) -> Iterator[Query]:
    """Yield a query for each claim that is `rejected`: what its judge wrote is the evidence."""
    for claim in report.claims:
        refused = [case for case in claim.cases if case.state == "rejected"]
        if claim.verdict is ClaimVerdict.REJECTED and refused:
            yield Query(
                heading="A reader of the source does not find this borne out",
                notes=places.of_claims([claim]),
                statements=(claim.says,) if claim.says else (),
                question=(
                    "We read the source beside the paper and do not find that it bears this out. "
                    "Could you tell us where it does, or how you would put it?"
                ),
                evidence=tuple(line for case in refused for line in _evidence(claim, case)),
                rank=3,
            )


def _evidence(claim: ClaimDoc, case: CaseDoc) -> Iterator[Words]:
    assert case.judgement is not None
    part = claim.parts[case.part] if case.part is not None else None
    if part is not None:
        words = quoted(part.text) if part.kind == "quotation" else part.text
        yield plain(f"It is about: {words}")
        if (said := source_words(part)) is not None:
            yield said
        yield looked_at(part.evidence, part.page)
    for page in case.pages:
        yield looked_at(page)
    if case.judgement.note:
        yield plain(f"The reader noted on {case.judgement.on}: {case.judgement.note}")
