"""How the parts of a claim are told apart, wherever they stand among each other."""

from __future__ import annotations

from typing import Literal

from footnoted.model.records import ClaimRecord

PartKind = Literal["quotation", "figure"]


def part_subject(claim: ClaimRecord, kind: PartKind, index: int) -> str:
    """Return what tells a part of a claim apart from its others, wherever it stands among them.

    The words of a quotation; of a figure what it measures, too: a claim may have `10%` twice, of
    exports and of imports, and one of them lost is not the other.
    """
    if kind == "quotation":
        return claim.quotations[index].text
    figure = claim.figures[index]
    cell = (figure.cell.row, figure.cell.column) if figure.cell else ()
    return "; ".join(filter(None, (figure.raw, figure.measure, figure.period, *cell)))
