"""Figures on record stand in the paper as written, where their claim is anchored."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.anchors import find_words
from footnoted.lints.examined import Examined, find_in_record, same_words
from footnoted.model.finding import Finding
from footnoted.model.records import ClaimRecord


def figure_not_in_paper(examined: Examined) -> Iterator[Finding]:
    """Yield each recorded figure that is neither in the claim's stretch nor in its table."""
    body = examined.paper.body
    for name, claim in examined.corpus.claims.items():
        start, end = examined.reach.get(name, (0, len(body)))
        for index, figure in enumerate(claim.figures):
            raw = figure.raw
            if find_words(raw, body, start, end) or _in_tables(examined, claim, raw):
                continue
            elsewhere = find_words(raw, body)
            message = f"'{raw}' does not stand where the claim is anchored"
            proof = (
                f"it stands in {examined.locate(elsewhere[0][0])}"
                if elsewhere
                else "the paper's text does not have it in these words"
            )
            key = ("claims", name, "figures", index)
            yield find_in_record(
                examined, "figure-not-in-paper", "error", key, message, proof=proof, subject=raw
            )


def _in_tables(examined: Examined, claim: ClaimRecord, raw: str) -> bool:
    """Tell whether a table that hangs on a note of the claim has a cell with this figure."""
    return any(
        same_words(cell) == same_words(raw)
        for table in examined.paper.tables
        if set(table.notes) & set(claim.note)
        for row in table.rows
        for cell in row
    )
