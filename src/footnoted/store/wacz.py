"""Looks as one WACZ file, which programs that replay archives open (WACZ 1.1.1).

The records are copied as they stand, members and all, each segment's under its own name, so that
whoever has the export holds the evidence itself. A page whose body stands with an earlier look is
exported with that record, too.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from footnoted import __version__
from footnoted.errors import EvidenceError
from footnoted.model.capture import Capture
from footnoted.store.beside import written_beside
from footnoted.store.cdx import cdx_line
from footnoted.store.index import LookRow, Spot
from footnoted.store.looks import is_bodiless
from footnoted.store.reading import Reader
from footnoted.store.records import to_json
from footnoted.store.segments import read_member

_ANSWERS = frozenset({"response", "revisit", "resource"})
_WACZ_VERSION = "1.1.1"


@dataclass(frozen=True, slots=True)
class Exported:
    """What went into an export: looks, of which `pages` can be opened, and its size in bytes.

    `lost` names, in a line each, looks that were left out since the evidence of them is damaged.
    """

    looks: int
    pages: int
    size: int
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A look that is exported: the records it needs, and its entry in the list of pages."""

    spots: tuple[Spot, ...]
    page: dict[str, Any] | None


TitleOf = Callable[[LookRow, Capture], str | None]
"""Names a page, None where it has no title."""


def export_wacz(
    path: Path,
    reader: Reader,
    rows: Iterable[LookRow],
    *,
    title: str,
    created: datetime,
    title_of: TitleOf,
) -> Exported:
    """Write the looks of `rows` to a WACZ file at `path`, whole or not at all.

    Raises WriteRefusedError where the file cannot be written.
    """
    chosen: list[_Chosen] = []
    lost: list[str] = []
    for row in rows:
        try:
            chosen.append(_chosen(reader, row, title_of))
        except EvidenceError as error:
            lost.append(f"{row.asked}, {row.at:%Y-%m-%d}: left out ({error})")
    pages = [one.page for one in chosen if one.page]
    with written_beside(path) as out, zipfile.ZipFile(out, "w", allowZip64=True) as archive:
        package = _Package(archive, created)
        lines: list[str] = []
        for spots in _by_segment(reader, chosen):
            lines += package.copy(reader, spots)
        package.add("indexes/index.cdx", "".join(sorted(lines)).encode("ascii"))
        package.add("pages/pages.jsonl", _pages(pages))
        package.close(title, pages[0] if pages else None)
    return Exported(len(chosen), len(pages), path.stat().st_size, tuple(lost))


@dataclass(slots=True)
class _Package:
    """A WACZ file being written: what is in it, each with its sha256."""

    archive: zipfile.ZipFile
    created: datetime
    resources: list[dict[str, Any]] = field(default_factory=list)

    def copy(self, reader: Reader, spots: list[Spot]) -> list[str]:
        """Copy members of one segment, and return the index lines for their new places."""
        source = reader.folder / spots[0].segment
        name = f"archive/{source.name}"
        size, digest = 0, hashlib.sha256()
        total = sum(spot.length for spot in spots)
        lines: list[str] = []
        # Stored, not deflated: a program that replays reads single members out of the middle.
        with source.open("rb") as file, self._open(name, total, zipfile.ZIP_STORED) as out:
            for spot in spots:
                file.seek(spot.offset)
                data = file.read(spot.length)
                out.write(data)
                digest.update(data)
                line = cdx_line(reader.record(spot), Spot(spot.segment, size, spot.length))
                lines += [line] if line else []
                size += len(data)
        self._note(name, digest.hexdigest(), size)
        return lines

    def add(self, name: str, data: bytes) -> None:
        """Add a file that is small enough to be at hand."""
        with self._open(name, len(data)) as out:
            out.write(data)
        self._note(name, hashlib.sha256(data).hexdigest(), len(data))

    def close(self, title: str, main: dict[str, Any] | None) -> None:
        """Write what the package holds, and the digest of that."""
        told = {
            "profile": "data-package",
            "wacz_version": _WACZ_VERSION,
            "title": title,
            "software": f"footnoted {__version__}",
            "created": f"{self.created.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "resources": self.resources,
        }
        if main:
            told |= {"mainPageUrl": main["url"], "mainPageDate": main["ts"]}
        data = json.dumps(told, indent=2).encode("ascii")
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
        for name, content in (
            ("datapackage.json", data),
            ("datapackage-digest.json", json.dumps(digest).encode("ascii")),
        ):
            with self._open(name, len(content)) as out:
                out.write(content)

    def _open(self, name: str, size: int, compression: int = zipfile.ZIP_DEFLATED) -> IO[bytes]:
        """Open a file of the package for writing `size` bytes.

        The size is given beforehand so that only a huge file gets the fields of ZIP64, on which
        wabac.js, that ReplayWeb.page reads with, misses where the file's bytes begin.
        """
        info = zipfile.ZipInfo(name, self.created.astimezone(UTC).timetuple()[:6])
        info.compress_type = compression
        info.external_attr = 0o644 << 16
        info.file_size = size
        return self.archive.open(info, "w")

    def _note(self, path: str, digest: str, size: int) -> None:
        """Note a file among the package's resources."""
        name = path.rpartition("/")[2].lower()
        told = {"name": name, "path": path, "hash": f"sha256:{digest}", "bytes": size}
        self.resources.append(told)


def _chosen(reader: Reader, row: LookRow, title_of: TitleOf) -> _Chosen:
    """Return what a look needs in an export; EvidenceError where it is damaged."""
    records = list(reader.records(row))
    spots = [spot for spot, _ in records]
    stored = reader.index.payload(row.payload) if row.payload else None
    if stored:
        spots.append(stored.spot)
    capture = reader.capture(row)
    answer = next((one for _, one in records if one.kind in _ANSWERS), None)
    told_only = row.basis in {"probe", "archive"} or is_bodiless(capture)
    if answer is None or capture.response is None or told_only:
        return _Chosen(tuple(spots), None)
    title = title_of(row, capture)
    page = {
        "id": records[-1][1].target.rpartition(":")[2],
        "url": answer.target,
        "ts": answer.headers["WARC-Date"],
    }
    return _Chosen(tuple(spots), page | ({"title": title} if title else {}))


def _by_segment(reader: Reader, chosen: Iterable[_Chosen]) -> Iterator[list[Spot]]:
    """Yield for each segment which of its members are to be copied, in order.

    The first one, which says what the file is, always goes along.
    """
    wanted: dict[str, dict[int, Spot]] = {}
    for one in chosen:
        for spot in one.spots:
            wanted.setdefault(spot.segment, {})[spot.offset] = spot
    for segment in sorted(wanted):
        first = read_member(reader.folder / segment, 0)
        spots = {0: Spot(segment, 0, first.length), **wanted[segment]}
        yield [spots[offset] for offset in sorted(spots)]


def _pages(pages: Iterable[dict[str, Any]]) -> bytes:
    """Return the list of pages: its head and a line each."""
    head = {"format": "json-pages-1.0", "id": "pages", "title": "Pages"}
    return b"\n".join([*map(to_json, (head, *pages)), b""])
