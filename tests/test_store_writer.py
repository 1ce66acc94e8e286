"""Writing segments: kill -9 and full disks lose nothing that was kept."""

from __future__ import annotations

import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from footnoted.errors import WriteRefusedError
from footnoted.store.evidence import Evidence
from looks import asked, last_segment, page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


_CHILD = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from looks import page
from footnoted.store.evidence import Evidence, Limits
start = int(sys.argv[2])
with Evidence.open(Path(sys.argv[1]), writing=True, limits=Limits(9, 60, 300_000)) as evidence:
    print("open", flush=True)
    for n in range(start, start + 100_000):
        body = (b"%d " % (n // 2)) * 3000
        evidence.record(page(f"http://a.example/{{n}}", body))
        if n % 5 == 0:
            evidence.sync()
            print(n, flush=True)
"""


def test_killed_at_any_moment(folder: Path) -> None:
    """Kill -9, eighteen times: nothing synced is lost, nothing torn is read, the next goes on."""
    code = _CHILD.format(tests=str(Path(__file__).parent))
    chance = random.Random(4)
    start, synced = 0, -1
    kept: list[str] = []
    for _ in range(18):
        child = subprocess.Popen(
            [sys.executable, "-c", code, str(folder), str(start)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout
        assert child.stdout.readline() == "open\n"
        time.sleep(chance.uniform(0, 0.15))
        child.kill()
        synced = max([synced, *map(int, child.stdout.read().split())])
        assert child.wait() == -signal.SIGKILL
        child.stdout.close()
        kept = asked(folder)
        assert kept == [f"http://a.example/{n}" for n in range(len(kept))]
        assert len(kept) > synced
        start = len(kept)
    assert start > 18
    with Evidence.open(folder, writing=True) as evidence:
        for n in range(start):
            look = evidence.latest(f"http://a.example/{n}")
            assert look == page(f"http://a.example/{n}", (b"%d " % (n // 2)) * 3000)


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
