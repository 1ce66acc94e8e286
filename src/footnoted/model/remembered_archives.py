"""What an audit remembers of archives, as a part of `checks.json`."""

from __future__ import annotations

from datetime import UTC, date
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, Field

from footnoted.model.archived import Archival, Snapshot
from footnoted.model.base import Document

Utc = Annotated[AwareDatetime, AfterValidator(lambda at: at.astimezone(UTC))]


class SnapshotDoc(Document):
    """A memento as an archive lists it (see `model.archived.Snapshot`)."""

    at: Utc
    original: str
    url: str
    view: str
    status: int | None = None
    media_type: str | None = None
    digest: str | None = None


class ArchivalDoc(Document):
    """What archives answered about an address (see `model.archived.Archival`)."""

    asked_at: Utc
    snapshots: tuple[SnapshotDoc, ...] = ()
    total: int = 0
    first: Utc | None = None
    last: Utc | None = None
    silent: tuple[tuple[str, str], ...] = ()
    days: tuple[date, ...] = ()

    def archival(self, url: str) -> Archival:
        """Return the answer about `url`."""
        made = (Snapshot(**_fields(one)) for one in self.snapshots)
        return Archival(url, **_fields(self) | {"snapshots": tuple(made)})


class LeftAloneDoc(Document):
    """An archive's host that is not asked before `until`; the time, in `seconds`, doubles."""

    until: Utc
    seconds: float


class ArchivesDoc(Document):
    """What is known of archives.

    `names` are those that gave the `answers`, by cited address; `left_alone` those, by host, that
    asked to be.
    """

    names: tuple[str, ...] = ()
    answers: dict[str, ArchivalDoc] = Field(default_factory=dict)
    left_alone: dict[str, LeftAloneDoc] = Field(default_factory=dict)


def archival_doc(archival: Archival) -> ArchivalDoc:
    """Return an answer as it is remembered."""
    return ArchivalDoc(
        asked_at=archival.asked_at,
        snapshots=tuple(_snapshot(one) for one in archival.snapshots),
        total=archival.total,
        first=archival.first,
        last=archival.last,
        silent=archival.silent,
        days=archival.days,
    )


def _snapshot(one: Snapshot) -> SnapshotDoc:
    return SnapshotDoc(**{name: getattr(one, name) for name in SnapshotDoc.model_fields})


def _fields(document: SnapshotDoc | ArchivalDoc) -> dict[str, Any]:
    return {name: getattr(document, name) for name in type(document).model_fields}
