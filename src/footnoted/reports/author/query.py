"""The nouns of author queries, and the small words that every query is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from footnoted.model.report import NoteDoc

Mark = Literal["", "out", "in", "link"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one kind: plain, taken `out`, put `in`, or the address of a `link`."""

    text: str
    mark: Mark = ""


Words = tuple[Span, ...]
"""A line of a query, for a renderer to escape and to mark."""

NOTHING_SEEN: Final[Words] = (Span("There is nothing to show for this; we can only ask."),)
"""Stands where evidence would, so that no query is silent about having none."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question to the author.

    `notes` are the notes it is about, in the order of the paper; `statements` what the paper
    says there, in our words. `evidence` is never empty: it is `NOTHING_SEEN` where there is
    none. `proposal` holds only what the evidence holds, and is empty where we can only ask.
    """

    heading: str
    notes: tuple[NoteDoc, ...]
    statements: tuple[str, ...]
    question: str
    evidence: tuple[Words, ...] = (NOTHING_SEEN,)
    proposal: tuple[Words, ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """All queries about one paper, in the order of its notes, and what could not be checked."""

    queries: tuple[Query, ...]
    unchecked: tuple[str, ...] = field(default=())


def plain(text: str) -> Words:
    """Return `text` as one plain line."""
    return (Span(text),)


def quoted(text: str) -> str:
    """Return `text` in double quotation marks."""
    return f"“{text.strip()}”"


def joined(names: Sequence[str], word: str = "and") -> str:
    """Return `a, b and c`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def note_names(notes: Iterable[NoteDoc]) -> str:
    """Return `note 4` or `notes 4, 5 and 9`, by their printed labels."""
    labels = [note.label for note in notes]
    return f"note{'s' if len(labels) > 1 else ''} {joined(labels)}" if labels else "the text"
