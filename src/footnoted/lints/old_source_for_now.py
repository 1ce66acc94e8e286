"""`old-source-for-now`: words about the present, or a record, on a source that is years old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from footnoted.lints.citing import Sentence, marked_sentences, works_of_note
from footnoted.lints.days import span_of
from footnoted.lints.examined import Examined, find_in_paper
from footnoted.model.draft import Mark
from footnoted.model.finding import Confidence, Finding, Level

_BEST = (
    r"(?:second-|third-|second |third )?(?:largest|biggest|highest|longest|greatest|richest|poorest"
    r"|lowest|smallest|fastest|oldest|busiest|deepest|heaviest)"
)
_UP_TO_NOW = re.compile(
    r"\b(?:to date|so far(?! as| from)|until now|up to now|as of today)\b", re.IGNORECASE
)
_RECORD = re.compile(rf"\b{_BEST}\b[^.;]{{0,60}}?\b(?:ever|in history|on record)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:currently|at present|today|nowadays|these days)\b", re.IGNORECASE)
_RANK = re.compile(
    rf"\b(?:is|are|remains?|ha(?:s|ve) become)\b[^.;,]{{0,60}}?\b{_BEST}\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_KINDS: tuple[tuple[re.Pattern[str], int, Level, Confidence], ...] = (
    (_UP_TO_NOW, 90, "info", "medium"),
    (_RECORD, 365, "warning", "medium"),
    (_PRESENT, 365, "info", "low"),
    (_RANK, 730, "info", "low"),
)  # the words, how many days old a source may be for them, and how grave it is


def old_source_for_now(examined: Examined) -> Iterator[Finding]:
    """Yield marks of old sources on words such as "to date", "currently", "the largest ever"."""
    paper = span_of(examined.corpus.paper.issued)
    if paper is None:
        return
    for sentence in marked_sentences(examined):
        for mark, words in clauses(sentence):
            yield from _judge(examined, mark, _QUOTED.sub(" ", words), paper.first)


def clauses(sentence: Sentence) -> Iterator[tuple[Mark, str]]:
    """Yield each mark of a sentence with the words it closes: those since the mark before it."""
    start = sentence.start
    for mark in sorted(sentence.marks, key=lambda one: one.at):
        words = sentence.text[start - sentence.start : mark.at - sentence.start]
        if words.strip(" ,.;"):
            yield mark, words
        start = max(start, mark.at)


def _judge(examined: Examined, mark: Mark, words: str, paper: date) -> Iterator[Finding]:
    works = works_of_note(examined, mark.note)
    issued = [span_of(one.issued) for one in works or ()]
    if not issued or None in issued:
        return
    age = (paper - max(one.last for one in issued if one)).days
    for pattern, days, level, confidence in _KINDS:
        said = pattern.search(words)
        if said and age > days:
            message = (
                f"'{said.group()}' hangs on note {mark.note}, whose source is {age} days older "
                "than the paper: say as of when, or cite a newer one"
            )
            dates = "; ".join(f"{one.id} of {one.issued}" for one in works or ())
            yield find_in_paper(
                examined, "old-source-for-now", level, mark.line, message, note=mark.note,
                proof=f"{words.strip()} ({dates})", subject=said.group(), confidence=confidence,
            )  # fmt: skip
            return
