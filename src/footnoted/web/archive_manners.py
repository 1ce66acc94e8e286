"""When archives that asked to be left alone may be asked again, from run to run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from footnoted.model.capture import Capture
from footnoted.web.settings import FetchSettings
from footnoted.web.weather import retry_after, site_of, told_to_stay_away

LEAST = timedelta(hours=1)
"""So long an archive is left alone at least: the Wayback Machine's own block."""

LONGEST = timedelta(days=7)
"""Doubling ends here: an archive that went wrong once is not lost for ever."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """An archive's host that is not asked before `until` (UTC); `length` is doubled next time."""

    until: datetime
    length: timedelta


@dataclass(frozen=True, slots=True)
class ArchiveManners:
    """What earlier runs know of archives, by host: a value that a memory can keep."""

    left_alone: Mapping[str, LeftAlone] = field(default_factory=dict)

    def closed(self, now: datetime) -> dict[str, str]:
        """Return the hosts that are not asked at `now`, each with why."""
        return {
            host: f"not asked before {one.until:%Y-%m-%dT%H:%M:%SZ}: {host} asked to be left alone"
            for host, one in self.left_alone.items()
            if now < one.until
        }

    def after(self, captures: Iterable[Capture], settings: FetchSettings) -> ArchiveManners:
        """Return what is known once a run has asked the archives of `settings`.

        One that asked to be left alone is, until the time it named, at least an hour, and twice as
        long as the last time where it had asked before. One that only answered is as any other.
        """
        known = dict(self.left_alone)
        blocked: dict[str, LeftAlone] = {}
        well: set[str] = set()
        for capture in captures:
            response = capture.response
            host = site_of(response.url) if response else ""
            if response is None or not settings.is_archive(host):
                continue
            if told_to_stay_away(response, settings, capture.at):
                asked = timedelta(seconds=min(retry_after(response, capture.at) or 0, 10**8))
                block = _block(capture.at, asked, known.get(host))
                blocked[host] = max(block, blocked.get(host, block), key=lambda one: one.until)
            else:
                well.add(host)
        kept = {host: one for host, one in known.items() if host not in well}
        return replace(self, left_alone={**kept, **blocked})


def _block(at: datetime, asked: timedelta, before: LeftAlone | None) -> LeftAlone:
    length = min(max(LEAST, before.length * 2 if before else LEAST), LONGEST)
    return LeftAlone(at + max(length, asked), length)
