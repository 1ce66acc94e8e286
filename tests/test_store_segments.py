"""Segments: whole members are found, gaps are told from torn tails."""

from __future__ import annotations

from pathlib import Path

import pytest

from footnoted.errors import EvidenceError
from footnoted.store.segments import Gap, Member, new_segment, pack, read_member, scan, segments


def test_members_and_gaps(tmp_path: Path) -> None:
    """Members come in order with their places; rubbish between them is a gap, and so is a tail."""
    segment = new_segment(tmp_path, 1)
    one = pack(b"WARC/1.1\r\nWARC-Warcinfo-ID: " + segment.mark.encode() + b"\r\n\r\none")
    segment.path.write_bytes(one + b"rubbish" + one + one[:20])
    size = len(one)
    found = list(scan(segment))
    assert [type(each) for each in found] == [Member, Gap, Member, Gap]
    assert found[1] == Gap(size, size + 7, tail=False)
    assert found[3] == Gap(2 * size + 7, 2 * size + 27, tail=True)
    assert list(scan(segment, size + 7)) == found[2:]


def test_only_ours_behind_a_gap(tmp_path: Path) -> None:
    """Behind a gap only records with the segment's own mark count."""
    segment = new_segment(tmp_path, 1)
    segment.path.write_bytes(b"rubbish" + pack(b"WARC/1.1\r\nWARC-Warcinfo-ID: <other>\r\n\r\n"))
    assert [each.tail for each in scan(segment) if isinstance(each, Gap)] == [True]


def test_order_and_names(tmp_path: Path) -> None:
    """Segments are listed by number, with the mark their name holds; other files are not ours."""
    made = [new_segment(tmp_path, number) for number in (10, 9, 2)]
    for one in made:
        one.path.touch()
    (tmp_path / "evidence-000001-copy.warc.gz").touch()
    assert segments(tmp_path) == tuple(reversed(made))


def test_reading_where_nothing_is(tmp_path: Path) -> None:
    """A place that holds no whole record is an error that names the file."""
    segment = new_segment(tmp_path, 1)
    with pytest.raises(EvidenceError, match="cannot be read"):
        read_member(segment.path, 0)
    segment.path.write_bytes(pack(b"one")[:-1])
    with pytest.raises(EvidenceError, match="at byte 0 is damaged"):
        read_member(segment.path, 0)
