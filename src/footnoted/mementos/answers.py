"""What archives answered about one URL, laid together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from footnoted.model.archived import Archival, Snapshot


def archival(
    url: str, asked_at: datetime, answers: Mapping[str, Sequence[Snapshot] | str]
) -> Archival:
    """Return what the archives, by name, answered: their mementos, or why one was silent."""
    listed = {
        one.url: one for answer in answers.values() if not isinstance(answer, str) for one in answer
    }
    snapshots = tuple(sorted(listed.values(), key=lambda one: (one.at, one.url)))
    return Archival(
        url=url,
        asked_at=asked_at,
        snapshots=snapshots,
        total=len(snapshots),
        first=snapshots[0].at if snapshots else None,
        last=snapshots[-1].at if snapshots else None,
        silent=tuple((name, why) for name, why in answers.items() if isinstance(why, str)),
    )


def nearest(archival: Archival, day: date) -> tuple[Snapshot, ...]:
    """Return the mementos that may be a page, the one nearest to `day` (UTC) first.

    Those whose status is 200, a redirect, or not told; of two as far away the earlier one.
    """
    usable = (one for one in archival.snapshots if _may_be_page(one))
    return tuple(sorted(usable, key=lambda one: (_distance(one.at, day), one.at, one.url)))


def pruned(archival: Archival, day: date, keep: int = 12) -> Archival:
    """Return the answer with at most `keep` mementos: those nearest to `day`, and the last one.

    `total`, `first` and `last` still speak of all.
    """
    if len(archival.snapshots) <= keep:
        return archival
    by_distance = nearest(archival, day)
    latest = max(by_distance, key=lambda one: (one.at, one.url), default=None)
    kept = {*by_distance[: keep - 1], *([latest] if latest else [])}
    return replace(archival, snapshots=tuple(one for one in archival.snapshots if one in kept))


def _may_be_page(snapshot: Snapshot) -> bool:
    status = snapshot.status
    return status is None or status == 200 or 300 <= status < 400


def _distance(at: datetime, day: date) -> timedelta:
    """Return how far a moment lies outside a day."""
    begins = datetime.combine(day, time(), UTC)
    ends = begins + timedelta(days=1)
    return max(begins - at, at - ends, timedelta())
