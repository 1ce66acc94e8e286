"""Each claim that does not hold, in two lines: what became of it, and what was compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from footnoted.model.report import ClaimDoc, EvidenceDoc, LinkDoc, PartDoc, Report
from footnoted.reports import overview
from footnoted.reports.terminal import columns, cut, plain
from footnoted.reports.words import BASES, CLAIMS, HOLD, LINKS, PARTS

_INDENT = "    "
_LEAST = 12
"""Columns below which a wording tells nothing."""
_NARROW = 60
"""Columns below which two wordings need the room of a date."""
_RANK = {verdict: rank for rank, verdict in enumerate(PARTS)}


def verbose_lines(report: Report, width: int) -> Iterator[str]:
    """Yield two lines for each claim that does not hold, worst first, in `width` columns."""
    links = {link.url: link for link in report.links}
    for claim in overview.worst_first(report.claims):
        if claim.verdict not in HOLD:
            yield cut(_head(claim), width)
            yield cut(f"{_INDENT}{_evidence(claim, links, width - len(_INDENT))}", width)


def _head(claim: ClaimDoc) -> str:
    word = CLAIMS[claim.verdict]
    notes = f"note {', '.join(claim.notes)}, " if claim.notes else ""
    review = ", needs review" if claim.needs_review else ""
    told = f"{notes}{claim.id}: {word.title.lower()}{review}: {overview.claim_line(claim)}"
    return f"{word.symbol} {plain(told)}"


def _evidence(claim: ClaimDoc, links: Mapping[str, LinkDoc], width: int) -> str:
    """Return the worst part beside its source's words, and which capture that was."""
    part = min(claim.parts, key=lambda one: _RANK[one.verdict], default=None)
    if part is None:
        return plain(f"nothing to compare; record: {_place(claim)}")
    if part.evidence is None:
        return f"{_sides(part, width // 2)}; {_unseen(claim, links)}"
    where = _seen(part.evidence)
    room = width - columns(where) - 2
    if room < _NARROW and part.source_wording:
        where = where.rpartition(" ")[0]
        room = width - columns(where) - 2
    return f"{_sides(part, room)}; {where}"


def _sides(part: PartDoc, width: int) -> str:
    """Return both wordings within `width` columns, the shorter one in full if that fits.

    Where they do not fit, they begin with the words before which they differ.
    """
    paper, source = plain(part.text), plain(part.source_wording or "")
    if not source:
        return f"paper “{cut(paper, max(_LEAST, width - columns('paper “”')))}”"
    room = max(2 * _LEAST, width - columns("paper “”, source “”"))
    if columns(paper) + columns(source) > room:
        paper, source = _from_difference(paper, source)
    half, short = room // 2, min(columns(paper), columns(source))
    other = room - min(short, half)
    first, second = (half, other) if columns(paper) <= columns(source) else (other, half)
    return f"paper “{cut(paper, first)}”, source “{cut(source, second)}”"


def _from_difference(paper: str, source: str) -> tuple[str, str]:
    """Return two wordings without the words that both begin with, save the last of them."""
    ours, theirs = paper.split(" "), source.split(" ")
    same = 0
    while same < min(len(ours), len(theirs)) - 1 and ours[same] == theirs[same]:
        same += 1
    if same < 2:
        return paper, source
    return f"…{' '.join(ours[same - 1 :])}", f"…{' '.join(theirs[same - 1 :])}"


def _seen(evidence: EvidenceDoc) -> str:
    """Return which capture was compared, and the day of it, or on which an archive made it."""
    when = (overview.memento_time(evidence) or evidence.at)[:10]
    return plain(f"{BASES[evidence.basis].title.lower()} {when}")


def _unseen(claim: ClaimDoc, links: Mapping[str, LinkDoc]) -> str:
    """Say what became of the claim's address, or where its record stands."""
    link = next((links[url] for url in claim.links if url in links), None)
    if link is None:
        return plain(f"no address; record: {_place(claim)}")
    since = f" since {link.since[:10]}" if link.since else ""
    return plain(f"{LINKS[link.verdict].title.lower()}{since}: {link.url}")


def _place(claim: ClaimDoc) -> str:
    return overview.place(claim.where.file, claim.where.line, claim.where.column) or claim.id
