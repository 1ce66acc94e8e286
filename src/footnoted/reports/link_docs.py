"""The addresses of an audit as they stand in its document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from footnoted.history import ROT, LinkLine, rotten, since
from footnoted.model.report import ArchivedDoc, LinkDoc, SightDoc
from footnoted.model.seen import Seen
from footnoted.reports.audited import Audited, Indexes
from footnoted.reports.holdings import archived_doc
from footnoted.verdicts import Setting, as_utc


def link_doc(audited: Audited, indexes: Indexes, seen: Seen) -> LinkDoc:
    """Return what became of one address of one source, beside what history tells of it."""
    look, capture, text = seen.link, seen.capture, seen.text
    assert look is not None
    vantage = capture.vantage if capture else None
    known = indexes.looks.get(look.url, ())
    first = since(known, look.url, look.verdict, audited.as_of, vantage=vantage)
    return LinkDoc(
        url=seen.question.url,
        source=seen.source,
        basis=seen.question.basis,
        verdict=look.verdict,
        reason=look.reason,
        message=look.message,
        http_status=look.http_status,
        final_url=look.final_url,
        suggested_url=look.suggested_url,
        hops=tuple((hop.status, hop.location) for hop in capture.hops) if capture else (),
        at=as_utc(capture.at) if capture else None,
        vantage=vantage,
        title=text.title if text else None,
        media_type=text.media_type if text else None,
        unreadable=text.unreadable if text else None,
        digest=capture.digest if capture else None,
        since=first.isoformat() if first else None,
        notes=indexes.notes_of_source.get(seen.source, ()),
        claims=indexes.claims_of_source.get(seen.source, ()),
        life=_life(known, audited.as_of),
        rotten=_is_rotten(audited, seen, known),
        remembered=_is_remembered(audited, seen),
        archived=_archived(audited, seen),
        mitigated=_is_cited(seen) and seen.question.url in audited.mitigated,
    )


def _is_remembered(audited: Audited, seen: Seen) -> bool:
    """Tell whether an address was looked at before this audit, and not again."""
    looked_at = audited.looked_at or audited.as_of
    return seen.capture is not None and seen.capture.at < looked_at


def _is_rotten(audited: Audited, seen: Seen, known: Sequence[LinkLine]) -> bool:
    """Tell whether a cited page is gone for good, by this look and those before it."""
    look, capture = seen.link, seen.capture
    if look is None or capture is None or look.verdict not in ROT or not _is_cited(seen):
        return False
    at = audited.looked_at or audited.as_of
    if _is_remembered(audited, seen):
        return rotten(known, look.url, at)
    return rotten(known, look.url, at, verdict=look.verdict, vantage=capture.vantage)


def _is_cited(seen: Seen) -> bool:
    return seen.question.basis == "cited"


def _archived(audited: Audited, seen: Seen) -> ArchivedDoc | None:
    """Return what archives hold of a cited address; they are asked about no other."""
    archived = audited.archived.get(seen.question.url) if _is_cited(seen) else None
    setting = Setting(audited.as_of, audited.corpus.paper.issued)
    return archived_doc(archived, audited.corpus.sources[seen.source], setting)


def _life(known: Sequence[LinkLine], as_of: datetime) -> tuple[SightDoc, ...]:
    """Return what history told of a link before `as_of`, in order of time."""
    earlier = sorted((line for line in known if line.at < as_of), key=lambda line: line.at)
    return tuple(
        SightDoc(at=as_utc(line.at), verdict=line.verdict, vantage=line.vantage) for line in earlier
    )
