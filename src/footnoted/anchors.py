"""Finding an anchor's stretch in a paper's text, and making the shortest anchor for a stretch.

An anchor is a text fragment `start,end` (WICG, Scroll to Text Fragment): whole words, blanks of
any kind and length alike, quotation marks of any shape alike, capitals as printed. Spans are
`[start, end)` in Unicode code points of the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from footnoted.model.records import Anchor

Span = tuple[int, int]

_SHAPES = str.maketrans({**dict.fromkeys("‘’‚‛′ʼ＇", "'"), **dict.fromkeys("“”„‟″«»＂", '"')})
_WORD = re.compile(r"\S+")
_OPENING = "\"'“‘«([{„‚ \n\t"
_CLOSING = "\"'”’».,;:!? \n\t"
_FIRST_WORDS = 3
_LAST_WORDS = 2


def fold(text: str) -> str:
    """Return `text` with every quotation mark as `'` or `"`; the length stays the same."""
    return text.translate(_SHAPES)


def find_words(words: str, body: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return where `words` stand in `body[start:end]`, as whole words, in order.

    A hit may not begin or end inside a word or number: `legal` is not in `illegal`, nor `39`
    in `4.39`. Hits may overlap (`so so` stands twice in `so so so`).
    """
    pattern = _pattern(words)
    if pattern is None:
        return []
    folded = _folded(body)
    limit = len(folded) if end is None else end
    found: list[Span] = []
    hit = pattern.search(folded, start, limit)
    while hit:
        if _whole(folded, hit):
            found.append(hit.span())
        hit = pattern.search(folded, hit.start() + 1, limit)
    return found


def stretches(anchor: Anchor, body: str) -> list[Span]:
    """Return every shortest stretch of `body` from the anchor's start words to its end words.

    A stretch that holds a shorter one is not a match: of two starts before one end the later
    counts, of two ends after one start the earlier.
    """
    starts = find_words(anchor.start, body)
    if anchor.end is None or not starts:
        return starts
    found: list[Span] = []
    ends = iter(find_words(anchor.end, body))
    stop = next(ends, None)
    for index, (first, after) in enumerate(starts):
        while stop and stop[0] < after:
            stop = next(ends, None)
        if stop is None:
            break
        following = starts[index + 1] if index + 1 < len(starts) else None
        if following is None or following[1] > stop[0]:
            found.append((first, stop[1]))
    return found


def check_anchor(anchor: Anchor, body: str) -> Span | None:
    """Return the anchor's stretch if it matches `body` exactly once, else None."""
    found = stretches(anchor, body)
    return found[0] if len(found) == 1 else None


def make_anchor(body: str, start: int, end: int) -> Anchor | None:
    """Return a short anchor whose only match in `body` covers the words of `[start, end)`.

    The fewest first words that will do, then the fewest last ones. Where the stretch stands in
    the body word for word more than once, its neighbours are taken in until it is unique. None
    only where there is no word in the stretch.
    """
    words = _words(body)
    inside = [
        index
        for index, (first, last) in enumerate(words)
        if first < end and last > start and _has_letters(body[max(first, start) : min(last, end)])
    ]
    if not inside:
        return None
    for low, high in _widenings(inside[0], inside[-1], len(words)):
        anchor = _within(body, words[low : high + 1])
        if anchor:
            return anchor
    return Anchor(start=" ".join(body.split()))


def _within(body: str, words: list[Span]) -> Anchor | None:
    """Return the shortest unique anchor that begins and ends with this run of words."""
    first, last = _trimmed(body, words[0][0], words[-1][1])
    count = len(words)
    if count <= _FIRST_WORDS + _LAST_WORDS:
        anchor = Anchor(start=_joined(body, first, last))
        return anchor if check_anchor(anchor, body) == (first, last) else None
    for head, tail in _sizes(count):
        stop, go = words[head - 1][1], words[count - tail][0]
        anchor = Anchor(start=_joined(body, first, stop), end=_joined(body, go, last))
        if check_anchor(anchor, body) == (first, last):
            return anchor
    whole = Anchor(start=_joined(body, first, last))
    return whole if check_anchor(whole, body) == (first, last) else None


def _sizes(count: int) -> Iterator[tuple[int, int]]:
    """Yield how many first and last words to try, the fewest in all first."""
    for total in range(_FIRST_WORDS + _LAST_WORDS, count):
        for head in range(_FIRST_WORDS, total - _LAST_WORDS + 1):
            yield head, total - head


def _widenings(low: int, high: int, count: int) -> Iterator[tuple[int, int]]:
    """Yield ever wider runs of words around `[low, high]`, to the right before the left."""
    yield low, high
    while low > 0 or high < count - 1:
        if high < count - 1:
            high += 1
            yield low, high
        if low > 0:
            low -= 1
            yield low, high


def _trimmed(body: str, start: int, end: int) -> Span:
    """Leave out punctuation at both ends: anchors read better and survive its change."""
    text = body[start:end]
    left = len(text) - len(text.lstrip(_OPENING))
    right = len(text.rstrip(_CLOSING))
    return (start + left, start + right) if left < right else (start, end)


def _joined(body: str, start: int, end: int) -> str:
    return " ".join(body[start:end].split())


@lru_cache(maxsize=4)
def _words(body: str) -> list[Span]:
    return [hit.span() for hit in _WORD.finditer(body)]


@lru_cache(maxsize=4)
def _folded(body: str) -> str:
    return fold(body)


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [re.escape(word) for word in fold(words).split()]
    return re.compile(r"\s+".join(parts)) if parts else None


def _whole(text: str, hit: re.Match[str]) -> bool:
    """Tell whether the hit neither begins nor ends inside a word or a number."""
    start, end = hit.span()
    return not (
        _joins(text[start], text[max(0, start - 2) : start][::-1])
        or _joins(text[end - 1], text[end : end + 2])
    )


def _joins(edge: str, beyond: str) -> bool:
    """Tell whether a word or number that has `edge` goes on with `beyond`, read outwards."""
    if not beyond or not _letter(edge):
        return False
    number = edge.isdigit() and beyond[0] in ".," and beyond[1:].isdigit()
    return _letter(beyond[0]) or number


def _has_letters(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _letter(char: str) -> bool:
    return char.isalnum() or char == "_"
