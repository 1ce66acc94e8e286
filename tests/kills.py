"""Processes that are killed in mid-work, many of them in little time."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

_PRELOADED = [
    "pytest",
    "hypothesis.strategies",
    "footnoted.store.evidence",
    "footnoted.store.pruning",
]
"""What takes long to import; what stands in the tests' own folder Python 3.11 does not find."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What a process told before it ended, and how it ended (minus nine: it was killed)."""

    told: list[Any]
    exit_code: int | None


def killed(
    work: Callable[..., None], *given: object, seconds: float, started: bool = True
) -> Killed:
    """Let a process do `work(*given, told)` and kill it after `seconds`.

    `told` is a connection to tell by. The seconds begin with the first word told if `started`,
    else with the process itself.
    """
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(_PRELOADED)
    heard, told = processes.Pipe(duplex=False)
    child = processes.Process(target=work, args=(*given, told), daemon=True)
    child.start()
    told.close()
    words = [heard.recv()] if started else []
    time.sleep(seconds)
    child.kill()
    words += _rest(heard)
    child.join()
    exit_code = child.exitcode
    child.close()
    return Killed(words, exit_code)


def _rest(heard: Connection) -> list[Any]:
    """Return what was told until the other end was closed."""
    words = []
    with suppress(EOFError), heard:
        while True:
            words.append(heard.recv())
    return words
