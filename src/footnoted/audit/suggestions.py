"""What the last audit suggests for `sources.yaml`: mementos, and addresses that pages moved to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footnoted.corpus import Addition
from footnoted.mementos import is_refused_archive, view_url
from footnoted.model.corpus import Corpus
from footnoted.model.records import Alternate, Memento, SourceRecord
from footnoted.model.report import LinkDoc, PartDoc, Report
from footnoted.model.saved import SavedLine
from footnoted.model.verdicts import FOUND, LinkVerdict
from footnoted.plan import absolute


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item for a source's record, and why it is suggested, in words."""

    addition: Addition
    why: str


def suggestions(
    report: Report, corpus: Corpus, saved: Iterable[SavedLine] = ()
) -> tuple[Suggestion, ...]:
    """Return what is suggested and not on record yet, in the order of the sources.

    - A memento on which a part of a claim was found, since it came and was accepted as the page
      that the author saw.
    - A capture that a service made when it was asked to.
    - The address that a page moved to for good, as an alternate with the same text: only where
      every part on that source was found there, and there was one.

    A source whose address changed since is passed over: what was seen is not its page.
    """
    lines = list(saved)
    found: list[Suggestion] = []
    for ident, source in corpus.sources.items():
        links = [one for one in report.links if one.source == ident and one.basis == "cited"]
        if source.url is None or any(one.url != absolute(source.url) for one in links):
            continue
        mine = [one for one in lines if one.url == absolute(source.url)]
        told = (*_mementos(report, source), *_saved(source, mine), *_moved(report, source, links))
        found += _unknown(source, told)
    return tuple(found)


def _mementos(report: Report, source: SourceRecord) -> Iterable[Suggestion]:
    parts = [one for one in _parts_of(report, source.id) if one.verdict in FOUND]
    by_url: dict[str, list[PartDoc]] = {}
    for part in parts:
        evidence = part.evidence
        if evidence and evidence.basis == "memento" and evidence.memento_at and evidence.url:
            by_url.setdefault(evidence.view_url or view_url(evidence.url), []).append(part)
    for url, holding in by_url.items():
        assert holding[0].evidence
        day = (holding[0].evidence.memento_at or "")[:10]
        count = "1 part was" if len(holding) == 1 else f"{len(holding)} parts were"
        yield Suggestion(
            Addition(source.id, Memento(url=url, on=day)),
            f"memento of {day}: {count} found on it",
        )


def _saved(source: SourceRecord, lines: Sequence[SavedLine]) -> Iterable[Suggestion]:
    for line in lines:
        day = f"{line.memento_at:%Y-%m-%d}"
        yield Suggestion(
            Addition(source.id, Memento(url=line.memento, on=day)),
            f"memento of {day}: made by {line.service} when asked to",
        )


def _moved(report: Report, source: SourceRecord, links: Sequence[LinkDoc]) -> Iterable[Suggestion]:
    for link in links:
        if link.verdict is LinkVerdict.MOVED and link.suggested_url and _holds(report, link):
            yield Suggestion(
                Addition(source.id, Alternate(url=link.suggested_url, kind="same_text")),
                f"moved to {link.suggested_url}: all that is claimed of it was found there",
            )


def _holds(report: Report, link: LinkDoc) -> bool:
    """Tell whether every part that rests on a page was found on it, and there was one.

    A part found on another source of its claim says nothing of this one; a part that was looked
    for in vain, or could not be, does.
    """
    count = 0
    for claim in report.claims:
        if claim.id not in link.claims:
            continue
        for part in claim.parts:
            evidence = part.evidence
            if evidence is None or (evidence.source != link.source and part.verdict not in FOUND):
                return False
            if evidence.source != link.source:
                continue
            here = evidence.basis == "cited" and evidence.url == link.url
            if not here or part.verdict not in FOUND or part.needs_review:
                return False
            count += 1
    return count > 0


def _parts_of(report: Report, source: str) -> Iterable[PartDoc]:
    for claim in report.claims:
        for part in claim.parts:
            if part.evidence and part.evidence.source == source:
                yield part


def _unknown(source: SourceRecord, told: Iterable[Suggestion]) -> Iterable[Suggestion]:
    """Yield what is not on record yet, each once; archives that prove nothing are left out."""
    known = {_name(one.url) for one in source.mementos}
    known |= {_name(one.url) for one in source.alternates}
    known.add(_name(source.url or ""))
    for one in told:
        item = one.addition.item
        assert isinstance(item, Memento | Alternate)
        if _name(item.url) not in known and not is_refused_archive(item.url):
            known.add(_name(item.url))
            yield one


def _name(url: str) -> str:
    """Return what tells addresses apart: a memento is one in raw form and in view form."""
    return view_url(absolute(url))
