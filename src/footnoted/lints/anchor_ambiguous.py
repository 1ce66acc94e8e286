"""`anchor-ambiguous`: an anchor that matches the paper more than once."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.anchors import stretches
from footnoted.lints.examined import Examined, find_in_record, in_words
from footnoted.model.finding import Finding


def anchor_ambiguous(examined: Examined) -> Iterator[Finding]:
    """Yield each anchor that matches more than once, and where."""
    for key, anchor in examined.anchors():
        found = stretches(anchor, examined.paper.body)
        if len(found) > 1:
            message = (
                f"{len(found)} stretches of the paper go {in_words(anchor)}: "
                "add words until one is left"
            )
            proof = "; ".join(examined.locate(start) for start, _ in found)
            yield find_in_record(examined, "anchor-ambiguous", "error", key, message, proof=proof)
