"""From segments to the index: what each record means, and bringing an index up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from footnoted.errors import EvidenceError
from footnoted.store.index import (
    EndRow,
    Index,
    LookRow,
    PayloadRow,
    Row,
    RunRow,
    Spot,
    StaleIndexError,
)
from footnoted.store.looks import LOOK_FIELD, LOOK_SCHEMA, LOOK_TARGET, Payload
from footnoted.store.records import WarcRecord, json_body, read_record
from footnoted.store.runs import RUN_SCHEMA, RUN_TARGET
from footnoted.store.segments import Gap, Segment, scan

_BATCH = 500
_SHA256 = "sha256:"


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """What bringing an index up to date met.

    `torn` is the gap at the end of the last segment; `damage` names, in a line each, other
    bytes that are no whole record.
    """

    torn: Gap | None = None
    damage: tuple[str, ...] = ()


def row_of(record: WarcRecord, spot: Spot, start: int) -> Row | None:
    """Return what the index keeps of a record, None for records that need no row.

    `start` is the byte at which the first record of the same look starts.
    Raises EvidenceError for a record of ours in a format newer than this program knows.
    """
    if record.kind in ("response", "resource"):
        return _payload_row(record, spot)
    if record.kind != "metadata":
        return None
    if record.target.startswith(LOOK_TARGET):
        return _look_row(_known(record, LOOK_SCHEMA), spot, start)
    if record.target.startswith(RUN_TARGET):
        return _run_row(_known(record, RUN_SCHEMA), spot)
    return None


def catch_up(index: Index, found: Iterable[Segment]) -> CaughtUp:
    """Index every whole record that `index` does not have yet.

    Raises StaleIndexError if the index speaks of segments or bytes that are not there.
    """
    at_hand = tuple(found)
    reached = index.indexed()
    sizes = {one.name: one.path.stat().st_size for one in at_hand}
    if any(sizes.get(name, -1) < end for name, end in reached.items()):
        raise StaleIndexError
    torn: Gap | None = None
    damage: list[str] = []
    for segment in at_hand:
        start = reached.get(segment.name, 0)
        if start == sizes[segment.name]:
            continue
        for gap in _index_segment(index, segment, start):
            if gap.tail and segment is at_hand[-1]:
                torn = gap
            else:
                damage.append(f"{segment.path}: bytes {gap.offset} to {gap.end} are damaged")
    return CaughtUp(torn, tuple(damage))


def built(path: Path | None, found: Iterable[Segment]) -> tuple[Index, CaughtUp]:
    """Return a new index over the segments, at `path` (where nothing may be) or in memory."""
    index = Index.create(path)
    try:
        return index, catch_up(index, found)
    except BaseException:
        index.close()
        raise


def rows_of(segment: Segment, start: int) -> Iterator[tuple[Row | None, int] | Gap]:
    """Yield for each whole record from the byte `start` on its row and end, and the gaps."""
    look, first = "", start
    for found in scan(segment, start):
        if isinstance(found, Gap):
            yield found
            continue
        record = read_record(found.raw)
        named = record.headers.get(LOOK_FIELD) or record.target
        if named != look:
            look, first = named, found.offset
        spot = Spot(segment.name, found.offset, found.length)
        yield row_of(record, spot, first), spot.end


def _index_segment(index: Index, segment: Segment, start: int) -> list[Gap]:
    """Index one segment from the byte `start` on, and return its gaps."""
    gaps: list[Gap] = []
    rows: list[Row] = []
    reached = start
    for found in rows_of(segment, start):
        if isinstance(found, Gap):
            gaps.append(found)
            continue
        row, reached = found
        if row:
            rows.append(row)
        # Never within a look: whoever goes on from here would not know where it starts.
        if len(rows) >= _BATCH and isinstance(row, LookRow):
            index.add(rows, Spot(segment.name, reached))
            rows = []
    index.add(rows, Spot(segment.name, reached))
    return gaps


def _known(record: WarcRecord, schema: str) -> dict[str, Any]:
    """Return the JSON of a metadata record of ours, if it is of the format we know."""
    value = json_body(record)
    if value["schema"] != schema:
        raise EvidenceError(
            f"the evidence holds records of the format {value['schema']}, newer than this "
            f"footnoted knows ({schema}); update footnoted"
        )
    return value


def _payload_row(record: WarcRecord, spot: Spot) -> PayloadRow | None:
    """Return where a body stands, unless it is empty or not labelled by us."""
    label = record.headers.get("WARC-Payload-Digest", "")
    if not record.body or not label.startswith(_SHA256):
        return None
    payload = Payload(record.ident, record.target, record.headers["WARC-Date"])
    return PayloadRow(label.removeprefix(_SHA256), spot, payload)


def _look_row(look: dict[str, Any], spot: Spot, start: int) -> LookRow:
    """Return the row of a look."""
    response, failure = look["response"], look["failure"]
    return LookRow(
        spot=spot,
        start=start,
        run=look["run"],
        asked=look["asked"],
        basis=look["basis"],
        at=datetime.fromisoformat(look["at"]),
        outcome=str(response["status"]) if response else failure["reason"],
        size=response["bytes"] if response else None,
        payload=response["payload"] if response else None,
        source=look["source"],
    )


def _run_row(event: dict[str, Any], spot: Spot) -> RunRow | EndRow:
    """Return the row of a run's begin or end."""
    if event["event"] == "end":
        return EndRow(event["run"])
    return RunRow(spot, event["run"], event["key"], datetime.fromisoformat(event["as_of"]))
