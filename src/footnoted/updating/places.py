"""An anchor's stretch found again in a newer text, or refused where that is not sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footnoted.anchors import Span, find_words, stretches
from footnoted.model.records import Anchor
from footnoted.updating.words import Hit, Words

_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*\s+|\n\s*\n")
_PARAGRAPH = re.compile(r"\n\s*\n")
_LONGEST = 250
"""Words that a stretch may have at most between its first and last ones."""

_WHOLE = 40
"""Words of an old stretch that are looked for at once; of a longer one, both its ends."""

_EDGE = 3
_ENOUGH = 0.6
_BASE = 0.5
_MARGIN = 0.12
_QUOTED, _COUNTED, _MARKED, _IN_ORDER = 0.2, 0.1, 0.1, 0.1


@dataclass(frozen=True, slots=True)
class Hints:
    """What else is known of a record.

    `words` are those of its old stretch (None without the old text), `marks` the places where
    marks of its notes stand now, `between` where its neighbours in the file are.
    """

    words: str | None = None
    quotations: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    marks: tuple[int, ...] = ()
    between: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch stands now: None where it does nowhere, or (`rivals` > 1) in one of several.

    `exact` tells that the anchor itself still matches there and nowhere else.
    """

    span: Span | None
    exact: bool = False
    rivals: int = 0


def find_place(anchor: Anchor, text: NewText, hints: Hints) -> Place:
    """Return where the anchor's stretch stands in the newer text.

    Exactly one match is taken as it is, unless it may have run on (over a paragraph's end or, with
    the old words at hand, to other words than those) and there is a better one. Otherwise
    candidates are weighed by likeness, and by quotations, figures, marks and order; the best
    counts only if it is clearly so.
    """
    found = stretches(anchor, text.body)
    if len(found) == 1 and _credible(found[0], text.body, hints):
        return Place(found[0], exact=True)
    if len(found) > 1:
        return _best([(1.0, span) for span in found], text, hints)
    place = _best(_candidates(anchor, text, hints, alone=not found), text, hints)
    if found and (place.span is None or _same(place.span, found[0])):
        return Place(found[0], exact=True)
    return place


def _best(candidates: list[tuple[float, Span]], text: NewText, hints: Hints) -> Place:
    """Return the heaviest candidate if it is clearly so."""
    weighed = [(_weight(score, span, text.body, hints), span) for score, span in candidates]
    weighed = sorted((one for one in weighed if one[0] >= _ENOUGH), reverse=True)
    if not weighed:
        return Place(None)
    best, span = weighed[0]
    rivals = [one for one in weighed[1:] if best - one[0] < _MARGIN and _apart(one[1], span)]
    if rivals:
        return Place(None, rivals=len(rivals) + 1)
    return Place(span)


class NewText:
    """The newer text with its words, read once for all records."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.words = Words(body)

    def sentence(self, at: int) -> Span:
        """Return the sentence around an offset, as far as full stops tell it."""
        before = [hit.end() for hit in _SENTENCE_END.finditer(self.body, 0, at)]
        after = _SENTENCE_END.search(self.body, at)
        return (before[-1] if before else 0), (after.start() + 1 if after else len(self.body))


def _credible(span: Span, body: str, hints: Hints) -> bool:
    """Tell whether a single match is surely the stretch, and did not run on to other words."""
    words = body[slice(*span)]
    if hints.words is None:
        return _PARAGRAPH.search(words) is None
    return Words(words).words == Words(hints.words).words


def _same(one: Span, other: Span) -> bool:
    """Tell whether two spans are one stretch, punctuation at its ends aside."""
    return abs(one[0] - other[0]) <= _EDGE and abs(one[1] - other[1]) <= _EDGE


def _candidates(
    anchor: Anchor, text: NewText, hints: Hints, *, alone: bool
) -> list[tuple[float, Span]]:
    """Return where the stretch may stand, with how alike its words are.

    `alone` tells that one end may do where the other is lost.
    """
    words = text.words
    if hints.words is not None:
        old = Words(hints.words).words
        if len(old) <= _WHOLE:
            return [(hit.score, words.span(hit)) for hit in words.like(old)]
        half = _WHOLE // 2
        return [*_pairs(words, old[:half], old[-half:])]
    first = Words(anchor.start).words
    if anchor.end is None:
        hits = words.like(first) if len(first) > 2 else []
        return [(hit.score, words.span(hit)) for hit in hits]
    last = Words(anchor.end).words
    pairs = [*_pairs(words, first, last)]
    return [*pairs, *_halves(text, first, last)] if alone else pairs


def _pairs(words: Words, first: list[str], last: list[str]) -> Iterator[tuple[float, Span]]:
    """Yield stretches from a place like the first words to the nearest one like the last."""
    starts, ends = words.like(first), words.like(last)
    total = len(first) + len(last)
    for start in starts:
        for end in ends:
            if start.end <= end.start <= start.end + _LONGEST:
                score = (start.score * len(first) + end.score * len(last)) / total
                closer = [one for one in ends if start.end <= one.start < end.start]
                if not any(one.score >= end.score for one in closer):
                    yield score, words.span(Hit(start.start, end.end, score))


def _halves(text: NewText, first: list[str], last: list[str]) -> Iterator[tuple[float, Span]]:
    """Yield stretches of which only one end is left, up to the other end of its sentence."""
    words, total = text.words, len(first) + len(last)
    for hit in words.like(first, least=1.0) if len(first) > 2 else []:
        start, end = words.span(hit)
        yield len(first) / total, (start, text.sentence(end)[1])
    for hit in words.like(last, least=1.0) if len(last) > 2 else []:
        start, end = words.span(hit)
        yield len(last) / total, (text.sentence(start)[0], end)


def _weight(score: float, span: Span, body: str, hints: Hints) -> float:
    """Return likeness and what else speaks for a place; 0 where too little is alike."""
    start, end = span
    if score < _BASE or (_PARAGRAPH.search(body[start:end]) and hints.words is None):
        return 0.0
    weight = score
    if hints.quotations:
        weight += _QUOTED * _share(hints.quotations, body, span)
    if hints.figures:
        weight += _COUNTED * _share(hints.figures, body, span)
    sentence_end = _SENTENCE_END.search(body, max(end - 1, 0))
    limit = sentence_end.end() if sentence_end else len(body)
    weight += _MARKED * any(start <= at <= limit for at in hints.marks)
    if hints.between is not None:
        weight += _IN_ORDER * (hints.between[0] <= start <= hints.between[1])
    return weight


def _share(parts: Sequence[str], body: str, span: Span) -> float:
    start, end = max(0, span[0] - 2), min(len(body), span[1] + 2)
    return sum(bool(find_words(part, body, start, end)) for part in parts) / len(parts)


def _apart(one: Span, other: Span) -> bool:
    """Tell whether two candidates are two places, not two cuts of one."""
    return not (one[0] < other[1] and other[0] < one[1])
