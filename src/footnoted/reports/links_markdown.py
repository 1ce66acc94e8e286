"""`footnoted links` as Markdown, for a pull request or a step summary: news first.

Every cell is escaped for GitHub Flavored Markdown, and the whole stays under 1 MiB, the limit
of a step summary: each list has a share of it, and says how many lines it left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from footnoted.model.documents import LinkAnswer, LinksDocument
from footnoted.model.report import FindingDoc
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports.links_words import (
    blind_lines,
    counts,
    has_history,
    news_counts,
    place_of,
    words_of,
    worst_first,
)
from footnoted.reports.markdown import escaped, linked
from footnoted.reports.overview import minute, place
from footnoted.reports.words import LEVELS, LINKS, plural

_SHARE = 300_000
"""Bytes of UTF-8 for each list; the three lists and the rest stay below 1 MiB (1,048,576)."""


def render(document: LinksDocument) -> str:
    """Return the answers as Markdown; the same answers give the same text."""
    parts = [_head(document), _news(document), _table(document), _unread(document)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(document: LinksDocument) -> str:
    when = f"Checked {escaped(minute(document.checked_at))} from {escaped(document.vantage)}"
    lines = ["# Link check", "", f"**{counts(document)}.** {when}."]
    if any(one.verdict is LinkVerdict.OFFLINE for one in document.links):
        lines += ["", "> **Offline.** There was no network. No link is called dead for it."]
    lines += [
        line for words in blind_lines(document) for line in ("", f"> **Blind.** {escaped(words)}")
    ]
    return "\n".join(lines)


def _news(document: LinksDocument) -> str:
    new, fixed, persisting = news_counts(document)
    if not (new or has_history(document)):
        return ""
    title = f"## News: {new} new, {fixed} fixed, {persisting} persisting"
    lines = [
        _finding(one) for answer in document.links for one in answer.findings if one.news == "new"
    ]
    lines += [f"- fixed: {escaped(one.target)}: {escaped(one.rule)}" for one in document.fixed]
    return "\n".join(
        [title, "", *_within(lines or ["Nothing is new or fixed since the last run."], "news")]
    )


def _finding(finding: FindingDoc) -> str:
    at = escaped(place(finding.where.file, finding.where.line, None))
    level = LEVELS[finding.level].title.lower()
    return f"- **{level}** {at}: {escaped(finding.message)} ({escaped(finding.rule)})"


def _table(document: LinksDocument) -> str:
    rows = [one for one in worst_first(document) if _is_told(one)]
    if not rows:
        return ""
    head = ["| Where | Link | Address | What was seen |", "| --- | --- | --- | --- |"]
    return "\n".join(["## Links, worst first", "", *head, *_within(map(_row, rows), "links")])


def _is_told(answer: LinkAnswer) -> bool:
    """Leave out what is well: a long list of it hides the rest."""
    return answer.verdict is not LinkVerdict.ALIVE or bool(answer.findings)


def _row(answer: LinkAnswer) -> str:
    word = LINKS[answer.verdict]
    words = escaped(words_of(answer))
    if answer.suggested_url:
        words += f"; try {linked(answer.suggested_url)}"
    since = f" since {answer.since}" if answer.since and answer.verdict in _LASTING else ""
    cells = [
        escaped(place_of(answer)),
        escaped(f"{word.symbol} {word.title}{since}"),
        linked(answer.url),
        words,
    ]
    return f"| {' | '.join(cells)} |"


_LASTING = frozenset(LINKS) - {LinkVerdict.ALIVE, LinkVerdict.MOVED}


def _unread(document: LinksDocument) -> str:
    lines = [f"- {escaped(one.message)}" for one in document.unreadable]
    return "\n".join(["## Not read", "", *_within(lines, "files")]) if lines else ""


def _within(lines: Iterable[str], what: str) -> list[str]:
    """Return the lines that fit into a list's share, and one that says how many are left."""
    kept: list[str] = []
    size = left = 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > _SHARE:
            left += 1
        else:
            kept.append(line)
    told = f"… and {plural(left, 'line')} more of {what}; `--format json` has all."
    return [*kept, "", told] if left else kept
