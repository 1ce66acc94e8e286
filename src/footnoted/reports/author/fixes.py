"""What a lint's own proof allows to propose: a number, date, title or address; else nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from footnoted.model.report import FindingDoc, LinkDoc, NoteDoc, Report
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports import overview
from footnoted.reports.author.query import Span, Words, quoted
from footnoted.reports.author.seen import address
from footnoted.reports.visible import clipped, web_address


@dataclass(frozen=True, slots=True)
class Matter:
    """A finding, the audit it is from, and the notes of its query."""

    finding: FindingDoc
    report: Report
    notes: tuple[NoteDoc, ...]


Fix = Callable[[Matter], list[Words]]
"""From a matter to the lines of a proposal, none where there is nothing to propose."""

_SLIP = re.compile(r"(?:^|; )([\d.,]+) in place of ([\d.,]+) would fit")
_SAYS = re.compile(r"its address says (\d{4})[-/](\d{1,2})[-/](\d{1,2})\b")
_ON_RECORD = re.compile(r"^(\d{4}-\d{2}-\d{2}); ")


def slip(matter: Matter) -> list[Words]:
    """Propose the number with which the sum would hold, where only one would."""
    found = _SLIP.findall(matter.finding.proof or "")
    if len(found) != 1:
        return []
    new, old = (one.rstrip(".,") for one in found[0])
    line = (Span("If the source agrees: "), Span(old, "out"), Span(" "), Span(new, "in"))
    return [(*line, Span(", with which the sum would hold."))]


def date_of_address(matter: Matter) -> list[Words]:
    """Propose the day that the address names, where the note prints the other one once."""
    said, kept = _SAYS.search(matter.finding.message), _ON_RECORD.match(matter.finding.proof or "")
    if said is None or kept is None:
        return []
    try:
        new = overview.day(date(*map(int, said.groups())).isoformat())
        old = overview.day(date.fromisoformat(kept[1]).isoformat())
    except ValueError:
        return []
    lines: list[Words] = []
    for note in matter.notes:
        head, found, tail = (note.text or "").partition(old)
        if found and old not in tail and not head[-1:].isdigit():
            lines.append(
                (Span(f"If the page agrees, note {note.label}: {head}"), Span(old, "out"),
                 Span(" "), Span(new, "in"), Span(tail))
            )  # fmt: skip
    return lines


def page_title(matter: Matter) -> list[Words]:
    """Propose the title that the page gives itself, where it answered."""
    return [
        (Span("Add the title that the page gives itself: "),
         Span(quoted(clipped(link.title or "", 300)), "in"), Span(", "), address(link.url))
        for link in _links(matter)
        if link.title and link.verdict is LinkVerdict.ALIVE and not link.unreadable
    ]  # fmt: skip


def address_named(matter: Matter) -> list[Words]:
    """Propose the address that a shortened one led to, where a page answered there."""
    alive = {LinkVerdict.ALIVE, LinkVerdict.MOVED}
    return [
        (Span(link.url, "out"), Span(" "), address(new))
        for link in _links(matter)
        if link.source == matter.finding.where.source and link.verdict in alive
        if (new := web_address(link.suggested_url or link.final_url)) and new != link.url
    ]


def _links(matter: Matter) -> list[LinkDoc]:
    idents = {note.id for note in matter.notes}
    return [one for one in matter.report.links if one.basis == "cited" and idents & set(one.notes)]
