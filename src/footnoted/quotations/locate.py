"""Where on a page a piece of a quotation stands, or would stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from footnoted.quotations.align import Step, align
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.parse import BRACKET, Piece
from footnoted.quotations.search import BLOCK
from footnoted.quotations.words import FUNCTION_WORDS, PUNCTUATION

_SEEDS = 40
_COMMON = 5_000
"""A word that stands more often than this where it is looked for is no seed."""

_VOTES = 2_500
_LEAST_SEEDS = 6
"""Seeds are taken, rarest first, until they stand in so many places; but so many at least."""

_SHORT = 8
_WINDOWS = 3
_PARTS = 3
"""A piece is also cut into so many parts: of two changes, one part is free and stands whole."""

_BLOCKS = 8
"""So many of the page's blocks, each with the next, are searched for the piece."""

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
    places = page.first_places(piece.words, MAX_PLACES)
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
        words = page.words[slice(*window)]
        steps = _placed(align(piece.words, words), window[0]) if _may_hold(words, piece) else []
        if steps:
            matches.append(Match(piece, steps[0].b1, steps[-1].b2, tuple(steps)))
    return sorted(matches, key=lambda match: -match.equal)


def _may_hold(words: Sequence[str], piece: Piece) -> bool:
    """Say whether two in five of a longer piece's telling words stand among these, in any order.

    Where they do not, no alignment would be taken for the piece, and none need be made.
    """
    if len(piece.words) < _SHORT or not piece.plain():
        return True
    telling = [w for w in piece.words if w not in FUNCTION_WORDS and w not in PUNCTUATION]
    held = frozenset(words)
    return 5 * sum(word in held for word in telling) >= 2 * len(telling)


def _width(piece: Piece) -> int:
    """Return how far apart two votes for one place may be."""
    return max(8, len(piece.words) // 3)


def _room(piece: Piece) -> int:
    """Return how many words of the page the brackets of a piece may stand for."""
    return 6 * sum(word.startswith(BRACKET) for word in piece.words)


def _votes(page: FoldedText, piece: Piece, first: int, last: int) -> list[int]:
    """Return where the piece would begin by the votes of its rarest words, best first."""
    parts = _likely_parts(page, piece, first, last)
    found = _positions(page.words, frozenset(piece.words), parts)
    known = [(len(found.get(word, ())), i) for i, word in enumerate(piece.words)]
    seeds = _rarest(sorted((count, i) for count, i in known if 0 < count <= _COMMON))
    width = _width(piece)
    votes: defaultdict[int, int] = defaultdict(int)
    least: dict[int, int] = {}
    for count, i in seeds:
        weight = 1 + (count < 20)
        for at in found[piece.words[i]]:
            start = at - i
            bucket = start // width
            votes[bucket] += weight
            if start < least.setdefault(bucket, start):
                least[bucket] = start
    spread = {b: votes[b] + votes.get(b + 1, 0) for b in votes}
    best = sorted(spread, key=lambda b: (-spread[b], b))[:_WINDOWS]
    if best and spread[best[0]] < 0.3 * len(seeds):
        return []
    return [least[bucket] for bucket in best]


def _rarest(seeds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return so many of the seeds, with how often each stands there, as are soon counted."""
    total = accumulate(count for count, _ in seeds)
    few = [seed for seed, all_ in zip(seeds, total, strict=True) if all_ <= _VOTES]
    return seeds[: max(_LEAST_SEEDS, min(len(few), _SEEDS))]


def _likely_parts(page: FoldedText, piece: Piece, first: int, last: int) -> list[tuple[int, int]]:
    """Return stretches of the page between two words that the piece may stand in, in order."""
    if last - first <= 2 * _BLOCKS * BLOCK:
        return [(first, last)]
    words = frozenset(piece.words)
    seeds = sorted(words, key=lambda word: (page.index.rarity(word), word))[:_SEEDS]
    parts = [(n * BLOCK, (n + 2) * BLOCK) for n in page.index.likeliest(seeds, _BLOCKS)]
    room = len(piece.words) + BLOCK
    parts += [(at - room, at + room) for at in _whole_parts(page, piece, first, last)]
    return _merged((max(first, start), min(last, end)) for start, end in parts)


def _whole_parts(page: FoldedText, piece: Piece, first: int, last: int) -> list[int]:
    """Return where a third of the piece stands whole, twice at most for each third."""
    size = -(-len(piece.words) // _PARTS)
    places: list[int] = []
    for start in range(0, len(piece.words), size):
        part = piece.words[start : start + size]
        if len(part) > 1 and page.index.holds(part):
            places += islice(page.find(part, first, last), 2)
    return places


def _merged(parts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, those that meet made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def _positions(
    words: Sequence[str], wanted: frozenset[str], parts: list[tuple[int, int]]
) -> dict[str, list[int]]:
    """Return where each of the wanted words stands within some stretches of the page."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for start, end in parts:
        for at, word in enumerate(words[start:end], start):
            if word in wanted:
                found[word].append(at)
    return found


def _placed(steps: list[Step], offset: int) -> list[Step]:
    return [Step(step.op, step.a1, step.a2, step.b1 + offset, step.b2 + offset) for step in steps]
