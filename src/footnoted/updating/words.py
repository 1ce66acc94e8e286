"""Words of a text with their places, and where a run of words stands again, slightly changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from footnoted.anchors import Span, fold

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*|[$€£¥%]")
_LIKE = 0.7
_CHANGED = 0.5
_LEAST = 0.6


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch `[start, end)` of words (by number) and how alike it is, 1 for the same words."""

    start: int
    end: int
    score: float


class Words:
    """The words of a text, small letters, with `[start, end)` of each in the text."""

    def __init__(self, text: str) -> None:
        folded = fold(text)
        found = [hit.span() for hit in _WORD.finditer(folded)]
        self.spans: list[Span] = found
        self.words = [folded[start:end].casefold() for start, end in found]
        self._vocabulary = set(self.words)

    def span(self, hit: Hit) -> Span:
        """Return where in the text a hit stands."""
        return self.spans[hit.start][0], self.spans[hit.end - 1][1]

    def like(self, needle: Sequence[str], least: float = _LEAST) -> list[Hit]:
        """Return where `needle` stands again: best first, none that overlaps a better one.

        Sellers' alignment on words: a word left out or put in costs 1, one in place of another
        1, or half of that where both are alike; the score is 1 less the cost for each word.
        """
        if not needle or not self.words:
            return []
        worst = (1 - least) * len(needle) + 1e-9
        hits = [
            Hit(start, end, 1 - cost / len(needle))
            for end, (cost, start) in enumerate(self._costs(needle), start=1)
            if cost <= worst and start < end
        ]
        hits.sort(key=lambda hit: (-hit.score, self._other_ends(hit, needle), hit.start))
        kept: list[Hit] = []
        taken = [False] * len(self.words)
        for hit in hits:
            if not any(taken[hit.start : hit.end]):
                kept.append(hit)
                taken[hit.start : hit.end] = [True] * (hit.end - hit.start)
        return kept

    def _other_ends(self, hit: Hit, needle: Sequence[str]) -> int:
        """Return how many ends of a hit are other words: of equals, those that keep them count."""
        first, last = self.words[hit.start], self.words[hit.end - 1]
        return (first != needle[0]) + (last != needle[-1])

    def _costs(self, needle: Sequence[str]) -> Iterator[tuple[float, int]]:
        """Yield, for each word that a stretch may end with, the least cost and its start."""
        swaps = [self._swaps(word) for word in needle]
        column = [(float(row), 0) for row in range(len(needle) + 1)]
        for at, word in enumerate(self.words):
            following = [(0.0, at + 1)]
            for row, swap in enumerate(swaps, start=1):
                cost, start = column[row - 1]
                changed = (cost + swap.get(word, 1.0), start)
                more, less = column[row], following[row - 1]
                steps = (changed, (more[0] + 1, more[1]), (less[0] + 1, less[1]))
                following.append(min(steps, key=_cost))
            column = following
            yield column[-1]

    def _swaps(self, word: str) -> dict[str, float]:
        """Return the words that may stand for `word` at less than the full cost."""
        found = {word: 0.0}
        matcher = SequenceMatcher(b=word, autojunk=False)
        for other in self._vocabulary:
            if other != word and abs(len(other) - len(word)) <= max(2, len(word) // 2):
                matcher.set_seq1(other)
                if matcher.real_quick_ratio() > _LIKE and matcher.ratio() > _LIKE:
                    found[other] = _CHANGED
        return found


def _cost(one: tuple[float, int]) -> float:
    return one[0]


def likeness(one: str, other: str) -> float:
    """Return how many of both texts' words stand in the same order, from 0 to 1."""
    matcher = SequenceMatcher(None, Words(one).words, Words(other).words, autojunk=False)
    return matcher.ratio()


def plain(text: str) -> str:
    """Return what two printings of the same words have in common: no breaks, one kind of marks."""
    return " ".join(fold(text).split())
