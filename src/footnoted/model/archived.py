"""What web archives hold of an address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A memento as an archive lists it (RFC 7089), before anybody has read it.

    `at` is when it was made (UTC), `original` the address that was captured. `url` leads to the
    bytes as they were captured (raw replay), `view` to the page for a reader. `status` and
    `media_type` are those of the captured answer, `digest` is the archive's own name for its
    payload: each None where the list does not tell.
    """

    at: datetime
    original: str
    url: str
    view: str
    status: int | None = None
    media_type: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Archival:
    """What archives answered when they were asked for the mementos of `url`.

    `snapshots` are in order of time; where there are many only those that may be wanted again
    are carried on, those near `days`, while `total`, `first` and `last` speak of all. `silent`
    names the archives that gave no answer, and why: while one is silent, no snapshot is no proof
    of absence.
    """

    url: str
    asked_at: datetime
    snapshots: tuple[Snapshot, ...] = ()
    total: int = 0
    first: datetime | None = None
    last: datetime | None = None
    silent: tuple[tuple[str, str], ...] = ()
    days: tuple[date, ...] = ()
