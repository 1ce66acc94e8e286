"""The lines that a command prints when all papers are audited."""

from __future__ import annotations

from footnoted.model.library import Library
from footnoted.reports.library_words import summary_pairs
from footnoted.reports.summary import wrapped


def library_lines(library: Library, columns: int) -> list[str]:
    """Return a line for each label, plain text and safe for a terminal of so many `columns`."""
    return [
        line
        for label, text in summary_pairs(library)
        if text
        for line in wrapped(label, text, columns)
    ]
