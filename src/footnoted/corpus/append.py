"""Adding whole records at the end of their file; every line that was there stays."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from footnoted.corpus.canonical import parse
from footnoted.corpus.emit import schema_line
from footnoted.corpus.folders import Kind, kind_of
from footnoted.corpus.yaml_subset import Fault, decode
from footnoted.errors import UnreadableCorpusError
from footnoted.files import digest, write_beside


def append_records(path: Path, items: Iterable[str]) -> None:
    """Write `items` (records as text, each a list's item) at the end of the file at `path`.

    A file that is not there is made. Raises UnreadableCorpusError in one line where the file has
    faults that a new record could hide or be hidden by, WriteRefusedError where it cannot be
    written or was changed meanwhile.
    """
    kind = kind_of(path.name)
    assert kind is not None, path
    data = b""
    if path.exists():
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableCorpusError(f"{path}: cannot be read ({error.strerror})") from error
    text = decode(data)
    if isinstance(text, Fault):
        raise _faulty(path, text)
    faults = parse(kind, text).faults
    if faults:
        raise _faulty(path, faults[0])
    added = [*items]
    whole = with_records(text, kind, added)
    before, after = len(parse(kind, text).nodes), parse(kind, whole)
    assert not after.faults, after.faults
    assert len(after.nodes) == before + len(added), "a record was lost"
    bom = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
    write_beside(path, bom + whole.encode(), read_digest=digest(data) if path.exists() else None)


def with_records(text: str, kind: Kind, items: Iterable[str]) -> str:
    """Return a file's text with `items` at its end, each after a blank line."""
    newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    head = text or schema_line(kind)
    head = head.rstrip("\r\n") + newline
    return head + "".join(newline + item.replace("\n", newline) for item in items)


def _faulty(path: Path, fault: Fault) -> UnreadableCorpusError:
    return UnreadableCorpusError(
        f"{path}:{fault.line}:{fault.column}: {fault.message}; mend this before adding to the file"
    )
