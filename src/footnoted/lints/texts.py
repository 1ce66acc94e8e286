"""The words of a paper that rules about writing go through: its text, and its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from footnoted.lints.examined import Examined, find_in_paper, find_in_record
from footnoted.model.finding import Confidence, Finding, Level


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the paper, or a note; `note` is the note's id, `start` where in the body."""

    text: str
    start: int
    note: str | None = None


def passages(examined: Examined) -> Iterator[Passage]:
    """Yield the notes on record, and the paragraphs of the paper where it was given."""
    for note in examined.corpus.notes.values():
        if note.text:
            yield Passage(note.text, 0, note.id)
    if examined.draft is None:
        return
    start = 0
    for paragraph in examined.draft.body.split("\n\n"):
        yield Passage(paragraph, start)
        start += len(paragraph) + 2


def find_in_passage(  # noqa: PLR0913 - a finding has as many parts
    examined: Examined,
    rule: str,
    level: Level,
    passage: Passage,
    offset: int,
    message: str,
    *,
    proof: str,
    subject: str | None = None,
    confidence: Confidence = "high",
) -> Finding:
    """Return a finding about the words at `offset` of `passage`."""
    if passage.note is not None:
        key = ("notes", passage.note, "text")
        return find_in_record(
            examined, rule, level, key, message,
            proof=proof, subject=subject, confidence=confidence,
        )  # fmt: skip
    at = passage.start + offset
    return find_in_paper(
        examined, rule, level, line_of(examined, at), f"{message} ({examined.locate(at)})",
        proof=proof, subject=subject, confidence=confidence,
    )  # fmt: skip


def line_of(examined: Examined, offset: int) -> int:
    """Return the line of the paper's file near `offset`: that of the mark nearest behind it."""
    lines = [mark.line for mark in examined.paper.marks if mark.at >= offset]
    lines += [mark.line for mark in examined.paper.marks[-1:]]
    return lines[0] if lines else 1
