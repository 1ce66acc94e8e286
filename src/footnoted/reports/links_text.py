"""`footnoted links` for a terminal, or for a pipe: a line a link."""

from __future__ import annotations

import textwrap

from footnoted.model.documents import LinkAnswer, LinksDocument
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports.links_words import (
    blind_lines,
    counts,
    has_history,
    news_counts,
    news_of,
    place_of,
    words_of,
)
from footnoted.reports.terminal import plain

_WIDEST_PLACE = 30
_SCREEN = 20
"""So many links scroll away what is wrong with one of them: it is told again at the end."""


def link_lines(document: LinksDocument, width: int | None) -> list[tuple[LinkVerdict, str]]:
    """Return a verdict and the text after it for each link, in input order, safe to print.

    With the `width` of a terminal, what is said of a link stands under it, in lines of that
    width; addresses are never broken, so that they can be taken from there. Without one each
    link has one line, verdict, place, address and words, for `grep`.
    """
    links = document.links
    verdicts = max((len(one.verdict) for one in links), default=0)
    places = min(max((len(plain(place_of(one))) for one in links), default=0), _WIDEST_PLACE)
    known = has_history(document)
    return [(one.verdict, _line(one, width, verdicts, places, known=known)) for one in links]


def _line(answer: LinkAnswer, width: int | None, verdicts: int, places: int, *, known: bool) -> str:
    blanks = " " * (verdicts - len(answer.verdict))
    place = plain(place_of(answer))
    words = f"{_news(answer) if known else ''}{words_of(answer)}"
    archived = f"archived: {plain(answer.memento)}" if answer.memento else ""
    if width is None:
        told = "; ".join(filter(None, [words, archived]))
        return f"{blanks}  {place}  {plain(answer.url)}  {told}"
    head = f"{blanks}  {place:<{places}}  {plain(answer.url)}"
    if answer.verdict is LinkVerdict.ALIVE and not answer.reason and not answer.findings:
        return head
    indent = " " * (verdicts + 2)
    under = textwrap.wrap(
        words,
        max(width, 40),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
    )
    return "\n".join([head, *under, *([indent + archived] if archived else [])])


def _news(answer: LinkAnswer) -> str:
    news = news_of(answer)
    if news == "persisting":
        return f"since {answer.since}: " if answer.since else "known: "
    return "NEW: " if news else ""


def closing_lines(document: LinksDocument) -> list[str]:
    """Return what it comes to: counts, news, and after a long list what is wrong, once more."""
    lines = [counts(document), *blind_lines(document)]
    if has_history(document):
        new, fixed, persisting = news_counts(document)
        lines.append(f"since the last run: {new} new, {fixed} fixed, {persisting} persisting")
        lines += [f"FIXED  {plain(one.target)} ({plain(one.rule)})" for one in document.fixed]
    if len(document.links) > _SCREEN:
        lines += [
            f"{answer.verdict}  {plain(place_of(answer))}  {plain(answer.url)}"
            for answer in document.links
            if any(one.level == "error" for one in answer.findings)
        ]
    return lines
