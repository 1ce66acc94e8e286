"""The parent's side of one worker: a process, two pipes, and a clock for its job."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Any, Literal

from footnoted.workers.child import HEAD

_CHUNK = 1024 * 1024
_START_SECONDS = 60.0  # for a busy machine to start Python and import the work's module
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
_SERVE = "from footnoted.workers.child import serve; serve()"


@dataclass(frozen=True, slots=True)
class WorkFailure:
    """Work that could not be done: beyond its memory or time, or it killed its worker."""

    reason: Literal["too_costly", "broken"]
    message: str


class WorkError(Exception):
    """An error of ours in the work, with the worker's traceback; also the cause of one."""


class Worker:
    """A process that does one job at a time; all its pipes are non-blocking.

    `job` is the number of the item under way, None if there is none. `function` is the one
    whose module the process has imported or is importing. `seconds` is the bound of what it
    does now.
    """

    def __init__(self, memory_bytes: int, seconds: float) -> None:
        self._job_seconds = seconds
        self.seconds = seconds
        self.job: int | None = None
        self.function: tuple[str, str] | None = None
        self._process = subprocess.Popen(  # noqa: S603 (ourselves, no shell)
            [sys.executable, "-c", _START + _SERVE, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        assert self._process.stdin
        assert self._process.stdout
        self.to, self.back = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self.to, False)
        os.set_blocking(self.back, False)
        self._outbox = memoryview(b"")
        self._inbox = bytearray()
        self._deadline: float | None = None
        self._queue(pickle.dumps((memory_bytes, seconds)))

    @property
    def idle(self) -> bool:
        """Whether it can take a job."""
        return self._deadline is None

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    @property
    def has_to_write(self) -> bool:
        """Whether bytes wait to be written to it."""
        return bool(self._outbox)

    def prepare(self, function: tuple[str, str]) -> None:
        """Have it import the function's module, ahead of the first job's clock."""
        self.function = function
        self._queue(pickle.dumps((*function, None)))
        self._begin_clock(_START_SECONDS)

    def give(self, job: int, item: bytes) -> None:
        """Give it a job: the number and the pickle of an item."""
        assert self.function
        self.job = job
        self._queue(pickle.dumps((*self.function, item)))
        self._begin_clock(self._job_seconds)

    def time_left(self) -> float | None:
        """Return the seconds its job may still take, None if it has no job."""
        return None if self._deadline is None else self._deadline - time.monotonic()

    def write(self) -> None:
        """Write what the pipe takes; a dead worker shows when it is read."""
        try:
            written = os.write(self.to, self._outbox[:_CHUNK])
            self._outbox = self._outbox[written:]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._outbox = memoryview(b"")

    def read(self) -> tuple[str, Any] | None:
        """Return the answer to its job once that is complete; raises EOFError if it died."""
        try:
            piece = os.read(self.back, _CHUNK)
        except BlockingIOError:
            return None
        if not piece:
            raise EOFError
        self._inbox += piece
        size = int.from_bytes(self._inbox[:HEAD], "big")
        if len(self._inbox) < HEAD or len(self._inbox) < HEAD + size:
            return None
        answer: tuple[str, Any] = pickle.loads(memoryview(self._inbox)[HEAD:])  # noqa: S301 (ours)
        self._inbox = bytearray()
        self._deadline = None
        return answer

    def end(self) -> int:
        """End the process at once, whatever it does, and return its exit code."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe
            with contextlib.suppress(OSError):
                pipe.close()
        return self._process.wait()

    def cause_of_death(self) -> WorkFailure:
        """Return what a worker that died tells about its job; call it once it has died."""
        self._process.wait()
        code = self._process.returncode
        if code in (-signal.SIGKILL, -signal.SIGXCPU):
            return WorkFailure("too_costly", "the system ended the work: no memory or time left")
        words = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return WorkFailure("broken", f"the work killed its process ({words})")

    def _begin_clock(self, seconds: float) -> None:
        self.seconds = seconds
        self._deadline = time.monotonic() + seconds

    def _queue(self, payload: bytes) -> None:
        self._outbox = memoryview(
            bytes(self._outbox) + len(payload).to_bytes(HEAD, "big") + payload
        )
