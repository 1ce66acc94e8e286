"""Retention: old looks go, and nothing that a verdict stands on, whatever happens meanwhile."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footnoted.errors import EvidenceError, WriteRefusedError
from footnoted.model.capture import Basis, Capture
from footnoted.store import pruning
from footnoted.store.evidence import Evidence, Limits
from footnoted.store.pruning import Wish, prune, would_prune
from footnoted.store.retention import Named
from footnoted.store.segments import leftovers, segments
from kills import killed
from looks import AT, asked, failure, keep, last_segment, page

NOBODY = Named()
ALL = Wish(since=AT + timedelta(days=1000), most=None, versions=False)
"""A wish that everything goes that may."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


def on(day: int, look: Capture) -> Capture:
    """Return `look` as it was on a day."""
    return replace(look, at=AT + timedelta(days=day))


def nights(folder: Path, *plan: list[Capture], key: str = "p") -> None:
    """Keep a run a night."""
    with Evidence.open(folder, writing=True, limits=Limits(segment_bytes=5_000)) as evidence:
        for day, looks in enumerate(plan):
            run = evidence.begin_run(AT + timedelta(days=day), key=key)
            for look in looks:
                evidence.record(on(day, look))
            evidence.end_run(run)


def left(folder: Path) -> list[tuple[str, int]]:
    """Return what is left: address and day, in order; all of it must be readable."""
    with Evidence.open(folder, writing=False) as evidence:
        rows = evidence.ls()
        for row in rows:
            basis: Basis = row.basis  # type: ignore[assignment]
            assert evidence.latest(row.asked, basis=basis, as_of=row.at)
    return [(row.asked[-1], (row.at - AT).days) for row in rows]


def a(body: bytes = b"one") -> Capture:
    """Return a look at the page a."""
    return page("http://x.example/a", body)


def b(body: bytes = b"two") -> Capture:
    """Return a look at the page b."""
    return page("http://x.example/b", body)


def test_by_age(folder: Path) -> None:
    """What is older goes, but for the first and last look at each version of a page."""
    nights(folder, [a()], [a()], [a()], [a(b"new")], [a(b"new")], [a(b"new")], [a(b"new")])
    done = prune(folder, Wish(AT + timedelta(days=5), None), NOBODY)
    assert left(folder) == [("a", 0), ("a", 2), ("a", 3), ("a", 5), ("a", 6)]
    assert (len(done.looks), done.of, done.runs) == (2, 7, 5)
    assert done.size_after == sum(one.path.stat().st_size for one in segments(folder))
    assert done.size_after < done.size_before


def test_versions_may_go(folder: Path) -> None:
    """Asked to, earlier versions go, and what the last audit used stays with its body."""
    nights(folder, [a(), b()], [a(b"new"), b()], [a(b"newer"), b()])
    prune(folder, ALL, NOBODY)
    assert left(folder) == [("a", 2), ("b", 2)]
    with Evidence.open(folder, writing=False) as evidence:
        assert evidence.latest(b().asked) == on(2, b())


def test_the_last_run_replays_as_before(folder: Path) -> None:
    """The last complete run of each key stays whole, and earlier ones can be replayed no more."""
    nights(folder, [a(), b()], [a(b"new"), b()])
    nights(folder, [a(b"x")], [b(b"y")], key="other")
    with Evidence.open(folder, writing=False) as evidence:
        runs = [evidence.last_run(key) for key in ("p", "other")]
        before = [dict(evidence.captures(run)) for run in runs if run]
    prune(folder, ALL, NOBODY)
    for _ in range(2):
        with Evidence.open(folder, writing=False) as evidence:
            assert [evidence.last_run(key) for key in ("p", "other")] == runs
            assert [dict(evidence.captures(run)) for run in runs if run] == before
            assert evidence.last_run("p", as_of=AT) is None
        (folder / "index.sqlite").unlink(missing_ok=True)


def test_what_a_replay_falls_back_on(folder: Path) -> None:
    """A run that did not ask a page stands on the newest look before it, also an old one."""
    nights(folder, [b()], [b(b"older")], [a()])
    with Evidence.open(folder, writing=True) as evidence:
        evidence.record(on(7, b(b"later")))
    prune(folder, ALL, NOBODY)
    assert left(folder) == [("b", 1), ("a", 2), ("b", 7)]


def test_an_interrupted_run_goes_on(folder: Path) -> None:
    """A run that was cut off after the last complete one keeps its looks."""
    nights(folder, [a()], [a()])
    with Evidence.open(folder, writing=True) as evidence:
        open_run = evidence.begin_run(AT + timedelta(days=2), key="p")
        evidence.record(on(2, a()))
        evidence.record(on(3, a()))
    prune(folder, ALL, NOBODY)
    with Evidence.open(folder, writing=True) as evidence:
        assert evidence.open_run("p") == open_run
    assert left(folder) == [("a", 1), ("a", 2), ("a", 3)]


def test_always_kept(folder: Path) -> None:
    """Local copies, the newest look, the newest page before a wall, and what others name stay."""
    wall = replace(failure(), asked=a().asked)
    with Evidence.open(folder, writing=True) as evidence:
        evidence.add_local(
            b"paper", media_type="text/plain", obtained="me", source="s", seen=None, at=AT
        )
        for day, look in enumerate([a(b"1"), a(b"2"), a(b"3"), a(b"4"), wall, wall]):
            evidence.record(on(day, look))
    named = Named({(a().asked, AT)}, {a(b"2").digest or ""})
    prune(folder, ALL, named)
    assert left(folder)[1:] == [("a", 0), ("a", 1), ("a", 3), ("a", 5)]
    with Evidence.open(folder, writing=False) as evidence:
        assert [one.basis for one in evidence.ls()] == ["local", *["cited"] * 4]


def test_probes_go_with_their_run(folder: Path) -> None:
    """A probe of a site stays as long as a run goes by looks of its day, and no longer."""
    p, q, r = (replace(page(f"http://x.example/{name}"), basis="probe") for name in "pqr")
    nights(folder, [a(), p], *([a()] for _ in range(4)), [a(), q], *([a()] for _ in range(4)), [r])
    prune(folder, Wish(AT + timedelta(days=10), None), NOBODY)
    assert left(folder) == [("a", 0), ("q", 5), ("a", 9), ("r", 10)]
    prune(folder, ALL, NOBODY)
    assert left(folder) == [("q", 5), ("a", 9), ("r", 10)]


def test_by_size(folder: Path) -> None:
    """The oldest go, and no more than needed; where all is in use, all that may go goes."""
    noise = random.Random(1)
    nights(folder, *([a(noise.randbytes(2_000))] for _ in range(10)))
    size = would_prune(folder, Wish(None, None), NOBODY).size_before
    some = would_prune(folder, Wish(None, size - 5_000, versions=False), NOBODY)
    assert [(row.at - AT).days for row in some.looks] == [0, 1]
    assert would_prune(folder, Wish(None, size, versions=False), NOBODY).looks == ()
    assert would_prune(folder, Wish(None, 0), NOBODY).looks == ()
    most = prune(folder, Wish(None, 0, versions=False), NOBODY)
    assert left(folder) == [("a", 9)]
    assert most.size_after > 0


def test_a_dry_run_touches_nothing(folder: Path) -> None:
    """It tells which looks would go, and for the bytes a bound that runs' own records lower."""
    nights(folder, [a()], [a()], [a()], [a()])
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    told = would_prune(folder, ALL, NOBODY)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    done = prune(folder, ALL, NOBODY)
    assert (told.looks, told.of, told.runs) == (done.looks, done.of, done.runs)
    assert 0 <= told.size_after - done.size_after < 3_000


def test_nothing_to_drop(folder: Path) -> None:
    """Where nothing may go, no file is written."""
    nights(folder, [a()])
    files = [one.path for one in segments(folder)]
    assert prune(folder, ALL, NOBODY).looks == ()
    assert [one.path for one in segments(folder)] == files
    with pytest.raises(EvidenceError, match="no evidence is kept here"):
        prune(folder.parent / "none", ALL, NOBODY)


def test_recording_goes_on(folder: Path) -> None:
    """After it evidence is written and read as ever, and it may be thinned out again."""
    for _ in range(3):
        nights(folder, [a(), b()], [a(), b()])
        prune(folder, ALL, NOBODY)
        assert left(folder)[-2:] == [("a", 1), ("b", 1)]
    assert leftovers(folder) == ()
    assert max(one.generation for one in segments(folder)) > 1


def test_refused_while_another_writes(folder: Path) -> None:
    """It needs the writer's lock; the dry run does not."""
    nights(folder, [a()], [a()], [a()])
    with Evidence.open(folder, writing=True):
        with pytest.raises(EvidenceError, match="another run"):
            prune(folder, ALL, NOBODY)
        assert len(would_prune(folder, ALL, NOBODY).looks) == 2
    assert len(asked(folder)) == 3


def test_damage_stays(folder: Path) -> None:
    """Damaged bytes are carried over as they are; what stands around them can still go."""
    keep(folder, on(0, a(b"1")))
    start = last_segment(folder).stat().st_size
    keep(folder, on(1, a(b"2")))
    end = last_segment(folder).stat().st_size
    keep(folder, on(2, a(b"3")), on(3, a(b"4")))
    data = bytearray(last_segment(folder).read_bytes())
    data[start:end] = b"\xff" * (end - start)
    last_segment(folder).write_bytes(data)
    (folder / "index.sqlite").unlink()
    prune(folder, ALL, NOBODY)
    assert b"\xff" * (end - start) in last_segment(folder).read_bytes()
    assert left(folder) == [("a", 3)]


def test_bodies_of_lost_looks_go_in_the_end(folder: Path) -> None:
    """A body that outlived its look goes once nothing stands on it any more."""
    body = random.Random(2).randbytes(5_000)
    keep(folder, on(0, a(body)), on(1, a(body)))
    prune(folder, ALL, NOBODY)
    assert left(folder) == [("a", 1)]
    keep(folder, on(2, a(b"new")))
    assert prune(folder, ALL, NOBODY).size_after < 5_000
    assert left(folder) == [("a", 2)]


def test_a_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A segment that cannot be written anew stays as it was, and nothing is lost."""
    nights(folder, [a(), b()], [a(), b()], [a()])
    before = left(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pruning, "_copy", full)
    with pytest.raises(WriteRefusedError, match="No space left"):
        prune(folder, ALL, NOBODY)
    assert left(folder) == before
    assert leftovers(folder) == ()


def test_a_copy_that_went_wrong(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written is read again before the old segment goes: bytes that differ stop it."""
    nights(folder, [a(), b()], [a(), b()], [a()])
    before = left(folder)
    copy = pruning._copy

    def wrong(old: BinaryIO, out: BinaryIO, stay: Iterable[tuple[int, int]]) -> None:
        copy(old, out, list(stay)[:-1])

    monkeypatch.setattr(pruning, "_copy", wrong)
    with pytest.raises(WriteRefusedError, match="not written as it should be"):
        prune(folder, ALL, NOBODY)
    assert left(folder) == before
    assert leftovers(folder) == ()


def test_killed_before_the_old_segment_went(folder: Path) -> None:
    """Old and new beside each other: the new one counts alone, and the next writer tidies up."""
    nights(folder, [a(), b()], [a(), b()], [a()])
    old = {one.path: one.path.read_bytes() for one in segments(folder)}
    index = (folder / "index.sqlite").read_bytes()
    prune(folder, ALL, NOBODY)
    rest = left(folder)
    for path, data in old.items():
        if any(path.name[:40] == one.name[:40] for one in segments(folder)):
            path.write_bytes(data)
    (folder / "index.sqlite").write_bytes(index)
    (folder / f".{segments(folder)[-1].name}.x.part").write_bytes(b"half")
    assert len(leftovers(folder)) > 1
    assert left(folder) == rest
    with Evidence.open(folder, writing=True):
        pass
    assert leftovers(folder) == ()
    assert left(folder) == rest


_looks = st.tuples(
    st.integers(0, 6), st.sampled_from("ab"), st.sampled_from([b"1", b"2", b""]), st.booleans()
)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(plan=st.lists(_looks, min_size=1, max_size=14), since=st.integers(0, 8), most=st.booleans())
def test_whatever_was_kept(
    tmp_path_factory: pytest.TempPathFactory,
    plan: list[tuple[int, str, bytes, bool]],
    since: int,
    most: bool,  # noqa: FBT001 -- Hypothesis gives it by name
) -> None:
    """Of any evidence what stays reads as before, and the last run; a second time none goes."""
    folder = tmp_path_factory.mktemp("any") / "evidence"
    by_day: list[list[Capture]] = [[] for _ in range(7)]
    for day, name, body, failed in plan:
        url = f"http://x.example/{name}"
        by_day[day].append(replace(failure(), asked=url) if failed else page(url, body))
    nights(folder, *by_day)
    with Evidence.open(folder, writing=False) as evidence:
        run = evidence.last_run("p")
        assert run
        before = dict(evidence.captures(run))
        newest = {one.asked: evidence.latest(one.asked) for one in evidence.ls()}
    wish = Wish(AT + timedelta(days=since), 0 if most else None, versions=False)
    prune(folder, wish, NOBODY)
    rest = left(folder)
    with Evidence.open(folder, writing=False) as evidence:
        assert dict(evidence.captures(run)) == before
        assert {url: evidence.latest(url) for url in newest} == newest
    (folder / "index.sqlite").unlink()
    assert left(folder) == rest
    assert prune(folder, wish, NOBODY).looks == ()
    assert left(folder) == rest


def drop(folder: Path, day: int, told: Connection) -> None:
    """Drop what may go of the looks before a day."""
    told.send("ready")
    prune(folder, Wish(AT + timedelta(days=day), None, versions=False), NOBODY)


def test_killed_at_any_moment(folder: Path) -> None:
    """Kill -9 while segments are written anew: what stays is there, whole and once only."""
    noise = random.Random(3)
    nights(folder, *([a(noise.randbytes(3_000)), b()] for _ in range(40)))
    chance = random.Random(7)
    last = {("a", 39), ("b", 39)}
    kept = left(folder)
    kills = 0
    for day in range(1, 40, 2):
        ended = killed(drop, folder, day, seconds=chance.uniform(0, 0.12))
        kills += ended.exit_code == -signal.SIGKILL
        found = left(folder)
        assert len(found) == len(set(found))
        assert set(found) <= set(kept)
        assert {one for one in kept if one[1] >= day} | last <= set(found)
        kept = found
    assert kills > 3
    prune(folder, ALL, NOBODY)
    assert left(folder) == sorted(last)
    assert leftovers(folder) == ()
    assert not list(folder.glob(".*.part"))


def test_under_a_reader(folder: Path) -> None:
    """A replay that is going on still finds what it stands on, and is told of what is gone."""
    nights(folder, [a(b"1"), b()], [a(b"2"), b()], [a(b"3"), b()])
    with Evidence.open(folder, writing=False) as evidence:
        first, last = evidence.last_run("p", as_of=AT), evidence.last_run("p")
        assert first
        assert last
        gone, there = evidence.captures(first), evidence.captures(last)
        prune(folder, ALL, NOBODY)
        assert list(there.values()) == [on(2, a(b"3")), on(2, b())]
        with pytest.raises(EvidenceError, match="cannot be read"):
            list(gone.values())
