"""A corpus as it was read, kept for the next time that nothing has changed.

Kept in the user's cache folder, a file for each corpus; it may be deleted at any time. It is used
only where the digest of all record files, the code that reads them and the versions of what it
rests on are the same, and where its own digest fits: anything else is a cold load. It is JSON, read
through the records' own models, so that a file from elsewhere can at most be refused.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pydantic
from pydantic import BaseModel, ConfigDict

from footnoted import __version__
from footnoted.errors import WriteRefusedError
from footnoted.files import write_beside
from footnoted.model.corpus import ClaimFile, Corpus, PlaceKey
from footnoted.model.judgement import Judgement
from footnoted.model.place import Place
from footnoted.model.records import (
    ClaimRecord,
    Exemption,
    NoteRecord,
    PaperRecord,
    SourceRecord,
    Waiver,
)

WORTH_IT = 400_000
"""Bytes of records from which on a corpus is kept: smaller ones are read in well under a second."""

FOLDER = "FOOTNOTED_CACHE"
"""The environment variable that names another folder; empty: nothing is kept."""


class _Kept(BaseModel):
    """The records that are kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    paper: PaperRecord
    sources: tuple[SourceRecord, ...]
    notes: tuple[NoteRecord, ...]
    claims: tuple[ClaimRecord, ...]
    exemptions: tuple[Exemption, ...]
    judgements: tuple[Judgement, ...]
    waivers: tuple[Waiver, ...]
    files: tuple[tuple[str, tuple[str, ...]], ...]


def kept_corpus(folder: Path, shown: str, digest: str) -> Corpus | None:
    """Return the corpus in `folder` as it was read last, None where that is not surely the same."""
    path = _path(folder)
    if path is None:
        return None
    try:
        key, own, content = path.read_bytes().split(b"\n", 2)
        if key != _key(shown, digest) or own != _digest(content):
            return None
        places, records = content.split(b"\n", 1)
        kept = _Kept.model_validate_json(records)
    except (OSError, ValueError):  # pydantic's ValidationError is a ValueError
        return None
    return Corpus(
        folder=shown,
        digest=digest,
        paper=kept.paper,
        sources={one.id: one for one in kept.sources},
        notes={one.id: one for one in kept.notes},
        claims={one.id: one for one in kept.claims},
        exemptions=kept.exemptions,
        judgements=kept.judgements,
        waivers=kept.waivers,
        files=tuple(ClaimFile(name, ids) for name, ids in kept.files),
        places=KeptPlaces(places),
    )


def keep_corpus(folder: Path, corpus: Corpus, size: int) -> None:
    """Keep a corpus of `size` bytes, read without a finding; failing to do so loses nothing."""
    path = _path(folder)
    if path is None or size < WORTH_IT:
        return
    kept = _Kept(
        paper=corpus.paper,
        sources=tuple(corpus.sources.values()),
        notes=tuple(corpus.notes.values()),
        claims=tuple(corpus.claims.values()),
        exemptions=corpus.exemptions,
        judgements=corpus.judgements,
        waivers=corpus.waivers,
        files=tuple((one.name, one.claims) for one in corpus.files),
    )
    records = kept.model_dump_json(by_alias=True, exclude_unset=True).encode()
    content = _packed(corpus.places) + b"\n" + records
    key = _key(corpus.folder, corpus.digest)
    with contextlib.suppress(WriteRefusedError):
        write_beside(path, b"\n".join((key, _digest(content), content)))


class KeptPlaces(Mapping[PlaceKey, Place]):
    """Where everything is written, unpacked as somebody asks, record by record."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        self._known: dict[str, dict[PlaceKey, Place]] = {}

    def __getitem__(self, key: PlaceKey) -> Place:
        return self._record(json.dumps(key[: _depth(key)]))[key]

    def __iter__(self) -> Iterator[PlaceKey]:
        for record in self._unpacked[1]:
            yield from self._record(record)

    def __len__(self) -> int:
        return sum(len(self._record(record)) for record in self._unpacked[1])

    @cached_property
    def _unpacked(self) -> tuple[list[str], dict[str, list[list[Any]]]]:
        """The files' names; for each record the rest of its keys, number of file, line, column."""
        files, rows = json.loads(self._packed)
        return files, rows

    def _record(self, record: str) -> dict[PlaceKey, Place]:
        known = self._known.get(record)
        if known is None:
            files, rows = self._unpacked
            base = tuple(json.loads(record))
            known = {
                (*base, *path): Place(files[file], line, column)
                for path, file, line, column in rows.get(record, ())
            }
            self._known[record] = known
        return known


def _packed(places: Mapping[PlaceKey, Place]) -> bytes:
    files: dict[str, int] = {}
    rows: dict[PlaceKey, list[tuple[PlaceKey, int, int, int]]] = {}
    for key, place in places.items():
        base = key[: _depth(key)]
        number = files.setdefault(place.file, len(files))
        rows.setdefault(base, []).append((key[len(base) :], number, place.line, place.column))
    named = {json.dumps(base): its for base, its in rows.items()}
    return json.dumps([[*files], named], separators=(",", ":")).encode()


def _depth(key: PlaceKey) -> int:
    """Return how many steps of a key name its record: `paper` has no id."""
    return 1 if key[:1] == ("paper",) else 2


def _path(folder: Path) -> Path | None:
    home = _home()
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:32]
    return home / f"{name}.corpus" if home else None


def _home() -> Path | None:
    """Return the user's cache folder for corpora (XDG Base Directory, and its like elsewhere)."""
    if (given := os.environ.get(FOLDER)) is not None:
        return Path(given) if given else None
    try:
        if sys.platform == "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # no home folder
        return None
    return base / "footnoted" / "corpora"


def _key(shown: str, digest: str) -> bytes:
    """Return what must be the same: records, their shown path, the code that reads them."""
    return _digest(f"{digest}\0{shown}\0{_code()}".encode())


@cache
def _code() -> str:
    """Return a digest of what decides how records are read: our code and what it rests on."""
    total = hashlib.sha256()
    total.update(f"{__version__} {pydantic.VERSION} {platform.python_version()}".encode())
    package = Path(__file__).parent
    for path in sorted([*package.glob("*.py"), *package.parent.glob("model/*.py")]):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
