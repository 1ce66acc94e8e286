"""Writing what a table changed: all files or none, every other record as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from footnoted.corpus.append import with_records
from footnoted.corpus.canonical import ids_in
from footnoted.corpus.edit import edited
from footnoted.corpus.emit import record_item
from footnoted.corpus.table_changes import FileChange
from footnoted.corpus.typed import read_record
from footnoted.corpus.yaml_subset import Fault, decode, parse_list
from footnoted.errors import UnreadableCorpusError, WriteRefusedError
from footnoted.files import digest, write_beside
from footnoted.model.base import Record
from footnoted.model.records import ClaimRecord

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file as it was read and as it will be."""

    path: Path
    data: bytes | None
    new: bytes

    def write(self) -> None:
        """Replace the file; WriteRefusedError where someone changed it since it was read."""
        read = None if self.data is None else digest(self.data)
        write_beside(self.path, self.new, read_digest=read)


def rewritten(folder: Path, changes: Mapping[str, FileChange]) -> list[Rewritten]:
    """Return the files of `folder` with the changes made; nothing is written.

    Raises UnreadableCorpusError or WriteRefusedError in one line.
    """
    return [_one(folder / name, change) for name, change in sorted(changes.items())]


def _one(path: Path, change: FileChange) -> Rewritten:
    data = _bytes(path)
    text = decode(data or b"")
    parsed = None if isinstance(text, Fault) else parse_list(text)
    if isinstance(text, Fault) or parsed is None or parsed.faults:
        raise UnreadableCorpusError(f"{path}: has faults; mend what 'footnoted lint' says first")
    index = {ident: at for at, ident in enumerate(ids_in(parsed.nodes))}
    if missing := {*change.changed, *change.removed} - index.keys():
        raise WriteRefusedError(f"{path}: {', '.join(sorted(missing))} is there no more")
    changes = {index[ident]: one for ident, one in change.changed.items()}
    new = edited(text, changes, (index[ident] for ident in change.removed))
    if change.added:
        new = with_records(new, "claims", map(record_item, change.added))
    _be_sure(text, new, change)
    bom = _BOM if data and data.startswith(_BOM) else b""
    return Rewritten(path, data, bom + new.encode())


def _be_sure(before: str, after: str, change: FileChange) -> None:
    """Refuse a text that does not read back as the changed records, the others as they were."""
    wanted = _records(before)
    wanted |= {ident: one.record for ident, one in change.changed.items()}
    wanted |= {one.id: one for one in change.added}
    for ident in change.removed:
        del wanted[ident]
    assert _records(after) == wanted, "a record was lost or changed"


def _records(text: str) -> dict[str, Record]:
    parsed = parse_list(text)
    assert not parsed.faults, parsed.faults
    read = (read_record(ClaimRecord, node)[0] for node in parsed.nodes)
    return {one.id: one for one in read if one is not None}


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.exists() else None
    except OSError as error:
        raise UnreadableCorpusError(f"{path}: cannot be read ({error.strerror})") from error
