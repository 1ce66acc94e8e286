"""The SQLite index over the segments: derived, never the only place of anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from footnoted.errors import EvidenceError
from footnoted.store.looks import Payload

VERSION = 2

_SCHEMA = """
CREATE TABLE segments (name TEXT PRIMARY KEY, indexed INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE payloads (
    digest TEXT PRIMARY KEY, segment TEXT NOT NULL, offset INTEGER NOT NULL,
    length INTEGER NOT NULL, ident TEXT NOT NULL, target TEXT NOT NULL,
    date TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX payloads_segment ON payloads (segment);
CREATE TABLE looks (
    segment TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
    start INTEGER NOT NULL, run TEXT, asked TEXT NOT NULL,
    basis TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL, bytes INTEGER,
    payload TEXT, source TEXT, PRIMARY KEY (segment, offset)) WITHOUT ROWID;
CREATE INDEX looks_asked ON looks (asked, at);
CREATE INDEX looks_payload ON looks (payload);
CREATE INDEX looks_run ON looks (run);
CREATE TABLE runs (
    segment TEXT NOT NULL, offset INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL,
    as_of TEXT NOT NULL, PRIMARY KEY (segment, offset)) WITHOUT ROWID;
CREATE TABLE ends (run TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class StaleIndexError(Exception):
    """The index does not fit the segments, or is none: build it anew."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a record stands: its segment's name, the byte its member starts at, and its length."""

    segment: str
    offset: int
    length: int = 0

    @property
    def end(self) -> int:
        """Return the first byte behind it."""
        return self.offset + self.length


@dataclass(frozen=True, slots=True)
class PayloadRow:
    """A body stored in full, by the sha256 of its bytes."""

    digest: str
    spot: Spot
    payload: Payload


@dataclass(frozen=True, slots=True)
class LookRow:
    """A look: what was asked, when, and its outcome (a status, or a failure's reason).

    `spot` is the record that makes it, `start` the byte at which its first record starts;
    `payload` is the sha256 of its body, None without a response.
    """

    spot: Spot
    start: int
    run: str | None
    asked: str
    basis: str
    at: datetime
    outcome: str
    size: int | None
    payload: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class RunRow:
    """The begin of a run."""

    spot: Spot
    ident: str
    key: str
    as_of: datetime


@dataclass(frozen=True, slots=True)
class EndRow:
    """The end of a run."""

    run: str


Row = PayloadRow | LookRow | RunRow | EndRow

_Values = tuple[str | int | None, ...]
_ROWS_AT_ONCE = 64  # of twelve columns: SQLite before 3.32 takes 999 values in a statement


def sortable(at: datetime) -> str:
    """Return `at` in UTC at a fixed width, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


class Index:
    """An open index. Not safe for threads: its owner holds a lock around each call."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    @classmethod
    def create(cls, path: Path | None) -> Index:
        """Return a new, empty index at `path`, or in memory."""
        database = sqlite3.connect(path or ":memory:", check_same_thread=False, timeout=30)
        database.executescript(f"{_SCHEMA} PRAGMA user_version = {VERSION};")
        return cls(database)

    @classmethod
    def open(cls, path: Path, *, writing: bool) -> Index:
        """Open the index at `path`.

        Raises StaleIndexError if it is missing, damaged, or of an older format; EvidenceError
        if its format is newer than this program knows.
        """
        mode = "rw" if writing else "ro"
        try:
            database = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}",
                uri=True,
                check_same_thread=False,
                timeout=30,
            )
        except sqlite3.Error as error:
            raise StaleIndexError from error
        try:
            (version,) = database.execute("PRAGMA user_version").fetchone()
            (health,) = database.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.Error as error:
            database.close()
            raise StaleIndexError from error
        if version > VERSION:
            database.close()
            raise EvidenceError(
                f"{path}: written by a newer footnoted (format {version}, this one knows "
                f"{VERSION}); update footnoted, or delete this file to have it built anew"
            )
        if version < VERSION or health != "ok":
            database.close()
            raise StaleIndexError
        return cls(database)

    def in_memory(self) -> Index:
        """Return a copy in memory, which may grow without touching the file; closes this one."""
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.backup(copy)
        self.close()
        return Index(copy)

    def close(self) -> None:
        """Close the database; what was not committed is lost."""
        self._database.close()

    def add(self, rows: Iterable[Row], reached: Spot) -> None:
        """Add `rows` and note that the segment is indexed up to `reached`, all or nothing."""
        with self._database:
            self._insert(rows)
            self._database.execute(
                "INSERT INTO segments VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET indexed = excluded.indexed",
                (reached.segment, reached.offset),
            )

    def exchange(self, old: str, rows: Iterable[Row], reached: Spot | None) -> None:
        """Let `rows` stand for all that the segment `old` held, all or nothing.

        `reached` is the segment that takes its place and up to where it is indexed, None where
        nothing does.
        """
        with self._database:
            for table in ("looks", "payloads", "runs"):
                self._database.execute(f"DELETE FROM {table} WHERE segment = ?", (old,))  # noqa: S608  our own names
            self._database.execute("DELETE FROM segments WHERE name = ?", (old,))
            self._insert(rows)
            if reached:
                self._database.execute(
                    "INSERT INTO segments VALUES (?, ?)", (reached.segment, reached.offset)
                )

    def indexed(self) -> dict[str, int]:
        """Return for each segment's name up to which byte it is indexed."""
        return dict(self._database.execute("SELECT name, indexed FROM segments"))

    def payload(self, digest: str) -> PayloadRow | None:
        """Return where the body of this sha256 stands in full."""
        row = self._database.execute(
            "SELECT digest, segment, offset, length, ident, target, date FROM payloads "
            "WHERE digest = ?",
            (digest,),
        ).fetchone()
        return row and _payload_row(row)

    def payloads(self) -> tuple[PayloadRow, ...]:
        """Return where every body stands in full."""
        rows = self._database.execute(
            "SELECT digest, segment, offset, length, ident, target, date FROM payloads"
        )
        return tuple(_payload_row(row) for row in rows)

    def latest(
        self, asked: str, basis: str | None, as_of: datetime | None, mark: str | None = None
    ) -> LookRow | None:
        """Return the newest look at `asked`, at or before `as_of`.

        With `mark` only looks of runs that have it in their id count (`runs.mark_of`), and none of
        runs that never ended.
        """
        until = sortable(as_of) if as_of else None
        rows = self._looks(
            "WHERE asked = ? AND (? IS NULL OR basis = ?) AND (? IS NULL OR at <= ?) "
            "AND (? IS NULL OR (run LIKE '%-' || ? || '-%' AND run NOT IN "
            "(SELECT id FROM runs WHERE id NOT IN (SELECT run FROM ends)))) "
            "ORDER BY at DESC, segment DESC, offset DESC LIMIT 1",
            (asked, basis, basis, until, until, mark, mark),
        )
        return rows[0] if rows else None

    def looks(self, run: str | None = None) -> tuple[LookRow, ...]:
        """Return the looks of a run, or all, in the order in which they were recorded."""
        where = "WHERE run = ? " if run else ""
        return self._looks(where + "ORDER BY segment, offset", (run,) if run else ())

    def looks_with(self, start: str) -> tuple[LookRow, ...]:
        """Return the looks at bodies whose sha256 begins with `start`, hex digits, in order."""
        return self._looks(
            "WHERE payload >= ? AND payload < ? ORDER BY segment, offset", (start, f"{start}g")
        )

    def looks_at(self, asked: str) -> tuple[LookRow, ...]:
        """Return the looks at `asked` in the order in which they were recorded."""
        return self._looks("WHERE asked = ? ORDER BY segment, offset", (asked,))

    def runs(self, key: str | None = None) -> tuple[tuple[RunRow, bool], ...]:
        """Return the runs of `key`, or all, in the order they began, and whether each ended."""
        rows = self._database.execute(
            "SELECT segment, offset, id, key, as_of, ends.run IS NOT NULL FROM runs "
            "LEFT JOIN ends ON ends.run = runs.id WHERE ? IS NULL OR key = ? "
            "ORDER BY segment, offset",
            (key, key),
        )
        return tuple(
            (
                RunRow(Spot(row[0], row[1]), row[2], row[3], datetime.fromisoformat(row[4])),
                bool(row[5]),
            )
            for row in rows
        )

    def _looks(self, rest: str, values: tuple[str | None, ...]) -> tuple[LookRow, ...]:
        """Return the look rows that `rest`, our own words and never input, selects."""
        rows = self._database.execute(
            "SELECT segment, offset, length, start, run, asked, basis, at, outcome, bytes, "  # noqa: S608  `rest` is written in this file
            f"payload, source FROM looks {rest}",
            values,
        )
        return tuple(
            LookRow(
                spot=Spot(row[0], row[1], row[2]),
                start=row[3],
                run=row[4],
                asked=row[5],
                basis=row[6],
                at=datetime.fromisoformat(row[7]),
                outcome=row[8],
                size=row[9],
                payload=row[10],
                source=row[11],
            )
            for row in rows
        )

    def _insert(self, rows: Iterable[Row]) -> None:
        """Insert rows; one that is there stays, but of a body the newest place counts.

        Many at a time: each statement lets other threads in, and has to wait for them again.
        """
        by_table: dict[str, list[_Values]] = {}
        for row in rows:
            table, values = _values(row)
            by_table.setdefault(table, []).append(values)
        for table, of_table in by_table.items():
            for start in range(0, len(of_table), _ROWS_AT_ONCE):
                some = of_table[start : start + _ROWS_AT_ONCE]
                marks = f"({', '.join('?' * len(some[0]))})"
                # A body is stored again where the earlier place is damaged.
                otherwise = "REPLACE" if table == "payloads" else "IGNORE"
                self._database.execute(
                    f"INSERT OR {otherwise} INTO {table} VALUES {', '.join([marks] * len(some))}",  # noqa: S608  our own names
                    [value for values in some for value in values],
                )


def _values(row: Row) -> tuple[str, _Values]:
    """Return the table of a row, and its columns."""
    match row:
        case PayloadRow(digest, spot, payload):
            fields = _fields(payload)
            return "payloads", (digest, spot.segment, spot.offset, spot.length, *fields)
        case LookRow(spot, start, run, asked, basis, at, outcome, size, body, source):
            place = (spot.segment, spot.offset, spot.length, start)
            told = (sortable(at), outcome, size, body, source)
            return "looks", (*place, run, asked, basis, *told)
        case RunRow(spot, ident, key, as_of):
            return "runs", (spot.segment, spot.offset, ident, key, sortable(as_of))
        case EndRow(ended):
            return "ends", (ended,)


def _payload_row(row: tuple[Any, ...]) -> PayloadRow:
    """Return a row of the table of payloads as what it means."""
    return PayloadRow(row[0], Spot(row[1], row[2], row[3]), Payload(*row[4:]))


def _fields(payload: Payload) -> tuple[str, str, str]:
    """Return the payload's columns."""
    return payload.ident, payload.target, payload.date
