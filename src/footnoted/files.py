"""Writing files so that nothing already written is lost: beside, synced, then renamed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from footnoted.errors import WriteRefusedError


def digest(data: bytes) -> str:
    """Return the sha256 of `data` in hex."""
    return hashlib.sha256(data).hexdigest()


def write_beside(path: Path, data: bytes, *, read_digest: str | None = None) -> None:
    """Replace the file at `path` by `data`, or leave it exactly as it was.

    The bytes go to a new file in the same folder, are synced, and take the old one's name in
    one step. With `read_digest`, the write is refused if the file's sha256 is no longer that,
    that is if someone changed it since it was read. Raises WriteRefusedError, in one line.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if read_digest is not None and digest(path.read_bytes()) != read_digest:
            raise WriteRefusedError(
                f"{path}: changed by someone else since it was read; run the command again"
            )
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            Path(beside).chmod(_mode_of(path))
            Path(beside).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
            raise
    except OSError as error:
        raise WriteRefusedError(
            f"{path}: cannot be written ({error.strerror}); nothing was changed"
        ) from error


def _mode_of(path: Path) -> int:
    """Return the permissions of the file to be replaced, or those of a new file."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return 0o644
