"""Words of a text as one string, and which words stand in which part of it."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

_STEP = 512
"""The place of every so manieth word in the string is known; others are counted from there."""

BLOCK = 1_024
"""Words of a text that the index takes together."""


class WordString:
    """Words between blanks, so that a search for a phrase runs at the speed of the machine."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        steps = [" ".join(words[i : i + _STEP]) for i in range(0, len(words), _STEP)]
        self.joined = f" {' '.join(steps)} "
        self._steps = array("L", accumulate((len(step) + 1 for step in steps), initial=1))

    def find(self, words: Sequence[str], first: int, last: int | None) -> Iterator[int]:
        """Yield where `words` begin, in words, from `first` to before `last`."""
        if not words or first >= len(self._words):
            return
        needle = f" {' '.join(words)} "
        stop = len(self.joined) if last is None else self._offset(last)
        at = self.joined.find(needle, self._offset(max(0, first)) - 1, stop)
        while at >= 0:
            yield self._word(at + 1)
            at = self.joined.find(needle, at + 1, stop)

    def find_last(self, words: Sequence[str], last: int) -> int | None:
        """Return where `words` begin last so that they end at word `last` or before."""
        at = self.joined.rfind(f" {' '.join(words)} ", 0, self._offset(last))
        return self._word(at + 1) if at >= 0 else None

    def _offset(self, word: int) -> int:
        """Return where a word begins in the string."""
        if word >= len(self._words):
            return len(self.joined)
        step, over = divmod(word, _STEP)
        between = self._words[word - over : word]
        return self._steps[step] + sum(map(len, between)) + over

    def _word(self, offset: int) -> int:
        """Return the word that begins at an offset of the string."""
        step = bisect_right(self._steps, offset) - 1
        return step * _STEP + self.joined.count(" ", self._steps[step], offset)


class WordIndex:
    """Which words stand in which blocks of `BLOCK` words."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    @cached_property
    def blocks(self) -> dict[str, list[int]]:
        """The numbers of the blocks that each word stands in, rising."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, start in enumerate(range(0, len(self._words), BLOCK)):
            for word in set(self._words[start : start + BLOCK]):
                found[word].append(number)
        return dict(found)

    @property
    def made(self) -> bool:
        """Whether the index is there already; the first to ask for it waits 10 ms a megabyte."""
        return "blocks" in self.__dict__

    def holds(self, words: Iterable[str]) -> bool:
        """Say whether all these words stand in the text, wherever."""
        return all(map(self.blocks.__contains__, words))

    def rarity(self, word: str) -> int:
        """Return in how many blocks a word stands; more than any number where in none."""
        return len(self.blocks.get(word, ())) or len(self._words) + 1

    def likeliest(self, words: Iterable[str], count: int) -> list[int]:
        """Return the blocks that with the next one hold most of these words, best first.

        A word counts the more, the fewer blocks it stands in.
        """
        size = len(self._words) // BLOCK + 1
        votes: defaultdict[int, float] = defaultdict(float)
        for word in words:
            blocks = self.blocks.get(word)
            if not blocks:
                continue
            weight = 0.01 + math.log(2 * size / len(blocks))
            for number in {*blocks, *(number - 1 for number in blocks)}:
                votes[number] += weight
        return sorted(votes, key=lambda number: (-votes[number], number))[:count]
