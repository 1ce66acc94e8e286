"""What a library's report says, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from footnoted.model.library import Library, LibraryHost, LibraryPaper
from footnoted.reports.library import losing, shared
from footnoted.reports.visible import clipped
from footnoted.reports.words import CLAIMS, plural

SHOWN = 100
"""So many sources and hosts a page shows; the JSON document has all of them."""

_TOLD = 3
"""So many are told on a terminal."""


def head_words(library: Library) -> str:
    """Say in a line what the papers come to: how many notes hold, what is new."""
    summary = library.summary
    held = f"{summary.notes_hold:,} of {plural(summary.notes_total, 'note')} hold"
    return f"{held}; {summary.new:,} new, {summary.fixed:,} fixed"


def claims_words(counts: Mapping[str, int]) -> str:
    """Count claims by verdict, worst first: `1 mismatch, 4 supported`."""
    said = [
        f"{counts.get(verdict, 0):,} {word.title.lower()}"
        for verdict, word in CLAIMS.items()
        if counts.get(verdict, 0)
    ]
    return ", ".join(said) or "none"


def fate_words(paper: LibraryPaper) -> str:
    """Say why a paper's row is not to be taken as it stands; empty where it is."""
    if paper.problem is not None:
        return f"Not audited: {paper.problem}"
    if paper.offline:
        return "Offline: the checker had no network"
    if paper.blind_nights:
        days = f", {paper.blind_nights} days in a row" if paper.blind_nights > 1 else ""
        return f"Blind: nothing of what was due could be seen{days}"
    return ""


def host_words(host: LibraryHost) -> str:
    """Say what a host lost: `example.org lost 2 of 5 pages; 3 claims rest on what is lost`."""
    verb = "rests" if host.claims == 1 else "rest"
    rest = f"; {plural(host.claims, 'claim')} {verb} on what is lost" if host.claims else ""
    return f"{host.host} lost {host.lost:,} of {plural(host.links, 'page')}{rest}"


def summary_pairs(library: Library) -> Iterator[tuple[str, str]]:
    """Yield label and text of each line that a terminal is told of the whole."""
    summary = library.summary
    left = f", {summary.papers_not_audited:,} not audited" if summary.papers_not_audited else ""
    yield "Library", f"{plural(summary.papers, 'paper')}{left}; {head_words(library)}"
    yield "Claims", claims_words(summary.claims)
    for paper in library.papers:
        if fate := fate_words(paper):
            yield "Trouble", f"{clipped(paper.id, 40)}: {clipped(fate, 160)}"
    yield "Shared", _shared_words(library)
    for source in library.sources[:_TOLD]:
        if source.claims > 1:
            name = clipped(source.title or source.url or "", 60)
            papers = plural(len(source.papers), "paper")
            yield "Carries", f"{name}: {source.claims:,} claims of {papers}"
    for host in losing(library)[:_TOLD]:
        yield "Lost", clipped(host_words(host), 160)


def _shared_words(library: Library) -> str:
    most = next(iter(shared(library)), None)
    if most is None:
        return ""
    pages = plural(library.summary.links_shared, "page")
    return f"{pages} cited by several papers, one by {len(most.papers):,}"
