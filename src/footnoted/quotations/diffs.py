"""An alignment as a word diff, both sides as written."""

from __future__ import annotations

from itertools import pairwise

from footnoted.model.verdicts import Edit
from footnoted.quotations.engine import Outcome
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.locate import Match


def diff(page: FoldedText, outcome: Outcome) -> tuple[Edit, ...]:
    """Return the steps from the source's words to the claim's, gaps of an ellipsis included."""
    edits: list[Edit] = []
    for match in outcome.matches[:1]:
        edits += _edits(page, outcome, match)
    for left, right in pairwise(outcome.matches):
        if right.start > left.end:
            edits.append(Edit("replace", "…", _short(page.raw(left.end, right.start))))
        edits += _edits(page, outcome, right)
    for piece in outcome.missing:
        edits.append(Edit("insert", outcome.quotation.text[piece.starts[0] : piece.ends[-1]], ""))
    return tuple(edits)


def _edits(page: FoldedText, outcome: Outcome, match: Match) -> list[Edit]:
    piece, text = match.piece, outcome.quotation.text
    edits = []
    for step in match.steps:
        claim = text[piece.starts[step.a1] : piece.ends[step.a2 - 1]] if step.a2 > step.a1 else ""
        source = page.raw(step.b1, step.b2)
        edits.append(Edit(step.op, " ".join(claim.split()), " ".join(source.split())))
    return edits


def _short(raw: str) -> str:
    words = raw.split()
    return " ".join(words if len(words) <= 40 else [*words[:20], "…", *words[-20:]])
