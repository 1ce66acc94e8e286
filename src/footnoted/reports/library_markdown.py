"""`library.md`: several papers for a step summary, escaped as `report.md` is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footnoted.model.library import Library, LibraryHost, LibraryPaper, LibrarySource
from footnoted.reports.library import losing, shared
from footnoted.reports.library_words import SHOWN, claims_words, fate_words, head_words
from footnoted.reports.markdown import escaped, linked, within
from footnoted.reports.words import LINKS, plural

_SOURCES = ("Source", "State", "Claims", "Supported", "Papers")


def render(library: Library) -> str:
    """Return the library as GitHub Flavored Markdown."""
    summary = library.summary
    parts = [
        f"# Citation check: a library of {plural(summary.papers, 'paper')}",
        f"**{head_words(library)}.** {claims_words(summary.claims)}.",
        _section(
            "Papers",
            ("Paper", "Claims", "Notes that hold", "Lost pages", "Errors", "New", "Fixed"),
            map(_paper, library.papers),
        ),
        _section("Sources that carry most", _SOURCES, map(_source, library.sources[:SHOWN])),
        _section(
            "Hosts that lost pages",
            ("Host", "Lost", "For good", "Not seen", "Claims on lost pages", "Papers"),
            map(_host, losing(library)[:SHOWN]),
        ),
        _section("Pages that several papers cite", _SOURCES, map(_source, shared(library)[:SHOWN])),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if not lines:
        return ""
    head = [f"## {title}", "", f"| {' | '.join(header)} |", f"|{' --- |' * len(header)}"]
    return "\n".join([*head, *within(lines, "rows", "`library.json`")])


def _paper(paper: LibraryPaper) -> Sequence[str]:
    name = escaped(paper.title or paper.id)
    fate = fate_words(paper)
    told = f"{name}<br>{escaped(fate)}" if fate else name
    if paper.claims is None:
        return told, "–", "–", "–", "–", "–", "–"
    counts = (paper.lost, paper.errors, paper.new, paper.fixed)
    holding = f"{paper.notes_hold} of {paper.notes_total}"
    return (told, claims_words(paper.claims), holding, *map(str, counts))


def _source(source: LibrarySource) -> Sequence[str]:
    name = escaped(source.title or source.url or "no title", 120)
    where = f"<br>{linked(source.url)}" if source.url else ""
    word = LINKS[source.verdict]
    papers = escaped(", ".join(source.papers), 200)
    state = f"{word.symbol} {word.title}"
    return f"{name}{where}", state, str(source.claims), str(source.held), papers


def _host(host: LibraryHost) -> Sequence[str]:
    return (
        escaped(host.host),
        f"{host.lost} of {host.links}",
        str(host.rotten),
        str(host.unseen),
        str(host.claims),
        escaped(", ".join(host.papers), 200),
    )
