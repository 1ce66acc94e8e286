"""The labelled files: expressions (what a grammar must read) and pairs (what a check must say)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
HALVES = ("seen", "unseen")
EXPECTATIONS = ("agrees", "disagrees", "absent", "unchecked", "not_agrees")


@dataclass(frozen=True, slots=True)
class Label:
    """One quantity as a reader of the sentence understands it.

    `values`, `units` and `hedges` list what is right, best first: more than one where readers
    may differ. A range has `low` and `high` and no values.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    low: Fraction | None
    high: Fraction | None
    units: tuple[str | None, ...]
    hedges: tuple[str | None, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Expression:
    """A sentence and its quantities. `optional` spans may be read or left: neither is a fault."""

    id: str
    language: str
    text: str
    labels: tuple[Label, ...]
    optional: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A claimed figure, the passage it is held against, and the verdict a careful reader gives."""

    id: str
    language: str
    kind: str
    claim: str
    context: dict[str, Any] | None
    source: str
    media: str
    expect: str
    why: str


def rows(name: str, half: str) -> list[dict[str, Any]]:
    """Return the JSON lines of `name` (`expressions` or `pairs`), as they stand in the file."""
    path = FOLDER / f"{name}-{half}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def expressions(half: str) -> list[Expression]:
    """Read the expressions of one half. ValueError if a label's words are not in its sentence."""
    return [_expression(row) for row in rows("expressions", half)]


def pairs(half: str) -> list[Pair]:
    """Read the pairs of one half."""
    return [
        Pair(
            id=row["id"],
            language=row["lang"],
            kind=row["kind"],
            claim=row["claim"],
            context=row["context"],
            source=row["source"]["text"],
            media=row["source"]["media"],
            expect=row["expect"],
            why=row["why"],
        )
        for row in rows("pairs", half)
    ]


def _expression(row: dict[str, Any]) -> Expression:
    text = row["text"]
    labels = []
    position = 0
    for entry in row["expected"]:  # labels stand in the order of the sentence
        start = next(_places(text, entry["raw"], position), None)
        if start is None:
            raise ValueError(f"{row['id']}: {entry['raw']!r} is not where it should be")
        position = start + len(entry["raw"])
        labels.append(_label(entry, start, position))
    optional = tuple(
        (start, start + len(words)) for words in row["optional"] for start in _places(text, words)
    )
    return Expression(row["id"], row["lang"], text, tuple(labels), optional)


def _label(entry: dict[str, Any], start: int, end: int) -> Label:
    return Label(
        start=start,
        end=end,
        values=tuple(Fraction(value) for value in entry["value"] or ()),
        low=None if entry["low"] is None else Fraction(entry["low"]),
        high=None if entry["high"] is None else Fraction(entry["high"]),
        units=tuple(entry["unit"]),
        hedges=tuple(entry["hedge"]),
        kind=entry["kind"],
    )


def _places(text: str, words: str, start: int = 0) -> Iterator[int]:
    """Yield where `words` begins in `text`, passing over places inside a longer number."""
    while (start := text.find(words, start)) >= 0:
        end = start + len(words)
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        split = (before.isdigit() and words[0].isdigit()) or (
            after.isdigit() and words[-1].isdigit()
        )
        if not split:
            yield start
        start += 1
