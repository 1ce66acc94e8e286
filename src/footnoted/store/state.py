"""`history.jsonl`: a line a change, appended and never rewritten (DESIGN, State)."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from footnoted.errors import EvidenceError, WriteRefusedError
from footnoted.history import HistoryLine, read_line, write_line


@dataclass(frozen=True, slots=True)
class History:
    """The whole lines of a history file; `torn` if its last line was cut short."""

    lines: tuple[HistoryLine, ...] = ()
    torn: bool = False


def read_history(path: Path) -> History:
    """Return what is whole in the history file at `path`; a missing file is an empty history.

    Raises EvidenceError naming file:line for a line that is no history line, unless it is the
    last one and lacks its line break: that is the mark of a write cut short, and passed over.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return History()
    except OSError as error:
        raise EvidenceError(f"{path}: cannot be read ({error.strerror})") from error
    *whole, last = data.split(b"\n")
    lines = [_line(path, number, text) for number, text in enumerate(whole, 1) if text.strip()]
    if not last:
        return History(tuple(lines))
    ending = _whole(last)
    return History((*lines, *([ending] if ending else [])), torn=ending is None)


def append_history(path: Path, lines: Sequence[HistoryLine]) -> str | None:
    """Append `lines` and sync; return a note in one line if a torn tail was cut first.

    Nothing is touched where there is nothing to append. Raises WriteRefusedError in one line;
    the file is then as it was before.
    """
    if not lines:
        return None
    data = "".join(f"{write_line(line)}\n" for line in lines).encode("ascii")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            return _append(path, handle, data)
        finally:
            os.close(handle)
    except OSError as error:
        raise WriteRefusedError(
            f"{path}: cannot be written ({error.strerror}); history is as it was before"
        ) from error


def _append(path: Path, handle: int, data: bytes) -> str | None:
    """Cut what is torn, write `data` behind it, sync."""
    size = os.fstat(handle).st_size
    tail = _last_line(handle, size)
    note, start = None, size
    if tail and _whole(tail):
        data = b"\n" + data
    elif tail:
        start = size - len(tail)
        os.ftruncate(handle, start)
        note = f"{path}: cut {len(tail)} bytes of a line that an interrupted run left half written"
    try:
        done = 0
        while done < len(data):
            done += os.pwrite(handle, memoryview(data)[done:], start + done)
        os.fsync(handle)
    except BaseException:
        os.ftruncate(handle, start)
        raise
    return note


def _last_line(handle: int, size: int) -> bytes:
    """Return what follows the last line break of the file."""
    tail = b""
    while size > 0 and b"\n" not in tail:
        start = max(0, size - 4096)
        tail = os.pread(handle, size - start, start) + tail
        size = start
    return tail.rpartition(b"\n")[2]


def _whole(text: bytes) -> HistoryLine | None:
    """Return the line if `text` is one, that is if only its line break is missing."""
    try:
        return read_line(text)
    except ValidationError:
        return None


def _line(path: Path, number: int, text: bytes) -> HistoryLine:
    """Return the line, or say which line of the file is none."""
    try:
        return read_line(text)
    except ValidationError as error:
        raise EvidenceError(
            f"{path}:{number}: not a line of history ({error.errors()[0]['msg']}); "
            "restore the file from where it is kept, or take this line out"
        ) from error
