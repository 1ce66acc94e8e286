"""`footnoted report --format queries|queries-docx`, as its users meet it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import sample_reports
from corpus_folder import write_corpus
from footnoted.reports import render, render_bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_corpus(tmp_path)
    audited = tmp_path / "reports" / "p" / "report.json"
    audited.parent.mkdir(parents=True)
    audited.write_text(render(sample_reports.sample_report(), "json"), "utf-8")
    return tmp_path


def report(
    folder: Path, *arguments: str, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "footnoted", "report", "claims/p", *arguments],
        cwd=folder,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


def test_queries_come_as_markdown_on_standard_output(folder: Path) -> None:
    """UTF-8, and nothing else on it."""
    done = report(folder, "--format", "queries")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == render_bytes(sample_reports.sample_report(), "queries")


def test_a_word_document_is_written_to_a_file(folder: Path) -> None:
    """The same bytes each time, and a zip."""
    for name in ("a.docx", "b.docx"):
        done = report(folder, "--format", "queries-docx", "-o", name)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (folder / "a.docx").read_bytes() == (folder / "b.docx").read_bytes()
    assert zipfile.is_zipfile(folder / "a.docx")


def test_a_word_document_goes_through_a_pipe(folder: Path) -> None:
    """Whole, without a newline of ours."""
    done = report(folder, "--format", "queries-docx")
    assert done.stdout == render_bytes(sample_reports.sample_report(), "queries-docx")


def test_a_word_document_is_refused_on_a_terminal(folder: Path) -> None:
    """One clear line, exit code 2, and no byte of it on the screen."""
    ours, theirs = pty.openpty()
    done = report(folder, "--format", "queries-docx", stdout=theirs)
    os.close(theirs)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"name a file with -o" in done.stderr
    with pytest.raises(OSError, match="Input/output error"):  # Linux: nothing was written there
        os.read(ours, 1)
    os.close(ours)
