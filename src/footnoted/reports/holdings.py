"""What archives hold, as it stands in `report.json`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from footnoted.mementos import nearest
from footnoted.model.archived import Archival, Snapshot
from footnoted.model.records import SourceRecord
from footnoted.model.report import ArchivedDoc, LinkDoc, MementoDoc
from footnoted.verdicts import Setting, as_utc, latest_day

KINDS = ("near", "far", "none", "unknown")


def archived_doc(
    archived: Archival | None, source: SourceRecord, setting: Setting
) -> ArchivedDoc | None:
    """Return what archives hold of a source's address, beside the day on which it was seen.

    Where nobody knows that day, the memento nearest to today is shown.
    """
    if archived is None:
        return None
    day = latest_day(source.accessed or setting.issued)
    mementos = nearest(archived, day or setting.as_of.date())
    near = setting.near(mementos[0].at, source.accessed) if mementos and day else None
    return ArchivedDoc(
        asked_at=as_utc(archived.asked_at),
        total=archived.total,
        first=as_utc(archived.first) if archived.first else None,
        last=as_utc(archived.last) if archived.last else None,
        nearest=_memento_doc(mementos[0]) if mementos else None,
        near=near,
        silent=archived.silent,
    )


def counted(links: Iterable[LinkDoc]) -> dict[str, int]:
    """Count cited addresses by how archives hold them; empty where no archive was asked."""
    cited = [link for link in links if link.basis == "cited"]
    if not any(link.archived for link in cited):
        return {}
    counts = Counter(_kind(link.archived) for link in cited)
    return {kind: counts[kind] for kind in KINDS}


def _kind(archived: ArchivedDoc | None) -> str:
    """Return how an address is held; what a silent archive may hold nobody knows."""
    if archived is None:
        return "unknown"
    if archived.near:
        return "near"
    if archived.silent or (archived.nearest and archived.near is None):
        return "unknown"
    return "far" if archived.nearest else "none"


def _memento_doc(snapshot: Snapshot) -> MementoDoc:
    return MementoDoc(at=as_utc(snapshot.at), url=snapshot.url, view_url=snapshot.view)
