"""Dropping old looks: each segment is written anew beside the old one, which then goes.

A crash at any moment loses nothing that stays. A segment written anew counts as soon as it has
its name, and it has that only when it is whole and on the disk; the old one goes after that. Runs
begin before their looks, and segments are done in order, so that no run that has lost looks can
still be replayed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice, zip_longest
from pathlib import Path
from typing import BinaryIO

from footnoted.errors import EvidenceError, WriteRefusedError
from footnoted.store.beside import sync_folder, written_beside
from footnoted.store.index import Index, LookRow, Spot
from footnoted.store.indexing import rows_of
from footnoted.store.lock import lock_of
from footnoted.store.looks import LOOK_FIELD
from footnoted.store.opening import open_for_reading, open_for_writing
from footnoted.store.records import json_body, read_record
from footnoted.store.retention import Cut, Holdings, Named, Retention, smallest_cut
from footnoted.store.runs import RUN_TARGET
from footnoted.store.segments import Gap, Member, Segment, next_generation, scan, segments
from footnoted.store.writer import SegmentWriter, opening_member


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants gone: looks before `since`, and as many more as `most` bytes need.

    With `versions`, the first and last look with each body stay at every address.
    """

    since: datetime | None
    most: int | None
    versions: bool = True


@dataclass(frozen=True, slots=True)
class Pruned:
    """What went, or would go: the looks, of how many, and the bytes before and after.

    `runs` can no longer be replayed.
    """

    looks: tuple[LookRow, ...]
    of: int
    runs: int
    size_before: int
    size_after: int


def would_prune(folder: Path, wish: Wish, named: Named) -> Pruned:
    """Return what `prune` would drop; the bytes are near, not exact. Nothing is touched."""
    opened = open_for_reading(folder)
    try:
        before = _size(folder)
        cut = _cut(opened.index, wish, named, before)
        count = len(opened.index.looks())
    finally:
        opened.index.close()
    return Pruned(cut.looks, count, len(cut.runs), before, before - cut.size)


def prune(folder: Path, wish: Wish, named: Named) -> Pruned:
    """Drop what `wish` wants gone and nothing forbids (see `retention`).

    Raises EvidenceError while another run writes or where there is no evidence,
    WriteRefusedError where a segment cannot be written; what was done by then is done, and the
    evidence is whole.
    """
    if not segments(folder):
        raise EvidenceError(f"{folder}: no evidence is kept here")
    lock = lock_of(folder)
    try:
        opened = open_for_writing(folder, SegmentWriter(folder, 0))
        try:
            return _prune(folder, opened.index, wish, named)
        finally:
            opened.index.close()
    finally:
        lock.free()


def _prune(folder: Path, index: Index, wish: Wish, named: Named) -> Pruned:
    before = _size(folder)
    looks = index.looks()
    cut = _cut(index, wish, named, before)
    for segment in segments(folder) if cut.looks else ():
        rows = [row for row in looks if row.spot.segment == segment.name]
        try:
            _rewrite(index, segment, _Plan(segment, rows, cut))
        except (OSError, sqlite3.Error) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise WriteRefusedError(f"{segment.path}: cannot be replaced ({why})") from error
    return Pruned(cut.looks, len(looks), len(cut.runs), before, _size(folder))


class _Plan:
    """What of one segment stays.

    `rows` are all its looks. Damaged bytes stay as they are: what cannot be read now may be saved
    by other means; and then nothing goes that has lost its look to them.
    """

    def __init__(self, segment: Segment, rows: Iterable[LookRow], cut: Cut) -> None:
        going = {row.spot for row in cut.looks}
        self._spans = sorted((row.start, row.spot.offset, row.spot in going) for row in rows)
        self._bodies = {spot.offset for spot in cut.bodies if spot.segment == segment.name}
        self._runs = cut.runs
        self._found = list(self._classed(segment))
        damaged = any(what == "damage" for what, _ in self._found)
        self._gone = {"look", "run"} if damaged else {"look", "run", "lost"}

    @property
    def goes(self) -> bool:
        """Tell whether anything goes."""
        return any(what in self._gone for what, _ in self._found)

    @property
    def stay(self) -> list[tuple[int, int]]:
        """Return from where to where bytes are to be copied, without the first record."""
        return [span for what, span in self._found if what not in self._gone and span[0]]

    def _classed(self, segment: Segment) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield each stretch of the segment and what it is, in order.

        `look` is a look that goes, `run` a run that goes, `lost` a record without a look that
        nothing stands on, `damage` what is no record.
        """
        spans = iter(self._spans)
        span = next(spans, None)
        for found in scan(segment):
            if isinstance(found, Gap):
                yield "damage", (found.offset, found.end)
                continue
            while span and span[1] < found.offset:
                span = next(spans, None)
            within = span if span and span[0] <= found.offset else None
            yield self._class(found, within), (found.offset, found.offset + found.length)

    def _class(self, member: Member, within: tuple[int, int, bool] | None) -> str:
        """Return what a member is; `within` is the look that it belongs to."""
        if member.offset in self._bodies:
            return "body"
        if within:
            return "look" if within[2] else "stays"
        record = read_record(member.raw)
        if record.kind == "metadata" and record.target.startswith(RUN_TARGET):
            return "run" if json_body(record)["run"] in self._runs else "stays"
        return "lost" if LOOK_FIELD in record.headers else "stays"


def _rewrite(index: Index, segment: Segment, plan: _Plan) -> None:
    """Write `segment` anew without what goes, and let it go; nothing where all stays."""
    if not plan.goes:
        return
    stay = plan.stay
    if stay:
        fresh = next_generation(segment)
        with written_beside(fresh.path) as out, segment.path.open("rb") as old:
            out.write(opening_member(fresh))
            _copy(old, out, stay)
            out.flush()
            _prove(replace(fresh, path=Path(out.name)), segment, stay)
        rows = [found[0] for found in rows_of(fresh, 0) if not isinstance(found, Gap)]
        end = Spot(fresh.name, fresh.path.stat().st_size)
        index.exchange(segment.name, [row for row in rows if row], end)
    else:
        index.exchange(segment.name, (), None)
    segment.path.unlink()
    sync_folder(segment.path.parent)


def _copy(old: BinaryIO, out: BinaryIO, stay: Iterable[tuple[int, int]]) -> None:
    """Copy stretches as they stand."""
    for start, end in stay:
        old.seek(start)
        out.write(old.read(end - start))


def _prove(fresh: Segment, old: Segment, stay: Iterable[tuple[int, int]]) -> None:
    """Make sure that every record that stays can be read in the new segment.

    This is done before the old one no longer counts.
    """
    starts = {start for start, _ in stay}
    wanted = (one.raw for one in _members(old) if one.offset in starts)
    written = (one.raw for one in islice(_members(fresh), 1, None))
    if any(one != other for one, other in zip_longest(wanted, written)):
        raise WriteRefusedError(f"{fresh.path}: was not written as it should be; nothing went")


def _members(segment: Segment) -> Iterator[Member]:
    """Yield the whole members of a segment."""
    return (one for one in scan(segment) if isinstance(one, Member))


def _cut(index: Index, wish: Wish, named: Named, size: int) -> Cut:
    """Return what goes."""
    payloads = {row.digest: row for row in index.payloads()}
    holdings = Holdings(index.looks(), index.runs(), payloads)
    return smallest_cut(
        Retention(holdings, named, versions=wish.versions), wish.since, wish.most, size
    )


def _size(folder: Path) -> int:
    """Return the bytes of all segments."""
    return sum(segment.path.stat().st_size for segment in segments(folder))
