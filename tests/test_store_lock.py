"""The writer's lock."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus_folder import cited, write_corpus
from footnoted.errors import EvidenceError
from footnoted.store.evidence import Evidence
from looks import asked, page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


def test_two_writers(folder: Path) -> None:
    """A second writer is told in one line who is writing; readers are not in the way."""
    with Evidence.open(folder, writing=True) as evidence:
        evidence.record(page())
        evidence.sync()
        with pytest.raises(EvidenceError, match=rf"another run \(process {os.getpid()}\)") as told:
            Evidence.open(folder, writing=True)
        assert "\n" not in str(told.value)
        assert asked(folder) == ["http://a.example/page"]
    with Evidence.open(folder, writing=True):
        pass


_WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from looks import page
from footnoted.store.evidence import Evidence
with Evidence.open(Path(sys.argv[1]), writing=True) as evidence:
    evidence.record(page())
    evidence.sync()
    print("writing", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_writes(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process write until the block ends."""
    code = _WRITER.format(tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", code, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "writing\n"
        yield other
        other.communicate()


def add(home: Path) -> subprocess.CompletedProcess[str]:
    """Run `footnoted evidence add` in a process of its own."""
    command = ["evidence", "add", "a", "copy.txt", "--obtained", "me", "--evidence", "kept"]
    return subprocess.run(
        [sys.executable, "-m", "footnoted", *command],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )


def test_two_processes(tmp_path: Path) -> None:
    """The second of two programs says which process writes, and does its work once that ended."""
    source, note = cited("a", None, "1")
    corpus = write_corpus(tmp_path, sources=[source], notes=[note])
    (tmp_path / "copy.txt").write_text("On paper.", encoding="utf-8")
    before = (corpus / "sources.yaml").read_bytes()
    with another_writes(tmp_path / "kept") as other:
        refused = add(tmp_path)
        assert refused.returncode == 2
        assert f"another run (process {other.pid})" in refused.stderr
        assert refused.stderr.count("\n") == 1
        assert (corpus / "sources.yaml").read_bytes() == before
    assert add(tmp_path).returncode == 0
    assert asked(tmp_path / "kept")[0] == "http://a.example/page"
    assert len(asked(tmp_path / "kept")) == 2


def test_a_killed_writer_blocks_nobody(folder: Path) -> None:
    """The lock of a process that was killed is free at once."""
    with another_writes(folder) as other:
        other.kill()
        other.wait()
        with Evidence.open(folder, writing=True) as evidence:
            evidence.record(page("http://a.example/next"))
    assert asked(folder) == ["http://a.example/page", "http://a.example/next"]
