"""Writing segments: kill -9 and full disks lose nothing that was kept."""

from __future__ import annotations

import random
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from footnoted.errors import WriteRefusedError
from footnoted.model.capture import Capture
from footnoted.store.evidence import Evidence, Limits
from footnoted.store.segments import segments
from kills import killed
from looks import AT, asked, last_segment, page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


BODIES = 3_000


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


def test_killed_at_any_moment(folder: Path) -> None:
    """Kill -9, fifty times: nothing synced is lost, nothing torn is read, the next goes on."""
    chance = random.Random(4)
    synced, kept = -1, 0
    for _ in range(50):
        opened, seconds = chance.random() < 0.8, chance.uniform(0, 0.12)
        ended = killed(write_for_ever, folder, kept, seconds=seconds, started=opened)
        assert ended.exit_code == -signal.SIGKILL
        synced = max([synced, *ended.told])
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
