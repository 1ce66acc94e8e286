"""`plural-speakers`: what several people are said to say, on one person's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.lints.citing import Sentence, marked_sentences, only_person, works_of_notes
from footnoted.lints.examined import Examined, find_in_paper
from footnoted.lints.voices import several
from footnoted.model.finding import Confidence, Finding, Level

OWN_WORDS = frozenset({"speech", "interview", "personal_communication"})
_SURVEYS = frozenset({"book", "chapter", "article-journal", "report", "thesis", "paper-conference"})


def plural_speakers(examined: Examined) -> Iterator[Finding]:
    """Yield each sentence on what several people say whose marks lead to one person's work.

    A speech or interview holds its speaker's words only; a scholar may report what others say,
    which is told as a hint; what a journalist reports is left alone.
    """
    for sentence in marked_sentences(examined):
        works = works_of_notes(examined, [mark.note for mark in sentence.marks])
        who = several(sentence.text) if works and len(works) == 1 else None
        if who is None or not works:
            continue
        person, kind = only_person(works[0]), works[0].type
        if person and re.search(rf"\b{re.escape(person)}\b", sentence.text):
            continue  # "experts warned of it, and Reed agreed"
        if person and kind in OWN_WORDS:
            yield _found(examined, sentence, who, person, "warning", "medium")
        elif person and kind in _SURVEYS:
            yield _found(examined, sentence, who, person, "info", "low")


def _found(
    examined: Examined,
    sentence: Sentence,
    who: str,
    person: str,
    level: Level,
    confidence: Confidence,
) -> Finding:
    marked = [*dict.fromkeys(mark.note for mark in sentence.marks)]
    lead = "lead" if len(marked) > 1 else "leads"
    message = (
        f"'{who}' are said to say this, but note{'s' * (len(marked) > 1)} {' and '.join(marked)} "
        f"{lead} to {person} alone: name the speaker, or cite the others"
    )
    first = sentence.marks[0]
    return find_in_paper(
        examined, "plural-speakers", level, first.line, message, note=first.note,
        proof=" ".join(sentence.text.split()), subject=who, confidence=confidence,
    )  # fmt: skip
