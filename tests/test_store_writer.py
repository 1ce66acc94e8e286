"""Writing segments: kill -9 and full disks lose nothing that was kept."""

from __future__ import annotations

import multiprocessing
import random
import resource
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from footnoted.errors import WriteRefusedError
from footnoted.model.capture import Capture
from footnoted.store.evidence import Evidence, Limits
from footnoted.store.segments import segments
from looks import AT, asked, last_segment, page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


BODIES = 3_000
PRELOADED = ["pytest", "hypothesis.strategies", "footnoted.store.evidence"]
"""What takes long to import; what stands in the tests' own folder Python 3.11 does not find."""


def recorded(number: int) -> Capture:
    """Return the look that a writer records as its `number`th; every other body repeats."""
    return page(f"http://a.example/{number:06}", (b"%d " % (number // 2)) * BODIES)


def write_for_ever(folder: Path, start: int, told: Connection) -> None:
    """Record looks from `start` on, and tell what was synced, until killed."""
    limits = Limits(records=9, seconds=60, segment_bytes=300_000)
    with Evidence.open(folder, writing=True, limits=limits) as evidence:
        told.send(-1)
        evidence.open_run("k") or evidence.begin_run(AT, key="k")
        for number in range(start, start + 100_000):
            evidence.record(recorded(number))
            if number % 5 == 0:
                evidence.sync()
                told.send(number)


def killed(folder: Path, start: int, seconds: float, *, opened: bool) -> int:
    """Let a process write, kill it after `seconds`, and return the last look it knew synced.

    The seconds begin once it has opened the evidence, or with the process itself.
    """
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(PRELOADED)
    heard, told = processes.Pipe(duplex=False)
    child = processes.Process(target=write_for_ever, args=(folder, start, told), daemon=True)
    child.start()
    told.close()
    synced = heard.recv() if opened else -1
    time.sleep(seconds)
    child.kill()
    with suppress(EOFError):
        while True:
            synced = heard.recv()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    child.close()
    heard.close()
    return synced


def test_killed_at_any_moment(folder: Path) -> None:
    """Kill -9, fifty times: nothing synced is lost, nothing torn is read, the next goes on."""
    chance = random.Random(4)
    synced, kept = -1, 0
    for _ in range(50):
        opened = chance.random() < 0.8
        synced = max(synced, killed(folder, kept, chance.uniform(0, 0.12), opened=opened))
        found = asked(folder) if segments(folder) else []
        assert found == [f"http://a.example/{number:06}" for number in range(len(found))]
        assert len(found) >= max(kept, synced + 1)
        kept = len(found)
    assert kept > 50
    with Evidence.open(folder, writing=True) as evidence:
        run = evidence.open_run("k")
        assert run
        looks = evidence.captures(run)
        assert len(looks) == kept
        for number, look in enumerate(looks.values()):
            assert look == recorded(number)


@contextmanager
def disk_full_at(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes, which fails in mid-write as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_full_disk(folder: Path) -> None:
    """A full disk is told in one line; what was recorded stays, and recording can go on."""
    big = random.Random(3).randbytes(300_000)
    with Evidence.open(folder, writing=True) as evidence:
        evidence.record(page("http://a.example/1"))
        with disk_full_at(100_000), pytest.raises(WriteRefusedError) as told:
            evidence.record(page("http://a.example/2", big))
        assert "\n" not in str(told.value)
        assert asked(folder) == ["http://a.example/1"]
        evidence.record(page("http://a.example/3", big))
    assert asked(folder) == ["http://a.example/1", "http://a.example/3"]


def test_full_from_the_start(folder: Path) -> None:
    """A disk full before the first record spoils nothing for the time when there is room."""
    with Evidence.open(folder, writing=True) as evidence:
        with disk_full_at(10), pytest.raises(WriteRefusedError):
            evidence.record(page())
        evidence.record(page())
    with last_segment(folder).open("rb") as file:
        assert next(ArchiveIterator(file)).rec_type == "warcinfo"
    assert asked(folder) == ["http://a.example/page"]
