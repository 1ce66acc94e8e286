"""`uncovered-quotation`: a quotation of the paper that no reviewed claim holds."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import lacking
from footnoted.lints.examined import Examined, find_in_paper, same_words
from footnoted.model.draft import DraftQuotation
from footnoted.model.finding import Finding
from footnoted.model.records import ClaimRecord


def uncovered_quotation(examined: Examined) -> Iterator[Finding]:
    """Yield each quotation in double marks that no reviewed claim around it holds."""
    for one in examined.paper.quotations:
        if not one.due or examined.is_exempt(one.start, one.end):
            continue
        claims = examined.claims_around(one.start, one.end)
        state = lacking(examined, (claim for claim in claims if _holds_words(claim, one)))
        if state:
            yield find_in_paper(
                examined, "uncovered-quotation", "warning", one.line,
                f"a quotation is not covered: {state}",
                note=next(iter(one.notes), None), proof=one.text, subject=one.text,
            )  # fmt: skip


def _holds_words(claim: ClaimRecord, one: DraftQuotation) -> bool:
    return any(same_words(record.text) == same_words(one.text) for record in claim.quotations)
