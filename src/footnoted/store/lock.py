"""The writer's lock: one writer a folder, and the kernel frees it when the writer dies."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from footnoted.errors import EvidenceError, WriteRefusedError


class WriterLock:
    """An exclusive flock on a file that names its holder's process id."""

    def __init__(self, path: Path) -> None:
        """Take the lock; EvidenceError naming the holder if there is one."""
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise WriteRefusedError(f"{path}: cannot be written ({error.strerror})") from error
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(self._handle, 32).decode("ascii", "replace").strip() or "unknown"
            os.close(self._handle)
            raise EvidenceError(
                f"{path.parent}: evidence is being written by another run (process {holder}); "
                "wait for it to end"
            ) from error
        self._sign()

    def free(self) -> None:
        """Give the lock back, also where forked children still hold the file open."""
        fcntl.flock(self._handle, fcntl.LOCK_UN)
        os.close(self._handle)

    def _sign(self) -> None:
        """Write who holds the lock; a full disk must not keep a writer from reading its own."""
        try:
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, f"{os.getpid()}\n".encode("ascii"), 0)
        except OSError:
            return


def lock_of(folder: Path) -> WriterLock:
    """Make the folder, keep it out of git, and take the writer's lock.

    Raises EvidenceError while another holds it, WriteRefusedError where nothing may be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise WriteRefusedError(f"{folder}: cannot be written ({error.strerror})") from error
    return WriterLock(folder / "lock")
