"""What a mutation is given and what it makes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from benchmarks.documents import Document

PASSED = frozenset({"verbatim", "typographic", "edited"})
ALTERED = frozenset({"altered"})
ABSENT = frozenset({"absent"})
STOPPED = frozenset({"altered", "absent", "unchecked"})
"""Sets of verdicts: the right ones for a case."""

_NEITHER = re.compile(r"[\W_]+")


def squeezed(text: str) -> str:
    """Return the letters and digits of `text`, lower case."""
    return _NEITHER.sub("", text).lower()


def spaced(text: str) -> str:
    """Return `text` in lower case, any white space as one blank."""
    return " ".join(text.lower().split())


def has_words(plain: str, wanted: str) -> bool:
    """Say whether `wanted` stands in `plain` (both spaced), not inside a longer word.

    Between Chinese or Japanese characters there is no telling: any place counts.
    """
    place = plain.find(wanted)
    while place >= 0:
        end = place + len(wanted)
        starts = _inside_word(plain[place - 1 : place] + wanted[:1])
        ends = _inside_word(wanted[-1:] + plain[end : end + 1])
        if not starts and not ends:
            return True
        place = plain.find(wanted, place + 1)
    return False


def _inside_word(pair: str) -> bool:
    return len(pair) == 2 and all(c.isalnum() and not "\u3040" <= c <= "\u9fff" for c in pair)


@dataclass(frozen=True)
class Reading:
    """A document as this benchmark reads it: paragraphs of prose, and all of its text."""

    document: Document
    paragraphs: tuple[str, ...]
    everything: str = field(repr=False)

    @cached_property
    def letters(self) -> str:
        """All letters and digits of the document, squeezed."""
        return squeezed(self.everything)

    @cached_property
    def plain(self) -> str:
        """All text of the document, lower case, any white space one blank."""
        return spaced(self.everything)

    def has_words(self, text: str) -> bool:
        """Say whether `text` stands in the document, not inside a longer word."""
        return has_words(self.plain, spaced(text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Content words of the prose, lower case, each once, sorted."""
        found = {
            word for text in self.paragraphs for word in re.findall(r"\b[^\W\d_]{5,12}\b", text)
        }
        return tuple(sorted(word for word in found if word.islower()))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Capitalised words from the middle of sentences, each once, sorted."""
        middle = r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]{3,11}\b"
        found = {word for text in self.paragraphs for word in re.findall(middle, text)}
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole sentences of one paragraph: where they stand in it, and where it stands."""

    text: str
    before: str
    after: str
    paragraph: int
    reading: Reading

    @property
    def language(self) -> str:
        """The language of the document, without a region; English where a translation lacks it."""
        if len(re.findall(r"\b(?:the|of|and|is|to|with|was)\b", self.text)) > 1:
            return "en"
        return self.reading.document.language.split("-")[0]


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage, another reading in the same language to take foreign words from, and luck."""

    passage: Passage
    other: Reading
    luck: Random

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.passage.text

    def around(self, reach: int = 2) -> tuple[list[str], list[str]]:
        """Return up to `reach` paragraphs before the passage's own, and after it."""
        paragraphs, place = self.passage.reading.paragraphs, self.passage.paragraph
        return list(paragraphs[max(0, place - reach) : place]), list(
            paragraphs[place + 1 : place + 1 + reach]
        )


@dataclass(frozen=True, slots=True)
class Made:
    """A case in the making.

    `page` is the source where that is not the document itself; `truth` are the words of the source
    that the quotation stands for, where they are not the passage's.
    """

    quotation: str
    page: bytes | None = None
    suffix: str = ".html"
    truth: str | None = None


Maker = Callable[[Scene], Made | None]
"""A mutation; None where the passage gives it nothing to work on."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of cases: its family, its mutation, the right verdicts, and its languages."""

    family: str
    make: Maker
    right: frozenset[str]
    languages: frozenset[str] | None = None
