"""Reports of several papers laid together: who carries most, what is lost where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urldefrag

from footnoted.mementos.hosts import host_of
from footnoted.model.library import (
    Library,
    LibraryHost,
    LibraryPaper,
    LibrarySource,
    LibrarySummary,
)
from footnoted.model.report import LinkDoc, Report, ToolDoc
from footnoted.model.verdicts import LinkVerdict
from footnoted.plan import absolute
from footnoted.reports import overview
from footnoted.reports.words import CLAIMS, GONE, HOLD, LINKS, UNSEEN

_RANK = {verdict: rank for rank, verdict in enumerate(LINKS)}
_Claim = tuple[str, str]
"""A claim of the library: its paper's id and its own."""


@dataclass(frozen=True, slots=True)
class PaperReport:
    """A paper of the library: its report and where that is, or why there is none.

    `href` leads to the report from the library's own, None where it cannot be told.
    """

    id: str
    folder: str
    report: Report | None
    href: str | None = None
    problem: str | None = None


@dataclass(slots=True)
class _Work:
    """A source as it is gathered over the papers."""

    url: str | None
    title: str | None = None
    links: list[LinkDoc] = field(default_factory=list)
    papers: set[str] = field(default_factory=set)
    claims: set[_Claim] = field(default_factory=set)
    held: set[_Claim] = field(default_factory=set)

    @property
    def verdict(self) -> LinkVerdict:
        """The worst that became of its page."""
        told = (link.verdict for link in self.links)
        return min(told, key=_RANK.__getitem__, default=LinkVerdict.NO_URL)


def library_of(papers: Iterable[PaperReport], version: str) -> Library:
    """Return the document of `papers`, in any order; `version` is ours."""
    ordered = sorted(papers, key=lambda one: (one.id, one.folder))
    works = list(_works(ordered).values())
    rows = tuple(_paper(one) for one in ordered)
    return Library(
        tool=ToolDoc(version=version),
        summary=_summary(rows, works),
        papers=rows,
        sources=tuple(map(_source, sorted(works, key=_weight))),
        hosts=tuple(sorted(_hosts(works), key=_rot)),
    )


def shared(library: Library) -> tuple[LibrarySource, ...]:
    """Return the addresses that several papers cite, most papers first."""
    found = (one for one in library.sources if one.url and len(one.papers) > 1)
    return tuple(sorted(found, key=lambda one: (-len(one.papers), -one.claims, one.url or "")))


def losing(library: Library) -> tuple[LibraryHost, ...]:
    """Return the hosts of which a page is lost, most first."""
    return tuple(one for one in library.hosts if one.lost)


def _paper(one: PaperReport) -> LibraryPaper:
    report = one.report
    told: dict[str, object] = dict.fromkeys(LibraryPaper.model_fields)
    if report:
        summary = report.summary
        told |= {
            "title": report.corpus.title,
            "as_of": report.run.as_of,
            "offline": report.run.offline,
            "blind_nights": report.run.blind_nights,
            "notes_total": summary.notes_total,
            "notes_hold": overview.notes_holding(report),
            "claims_total": summary.claims_total,
            "claims": summary.claims,
            "links_total": summary.links_total,
            "lost": sum(summary.links.get(verdict, 0) for verdict in GONE),
            "errors": summary.findings.get("error", 0),
            "new": summary.new,
            "fixed": summary.fixed,
        }
    told |= {"id": one.id, "folder": one.folder, "report": one.href, "problem": one.problem}
    return LibraryPaper.model_validate(told)


def _works(papers: Iterable[PaperReport]) -> dict[object, _Work]:
    """Gather the sources of all papers: by address, and those without one by paper and id."""
    works: dict[object, _Work] = {}
    for paper in papers:
        if paper.report is None:
            continue
        cited = {one.source: one for one in paper.report.links if one.basis == "cited"}
        mine: dict[str, _Work] = {}
        for source, title, printed in _named(paper.report):
            link = cited.get(source)
            address = link.url if link else printed
            url = urldefrag(address).url if address else None
            work = mine[source] = works.setdefault(url or (paper.id, source), _Work(url))
            work.title = work.title or title
            work.papers.add(paper.id)
            work.links += [link] if link else []
        for claim in paper.report.claims:
            for work in (mine[one] for one in claim.sources if one in mine):
                work.claims.add((paper.id, claim.id))
                if claim.verdict in HOLD:
                    work.held.add((paper.id, claim.id))
    return works


def _named(report: Report) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield every source that notes, links or claims name, with its title and address on record."""
    entries = {
        entry.source: entry for note in report.notes for entry in note.entries if entry.source
    }
    others = (*(one.source for one in report.links), *(s for c in report.claims for s in c.sources))
    for source in dict.fromkeys((*entries, *others)):
        entry = entries.get(source)
        url = absolute(entry.url) if entry and entry.url else None
        yield source, entry.title if entry else None, url


def _source(work: _Work) -> LibrarySource:
    return LibrarySource(
        url=work.url,
        title=work.title,
        papers=tuple(sorted(work.papers)),
        claims=len(work.claims),
        held=len(work.held),
        verdict=work.verdict,
    )


def _hosts(works: Iterable[_Work]) -> Iterator[LibraryHost]:
    by_host: dict[str, list[_Work]] = {}
    for work in works:
        if work.url and (host := host_of(work.url)):
            by_host.setdefault(host, []).append(work)
    for host, mine in by_host.items():
        lost = [one for one in mine if one.verdict in GONE]
        yield LibraryHost(
            host=host,
            links=len(mine),
            lost=len(lost),
            rotten=sum(any(link.rotten for link in one.links) for one in lost),
            unseen=sum(one.verdict in UNSEEN for one in mine),
            claims=len(set().union(*(one.claims for one in lost))),
            papers=tuple(sorted(set().union(*(one.papers for one in mine)))),
        )


def _summary(papers: Sequence[LibraryPaper], works: Sequence[_Work]) -> LibrarySummary:
    links: Counter[str] = Counter(one.verdict for one in works if one.url)
    claims: Counter[str] = Counter()
    for paper in papers:
        claims.update(paper.claims or {})
    return LibrarySummary(
        papers=len(papers),
        papers_not_audited=sum(one.problem is not None for one in papers),
        notes_total=sum(one.notes_total or 0 for one in papers),
        notes_hold=sum(one.notes_hold or 0 for one in papers),
        claims_total=sum(one.claims_total or 0 for one in papers),
        claims=_all(claims, CLAIMS),
        links_total=sum(links.values()),
        links_shared=sum(one.url is not None and len(one.papers) > 1 for one in works),
        links=_all(links, [one for one in LINKS if one is not LinkVerdict.NO_URL]),
        new=sum(one.new or 0 for one in papers),
        fixed=sum(one.fixed or 0 for one in papers),
    )


def _all(counts: Mapping[str, int], verdicts: Iterable[str]) -> dict[str, int]:
    return {str(verdict): counts.get(verdict, 0) for verdict in verdicts}


def _weight(work: _Work) -> tuple[int, int, str, str]:
    return -len(work.claims), -len(work.papers), work.url or "", min(work.papers)


def _rot(host: LibraryHost) -> tuple[int, int, int, str]:
    return -host.lost, -host.claims, -host.links, host.host
