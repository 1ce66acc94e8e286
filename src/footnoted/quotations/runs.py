"""What stands between two blanks, to folded words: quickly where it is of the common kinds."""

from __future__ import annotations

import re
from functools import lru_cache

from footnoted.quotations.tokens import RUN, Tokens, fold_unspaced, fold_word

_SHORT = 64
_KNOWN = 50_000
"""So many runs of so many characters are remembered at a time."""

_PART = rf"(?:{RUN}(?:['’]{RUN})*|[0-9]+(?:[.,][0-9]+)*)"
_SIMPLE = re.compile(
    rf"""([("“‘'„«»]{{0,2}})({_PART}(?:[-–—]{_PART})*)([.,;:!?…)"”’'“«»]{{0,3}})""",
)
"""The commonest runs: words and numbers with dashes between, and marks on either side."""

_DASHES = re.compile(r"[-–—]")


class KnownRuns(dict[str, tuple[str, ...]]):
    """What runs of characters between blanks fold to, learnt as they are met."""

    def __init__(self) -> None:
        super().__init__()
        self.cents = False

    def __missing__(self, raw: str) -> tuple[str, ...]:
        short = len(raw) <= _SHORT
        words = _fold(raw) if short else _read(raw)
        self.cents = self.cents or words[:1] == ("cent",)
        if short:
            if len(self) >= _KNOWN:
                self.clear()
            self[raw] = words
        return words


KNOWN_RUNS = KnownRuns()
"""Shared by all pages of a process, since pages share most of their words."""


def _fold(raw: str) -> tuple[str, ...]:
    if raw.isascii() and raw.isalpha():
        return fold_word(raw)
    simple = _SIMPLE.fullmatch(raw)
    if not simple:
        return fold_unspaced(raw) or _read(raw)
    head, middle, tail = simple.groups()
    parts = [middle] if middle.isalnum() else _DASHES.split(middle)
    if len(parts) == 1:
        words = fold_word(middle)
    else:
        words = tuple(word for part in parts for word in ("-", *fold_word(part)))[1:]
        if "co" in words:
            return _read(raw)  # `co-operation` may be one word
    return (*_head(head), *words, *_tail(tail)) if head or tail else words


@lru_cache(maxsize=256)
def _head(raw: str) -> tuple[str, ...]:
    """Return what marks before a word fold to."""
    return _read(f"{raw}x")[:-1]


@lru_cache(maxsize=4096)
def _tail(raw: str) -> tuple[str, ...]:
    """Return what marks after a word fold to."""
    return _read(f"x{raw}")[1:]


def _read(raw: str) -> tuple[str, ...]:
    tokens = Tokens()
    tokens.read(raw)
    return tuple(tokens.words)
