"""What was compared, for an author: basis, address, date, and the source's own words."""

from __future__ import annotations

from footnoted.model.report import EvidenceDoc, PartDoc
from footnoted.reports import overview
from footnoted.reports.author.query import Span, Words, quoted
from footnoted.reports.visible import one_line, web_address

_AROUND = 140
"""Characters of the source's words before and after the place."""


def looked_at(evidence: EvidenceDoc | None, page: str | None = None) -> Words:
    """Return what the part was compared with, and when that was seen or made."""
    if evidence is None:
        return (Span("The source itself was not at hand."),)
    title = f"{quoted(evidence.title)}" if evidence.title else "without a title"
    where = f", page {page}" if page else ""
    url = evidence.url
    made = overview.memento_time(evidence)
    if evidence.basis == "local":
        how = f", {evidence.obtained}" if evidence.obtained else ""
        return (Span(f"Compared with a copy on file ({title}{how}){where}."),)
    if evidence.basis == "memento":
        what = "an archived copy of the page"
        when = f"made on {overview.day(made)}" if made else f"seen on {overview.day(evidence.at)}"
        url = evidence.view_url or evidence.url
    else:
        what = "the same text at another address" if evidence.basis == "alternate" else "the page"
        when = f"as it was on {overview.day(evidence.at)}"
    link = (Span(", "), address(url)) if url else ()
    return (Span(f"Compared with {what} {title}{where}, {when}"), *link, Span("."))


def address(url: str) -> Span:
    """Return an address as a link, or as plain words where it may not be one."""
    return Span(url, "link" if web_address(url) else "")


def source_words(part: PartDoc) -> Words | None:
    """Return the source's own words with some words around them; None where it has none."""
    if not part.source_wording:
        return None
    before, after = _tail(part.context_before), _head(part.context_after)
    text = f"{before}{part.source_wording}{after}"
    return (Span(f"The source says: {quoted(text)}"),)


def _tail(context: str | None) -> str:
    line = (context or "").rpartition("\n")[2]
    text = one_line(line)
    if not text:
        return ""
    space = " " if line[-1:].isspace() else ""
    if len(text) > _AROUND:
        text = "…" + text[-_AROUND:].partition(" ")[2]
    return text + space


def _head(context: str | None) -> str:
    line = (context or "").partition("\n")[0]
    text = one_line(line)
    if not text:
        return ""
    space = " " if line[:1].isspace() else ""
    if len(text) > _AROUND:
        text = text[:_AROUND].rpartition(" ")[0] + "…"
    return space + text
