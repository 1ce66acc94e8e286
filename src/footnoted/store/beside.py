"""Writing a file of any size beside its place, and renaming it into place once it is whole."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from footnoted.errors import WriteRefusedError


@contextlib.contextmanager
def written_beside(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes the name `path` when the block ends without an error.

    Its `name` tells where it stands meanwhile. Until the end what stands at `path` stays as it
    is; then the bytes and the name are on the disk. Raises WriteRefusedError in one line, with
    nothing changed, where it cannot be written.
    """
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            os.close(handle)
            with Path(beside).open("wb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            Path(beside).chmod(0o644)
            Path(beside).replace(path)
            sync_folder(path.parent)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
            raise
    except OSError as error:
        raise WriteRefusedError(
            f"{path}: cannot be written ({error.strerror}); nothing was changed"
        ) from error


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder's files to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
