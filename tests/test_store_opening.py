"""Opening evidence after crashes and damage: everything whole is read, nothing else is."""

from __future__ import annotations

import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from footnoted.errors import EvidenceError, WriteRefusedError
from footnoted.store.evidence import Evidence, Limits
from footnoted.store.looks import LOOK_TARGET
from footnoted.store.records import make_record, write_record
from footnoted.store.segments import Member, pack, scan, segments
from looks import AT, asked, failure, keep, last_segment, page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


@pytest.mark.parametrize("record", [-1, -2, -3])
@pytest.mark.parametrize("kept", [0.01, 0.5, 0.999])
def test_torn_tail(folder: Path, record: int, kept: float) -> None:
    """A reader passes over a torn tail and touches nothing; the next writer cuts it and says so."""
    keep(folder, page("http://a.example/1"))
    keep(folder, page("http://a.example/2", random.Random(1).randbytes(600)))
    members = [one for one in scan(segments(folder)[-1]) if isinstance(one, Member)]
    hit = members[record]
    end = hit.offset + int(hit.length * kept)
    torn = last_segment(folder).read_bytes()[:end]
    last_segment(folder).write_bytes(torn)
    assert asked(folder) == ["http://a.example/1"]
    assert last_segment(folder).read_bytes() == torn
    with Evidence.open(folder, writing=True) as evidence:
        assert any("half written" in note for note in evidence.notes)
        assert last_segment(folder).read_bytes() == torn[: hit.offset]
        evidence.record(page("http://a.example/3"))
    assert asked(folder) == ["http://a.example/1", "http://a.example/3"]


def test_look_without_its_last_record(folder: Path) -> None:
    """A look whose last record is missing never happened; the body it brought is still of use."""
    keep(folder, page("http://a.example/1"))
    *_, last = scan(segments(folder)[-1])
    last_segment(folder).write_bytes(last_segment(folder).read_bytes()[: last.offset])
    with Evidence.open(folder, writing=True) as evidence:
        assert evidence.ls() == ()
        evidence.record(page("http://a.example/2"))
    with Evidence.open(folder, writing=False) as evidence:
        assert evidence.latest("http://a.example/2") == page("http://a.example/2")


def test_zeros_at_the_end(folder: Path) -> None:
    """Zeros that a power cut leaves at the end are a torn tail too."""
    keep(folder, page())
    whole = last_segment(folder).read_bytes()
    last_segment(folder).write_bytes(whole + bytes(5_000))
    assert asked(folder) == ["http://a.example/page"]
    with Evidence.open(folder, writing=True):
        assert last_segment(folder).read_bytes() == whole


def test_damage_in_the_middle(folder: Path) -> None:
    """Damage costs the records it hits; what stands behind it is read, and nothing is cut."""
    keep(folder, page("http://a.example/1"))
    start = last_segment(folder).stat().st_size
    keep(folder, page("http://a.example/2"))
    end = last_segment(folder).stat().st_size
    keep(folder, page("http://a.example/3", b"another"))
    data = bytearray(last_segment(folder).read_bytes())
    data[start:end] = b"\xff" * (end - start)
    last_segment(folder).write_bytes(data)
    (folder / "index.sqlite").unlink()
    assert asked(folder) == ["http://a.example/1", "http://a.example/3"]
    with Evidence.open(folder, writing=True) as evidence:
        assert any("are damaged" in note for note in evidence.notes)
    assert last_segment(folder).read_bytes() == bytes(data)


def _stored(folder: Path, forged: bytes, seed: int) -> bytearray:
    """Return the segment of a page that serves `forged` amid noise."""
    noise = random.Random(seed)
    keep(
        folder, page("http://a.example/1", noise.randbytes(40_000) + forged + noise.randbytes(999))
    )
    return bytearray(last_segment(folder).read_bytes())


def test_forged_records(tmp_path: Path) -> None:
    """Evidence served inside a page is never taken for ours, not even out of a damaged record."""
    keep(tmp_path / "forged", page("http://forged.example/"))
    forged = last_segment(tmp_path / "forged").read_bytes()
    folder, data = next(
        (trial, stored)
        for seed in range(20)  # gzip stores noise as it is, but for what it finds in a boundary
        if forged in (stored := _stored(trial := tmp_path / f"trial-{seed}", forged, seed))
    )
    at = data.index(forged) - 5_000
    data[at : at + 30] = bytes(30)
    last_segment(folder).write_bytes(data)
    (folder / "index.sqlite").unlink()
    with Evidence.open(folder, writing=False) as evidence:
        assert [one.asked for one in evidence.ls()] == ["http://a.example/1"]
        with pytest.raises(EvidenceError, match="lost or damaged"):
            evidence.latest("http://a.example/1")


@pytest.mark.parametrize("rebuilt", [True, False])
def test_damaged_page_seen_again(folder: Path, rebuilt: bool) -> None:  # noqa: FBT001  by name
    """A page whose stored body is damaged is stored again in full when it is seen again."""
    keep(folder, page("http://a.example/1"))
    _, response, *_ = scan(segments(folder)[-1])
    data = bytearray(last_segment(folder).read_bytes())
    data[response.offset + 200 : response.offset + 210] = bytes(10)
    last_segment(folder).write_bytes(data)
    keep(folder, page("http://a.example/2"))
    if rebuilt:
        (folder / "index.sqlite").unlink()
    with Evidence.open(folder, writing=False) as evidence:
        assert evidence.latest("http://a.example/2") == page("http://a.example/2")
        assert evidence.latest("http://a.example/1") == page("http://a.example/1")


@pytest.mark.parametrize("spoilt", [b"", b"no database at all" * 99, None])
def test_index_lost(folder: Path, spoilt: bytes | None) -> None:
    """An index that is missing or spoilt is built anew, for readers and writers, losing nothing."""
    keep(folder, page(), failure())
    index = folder / "index.sqlite"
    index.unlink() if spoilt is None else index.write_bytes(spoilt)
    assert len(asked(folder)) == 2
    with Evidence.open(folder, writing=True) as evidence:
        assert any("built anew" in note for note in evidence.notes)
        assert evidence.latest(page().asked) == page()
    assert len(asked(folder)) == 2


def test_index_overwritten_inside(folder: Path) -> None:
    """An index damaged in the middle of its file is noticed and built anew."""
    keep(folder, *[page(f"http://a.example/{n}") for n in range(200)])
    data = bytearray((folder / "index.sqlite").read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    (folder / "index.sqlite").write_bytes(data)
    assert len(asked(folder)) == 200


def test_rebuild_equals(folder: Path) -> None:
    """An index built anew holds the same rows as the one that grew."""

    def rows() -> list[str]:
        with closing(sqlite3.connect(folder / "index.sqlite")) as index:
            return sorted(index.iterdump())

    with Evidence.open(folder, writing=True) as evidence:
        run = evidence.begin_run(AT, key="k")
        for look in (page(), failure(), page()):
            evidence.record(look)
        evidence.end_run(run)
        evidence.sync()
        grown = rows()
        evidence.rebuild()
        assert evidence.latest(page().asked) == page()
        evidence.record(page("http://a.example/after"))
    assert asked(folder)[-1] == "http://a.example/after"
    with Evidence.open(folder, writing=True) as evidence:
        evidence.rebuild()
        assert len(evidence.ls()) == 4
    assert set(grown) - set(rows()) == {line for line in grown if '"segments"' in line}


def test_reader_beside_a_writer(folder: Path) -> None:
    """A reader also sees what is written but not yet indexed."""
    with Evidence.open(folder, writing=True, limits=Limits(seconds=60)) as evidence:
        evidence.record(page())
        assert asked(folder) == ["http://a.example/page"]


def test_no_evidence(folder: Path) -> None:
    """A reader of a folder that holds no evidence is told so."""
    with pytest.raises(EvidenceError, match="no evidence is kept here"):
        Evidence.open(folder, writing=False)


def test_newer_index(folder: Path) -> None:
    """An index of a newer program is refused in one line, and left alone."""
    keep(folder, page())
    with closing(sqlite3.connect(folder / "index.sqlite")) as index:
        index.execute("PRAGMA user_version = 99")
    before = (folder / "index.sqlite").read_bytes()
    for writing in (True, False):
        with pytest.raises(EvidenceError, match="newer footnoted") as told:
            Evidence.open(folder, writing=writing)
        assert "\n" not in str(told.value)
    assert (folder / "index.sqlite").read_bytes() == before


@pytest.mark.parametrize("writing", [True, False])
def test_newer_record(folder: Path, writing: bool) -> None:  # noqa: FBT001  pytest gives it by name
    """A record of a newer program is refused in one line, and the lock is free again."""
    keep(folder, page())
    fields = {"WARC-Target-URI": f"{LOOK_TARGET}1"}
    record = make_record("metadata", AT, fields, body=b'{"schema":"footnoted/look/9"}')
    with last_segment(folder).open("ab") as file:
        file.write(pack(write_record(record)))
    for _ in range(2):
        with pytest.raises(EvidenceError, match=r"footnoted/look/9.*update footnoted"):
            Evidence.open(folder, writing=writing)


@contextmanager
def nobody() -> Iterator[None]:
    """Be a user without rights, where the tests run as root, to whom every folder is open."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_read_only_folder() -> None:
    """A folder that may not be written can be read, and refuses a writer in one line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "evidence"
        keep(folder, page())
        Path(name).chmod(0o755)
        folder.chmod(0o555)
        for path in folder.iterdir():
            path.chmod(0o444)
        try:
            with nobody():
                assert asked(folder) == ["http://a.example/page"]
                with pytest.raises(WriteRefusedError, match="cannot be written") as told:
                    Evidence.open(folder, writing=True)
            assert "\n" not in str(told.value)
        finally:
            folder.chmod(0o755)
