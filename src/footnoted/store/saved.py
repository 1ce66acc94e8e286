"""`state/saved.jsonl`: the captures that a service was asked for, a line each."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from footnoted.errors import EvidenceError
from footnoted.files import digest, write_beside
from footnoted.model.saved import SavedLine


def read_saved(path: Path) -> tuple[SavedLine, ...]:
    """Return the lines of the file at `path`; a missing file has none.

    Raises EvidenceError in one line for a file that cannot be read, or a line that is none.
    """
    lines = _data(path).splitlines()
    return tuple(_line(path, number, text) for number, text in enumerate(lines, 1) if text.strip())


def add_saved(path: Path, line: SavedLine) -> None:
    """Add a line; WriteRefusedError where it cannot be written, or the file changed meanwhile."""
    before = _data(path)
    read = digest(before) if path.exists() else None
    write_beside(path, before + line.model_dump_json().encode() + b"\n", read_digest=read)


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise EvidenceError(f"{path}: cannot be read ({error.strerror})") from error


def _line(path: Path, number: int, text: bytes) -> SavedLine:
    try:
        return SavedLine.model_validate_json(text)
    except ValidationError as error:
        raise EvidenceError(
            f"{path}:{number}: not a line of ours ({error.errors()[0]['msg']}); take it out"
        ) from error
