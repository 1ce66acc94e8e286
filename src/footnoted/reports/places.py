"""Where findings and records stand, and on what evidence they rest, as documents."""

from __future__ import annotations

from footnoted.mementos import view_url
from footnoted.model.finding import Where
from footnoted.model.report import EvidenceDoc, WhereDoc
from footnoted.model.seen import Seen
from footnoted.reports.audited import Audited
from footnoted.verdicts import as_utc


def where_doc(where: Where) -> WhereDoc:
    """Return a finding's place as it is written for programs."""
    return WhereDoc(
        file=where.file,
        line=where.line,
        column=where.column,
        note=where.note,
        claim=where.claim,
        source=where.source,
    )


def place_doc(audited: Audited, *key: str | int, **about: str) -> WhereDoc:
    """Return the place of a record, and what it is `about`."""
    place = audited.corpus.place(*key)
    return WhereDoc(
        file=place.file,
        line=place.line,
        column=place.column,
        note=about.get("note"),
        claim=about.get("claim"),
        source=about.get("source"),
    )


def evidence_doc(seen: Seen) -> EvidenceDoc | None:
    """Return the capture that something was compared with; None where nothing came."""
    capture = seen.capture
    if capture is None:
        return None
    return EvidenceDoc(
        source=seen.source,
        basis=seen.question.basis,
        url=None if seen.question.basis == "local" else seen.question.url,
        final_url=capture.response.url if capture.response and capture.basis != "local" else None,
        at=as_utc(capture.at),
        digest=capture.digest,
        media_type=seen.text.media_type if seen.text else None,
        title=seen.text.title if seen.text else None,
        obtained=capture.obtained,
        memento_at=as_utc(seen.memento_at) if seen.memento_at else None,
        view_url=_view(seen),
    )


def _view(seen: Seen) -> str | None:
    """Return where a reader sees a memento: the one that answered, where it differs."""
    if seen.question.basis != "memento":
        return None
    response = seen.capture.response if seen.capture else None
    return view_url(response.url if response else seen.question.url)
