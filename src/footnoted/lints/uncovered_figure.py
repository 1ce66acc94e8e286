"""`uncovered-figure`: a figure of the paper that no reviewed claim holds."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.anchors import find_words
from footnoted.lints.coverage import lacking
from footnoted.lints.examined import Examined, find_in_paper
from footnoted.model.draft import DraftFigure
from footnoted.model.finding import Finding
from footnoted.model.records import ClaimRecord


def uncovered_figure(examined: Examined) -> Iterator[Finding]:
    """Yield each due figure that no reviewed claim around it holds, alone or in a quotation."""
    for one in examined.paper.figures:
        start, end = one.quantity.start, one.quantity.end
        if not one.due or examined.is_exempt(start, end):
            continue
        claims = examined.claims_around(start, end)
        state = lacking(
            examined, (claim for claim in claims if _holds_figure(examined, claim, one))
        )
        if state:
            raw = " ".join(one.quantity.raw.split())
            yield find_in_paper(
                examined, "uncovered-figure", "warning", one.line,
                f"the figure '{raw}' is not covered: {state}",
                note=next(iter(one.notes), None), subject=raw,
            )  # fmt: skip


def _holds_figure(examined: Examined, claim: ClaimRecord, one: DraftFigure) -> bool:
    """Tell whether a figure or quotation of the claim stands at the figure's own place."""
    start, end = one.quantity.start, one.quantity.end
    first, last = examined.reach[claim.id]
    texts = [record.raw for record in claim.figures]
    overlapping = any(
        at < end and start < stop
        for raw in texts
        for at, stop in find_words(raw, examined.paper.body, first, last)
    )
    return overlapping or any(
        at <= start and end <= stop
        for record in claim.quotations
        for at, stop in find_words(record.text, examined.paper.body, first, last)
    )
