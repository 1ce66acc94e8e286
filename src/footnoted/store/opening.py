"""Opening a folder of evidence: the index at hand brought up to date, or built anew.

Readers write nothing at all: where the index on disk is behind, missing or damaged they go on
with a copy in memory, so that a read-only folder and a folder being written are both readable.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from footnoted.errors import EvidenceError, WriteRefusedError
from footnoted.store.index import Index, StaleIndexError
from footnoted.store.indexing import CaughtUp, built, catch_up
from footnoted.store.segments import Segment, leftovers, segments
from footnoted.store.writer import SegmentWriter

_INDEX = "index.sqlite"


@dataclass(frozen=True, slots=True)
class Opened:
    """An index that knows every whole record, and what there is to tell of opening it."""

    index: Index
    notes: tuple[str, ...] = ()


def open_for_reading(folder: Path) -> Opened:
    """Open evidence that must be there; a torn tail is passed over."""
    path = folder / _INDEX
    found = segments(folder)
    if not found and not path.exists():
        raise EvidenceError(f"{folder}: no evidence is kept here")
    try:
        return _read(path, found)
    except (StaleIndexError, sqlite3.Error):
        return rebuild_index(folder, in_memory=True)
    except OSError as error:
        raise EvidenceError(f"{folder}: cannot be read ({error.strerror})") from error


def open_for_writing(folder: Path, writer: SegmentWriter) -> Opened:
    """Open evidence under the writer's lock; cut a torn tail, take away what was replaced."""
    notes: list[str] = []
    try:
        for path in leftovers(folder):
            path.unlink()
        index, caught = _current(folder, notes)
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise WriteRefusedError(f"{folder}: cannot be written ({why})") from error
    if caught.torn:
        last = segments(folder)[-1]
        writer.cut(last, caught.torn)
        lost = caught.torn.end - caught.torn.offset
        notes.append(f"{last.path}: cut {lost} bytes that an interrupted run left half written")
    return Opened(index, (*notes, *caught.damage))


def rebuild_index(folder: Path, *, in_memory: bool) -> Opened:
    """Build the index from the segments: beside the old one and then in its place, or in memory."""
    if in_memory:
        index, caught = built(None, segments(folder))
        return Opened(index, caught.damage)
    index, caught = _replaced(folder)
    return Opened(index, caught.damage)


def _read(path: Path, found: Sequence[Segment]) -> Opened:
    """Return the index on disk, or a copy in memory where it is behind."""
    index = Index.open(path, writing=False)
    try:
        if index.indexed() == {one.name: one.path.stat().st_size for one in found}:
            return Opened(index)
        index = index.in_memory()
        return Opened(index, catch_up(index, found).damage)
    except BaseException:
        index.close()
        raise


def _current(folder: Path, notes: list[str]) -> tuple[Index, CaughtUp]:
    """Return the writer's index, up to date."""
    try:
        index = Index.open(folder / _INDEX, writing=True)
    except StaleIndexError:
        return _replaced_and_told(folder, notes)
    try:
        return index, catch_up(index, segments(folder))
    except (StaleIndexError, sqlite3.DatabaseError):
        index.close()
        return _replaced_and_told(folder, notes)
    except BaseException:
        index.close()
        raise


def _replaced_and_told(folder: Path, notes: list[str]) -> tuple[Index, CaughtUp]:
    """Build the index anew; for a folder that is new there is nothing to tell."""
    if segments(folder):
        notes.append(f"{folder / _INDEX}: missing or out of date, built anew from the evidence")
    return _replaced(folder)


def _replaced(folder: Path) -> tuple[Index, CaughtUp]:
    """Build the index beside the old one and put it in its place.

    The old one's journal goes first: SQLite would otherwise play it into the new file.
    """
    path = folder / _INDEX
    beside = folder / f"{_INDEX}.new"
    for stale in (beside, Path(f"{beside}-journal"), Path(f"{path}-journal")):
        with contextlib.suppress(FileNotFoundError):
            stale.unlink()
    index, caught = built(beside, segments(folder))
    index.close()
    beside.replace(path)
    return Index.open(path, writing=True), caught
