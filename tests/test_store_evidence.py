"""The evidence store: runs, local copies, and asking for what was recorded."""

from __future__ import annotations

import random
import sqlite3
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from footnoted.errors import EvidenceError
from footnoted.model.capture import Response
from footnoted.store.evidence import Evidence, Limits
from footnoted.store.index import Row
from footnoted.store.segments import segments
from looks import AT, asked, failure, keep, page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


def test_newest_as_of(folder: Path) -> None:
    """`latest` gives the newest look at or before a time, of one basis if told."""
    days = [page(body=bytes([day]), at=f"2026-11-{day}T00:00:00+00:00") for day in (12, 10, 11)]
    memento = replace(days[0], basis="memento", at=days[0].at + timedelta(days=1))
    keep(folder, *days, memento)
    with Evidence.open(folder, writing=False) as evidence:
        url = days[0].asked
        assert evidence.latest(url) == memento
        assert evidence.latest(url, basis="cited") == days[0]
        assert evidence.latest(url, as_of=datetime.fromisoformat("2026-11-11T00:00:00Z")) == days[2]
        assert evidence.latest(url, as_of=datetime.fromisoformat("2026-11-09T00:00:00Z")) is None
        assert evidence.latest("http://never.example/") is None


def test_runs(folder: Path) -> None:
    """An interrupted run is found again and goes on; an ended one is the last run."""
    first, second = page("http://a.example/1"), page("http://a.example/2")
    with Evidence.open(folder, writing=True) as evidence:
        begun = evidence.begin_run(AT, key="paper")
        evidence.record(first)
    with Evidence.open(folder, writing=True) as evidence:
        assert evidence.open_run("another paper") is None
        again = evidence.open_run("paper")
        assert again == begun
        assert evidence.last_run("paper") == begun
        evidence.record(second)
        assert evidence.captures(again) == {
            (first.asked, "cited"): first,
            (second.asked, "cited"): second,
        }
        evidence.end_run(again)
        evidence.record(failure())
        assert evidence.open_run("paper") is None
    (folder / "index.sqlite").unlink()
    with Evidence.open(folder, writing=True) as evidence:
        assert evidence.last_run("paper") == replace(begun, ended=True)
        assert len(evidence.captures(begun)) == 2
        newer = evidence.begin_run(AT + timedelta(days=1), key="paper")
        assert evidence.last_run("paper") == replace(begun, ended=True)
        evidence.end_run(newer)
        assert evidence.last_run("paper") == replace(newer, ended=True)
        assert evidence.last_run("paper", as_of=AT) == replace(begun, ended=True)
        assert evidence.last_run("paper", as_of=AT - timedelta(days=1)) is None


def test_local_copy(folder: Path) -> None:
    """A local copy is a capture, found by its digest, with how it was obtained."""
    with Evidence.open(folder, writing=True) as evidence:
        evidence.begin_run(AT, key="paper")
        added = evidence.add_local(
            b"%PDF-1.7",
            media_type="application/pdf",
            obtained="sent by the author",
            source="annual-report",
            seen=date(2013, 5, 1),
            at=AT,
        )
    assert added.digest
    with Evidence.open(folder, writing=False) as evidence:
        found = evidence.local(added.digest)
        (row,) = evidence.ls()
        assert evidence.local("0" * 64) is None
    assert found == added
    assert found.asked == f"local:{added.digest}"
    assert found.response == Response(
        found.asked, 200, (("Content-Type", "application/pdf"),), b"%PDF-1.7"
    )
    assert found.obtained == "sent by the author"
    assert (row.basis, row.outcome, row.size, row.source, row.run) == (
        ("local", "200", 8, "annual-report", None)
    )


def test_listing(folder: Path) -> None:
    """People see time, basis, status or failure, bytes and address, in recorded order."""
    keep(folder, page(), failure())
    with Evidence.open(folder, writing=False) as evidence:
        rows = [(row.at, row.basis, row.outcome, row.size, row.asked) for row in evidence.ls()]
    assert rows == [
        (AT, "cited", "200", 8, "http://a.example/page"),
        (AT, "cited", "no_such_host", None, "http://gone.example/"),
    ]


def test_from_many_threads(folder: Path) -> None:
    """Captures recorded from many threads at once are all kept, each with its own body."""
    looks = [page(f"http://a.example/{n}", b"%d" % (n % 50) * 99) for n in range(200)]
    limits = Limits(records=7, segment_bytes=20_000)
    with (
        Evidence.open(folder, writing=True, limits=limits) as evidence,
        ThreadPoolExecutor(8) as threads,
    ):
        list(threads.map(evidence.record, looks))
    assert len(segments(folder)) > 1
    with Evidence.open(folder, writing=False) as evidence:
        assert all(evidence.latest(look.asked) == look for look in looks)


def test_synced_in_time(folder: Path) -> None:
    """A lone capture reaches the index without another call, once its time is up."""
    with Evidence.open(folder, writing=True, limits=Limits(seconds=0.05)) as evidence:
        evidence.record(page())
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            with closing(sqlite3.connect(folder / "index.sqlite")) as index:
                if index.execute("SELECT count(*) FROM looks").fetchone() == (1,):
                    break
            time.sleep(0.02)
        else:
            pytest.fail("not indexed in time")


def test_reader_records_nothing(folder: Path) -> None:
    """Evidence opened for reading refuses to record, and writes no file."""
    keep(folder, page())
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    with Evidence.open(folder, writing=False) as evidence:
        with pytest.raises(EvidenceError, match="for reading only"):
            evidence.record(page())
        evidence.rebuild()
        assert evidence.latest(page().asked) == page()
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_kept_out_of_git(folder: Path) -> None:
    """The folder tells git to ignore all of it."""
    keep(folder, page())
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_interrupted_between_writing_and_noting(folder: Path) -> None:
    """A look that was written when Ctrl-C came is indexed with the next one."""

    class Interrupting(list[Row]):
        def append(self, _: Row) -> None:
            raise KeyboardInterrupt

    with Evidence.open(folder, writing=True) as evidence:
        evidence._pending = Interrupting()
        with pytest.raises(KeyboardInterrupt):
            evidence.record(page("http://a.example/1"))
        evidence._pending = []
        evidence.record(page("http://a.example/2"))
        assert evidence.latest("http://a.example/1") == page("http://a.example/1")
    assert asked(folder) == ["http://a.example/1", "http://a.example/2"]


def test_memory_is_bounded(folder: Path) -> None:
    """What a run recorded is read page by page: all of it never stands in memory at once."""
    pages, size = 24, 1_000_000
    noise = random.Random(5)
    with Evidence.open(folder, writing=True) as evidence:
        run = evidence.begin_run(AT, key="k")
        for number in range(pages):
            evidence.record(page(f"http://a.example/{number:02}", noise.randbytes(size)))
    with Evidence.open(folder, writing=False) as evidence:
        tracemalloc.start()
        try:
            looks = evidence.captures(run)
            assert sum(len(one.response.body) for one in looks.values() if one.response) == (
                pages * size
            )
            most = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert most < 8 * size
    assert looks.outcome(("http://a.example/00", "cited")) == "200"
