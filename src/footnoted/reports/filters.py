"""What a reader can choose from on the page, and what each claim is chosen by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from footnoted.model.report import Report
from footnoted.reports.visible import clipped
from footnoted.reports.words import CLAIMS, Word

LARGE: Final = 1_000
"""A report of more claims than this keeps folded evidence as text until it is asked for."""
CHUNK: Final = 100
"""Rows of a large report's lists that are laid out together, when a reader comes near."""
_SHORT = 70


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, what the reader sees of it, and how many claims it leaves."""

    value: str
    title: str
    count: int


def verdict_choices(report: Report) -> list[tuple[Choice, Word]]:
    """Return the verdicts that claims of the report have, worst first."""
    counts = Counter(claim.verdict for claim in report.claims)
    return [
        (Choice(verdict.value, word.title, counts[verdict]), word)
        for verdict, word in CLAIMS.items()
        if counts[verdict]
    ]


def section_choices(report: Report) -> list[Choice]:
    """Return the sections that have claims, in the paper's order."""
    counts = Counter(claim.section for claim in report.claims if claim.section)
    return [Choice(name, clipped(name, _SHORT), count) for name, count in counts.items()]


def source_choices(report: Report) -> list[Choice]:
    """Return the cited sources by title."""
    titles = {
        entry.source: entry.title
        for note in report.notes
        for entry in note.entries
        if entry.source and entry.title
    }
    counts = Counter(source for claim in report.claims for source in dict.fromkeys(claim.sources))
    choices = [
        Choice(name, clipped(titles.get(name) or name, _SHORT), count)
        for name, count in counts.items()
    ]
    return sorted(choices, key=lambda choice: (choice.title.casefold(), choice.value))
