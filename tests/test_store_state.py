"""The history file: appended, read as far as it is whole, never half written."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from footnoted.errors import EvidenceError, WriteRefusedError
from footnoted.history import HistoryLine, LinkLine, ProblemLine, write_line
from footnoted.model.verdicts import LinkVerdict
from footnoted.store.state import History, append_history, read_history
from looks import AT


def problem(name: str) -> HistoryLine:
    """Return a line for a problem of this name."""
    return ProblemLine(
        at=AT, kind="new", fingerprint=name, rule="r", target="t", message="é\n", level="error"
    )


def look(url: str) -> HistoryLine:
    """Return a line for a look at `url`."""
    return LinkLine(
        at=AT, kind="look", url=url, verdict=LinkVerdict.DEAD, reason=None, vantage="here"
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "history.jsonl"


def test_appended_lines_come_back(path: Path) -> None:
    """Lines are kept in order over several appends; a missing file is an empty history."""
    assert read_history(path) == History()
    lines = (problem("a"), look("http://a.example/"), problem("b"))
    assert append_history(path, lines[:1]) is None
    assert append_history(path, lines[1:]) is None
    assert read_history(path) == History(lines)
    assert path.read_bytes().count(b"\n") == 3


def test_nothing_to_append(path: Path) -> None:
    """An audit without changes touches no file."""
    assert append_history(path, ()) is None
    assert not path.parent.exists()


@pytest.mark.parametrize("kept", [1, 30, -1])
def test_torn_line(path: Path, kept: int) -> None:
    """A line cut short is passed over, and cut by the next writer, who says so."""
    append_history(path, [problem("a")])
    whole = path.read_bytes()
    torn = whole + write_line(problem("b")).encode()[:kept]
    path.write_bytes(torn)
    assert read_history(path) == History((problem("a"),), torn=True)
    assert path.read_bytes() == torn
    note = append_history(path, [problem("c")])
    assert note
    assert "half written" in note
    assert read_history(path) == History((problem("a"), problem("c")))


def test_long_torn_line(path: Path) -> None:
    """A torn line longer than one read of the tail is cut as a whole, also as the only line."""
    path.parent.mkdir()
    path.write_bytes(b'{"at": "' + b"x" * 20_000)
    assert read_history(path) == History((), torn=True)
    append_history(path, [problem("c")])
    assert read_history(path) == History((problem("c"),))


def test_only_the_line_break_missing(path: Path) -> None:
    """A last line that lacks nothing but its line break is whole, and is not cut."""
    append_history(path, [problem("a")])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert read_history(path) == History((problem("a"),))
    assert append_history(path, [problem("b")]) is None
    assert read_history(path) == History((problem("a"), problem("b")))


@pytest.mark.parametrize("bad", [b"not json", b"\xff\xfe", b'{"kind":"new"}', b'{"kind":"odd"}'])
def test_bad_line(path: Path, bad: bytes) -> None:
    """A line in the middle that is none is an error in one line, naming file and line."""
    append_history(path, [problem("a")])
    path.write_bytes(path.read_bytes() + bad + b"\n")
    append_history(path, [problem("b")])
    with pytest.raises(EvidenceError, match=r"history\.jsonl:2: not a line of history") as told:
        read_history(path)
    assert "\n" not in str(told.value)


def test_unreadable(path: Path) -> None:
    """A history that cannot be read at all is said in one line."""
    path.mkdir(parents=True)
    with pytest.raises(EvidenceError, match="cannot be read"):
        read_history(path)
    with pytest.raises(WriteRefusedError, match="cannot be written"):
        append_history(path, [problem("a")])


def test_full_disk(path: Path) -> None:
    """A write that fails half way leaves the file as it was."""
    append_history(path, [problem("a")])
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 50, hard))
    try:
        with pytest.raises(WriteRefusedError, match="as it was before"):
            append_history(path, [problem("b"), problem("c")])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
