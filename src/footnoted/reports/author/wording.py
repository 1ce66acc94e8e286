"""The words around the queries: title, letter, columns, answers; the same in every format."""

from __future__ import annotations

from typing import Final

from footnoted.model.report import NoteDoc, Report
from footnoted.reports import overview
from footnoted.reports.author.query import Query, Sheet, note_names
from footnoted.reports.words import plural

ANSWERS: Final = ("accept", "change to:", "leave as it is")
COLUMNS: Final = ("No.", "Note", "Query", "Proposal", "Answer", "Comment")
UNCHECKED: Final = "What could not be checked"
_ANSWER: Final = (
    "Please answer each: accept what is proposed, change to words of your own, or leave as it "
    "is. A comment is welcome anywhere."
)
_HOW: Final = (
    "What the paper says is given in our words. Where a proposal is made, it holds only what "
    "the evidence beside it holds; words to take out are struck through, words to put in are "
    "underlined. Whether a statement is true was not judged."
)
ASK: Final = "We have nothing to propose here; please tell us."
STATEMENT: Final = "The paper says, in our words:"
SEEN: Final = "What we saw:"
NOT_PRINTED: Final = "(no note is printed)"


def title(report: Report) -> str:
    """Return the title of the sheet."""
    return f"Queries to the author: {report.corpus.title}"


def letter(report: Report, sheet: Sheet) -> list[str]:
    """Return the paragraphs that stand before the queries."""
    count = len(sheet.queries)
    author = report.corpus.author
    head = [f"For {author}."] if author else []
    day = overview.day(report.run.as_of)
    if overview.nothing_looked_at(report):
        how = f"On {day} the notes of this paper were read; no source could be looked at."
    else:
        how = f"On {day} the notes of this paper were compared with the sources that they name."
    if not count:
        return [*head, f"{how} No question to you came up."]
    they = "This question" if count == 1 else f"These {plural(count, 'question')}"
    return [
        *head,
        f"{how} {they} came up. {_ANSWER}",
        _HOW,
    ]


def answers(query: Query) -> tuple[str, ...]:
    """Return what may be answered: where nothing is proposed, there is nothing to accept."""
    return ANSWERS if query.proposal else ("change to:", "leave as it is")


def place(query: Query) -> str:
    """Return `Note 12`, `Notes 38 and 39`, or `The text`."""
    named = note_names(query.notes)
    return named[0].upper() + named[1:]


def printed(note: NoteDoc) -> str:
    """Return the note's text as printed, or that there is none."""
    return note.text or NOT_PRINTED
