"""A text to a stream of folded words, each with its place in the text.

Folding takes away what a typesetter may change and nothing else: the shapes of quotation marks
and dashes, invisible characters, ligatures and width forms (NFKC), line-end hyphens, footnote
marks, case, US and UK spelling (by table), contractions. Words stay whole, so that a match is
bounded by words by construction: `legal` is not in `illegal`, nor 439 in 4.39.

What stands between blanks is folded once and looked up after that; only where a token may go
over a blank is the text read with care. Places are worked out for the stretch that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from footnoted.model.text import Text
from footnoted.quotations.runs import KNOWN_RUNS
from footnoted.quotations.search import WordIndex, WordString
from footnoted.quotations.stretches import Edges, Stretches
from footnoted.quotations.tokens import KNOT, Tokens, soft_parts

__all__ = ["FoldedText", "soft_parts"]

_STRETCH = 512
"""Characters that are read together, and whose words' places are worked out together."""

_LONG = 16 * _STRETCH
"""What stands this long without a blank is read with care, and its places are kept."""

_APART = 40
"""Between knots nearer than this a shortcut does not pay."""

_FOUND = 256
_HITS = 50_000
_LOOKED_AT = 200

_BLANK = re.compile(r"\s")


class FoldedText:
    """A text folded once, for any number of comparisons.

    `words[i]` stands at `[starts[i], ends[i])` of `text.content`; the words that a contraction
    stands for share one place. `marks` are the places of footnote marks, which are no words.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self._stretches = Stretches(text.content)
        self.words = _Reader(text.content, self._stretches).run()
        self.starts: Sequence[int] = Edges(self._stretches, ends=False)
        self.ends: Sequence[int] = Edges(self._stretches, ends=True)
        self._string = WordString(self.words)
        self.index = WordIndex(self.words)
        self._found: dict[tuple[int, str], list[int]] = {}

    @property
    def marks(self) -> list[tuple[int, int]]:
        """Where footnote marks stand."""
        return [mark for tokens in self._stretches.all() for mark in tokens.marks]

    @property
    def joined(self) -> str:
        """The words between blanks, for searching at the speed of the machine."""
        return self._string.joined

    def find(self, words: Sequence[str], first: int = 0, last: int | None = None) -> Iterator[int]:
        """Yield where `words` begin, in words, from `first` to before `last`."""
        return self._string.find(words, first, last)

    def find_last(self, words: Sequence[str], last: int) -> int | None:
        """Return where `words` begin last so that they end at word `last` or before."""
        return self._string.find_last(words, last)

    def word_at(self, offset: int) -> int:
        """Return the first word that begins at `offset` of the content or after it."""
        return self._stretches.word_at(offset)

    def first_places(self, words: Sequence[str], count: int) -> list[int]:
        """Return where `words` begin, in words, `count` places at most; remembered for a while.

        One part of a quotation is looked for again from every place of another part.
        """
        key = (count, " ".join(words))
        if key not in self._found:
            if len(self._found) >= _FOUND:
                self._found.clear()
            there = not self.index.made or self.index.holds(words)
            self._found[key] = list(islice(self.find(words), count)) if there else []
        return self._found[key]

    def find_raw(self, raw: str, words: Sequence[str]) -> Iterator[int]:
        """Yield where `words` begin that stand in the very characters `raw`, in words.

        Gives up after so many hits that are parts of other words: `e` is on any page.
        """
        looked_at = 0
        for at in islice(self._hits(raw), _HITS):
            if _inside_word(self.text.content, at, raw):
                continue
            first, last = self._stretches.word_at(at), self._stretches.words_to(at + len(raw))
            if last - first == len(words) and self.words[first:last] == words:
                yield first
            else:
                looked_at += 1
                if looked_at >= _LOOKED_AT:
                    return

    def _hits(self, raw: str) -> Iterator[int]:
        content = self.text.content
        at = content.find(raw) if raw else -1
        while at >= 0:
            yield at
            at = content.find(raw, at + len(raw))

    def raw(self, first: int, last: int) -> str:
        """Return the text from word `first` to before word `last`, as it stands."""
        last = min(last, len(self.words))
        return self.text.content[self.starts[first] : self.ends[last - 1]] if last > first else ""


def _inside_word(content: str, at: int, raw: str) -> bool:
    """Say, quickly, whether a hit is surely a part of an English word."""
    before, after = content[at - 1 : at], content[at + len(raw) : at + len(raw) + 1]
    return _letters(before, raw[0]) or _letters(raw[-1], after)


def _letters(left: str, right: str) -> bool:
    both = left + right
    return len(both) == 2 and both.isascii() and both.isalpha()


class _Reader:
    """One pass over a text: its words, and how many of them stand in each stretch."""

    def __init__(self, content: str, stretches: Stretches) -> None:
        self.content = content
        self.stretches = stretches
        self.words: list[str] = []
        self.known = KNOWN_RUNS

    def run(self) -> list[str]:
        """Return the words of the text."""
        if len(self.content) <= _STRETCH:
            self._read(0, len(self.content))
        else:
            at = 0
            for start, end in _knots(self.content):
                self._plain(at, start)
                self._read(start, end)
                at = end
            self._plain(at, len(self.content))
        if self.stretches.opened < len(self.content):
            self.stretches.close(len(self.content), len(self.words))
        return self.words

    def _plain(self, start: int, end: int) -> None:
        """Add a part where no token goes over a blank."""
        while start < end:
            blank = _BLANK.search(self.content, start + _STRETCH, end)
            stop = blank.start() if blank else end
            if stop - start > _LONG:
                word = _run_start(self.content, min(start + _STRETCH, end), start)
                self._look_up(start, word)
                self._read(word, stop)
            else:
                self._look_up(start, stop)
            start = stop

    def _look_up(self, start: int, end: int) -> None:
        before = len(self.words)
        runs = self.content[start:end].split()
        self.words.extend(chain.from_iterable(map(self.known.__getitem__, runs)))
        if self.known.cents:
            _join_cents(self.words, before)
        self._close(end)

    def _read(self, start: int, end: int) -> None:
        """Add a part read with care; keep the places of a long one."""
        long = end - start > _LONG or end - start == len(self.content)
        between = self.words[-1:] == ["per"]
        if long and self.stretches.opened < start and not between:
            self.stretches.close(start, len(self.words))
        tokens = Tokens()
        if between:  # `cent` may follow, and make one word with it
            tokens.add(self.words.pop(), 0, 0)
        tokens.read(self.content, start, end)
        self.words += tokens.words
        self._close(end, tokens if long and self.stretches.opened == start else None)

    def _close(self, end: int, tokens: Tokens | None = None) -> None:
        """End the stretch if it is long enough, and does not end between `per` and `cent`."""
        if self.words[-1:] != ["per"] and (tokens or end - self.stretches.opened >= _STRETCH):
            self.stretches.close(end, len(self.words), tokens)


def _join_cents(words: list[str], at: int) -> None:
    """Make `per cent` one word from word `at` on, as it is also spelt."""
    while "cent" in words[at:]:
        at = words.index("cent", at)
        if at and words[at - 1] == "per":
            words[at - 1 : at + 1] = ["percent"]
        else:
            at += 1


def _knots(content: str) -> Iterator[tuple[int, int]]:
    """Yield parts between blanks in which a token may go over a blank."""
    start = end = 0
    for match in KNOT.finditer(content):
        if match.group().split() == [match.group()]:
            continue
        if match.start() >= end + _APART or not end:
            if end:
                yield start, end
            start = _run_start(content, match.start(), end)
        blank = _BLANK.search(content, match.end())
        end = blank.start() if blank else len(content)
    if end:
        yield start, end


def _run_start(content: str, at: int, floor: int) -> int:
    """Return where the run of characters without blanks begins that goes on at `at`."""
    while at > floor and not content[at - 1].isspace():
        at -= 1
    return at
