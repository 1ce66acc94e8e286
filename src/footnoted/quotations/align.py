"""Two lists of words to the steps that turn one into the other.

Words that stand once in both lists anchor the alignment (as in Bram Cohen's patience diff);
what lies between anchors is short and aligned by edit distance, so that five thousand
characters cost no more than fifty times a hundred.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_MAX_CELLS = 40_000
"""Beyond this many pairs of words a stretch without anchors counts as replaced whole."""

_AT_ENDS = 3
MARK = "\x00"
"""Begins a word of `a` that stands for words unknown, such as an author's bracket."""

_OTHER, _OWN, _MARK = 1.25, 1.0625, 0.25
"""Costs of another word, of a word that only the claim has, and of a mark, to 1 for a word that
only the source has: of two alignments the one that keeps more words wins. All are exact in
binary, as the way back through the table needs."""


@dataclass(frozen=True, slots=True)
class Step:
    """`op` is `equal`, `replace`, `insert` (only in `a`) or `delete` (only in `b`)."""

    op: str
    a1: int
    a2: int
    b1: int
    b2: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    a1: int
    a2: int
    b1: int
    b2: int
    free_start: bool
    free_end: bool


def align(a: Sequence[str], b: Sequence[str]) -> list[Step]:
    """Align all of `a` with a stretch of `b`; what of `b` stands around it costs nothing.

    The steps begin and end where `a` does: no `delete` stands at either end. Without an equal
    word there are none.
    """
    pairs: list[tuple[int, int]] = []
    todo = [_Stretch(0, len(a), 0, len(b), free_start=True, free_end=True)]
    while todo:
        stretch = todo.pop()
        if stretch.a1 >= stretch.a2 or stretch.b1 >= stretch.b2:
            continue
        if (stretch.a2 - stretch.a1) * (stretch.b2 - stretch.b1) <= _MAX_CELLS:
            pairs += _by_distance(a, b, stretch)
            continue
        anchors = _anchors(a, b, stretch)
        if not anchors:
            continue
        pairs += anchors
        todo += _between(stretch, anchors)
    return _steps(sorted(pairs), len(a), len(b))


def _between(stretch: _Stretch, anchors: list[tuple[int, int]]) -> list[_Stretch]:
    edges = [(stretch.a1 - 1, stretch.b1 - 1), *anchors, (stretch.a2, stretch.b2)]
    last = len(edges) - 2
    return [
        _Stretch(
            a1 + 1,
            a2,
            b1 + 1,
            b2,
            free_start=stretch.free_start and number == 0,
            free_end=stretch.free_end and number == last,
        )
        for number, ((a1, b1), (a2, b2)) in enumerate(pairwise(edges))
    ]


def _anchors(a: Sequence[str], b: Sequence[str], at: _Stretch) -> list[tuple[int, int]]:
    """Return pairs of words that stand once on either side, in one order on both."""
    for size in (1, 2, 4):
        left = _unique(a, at.a1, at.a2, size)
        right = _unique(b, at.b1, at.b2, size)
        common = sorted((left[gram], right[gram]) for gram in left.keys() & right.keys())
        if common:
            return _longest_rising(common)
    return []


def _unique(words: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    grams = [tuple(words[i : i + size]) for i in range(start, end - size + 1)]
    counts = Counter(grams)
    return {gram: start + i for i, gram in enumerate(grams) if counts[gram] == 1}


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rises on both sides (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for index, (_, right) in enumerate(pairs):
        pile = bisect_left(tops, right)
        before.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(right)
            piles.append(index)
        else:
            tops[pile] = right
            piles[pile] = index
    chain: list[tuple[int, int]] = []
    index = piles[-1]
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _by_distance(a: Sequence[str], b: Sequence[str], at: _Stretch) -> list[tuple[int, int]]:
    """Return the equal pairs of the alignment of least edit distance."""
    width = at.b2 - at.b1
    source = b[at.b1 : at.b2]
    row: list[float] = [0 if at.free_start else j for j in range(width + 1)]
    rows = [row]
    for word in a[at.a1 : at.a2]:
        row = _row(word, source, row)
        rows.append(row)
    j = min(range(width + 1), key=lambda column: row[column]) if at.free_end else width
    return _trace(a, b, at, rows, j)


def _row(word: str, source: Sequence[str], above: list[float]) -> list[float]:
    """Return the row of the table for one word of `a`: the innermost loop, kept lean."""
    other, own = (_MARK, _MARK) if word[:1] == MARK else (_OTHER, _OWN)
    best = above[0] + own
    row = [best]
    add = row.append
    for candidate, before, over in zip(source, above, above[1:], strict=False):
        left = best + 1
        best = before if candidate == word else before + other
        best = min(best, over + own)
        best = min(best, left)
        add(best)
    return row


def _trace(
    a: Sequence[str], b: Sequence[str], at: _Stretch, rows: list[list[float]], j: int
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i = at.a2 - at.a1
    while i and j:
        here = rows[i][j]
        equal = a[at.a1 + i - 1] == b[at.b1 + j - 1]
        if equal and here == rows[i - 1][j - 1]:
            pairs.append((at.a1 + i - 1, at.b1 + j - 1))
            i, j = i - 1, j - 1
        elif here == rows[i][j - 1] + 1:
            j -= 1
        elif here == rows[i - 1][j] + (_MARK if a[at.a1 + i - 1][:1] == MARK else _OWN):
            i -= 1
        else:
            i, j = i - 1, j - 1
    return pairs


def _steps(pairs: list[tuple[int, int]], length: int, width: int) -> list[Step]:
    """Return the steps; up to `_AT_ENDS` words of `a` at an end stand for as many of `b`."""
    if not pairs:
        return []
    steps: list[Step] = []
    head, at = pairs[0]
    i, j = 0, max(0, at - head) if head <= _AT_ENDS else at
    for a, b in pairs:
        if a > i or b > j:
            op = "insert" if b == j else "delete" if a == i else "replace"
            steps.append(Step(op, i, a, j, b))
        last = steps[-1] if steps else None
        if last and last.op == "equal" and (last.a2, last.b2) == (a, b):
            steps[-1] = Step("equal", last.a1, a + 1, last.b1, b + 1)
        else:
            steps.append(Step("equal", a, a + 1, b, b + 1))
        i, j = a + 1, b + 1
    if i < length:
        end = min(width, j + length - i) if length - i <= _AT_ENDS else j
        steps.append(Step("replace" if end > j else "insert", i, length, j, end))
    return steps
