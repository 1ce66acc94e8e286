"""Where the words of a text stand, worked out for the stretch that is asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from footnoted.quotations.tokens import Tokens

_REMEMBERED = 2_048
"""So many stretches are remembered at a time."""


class Stretches:
    """A text cut at blanks that no token goes over, with the number of words in each part."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.count = 0
        self._bounds = array("L", [0])
        self._firsts = array("L", [0])
        self._kept: dict[int, Tokens] = {}
        self._recent: dict[int, Tokens] = {}
        self._last: tuple[int, int, Tokens] = (0, 0, Tokens())

    @property
    def opened(self) -> int:
        """Where the stretch begins that is not closed yet."""
        return self._bounds[-1]

    def close(self, end: int, count: int, tokens: Tokens | None = None) -> None:
        """End a stretch at `end`; `count` words stand before that, `tokens` are its words."""
        if tokens is not None:
            self._kept[len(self._bounds) - 1] = tokens
        self._bounds.append(end)
        self._firsts.append(count)
        self.count = count

    def edges(self, number: int) -> tuple[int, Tokens]:
        """Return the first word of the stretch that holds a word, and the stretch's tokens."""
        first, end, tokens = self._last
        if not first <= number < end:
            at = bisect_right(self._firsts, number) - 1
            first, tokens = self._firsts[at], self._tokens(at)
            self._last = (first, first + len(tokens.words), tokens)
        return first, tokens

    def word_at(self, offset: int) -> int:
        """Return the first word that begins at `offset` of the content or after it."""
        at = bisect_right(self._bounds, offset) - 1
        if at >= len(self._bounds) - 1:
            return self.count
        return self._firsts[at] + bisect_left(self._tokens(at).starts, offset)

    def words_to(self, offset: int) -> int:
        """Return how many words end at `offset` of the content or before it."""
        at = bisect_right(self._bounds, offset) - 1
        if at >= len(self._bounds) - 1:
            return self.count
        return self._firsts[at] + bisect_right(self._tokens(at).ends, offset)

    def all(self) -> Iterator[Tokens]:
        """Yield the tokens of every stretch."""
        return map(self._tokens, range(len(self._bounds) - 1))

    def _tokens(self, at: int) -> Tokens:
        tokens = self._kept.get(at) or self._recent.get(at)
        if tokens is None:
            tokens = Tokens()
            tokens.read(self.content, self._bounds[at], self._bounds[at + 1])
            assert len(tokens.words) == self._firsts[at + 1] - self._firsts[at]
            if len(self._recent) >= _REMEMBERED:
                self._recent.clear()
            self._recent[at] = tokens
        return tokens


class Edges(Sequence[int]):
    """Where each word of a text begins, or where each ends."""

    def __init__(self, stretches: Stretches, *, ends: bool) -> None:
        self._stretches = stretches
        self._ends = ends

    def __len__(self) -> int:
        return self._stretches.count

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        first, tokens = self._stretches.edges(index)
        return (tokens.ends if self._ends else tokens.starts)[index - first]

    def __iter__(self) -> Iterator[int]:
        for tokens in self._stretches.all():
            yield from tokens.ends if self._ends else tokens.starts
