"""The worker's side: reads jobs, bounds itself, does them, and writes what came of each.

A frame is a length of 8 bytes, big-endian, and a pickle. The first one holds the bounds
(bytes of memory, seconds of a job); each further one is a job: module, name of the function,
and the pickled item, or None where the module is only to be imported ahead. Each job is
answered by a kind (`ready`, `result`, `too_costly`, `error`) and what belongs to it.
"""

from __future__ import annotations

import importlib
import os
import pickle
import resource
import signal
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

HEAD = 8
_CPU_GRACE = 5.0  # the parent's clock comes first; this one ends an orphan


def serve() -> None:
    """Do jobs until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    # The pipes move to handles of their own, so that a print in the work cannot garble them.
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    memory, seconds = pickle.loads(_read_frame(jobs) or b"")  # noqa: S301 (our own parent)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while (frame := _read_frame(jobs)) is not None:
        _bound_cpu(seconds)
        answer = _answer(frame)
        answers.write(len(answer).to_bytes(HEAD, "big"))
        answers.write(answer)
        answers.flush()


def _answer(frame: bytes) -> bytes:
    try:
        module, name, item = pickle.loads(frame)  # noqa: S301 (our own parent)
        function: Callable[[Any], Any] = getattr(importlib.import_module(module), name)
        if item is None:
            return pickle.dumps(("ready", None))
        return pickle.dumps(("result", function(pickle.loads(item))))  # noqa: S301 (the same)
    except MemoryError:
        return pickle.dumps(("too_costly", "the work ran out of its memory"))
    except RecursionError:
        return pickle.dumps(("too_costly", "the work is nested too deeply"))
    except Exception as error:  # noqa: BLE001 (raised again in the parent)
        return pickle.dumps(("error", (_portable(error), traceback.format_exc())))


def _portable(error: Exception) -> bytes | None:
    """Return the error pickled, if it comes out of that as what it was."""
    try:
        data = pickle.dumps(error)
        return data if type(pickle.loads(data)) is type(error) else None  # noqa: S301 (ours)
    except Exception:  # noqa: BLE001 (its text goes to the parent all the same)
        return None


def _bound_cpu(seconds: float) -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    bound = int(usage.ru_utime + usage.ru_stime + seconds + _CPU_GRACE) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or bound <= hard:
        resource.setrlimit(resource.RLIMIT_CPU, (bound, hard))


def _read_frame(jobs: BinaryIO) -> bytes | None:
    head = jobs.read(HEAD)
    if len(head) < HEAD:
        return None
    frame = jobs.read(int.from_bytes(head, "big"))
    return frame if len(frame) == int.from_bytes(head, "big") else None
