"""What changed between two reports, for a pull request or a step summary."""

from __future__ import annotations

from collections.abc import Iterable

from footnoted.model.difference import DifferenceDocument
from footnoted.reports import difference_words as words
from footnoted.reports.markdown import escaped, within

_LENGTH = 400


def render(found: DifferenceDocument) -> str:
    """Return the difference as Markdown of less than 1 MiB: what is new first."""
    head = [f"- **{label}:** {escaped(text, _LENGTH)}" for label, text in words.head(found)]
    parts = [
        "\n".join(["# What changed", "", *head]),
        _section("New", "new findings", map(words.finding, found.new_findings)),
        _section("Claims", "claims", map(words.claim, found.claims)),
        _section("Fixed", "fixed findings", map(words.finding, found.fixed_findings)),
        _section("Not looked for", "findings", map(words.finding, found.unseen_findings)),
        _section("Evidence", "pages", map(words.evidence, found.evidence)),
        _section("Links", "links", map(words.link, found.links)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, what: str, lines: Iterable[str]) -> str:
    listed = [f"- {escaped(line, _LENGTH)}" for line in lines]
    if not listed:
        return ""
    kept = within(listed, what, "the JSON form", share=150_000)
    return "\n".join([f"## {title} ({len(listed)})", "", *kept])
