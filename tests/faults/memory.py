"""How much memory a process and its children have at most, together."""

from __future__ import annotations

import contextlib
import os
import resource
import threading
from pathlib import Path
from typing import Self

_EVERY = 0.02
_PAGE = resource.getpagesize()


class Memory:
    """Watches over its block: resident bytes of a process (this one) and of all below it.

    Where the system has `/proc`, all are added up fifty times a second; pages that they share
    count for each. A peak of this process in between is known from the system's own record.
    """

    def __init__(self, process: int | None = None) -> None:
        self.peak_bytes = 0
        self._process = process or os.getpid()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        if self._process == os.getpid():
            self.peak_bytes = max(self.peak_bytes, _own_peak())

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            self.peak_bytes = max(self.peak_bytes, sum(map(_resident, _family(self._process))))


def _own_peak() -> int:
    """Return this process's own peak: not getrusage's, which knows that of who started it, too."""
    try:
        status = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak.split()[1]) * 1024


def _family(process: int) -> list[int]:
    """Return a process and all that it started, as far as they are still there."""
    found = [process]
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                found += _family(int(child))
    return found


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
