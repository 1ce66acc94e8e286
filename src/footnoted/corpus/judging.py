"""Writing what a person judged: into `judgements.yaml`, every other line of it as it was."""

from __future__ import annotations

from pathlib import Path

from footnoted.corpus.append import append_records, with_records
from footnoted.corpus.edit import Change, edited
from footnoted.corpus.emit import record_item
from footnoted.corpus.typed import read_record
from footnoted.corpus.yaml_subset import Fault, decode, parse_list
from footnoted.errors import UnreadableCorpusError, WriteRefusedError
from footnoted.files import digest, write_beside
from footnoted.model.judgement import Judgement
from footnoted.model.records import Waiver

_BOM = b"\xef\xbb\xbf"


def write_judgement(folder: Path, judgement: Judgement, *, seen: Judgement | None) -> Path:
    """Write a judgement, in place of the one before it about the same; return the file's path.

    `seen` is that one as the person knew it, None where there was none. Raises WriteRefusedError
    where somebody judged the same meanwhile, or the file cannot be written;
    UnreadableCorpusError, in one line, where it has faults.
    """
    path = folder / "judgements.yaml"
    data = _bytes(path)
    text = decode(data or b"")
    if isinstance(text, Fault):
        raise _faulty(path, text)
    index, there = _find(path, text, judgement)
    if there != seen:
        raise WriteRefusedError(
            f"{path}: somebody else judged '{judgement.claim}' meanwhile; run the command again"
        )
    if index is None:
        changed = with_records(text, "judgements", [record_item(judgement)])
    else:
        changed = edited(text, {index: Change(judgement)})
    bom = _BOM if (data or b"").startswith(_BOM) else b""
    read = digest(data) if data is not None else None
    write_beside(path, bom + changed.encode(), read_digest=read)
    return path


def write_waiver(folder: Path, waiver: Waiver) -> Path:
    """Write a waiver at the end of `waivers.yaml`; return the file's path.

    Raises as `write_judgement` does.
    """
    path = folder / "waivers.yaml"
    append_records(path, [record_item(waiver)])
    return path


def _find(path: Path, text: str, judgement: Judgement) -> tuple[int | None, Judgement | None]:
    """Return the judgement about the same that is on record, and its place in the file."""
    parsed = parse_list(text)
    if parsed.faults:
        raise _faulty(path, parsed.faults[0])
    for index, node in enumerate(parsed.nodes):
        record, faults = read_record(Judgement, node)
        if faults:
            raise _faulty(path, faults[0])
        if record is not None and record.key == judgement.key:
            return index, record
    return None, None


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnreadableCorpusError(f"{path}: cannot be read ({error.strerror})") from error


def _faulty(path: Path, fault: Fault) -> UnreadableCorpusError:
    return UnreadableCorpusError(
        f"{path}:{fault.line}:{fault.column}: {fault.message}; mend this before judging"
    )
