"""`anchor-without-mark`: a claim far from every mark of its note."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, Paragraphs, find_in_record
from footnoted.model.finding import Finding


def anchor_without_mark(examined: Examined) -> Iterator[Finding]:
    """Yield each claim in whose paragraph no mark of its note stands."""
    paragraphs = Paragraphs.of(examined.paper.body)
    for name, (start, end) in examined.anchored.items():
        first, last = paragraphs.number(start), paragraphs.number(max(start, end - 1))
        for at, note in enumerate(examined.corpus.claims[name].note):
            marks = examined.marks.get(note, [])
            if any(first <= paragraphs.number(mark.at) <= last for mark in marks):
                continue
            elsewhere = "; ".join(f"section {one.section}, line {one.line}" for one in marks)
            message = (
                f"no mark of note {note} in the paragraph that the claim is anchored in: "
                "look at its note and its anchor"
            )
            proof = f"its marks: {elsewhere}" if marks else "the paper has no such mark"
            key = ("claims", name, "note", at)
            yield find_in_record(
                examined, "anchor-without-mark", "warning", key, message, proof=proof, subject=note
            )
