"""What web archives hold of the sources: how many, which copy, and where it can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from footnoted.mementos import original_of, view_url
from footnoted.model.report import EvidenceDoc, LinkDoc, MementoDoc, Report
from footnoted.reports import overview
from footnoted.reports.visible import web_address
from footnoted.reports.words import ARCHIVED, plural

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Robust:
    """A link that outlives its page, as Robust Links 1.0 has it, and its label for a reader.

    `original` is the page's own address, `version` where a reader sees the archived page, both
    http or https; `date` is the day on which it was archived (YYYY-MM-DD).
    """

    original: str | None
    version: str
    date: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Copies:
    """How many sources are archived in one way: `kind` is a key of `words.ARCHIVED`."""

    kind: str
    title: str
    meaning: str
    count: int


def copies(report: Report) -> list[Copies]:
    """Return the cited addresses by how archives hold them; empty where nobody counted."""
    counts = report.summary.archived
    if not any(counts.values()):
        return []
    return [
        Copies(kind, word.title, word.meaning, counts.get(kind, 0))
        for kind, word in ARCHIVED.items()
    ]


def copies_words(report: Report) -> str:
    """Say how many sources are archived, and how well, in one line; empty where nobody asked."""
    rows = copies(report)
    total = sum(row.count for row in rows)
    told = [f"{row.count} {row.title.lower()}" for row in rows if row.count]
    return f"of {plural(total, 'link')}: {', '.join(told)}" if told else ""


def silent_words(report: Report) -> list[str]:
    """Say which archives gave no answer, for how many links, and why the first time."""
    told: dict[str, list[str]] = {}
    for link in report.links:
        for name, why in link.archived.silent if link.archived else ():
            told.setdefault(name, []).append(why)
    return [
        f"no answer from {name} for {plural(len(reasons), 'link')}: {reasons[0]}"
        for name, reasons in told.items()
    ]


def of_link(link: LinkDoc) -> Robust | None:
    """Return the memento nearest the day of access as a link; None where none is known."""
    nearest = link.archived.nearest if link.archived else None
    return _robust(nearest, link.url) if nearest else None


def of_evidence(evidence: EvidenceDoc, cited: LinkDoc | None) -> Robust | None:
    """Return where a reader sees the archived page: the memento compared, else the nearest.

    `cited` is the look at the page's own address; without it, the memento's address tells that.
    """
    if evidence.basis != "memento":
        return of_link(cited) if cited and cited.url == evidence.url else None
    made, asked = overview.memento_time(evidence) or "", evidence.url or ""
    address = evidence.view_url or view_url(asked)
    original = cited.url if cited else original_of(asked)
    return _robust(MementoDoc(at=made, url=asked, view_url=address), original)


def _robust(memento: MementoDoc, original: str | None) -> Robust | None:
    version = web_address(memento.view_url)
    if not version:
        return None
    stamp = _DAY.match(memento.at)
    when = f"archived {overview.day(memento.at)}" if stamp else "archived"
    return Robust(web_address(original), version, stamp[0] if stamp else None, when)


def archived_words(link: LinkDoc) -> str:
    """Say whether an archive holds the page as its author saw it, or why that is not known."""
    archived = link.archived
    if archived is None:
        return ""
    if archived.nearest is None:
        if archived.silent:
            return "not known to be archived: " + "; ".join(
                f"no answer from {name} ({why})" for name, why in archived.silent
            )
        return f"not archived, as of {overview.day(archived.asked_at)}"
    when = overview.day(archived.nearest.at)
    if archived.near is None:
        return f"archived {when}; the day of access is not known"
    if archived.near:
        return f"archived {when}, near the day of access"
    return f"archived {when}, not near the day of access"


def mitigated_words(report: Report, link: LinkDoc) -> str:
    """Say that the page is gone and what stands in for it, with its dates."""
    made = {
        overview.memento_time(part.evidence)
        for claim in report.claims
        if claim.id in link.claims
        for part in claim.parts
        if part.evidence and part.evidence.source == link.source
    }
    days = " and ".join(overview.day(moment) for moment in sorted(one for one in made if one))
    copy = f"an archived copy of {days}" if days else "an archived copy near the day of access"
    return f"the page is gone, and {copy} holds every part on record"
