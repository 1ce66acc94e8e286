"""Segments: files of gzip members, one member a WARC record (WARC 1.1, annex D).

A member is whole when its deflate stream ends and its CRC and size agree; anything else is a gap.
A gap at the end of a file is the torn tail of a write that was cut short. A gap with whole
records behind it is damage, and what stands behind it is still read.
"""

from __future__ import annotations

import re
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from footnoted.errors import EvidenceError

_NAME = re.compile(r"evidence-(\d{6})-([0-9a-f]{32})(?:-(\d+))?\.warc\.gz")
_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 1 << 16
_LEVEL = 1  # a quarter of the time of 6, for a quarter more bytes (30 kB of words)


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment file.

    `mark` is the record id of its warcinfo, which every record in it names. It is random, so that
    bytes served by a website and stored in a record can never pass for a record of ours. A
    segment from which looks were dropped is written anew under the same number and mark with a
    higher `generation`; as soon as that file has its name it is whole, and the earlier one no
    longer counts.
    """

    path: Path
    number: int
    mark: str
    generation: int = 0

    @property
    def name(self) -> str:
        """Return the file's name, which is the segment's name in the index."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Member:
    """A whole gzip member: where it stands in its file, in bytes, and what it decodes to."""

    offset: int
    length: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Gap:
    """Bytes `[offset, end)` that are no whole record; `tail` if none follows them."""

    offset: int
    end: int
    tail: bool


def segments(folder: Path) -> tuple[Segment, ...]:
    """Return the segments in `folder`, oldest first; files of other names are not ours."""
    newest = {(one.number, one.mark): one for one in _all(folder)}
    return tuple(newest[key] for key in sorted(newest))


def leftovers(folder: Path) -> tuple[Path, ...]:
    """Return what an interrupted rewriting left: segments replaced already, and unfinished ones."""
    counted = {one.path for one in segments(folder)}
    replaced = [one.path for one in _all(folder) if one.path not in counted]
    return (*replaced, *sorted(folder.glob(".evidence-*.warc.gz.*.part")))


def next_generation(segment: Segment) -> Segment:
    """Return the name under which `segment` is to be written anew."""
    generation = segment.generation + 1
    mark = uuid.UUID(segment.mark.strip("<>"))
    name = f"evidence-{segment.number:06}-{mark.hex}-{generation}.warc.gz"
    return Segment(segment.path.with_name(name), segment.number, segment.mark, generation)


def new_segment(folder: Path, number: int) -> Segment:
    """Return the name of a segment to be written, with a new mark."""
    mark = uuid.uuid4()
    path = folder / f"evidence-{number:06}-{mark.hex}.warc.gz"
    return Segment(path, number, f"<urn:uuid:{mark}>")


def pack(raw: bytes) -> bytes:
    """Return `raw` as one gzip member."""
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return squeeze.compress(raw) + squeeze.flush()


def scan(segment: Segment, start: int = 0) -> Iterator[Member | Gap]:
    """Yield every whole member from the byte `start` on, and the gaps between them, in order."""
    with segment.path.open("rb") as file:
        size = file.seek(0, 2)
        offset = start
        while offset < size:
            member = _member(file, offset) or _next_member(file, offset, segment.mark)
            if member is None:
                yield Gap(offset, size, tail=True)
                return
            if member.offset > offset:
                yield Gap(offset, member.offset, tail=False)
            yield member
            offset = member.offset + member.length


def read_member(path: Path, offset: int) -> Member:
    """Return the member at `offset`; EvidenceError if it is not whole there."""
    try:
        with path.open("rb") as file:
            member = _member(file, offset)
    except OSError as error:
        raise EvidenceError(f"{path}: cannot be read ({error.strerror})") from error
    if member is None:
        raise EvidenceError(f"{path}: the record at byte {offset} is damaged and cannot be read")
    return member


def _all(folder: Path) -> list[Segment]:
    """Return every segment, also those replaced, each after the generations before it."""
    found = (_segment(path) for path in folder.glob("evidence-*.warc.gz"))
    return sorted((one for one in found if one), key=lambda one: one.generation)


def _segment(path: Path) -> Segment | None:
    """Return the segment at `path`, None if its name is not one of ours."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    mark = f"<urn:uuid:{uuid.UUID(match[2])}>"
    return Segment(path, int(match[1]), mark, int(match[3] or 0))


def _member(file: BinaryIO, offset: int) -> Member | None:
    """Return the whole member that starts at `offset`, None if none does."""
    file.seek(offset)
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    parts: list[bytes] = []
    read = 0
    try:
        while not unpack.eof:
            chunk = file.read(_CHUNK)
            if not chunk:
                return None
            read += len(chunk)
            parts.append(unpack.decompress(chunk))
    except zlib.error:
        return None
    return Member(offset, read - len(unpack.unused_data), b"".join(parts))


def _next_member(file: BinaryIO, offset: int, mark: str) -> Member | None:
    """Return the first whole record of this segment behind `offset`, None if there is none."""
    file.seek(offset)
    rest = file.read()
    at = rest.find(_MAGIC, 1)
    while at >= 0:
        member = _member(file, offset + at)
        if member and _bears(member.raw, mark):
            return member
        at = rest.find(_MAGIC, at + 1)
    return None


def _bears(raw: bytes, mark: str) -> bool:
    """Tell whether `raw` is a WARC record that names the segment's warcinfo."""
    head = raw.partition(b"\r\n\r\n")[0]
    return raw.startswith(b"WARC/") and mark.encode() in head
