"""Where on a page a piece of a quotation stands, or would stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from footnoted.quotations.align import Step, align
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.parse import BRACKET, Piece

_SEEDS = 40
_COMMON = 5_000
"""A word that stands more often than this on the page is no seed."""

_WINDOWS = 3
MAX_PLACES = 60


@dataclass(frozen=True, slots=True)
class Match:
    """A piece and the words `[start, end)` of the page that it was aligned with."""

    piece: Piece
    start: int
    end: int
    steps: tuple[Step, ...]

    @property
    def equal(self) -> int:
        """How many words of the piece stand on the page in this place."""
        return sum(step.a2 - step.a1 for step in self.steps if step.op == "equal")


def exact(page: FoldedText, piece: Piece) -> list[Match]:
    """Return the places where all words of the piece stand, `MAX_PLACES` at most."""
    places = islice(page.find(piece.words), MAX_PLACES)
    return [exact_at(piece, at) for at in places]


def exact_at(piece: Piece, at: int) -> Match:
    """Return the match of a piece whose words all stand at word `at` of the page."""
    size = len(piece.words)
    return Match(piece, at, at + size, (Step("equal", 0, size, at, at + size),))


def nearest(page: FoldedText, piece: Piece, first: int = 0, last: int | None = None) -> list[Match]:
    """Return the likeliest alignments of a piece with the page between two words, best first.

    Rare words of the piece vote for the place where it would begin; the winners are aligned.
    """
    last = len(page.words) if last is None else last
    size = len(piece.words)
    matches = []
    slack = 8 + size // 4
    reach = size + slack + 2 * _width(piece) + _room(piece)
    for start in _votes(page, piece, first, last):
        window = (max(first, start - slack), min(last, start + reach))
        steps = _placed(align(piece.words, page.words[slice(*window)]), window[0])
        if steps:
            matches.append(Match(piece, steps[0].b1, steps[-1].b2, tuple(steps)))
    return sorted(matches, key=lambda match: -match.equal)


def _width(piece: Piece) -> int:
    """Return how far apart two votes for one place may be."""
    return max(8, len(piece.words) // 3)


def _room(piece: Piece) -> int:
    """Return how many words of the page the brackets of a piece may stand for."""
    return 6 * sum(word.startswith(BRACKET) for word in piece.words)


def _votes(page: FoldedText, piece: Piece, first: int, last: int) -> list[int]:
    """Return where the piece would begin by the votes of its rarest words, best first."""
    known = [(len(page.positions.get(word, ())), i) for i, word in enumerate(piece.words)]
    seeds = sorted((count, i) for count, i in known if 0 < count <= _COMMON)[:_SEEDS]
    width = _width(piece)
    votes = Counter[int]()
    least: dict[int, int] = {}
    for count, i in seeds:
        for at in page.positions[piece.words[i]]:
            if first <= at < last:
                bucket = (at - i) // width
                votes[bucket] += 1 + (count < 20)
                least[bucket] = min(least.get(bucket, at - i), at - i)
    spread = {b: votes[b] + votes.get(b + 1, 0) for b in votes}
    best = sorted(spread, key=lambda b: (-spread[b], b))[:_WINDOWS]
    if best and spread[best[0]] < 0.3 * len(seeds):
        return []
    return [least[bucket] for bucket in best]


def _placed(steps: list[Step], offset: int) -> list[Step]:
    return [Step(step.op, step.a1, step.a2, step.b1 + offset, step.b2 + offset) for step in steps]
