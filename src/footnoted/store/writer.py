"""Appending records to the last segment, so that a crash tears at most the tail."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from footnoted import __version__
from footnoted.errors import WriteRefusedError
from footnoted.store.beside import sync_folder
from footnoted.store.index import Spot
from footnoted.store.records import WarcRecord, make_record, write_record
from footnoted.store.segments import Gap, Segment, new_segment, pack, segments


@dataclass(frozen=True, slots=True)
class Packed:
    """Records compressed for the segment that bears `mark`."""

    mark: str
    members: tuple[bytes, ...]


class SegmentWriter:
    """The one writer of a folder's segments.

    Opens the last segment, or a new one once that has `limit` bytes. Every method raises
    WriteRefusedError in one line where the disk is full or the folder may not be written; what
    stood in the segments before stays.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder = folder
        self._limit = limit
        self._handle: int | None = None
        self._segment: Segment | None = None
        self._size = 0
        self._lost: WriteRefusedError | None = None

    @property
    def reached(self) -> Spot | None:
        """Return the segment being written and its size, None before the first write."""
        return Spot(self._segment.name, self._size) if self._segment else None

    @property
    def full(self) -> bool:
        """Tell whether the next records should go to a new segment."""
        return self._size >= self._limit

    def cut(self, segment: Segment, torn: Gap) -> None:
        """Cut the torn tail off the last segment."""
        try:
            with segment.path.open("r+b") as file:
                file.truncate(torn.offset)
                os.fsync(file.fileno())
        except OSError as error:
            raise _refused(segment.path, error) from error

    def pack(self, records: Sequence[WarcRecord]) -> Packed | None:
        """Return `records` as they will stand in the segment being written, None before one is.

        This is most of the work of writing; unlike the rest it may be done in several threads.
        """
        segment = self._segment
        return _packed(records, segment.mark) if segment else None

    def append(
        self, records: Sequence[WarcRecord], packed: Packed | None = None
    ) -> tuple[Spot, ...]:
        """Write `records` in one stretch and return where each stands; not synced yet.

        `packed` is what `pack` made of them; it is made anew if the segment changed since.
        """
        self._raise_lost()
        segment, handle = self._open()
        if packed is None or packed.mark != segment.mark:
            packed = _packed(records, segment.mark)
        spots: list[Spot] = []
        data = bytearray()
        for member in packed.members:
            spots.append(Spot(segment.name, self._size + len(data), len(member)))
            data += member
        self._write(segment, handle, bytes(data))
        return tuple(spots)

    def sync(self) -> None:
        """Bring everything written to the disk.

        After a failure the kernel may have dropped what it could not write, and a second try
        would succeed without it (fsync(2), ERRORS): this writer then refuses all further work.
        """
        self._raise_lost()
        if self._handle is None or self._segment is None:
            return
        try:
            os.fsync(self._handle)
        except OSError as error:
            self._lost = _refused(self._segment.path, error)
            raise self._lost from error

    def roll(self) -> None:
        """Leave the segment; the next records go to a new one."""
        self.close()
        self._segment = None

    def close(self) -> None:
        """Close the segment's file."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle = None

    def _raise_lost(self) -> None:
        """Refuse to go on after a failed sync."""
        if self._lost:
            raise self._lost

    def _open(self) -> tuple[Segment, int]:
        """Return the segment to write to and its file, opened if need be."""
        if self._segment is not None and self._handle is not None:
            return self._segment, self._handle
        there = segments(self._folder)
        last = there[-1] if there else None
        segment = new_segment(self._folder, last.number + 1 if last else 1)
        try:
            if last and last.path.stat().st_size < self._limit:
                segment = last
            handle = os.open(segment.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            self._segment, self._handle = segment, handle
            self._size = os.fstat(handle).st_size
            sync_folder(self._folder)
        except OSError as error:
            raise _refused(segment.path, error) from error
        try:
            if self._size == 0:
                self._write(segment, handle, opening_member(segment))
        except BaseException:
            self.roll()
            raise
        return segment, handle

    def _write(self, segment: Segment, handle: int, data: bytes) -> None:
        """Write `data` behind the whole records, or leave the file as it was."""
        try:
            done = 0
            while done < len(data):
                done += os.pwrite(handle, memoryview(data)[done:], self._size + done)
        except BaseException as error:
            os.ftruncate(handle, self._size)
            if isinstance(error, OSError):
                raise _refused(segment.path, error) from error
            raise
        self._size += len(data)


def _packed(records: Sequence[WarcRecord], mark: str) -> Packed:
    """Return the records as gzip members that bear the segment's mark."""
    return Packed(mark, tuple(_member(record, mark) for record in records))


def _member(record: WarcRecord, mark: str) -> bytes:
    marked = {**record.headers, "WARC-Warcinfo-ID": mark}
    return pack(write_record(WarcRecord(record.kind, marked, record.head, record.body)))


def opening_member(segment: Segment) -> bytes:
    """Return the gzip member that opens a segment."""
    return pack(write_record(_warcinfo(segment)))


def _warcinfo(segment: Segment) -> WarcRecord:
    """Return the record that opens a segment."""
    lines = (
        f"software: footnoted {__version__}",
        "format: WARC File Format 1.1",
        "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    )
    return make_record(
        "warcinfo",
        datetime.now(UTC).replace(microsecond=0),
        {"WARC-Record-ID": segment.mark, "WARC-Filename": segment.name},
        body="".join(f"{line}\r\n" for line in lines).encode("ascii"),
    )


def _refused(path: Path, error: OSError) -> WriteRefusedError:
    """Return the one line for a write that failed."""
    return WriteRefusedError(
        f"{path}: cannot be written ({error.strerror}); what was recorded before is kept"
    )
