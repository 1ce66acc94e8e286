"""What a report needs of a page's text, so that the page itself need not be held."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison

CONTEXT = 160
"""So many characters before and behind the words that were found are shown with them."""

Span = tuple[int, int]

_BESIDE = frozenset({"navigation", "comments"})
"""Regions of a page that are none of what it says."""


def excerpts(text: Text, comparisons: Iterable[Comparison]) -> dict[Span, tuple[str, str]]:
    """Return what stands before and behind the span of each comparison, cut at words.

    Navigation and readers' comments beside an article are none of it, and end it.
    """
    spans = {one.span for one in comparisons if one.span}
    beside = [block for block in text.blocks if block.region in _BESIDE]
    ends = sorted(block.end for block in beside)
    starts = sorted(block.start for block in beside)
    return {
        span: _around(text.content, span, _reach(text, span, ends, starts))
        for span in sorted(spans)
    }


def _reach(text: Text, span: Span, ends: Sequence[int], starts: Sequence[int]) -> Span:
    """Return the stretch around a span that nothing beside the article breaks."""
    before, after = bisect_right(ends, span[0]), bisect_left(starts, span[1])
    first = ends[before - 1] if before else 0
    last = starts[after] if after < len(starts) else len(text.content)
    return first, last


def without_content(text: Text) -> Text:
    """Return `text` as it is carried on once it was compared: what it is, not what it says."""
    return replace(text, content="", blocks=(), tables=(), pages=())


def words_digest(text: Text) -> str | None:
    """Return the sha256 of a page's words, None of one without any.

    Navigation, what stands aside, and readers' comments are left out, and so are case and spaces:
    the page is the same as long as what it says is.
    """
    said = [text.content[one.start : one.end] for one in text.blocks if one.region not in _BESIDE]
    if not text.blocks:
        said = [text.content]
    words = [" ".join(unicodedata.normalize("NFKC", one).casefold().split()) for one in said]
    told = "\n".join(filter(None, words))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest() if told else None


def _around(content: str, span: Span, reach: Span) -> tuple[str, str]:
    (start, end), (first, last) = span, reach
    before = content[max(first, start - CONTEXT) : start]
    after = content[end : min(last, end + CONTEXT)]
    if start - first > CONTEXT:
        before = "…" + before.partition(" ")[2]
    if end + CONTEXT < last:
        after = after.rpartition(" ")[0] + "…"
    return before, after
