"""The evidence of a project: every look ever taken, kept so that it can be judged again."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from footnoted.errors import EvidenceError, FootnotedError, WriteRefusedError
from footnoted.model.capture import Basis, Capture, Response
from footnoted.store.index import LookRow, PayloadRow, Row, RunRow
from footnoted.store.indexing import catch_up, row_of
from footnoted.store.lock import WriterLock, lock_of
from footnoted.store.looks import LookContext, Payload, is_bodiless, look_records
from footnoted.store.opening import Opened, open_for_reading, open_for_writing, rebuild_index
from footnoted.store.reading import Reader, Taken
from footnoted.store.records import WarcRecord, payload_digest, read_record
from footnoted.store.runs import Run, mark_of, new_run, run_record
from footnoted.store.segments import read_member, segments
from footnoted.store.writer import Packed, SegmentWriter


@dataclass(frozen=True, slots=True)
class Limits:
    """When to sync and when to begin a new segment.

    A batch is synced at `records` looks or after `seconds`, whichever comes first; what a crash
    can lose is one batch. A segment is closed once it has `segment_bytes`.
    """

    records: int = 64
    seconds: float = 1.0
    segment_bytes: int = 256 << 20


@dataclass(frozen=True, slots=True)
class Listing:
    """A look, for people: `outcome` is an HTTP status or a failure's reason."""

    at: datetime
    basis: str
    outcome: str
    size: int | None
    asked: str
    run: str | None
    source: str | None


class Evidence:
    """An open folder of evidence; a context manager, and a `model.capture.Recorder`.

    One writer at a time; any number of readers, also beside a writer. All methods may be called
    from any thread. `notes` tells in a line each what opening met: a torn tail cut, damage, an
    index built anew.
    """

    def __init__(
        self,
        folder: Path,
        opened: Opened,
        *,
        limits: Limits,
        writing: tuple[WriterLock, SegmentWriter] | None = None,
        user_agent: str | None = None,
    ) -> None:
        """Take over what `open` prepared; use that."""
        self.folder = folder
        self.notes = opened.notes
        self._index = opened.index
        self._limits = limits
        self._writing = writing
        self._user_agent = user_agent
        self._run: Run | None = None
        self._lock = threading.RLock()
        self._pending: list[Row] = []
        self._looks_pending = 0
        self._fresh: dict[str, PayloadRow] = {}
        self._behind = False
        self._syncs = 0
        self._timer: threading.Timer | None = None
        self._failed: FootnotedError | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        writing: bool,
        user_agent: str | None = None,
        limits: Limits | None = None,
    ) -> Evidence:
        """Open `folder`; a writer makes it where there is none.

        `user_agent` is what request records say was sent. Raises EvidenceError where another
        run is writing, where a reader finds no evidence, or where a newer program wrote it;
        WriteRefusedError where a writer may not write. Each is one line.
        """
        limits = limits or Limits()
        if not writing:
            return cls(folder, open_for_reading(folder), limits=limits)
        lock = lock_of(folder)
        try:
            writer = SegmentWriter(folder, limits.segment_bytes)
            opened = open_for_writing(folder, writer)
        except BaseException:
            lock.free()
            raise
        return cls(folder, opened, limits=limits, writing=(lock, writer), user_agent=user_agent)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Sync what is pending and give everything back; closing twice is fine."""
        with self._lock:
            writing, self._writing = self._writing, None
            try:
                if writing:
                    self._sync_with(writing[1])
            finally:
                self._stop_timer()
                self._index.close()
                if writing:
                    writing[1].close()
                    writing[0].free()

    # -- recording ----------------------------------------------------------------------------

    def record(self, capture: Capture) -> None:
        """Keep `capture`, in the run that was begun or opened, if one was.

        It is on disk after the next sync, at most `Limits.seconds` later. Raises
        WriteRefusedError where it cannot be written; what was recorded before is kept.
        """
        self._record(capture, self._context(local=capture.basis == "local"))

    def sync(self) -> int:
        """Bring everything recorded to the disk, and return how many looks that were."""
        with self._lock:
            self._raise_failure()
            count = self._looks_pending
            if self._writing:
                self._sync_with(self._writing[1])
            return count

    def add_local(
        self,
        data: bytes,
        *,
        media_type: str,
        obtained: str,
        source: str,
        seen: date | None,
        at: datetime,
    ) -> Capture:
        """Keep a local copy of the source `source` and return the capture made of it.

        `obtained` tells how the copy came to be here, `seen` the day its finder saw it. The
        copy is asked for as `local:<sha256>`; it belongs to no run.
        """
        digest = payload_digest(data)
        asked = f"local:{digest}"
        capture = Capture(
            asked=asked,
            basis="local",
            at=at,
            vantage="local",
            response=Response(asked, 200, (("Content-Type", media_type),), data),
            digest=digest,
            obtained=obtained,
        )
        self._record(capture, LookContext(source=source, seen=seen))
        self.sync()
        return capture

    # -- runs ---------------------------------------------------------------------------------

    def begin_run(self, as_of: datetime, *, key: str) -> Run:
        """Begin a run: what is recorded from now on belongs to it."""
        run = new_run(as_of, key)
        with self._lock:
            self._append([run_record(run, "begin", datetime.now(UTC).replace(microsecond=0))])
            self.sync()
            self._run = run
        return run

    def end_run(self, run: Run) -> None:
        """End `run`: it is complete, and will not be opened again."""
        with self._lock:
            self._append([run_record(run, "end", datetime.now(UTC).replace(microsecond=0))])
            self.sync()
            if self._run and self._run.ident == run.ident:
                self._run = None

    def open_run(self, key: str) -> Run | None:
        """Open again the newest run of `key` if it was interrupted, None otherwise.

        On a writer, what is recorded from now on belongs to it. What it has already is
        `captures(run)`.
        """
        runs = self.runs(key)
        if not runs or runs[-1].ended:
            return None
        if self._writing:
            self._run = runs[-1]
        return runs[-1]

    def last_run(self, key: str, *, as_of: datetime | None = None) -> Run | None:
        """Return the newest complete run of `key` at or before `as_of`.

        Where none was ever completed it is the newest interrupted one, as its `ended` tells.
        """
        runs = [run for run in self.runs(key) if as_of is None or run.as_of <= as_of]
        ordered = sorted(runs, key=lambda run: (run.ended, run.as_of))
        return ordered[-1] if ordered else None

    def runs(self, key: str) -> list[Run]:
        """Return the runs of `key` in the order in which they began."""
        with self._lock:
            self._settle()
            return [_run(row, ended=ended) for row, ended in self._index.runs(key)]

    # -- reading ------------------------------------------------------------------------------

    def captures(self, run: Run) -> Taken:
        """Return what `run` has recorded by now; the bodies are read when they are asked for."""
        with self._lock:
            self._settle()
            return Taken(self._index.looks(run.ident), self._capture)

    def latest(
        self, asked: str, *, basis: Basis | None = None, as_of: datetime | None = None
    ) -> Capture | None:
        """Return the newest capture of `asked` at or before `as_of`, None without one."""
        with self._lock:
            self._settle()
            row = self._index.latest(asked, basis, as_of)
            return self._capture(row) if row else None

    def standing(self, asked: str, *, basis: Basis, key: str, as_of: datetime) -> Capture | None:
        """Return the newest capture at or before `as_of` that a complete run of `key` made.

        It is what later runs of `key` go by as long as they do not look themselves.
        """
        with self._lock:
            self._settle()
            row = self._index.latest(asked, basis, as_of, mark_of(key))
            return self._capture(row) if row else None

    def knows(self, asked: str, *, basis: Basis, as_of: datetime | None = None) -> bool:
        """Tell whether `latest` has a capture, without reading it."""
        with self._lock:
            self._settle()
            return self._index.latest(asked, basis, as_of) is not None

    def local(self, digest: str) -> Capture | None:
        """Return the local copy with this sha256, as it was last added, None without one."""
        return self.latest(f"local:{digest}", basis="local")

    def ls(self) -> tuple[Listing, ...]:
        """Return every look in the order in which they were recorded."""
        with self._lock:
            self._settle()
            return tuple(listing(row) for row in self._index.looks())

    def rebuild(self) -> None:
        """Build the index anew from the segments; a reader does so in memory only."""
        with self._lock:
            self._settle()
            self._index.close()
            opened = rebuild_index(self.folder, in_memory=self._writing is None)
            self._index = opened.index
            self._fresh.clear()

    # -- inside -------------------------------------------------------------------------------

    def _context(self, *, local: bool) -> LookContext:
        """Return what a look of now carries."""
        run = None if local or not self._run else self._run.ident
        return LookContext(run=run, user_agent=self._user_agent)

    def _record(self, capture: Capture, context: LookContext) -> None:
        """Write one look; its records are made and compressed outside the lock, side by side."""
        body = capture.response.body if capture.response else None
        payload = None if body is None else payload_digest(body)
        elsewhere = is_bodiless(capture)
        payload = capture.digest if elsewhere else payload
        done = False
        while not done:
            syncs = self._syncs
            known = self._payload_row(payload) if payload and (body or elsewhere) else None
            earlier = self._earlier(known) if known else None
            records = look_records(capture, context, payload, earlier)
            packed = self._writing[1].pack(records) if self._writing else None
            with self._lock:
                # Else another thread stored the same body meanwhile: once is enough.
                done = not body or not payload or self._stands(payload, known, syncs)
                if done:
                    self._append(records, packed)
                    self._count_look()

    def _stands(self, payload: str, known: PayloadRow | None, syncs: int) -> bool:
        """Tell whether a body stands where it was `known` to, `syncs` ago."""
        if syncs == self._syncs:  # else what was fresh then is in the index by now
            return self._fresh.get(payload, known) == known
        return self._payload_row(payload) == known

    def _count_look(self) -> None:
        """Sync if the batch is full, else see to it that it is in time."""
        self._looks_pending += 1
        if self._looks_pending >= self._limits.records:
            self.sync()
        elif self._timer is None:
            self._timer = threading.Timer(self._limits.seconds, self._sync_in_time)
            self._timer.daemon = True
            self._timer.start()

    def _earlier(self, row: PayloadRow) -> Payload | None:
        """Return where a body stands already, if it can be read there."""
        try:
            stored = read_member(self.folder / row.spot.segment, row.spot.offset)
            there = payload_digest(read_record(stored.raw).body) == row.digest
        except EvidenceError:  # damaged since: the body is stored again
            there = False
        return row.payload if there else None

    def _payload_row(self, digest: str) -> PayloadRow | None:
        """Return where a body stands, also if it is not indexed yet."""
        with self._lock:
            return self._fresh.get(digest) or self._index.payload(digest)

    def _append(self, records: Sequence[WarcRecord], packed: Packed | None = None) -> None:
        """Write records and remember the rows they will have in the index."""
        self._raise_failure()
        if self._writing is None:
            raise EvidenceError(f"{self.folder}: evidence was opened for reading only")
        behind, self._behind = self._behind, True
        spots = self._writing[1].append(records, packed)
        for record, spot in zip(records, spots, strict=True):
            row = row_of(record, spot, spots[0].offset)
            if row:
                self._pending.append(row)
            if isinstance(row, PayloadRow):
                self._fresh[row.digest] = row
        self._behind = behind

    def _settle(self) -> None:
        """See to it that the index knows everything recorded."""
        if self._writing and (self._pending or self._behind):
            self.sync()

    def _sync_with(self, writer: SegmentWriter) -> None:
        """Sync the segment, then add the pending rows to the index, in this order."""
        self._stop_timer()
        reached = writer.reached
        if reached is None or not (self._pending or self._behind):
            return
        writer.sync()
        try:
            if self._behind:  # cut off between writing and noting: the segments know what was
                catch_up(self._index, segments(self.folder))
            else:
                self._index.add(self._pending, reached)
        except sqlite3.Error as error:
            raise WriteRefusedError(
                f"{self.folder}: the index cannot be written ({error}); what was recorded is "
                "kept and will be indexed by the next run"
            ) from error
        self._behind = False
        self._pending.clear()
        self._fresh.clear()
        self._syncs += 1
        self._looks_pending = 0
        if writer.full:
            writer.roll()

    def _sync_in_time(self) -> None:
        """Sync because time is up; a failure is told at the next call."""
        with self._lock:
            self._timer = None
            if self._writing is None:
                return
            try:
                self._sync_with(self._writing[1])
            except FootnotedError as error:
                self._failed = error

    def _raise_failure(self) -> None:
        """Raise what went wrong behind the caller's back, once."""
        failed, self._failed = self._failed, None
        if failed:
            raise failed

    def _stop_timer(self) -> None:
        """Forget the timer of a batch."""
        if self._timer:
            self._timer.cancel()
        self._timer = None

    def _capture(self, row: LookRow) -> Capture:
        """Return the capture of a look, whole, also if it was moved since its row was read."""
        with self._lock:
            try:
                return Reader(self.folder, self._index).capture(row)
            except EvidenceError:
                moved = None if self._writing else self._moved(row)
                if moved is None:
                    raise
                return Reader(self.folder, self._index).capture(moved)

    def _moved(self, row: LookRow) -> LookRow | None:
        """Return where a look stands now, after another program wrote its segment anew."""
        if (self.folder / row.spot.segment).exists():
            return None
        self._index.close()
        self._index = open_for_reading(self.folder).index
        told = (row.run, row.basis, row.at, row.payload)
        rows = self._index.looks_at(row.asked)
        return next((o for o in rows if (o.run, o.basis, o.at, o.payload) == told), None)


def listing(row: LookRow) -> Listing:
    """Return a look as people list it."""
    return Listing(row.at, row.basis, row.outcome, row.size, row.asked, row.run, row.source)


def _run(row: RunRow, *, ended: bool) -> Run:
    """Return the run of a row."""
    return Run(row.ident, row.key, row.as_of, ended=ended)
