"""What changed between two reports, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from footnoted.model.difference import DifferenceDocument
from footnoted.reports import difference_words as words
from footnoted.reports.terminal import plain
from footnoted.reports.visible import shortened

_LENGTH = 400
"""Longest line; a longer one is cut with an ellipsis, and `--format json` has it whole."""


def render(found: DifferenceDocument) -> str:
    """Return the difference as lines of plain text, safe for a terminal."""
    lines = [f"{label:<10}{shortened(text, _LENGTH)}" for label, text in words.head(found)]
    lines += _section("New", map(words.finding, found.new_findings))
    lines += _section("Fixed", map(words.finding, found.fixed_findings))
    lines += _section("Not looked for", map(words.finding, found.unseen_findings))
    lines += _section("Claims", map(words.claim, found.claims))
    lines += _section("Evidence", map(words.evidence, found.evidence))
    lines += _section("Links", map(words.link, found.links))
    return "\n".join(lines) + "\n"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = [shortened(plain(line), _LENGTH) for line in lines]
    if listed:
        yield ""
        yield f"{title} ({len(listed)})"
        yield from (f"  {line}" for line in listed)
