"""Reading single looks: from a row of the index to the records that tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from footnoted.errors import EvidenceError
from footnoted.model.capture import Basis, Capture
from footnoted.store.index import Index, LookRow, PayloadRow, Spot
from footnoted.store.looks import look_capture
from footnoted.store.opening import open_for_reading
from footnoted.store.records import WarcRecord, json_body, payload_digest, read_record
from footnoted.store.segments import read_member


@dataclass(frozen=True, slots=True)
class Look:
    """A look whole: the capture and what stands beside it.

    `requests` are the heads of the requests as they were recorded, in order; `source` and `seen`
    are those of a local copy.
    """

    capture: Capture
    run: str | None
    source: str | None
    seen: date | None
    requests: tuple[str, ...]
    segment: str


class Taken(Mapping[tuple[str, Basis], Capture]):
    """What a run recorded, by what was asked and as what, in that order.

    A capture is read from the disk each time it is asked for and kept by nobody here: the memory
    a run costs does not grow with its pages. It can be read as long as the evidence is open.
    """

    def __init__(self, rows: Iterable[LookRow], read: Callable[[LookRow], Capture]) -> None:
        """Where a run asked twice the later look stands."""
        found = {(row.asked, row.basis): row for row in rows}
        self._rows = {key: found[key] for key in sorted(found)}
        self._read = read

    def __getitem__(self, key: tuple[str, Basis]) -> Capture:
        return self._read(self._rows[key])

    def __iter__(self) -> Iterator[tuple[str, Basis]]:
        return iter(cast("Iterable[tuple[str, Basis]]", self._rows))

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def outcome(self, key: tuple[str, Basis]) -> str:
        """Return a look's status or its failure's reason, without reading the look."""
        return self._rows[key].outcome

    def answered(self, key: tuple[str, Basis]) -> bool:
        """Tell whether a look brought a response, without reading the look."""
        return self._rows[key].payload is not None

    def came_without_body(self, key: tuple[str, Basis]) -> bool:
        """Tell whether a site said that nothing changed; the body may be here all the same."""
        row = self._rows[key]
        return row.payload is not None and row.size is None


class Reader:
    """Reads looks out of a folder by the rows of its index. Not safe for threads."""

    def __init__(self, folder: Path, index: Index) -> None:
        self.folder = folder
        self.index = index

    def record(self, spot: Spot) -> WarcRecord:
        """Return the record that stands at `spot`; EvidenceError if it is not whole there."""
        return read_record(read_member(self.folder / spot.segment, spot.offset).raw)

    def records(self, row: LookRow) -> Iterator[tuple[Spot, WarcRecord]]:
        """Yield the records of a look in order, each with its place."""
        offset = row.start
        while offset <= row.spot.offset:
            member = read_member(self.folder / row.spot.segment, offset)
            spot = Spot(row.spot.segment, offset, member.length)
            yield spot, read_record(member.raw)
            offset = spot.end

    def capture(self, row: LookRow) -> Capture:
        """Return the capture of a look, whole.

        That of a page which did not change has the body of the look before, if that is here.
        """
        look = json_body(self.record(row.spot))
        response = look["response"]
        stored = self.index.payload(response["payload"]) if response else None
        wanted = response and (response["bytes"] or (response["bytes"] is None and stored))
        body = self.body(response["payload"], stored) if wanted else b""
        return look_capture(look, body)

    def body(self, digest: str, stored: PayloadRow | None) -> bytes:
        """Return a body by its sha256; EvidenceError if the evidence does not hold it intact."""
        body = self.record(stored.spot).body if stored else b""
        if payload_digest(body) != digest:
            raise EvidenceError(f"{self.folder}: the page with sha256 {digest} is lost or damaged")
        return body

    def look(self, row: LookRow) -> Look:
        """Return all that is on record of one look."""
        told = json_body(self.record(row.spot))
        requests = [
            record.head.decode("latin-1")
            for _, record in self.records(row)
            if record.kind == "request"
        ]
        return Look(
            capture=self.capture(row),
            run=told["run"],
            source=told["source"],
            seen=date.fromisoformat(told["seen"]) if told["seen"] else None,
            requests=tuple(requests),
            segment=row.spot.segment,
        )


@contextmanager
def open_reader(folder: Path) -> Iterator[Reader]:
    """Open evidence that must be there, for reading; nothing in the folder is touched."""
    opened = open_for_reading(folder)
    try:
        yield Reader(folder, opened.index)
    finally:
        opened.index.close()
