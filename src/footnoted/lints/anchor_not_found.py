"""`anchor-not-found`: an anchor that matches nowhere in the paper."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.anchors import find_words, stretches
from footnoted.lints.examined import Examined, find_in_record, in_words
from footnoted.model.finding import Finding
from footnoted.model.records import Anchor


def anchor_not_found(examined: Examined) -> Iterator[Finding]:
    """Yield each anchor that matches nowhere, with what of it does stand in the paper."""
    body = examined.paper.body
    for key, anchor in examined.anchors():
        if not stretches(anchor, body):
            message = (
                f"the paper has no stretch {in_words(anchor)}: "
                "copy the words as the paper prints them"
            )
            yield find_in_record(
                examined, "anchor-not-found", "error", key, message, proof=_parts(anchor, body)
            )


def _parts(anchor: Anchor, body: str) -> str:
    starts = len(find_words(anchor.start, body))
    if anchor.end is None:
        return f"'{anchor.start}': {starts} times"
    ends = len(find_words(anchor.end, body))
    order = ", but never in this order" if starts and ends else ""
    return f"'{anchor.start}': {starts} times; '{anchor.end}': {ends} times{order}"
