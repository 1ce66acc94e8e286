"""What every format of `footnoted links` says of a link."""

from __future__ import annotations

from collections import Counter

from footnoted.model.documents import LinkAnswer, LinksDocument
from footnoted.model.report import FindingDoc
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports.overview import place
from footnoted.reports.visible import one_line
from footnoted.reports.words import LINKS, plural, reason_words

SEEN = frozenset(
    {
        LinkVerdict.ALIVE,
        LinkVerdict.MOVED,
        LinkVerdict.DEAD,
        LinkVerdict.SOFT_404,
        LinkVerdict.PARKED,
    }
)
"""Verdicts that tell something of the page; all others are no pass."""

_RANK = {verdict: rank for rank, verdict in enumerate(LINKS)}
_REPEATS = {"tls_untrusted": "link-untrusted"}
"""Reasons whose words are those of a remark too."""


def place_of(answer: LinkAnswer) -> str:
    """Return `file:line` of a link, as it is in the file's name, not escaped."""
    return place(answer.where.file, answer.where.line, None)


def words_of(answer: LinkAnswer) -> str:
    """Return what became of a link in words, what is to be told beside its verdict included."""
    said = [reason_words(answer.reason, answer.message) or LINKS[answer.verdict].meaning]
    said += [
        one.message.removeprefix(f"{answer.url}: ")
        for one in answer.findings
        if _is_remark(one) and one.rule != _REPEATS.get(answer.reason or "")
    ]
    return one_line("; ".join(said))


def _is_remark(finding: FindingDoc) -> bool:
    return finding.rule in {"link-untrusted", "link-fragment", "link-robots"}


def news_of(answer: LinkAnswer) -> str:
    """Return `new` or `persisting` of a link's errors and warnings, empty where it has none."""
    told = {one.news for one in answer.findings if one.level != "info"}
    return "new" if "new" in told else "persisting" if "persisting" in told else ""


def blind_lines(document: LinksDocument) -> list[str]:
    """Say on how many days in a row no link could be seen, in a line; none for a first day."""
    if document.blind_nights < 2:
        return []
    days = f"{document.blind_nights:,} days in a row now"
    return [f"no link could be seen from {one_line(document.vantage)}, {days}"]


def has_history(document: LinksDocument) -> bool:
    """Tell whether earlier runs were known: without them nothing can be called news."""
    return bool(document.fixed) or any(one.since for one in document.links)


def worst_first(document: LinksDocument) -> list[LinkAnswer]:
    """Return the answers by verdict, the worst first; those of one verdict in input order."""
    return sorted(document.links, key=lambda one: _RANK[one.verdict])


def counts(document: LinksDocument) -> str:
    """Return `5 links in 2 files: 1 dead, 4 alive`, worst first."""
    found = Counter(one.verdict for one in document.links)
    told = ", ".join(f"{found[verdict]:,} {verdict.value}" for verdict in LINKS if found[verdict])
    files = plural(len(document.files), "file")
    return f"{plural(len(document.links), 'link')} in {files}: {told}" if told else "no links found"


def news_counts(document: LinksDocument) -> tuple[int, int, int]:
    """Return how many problems are new, fixed and persisting; one on many lines counts once."""
    told = {
        one.fingerprint: one.news
        for answer in document.links
        for one in answer.findings
        if one.news
    }
    found = Counter(told.values())
    return found["new"], len(document.fixed), found["persisting"]
