"""What a report needs of a page's text, so that the page itself need not be held."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison

CONTEXT = 160
"""So many characters before and behind the words that were found are shown with them."""

Span = tuple[int, int]


def excerpts(text: Text, comparisons: Iterable[Comparison]) -> dict[Span, tuple[str, str]]:
    """Return what stands before and behind the span of each comparison, cut at words."""
    spans = {one.span for one in comparisons if one.span}
    return {span: _around(text.content, *span) for span in sorted(spans)}


def without_content(text: Text) -> Text:
    """Return `text` as it is carried on once it was compared: what it is, not what it says."""
    return replace(text, content="", blocks=(), tables=(), pages=())


def words_digest(text: Text) -> str | None:
    """Return the sha256 of a page's words, None of one without any.

    Navigation, what stands aside, and readers' comments are left out, and so are case and spaces:
    the page is the same as long as what it says is.
    """
    left_out = {"navigation", "comments"}
    said = [text.content[one.start : one.end] for one in text.blocks if one.region not in left_out]
    if not text.blocks:
        said = [text.content]
    words = [" ".join(unicodedata.normalize("NFKC", one).casefold().split()) for one in said]
    told = "\n".join(filter(None, words))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest() if told else None


def _around(content: str, start: int, end: int) -> tuple[str, str]:
    before = content[max(0, start - CONTEXT) : start]
    after = content[end : end + CONTEXT]
    if start > CONTEXT:
        before = "…" + before.partition(" ")[2]
    if end + CONTEXT < len(content):
        after = after.rpartition(" ")[0] + "…"
    return before, after
