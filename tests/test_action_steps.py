"""Small rules of the action's steps, apart from a whole night."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from check import gravest
from night import annotate, asked, put

ACTION = Path(__file__).resolve().parent.parent / "action"


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        ([0, 0], 0),
        ([1, 4], 1),
        ([4, 1], 1),
        ([4, 0], 4),
        ([2, 1], 2),
        ([1, 3], 3),
        ([4, 2], 2),
        ([-9, 1], -9),
    ],
    ids=str,
)
def test_what_cannot_be_seen_hides_nothing_found(codes: list[int], told: int) -> None:
    """A new error of one paper is red although nothing could be seen of another."""
    assert gravest(codes) == told


def test_an_output_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is in it sets no other output."""
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "out"))
    put("new", "1\nexit-code=0")
    assert (tmp_path / "out").read_text() == "new=1 exit-code=0\n"


def test_an_annotation_is_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    annotate("warning", "50 %\n::error::x")
    assert capsys.readouterr().out == "::warning title=footnoted::50 %25%0A::error::x\n"


def test_a_mistyped_switch_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither on nor off is guessed."""
    monkeypatch.setenv("FOOTNOTED_SAVE_STATE", "yes")
    with pytest.raises(SystemExit, match=r"input save-state is 'yes'; write true or false"):
        asked("SAVE_STATE")


@pytest.mark.parametrize("there", [0, 1024 * 1024 - 3000], ids=["empty", "nearly full"])
def test_a_summary_stays_within_its_limit(tmp_path: Path, there: int) -> None:
    """What other steps wrote counts; a report that does not fit is named."""
    answer = {
        "url": "http://a.test", "verdict": "dead", "reason": "http_404", "message": "gone " * 900,
        "http_status": 404, "final_url": None, "suggested_url": None, "memento": None,
        "since": None, "findings": [],
        "where": dict.fromkeys(("file", "line", "column", "note", "claim", "source")),
    }  # fmt: skip
    document = {
        "schema": "footnoted/links/1", "checked_at": "2026-03-01T02:00:00Z", "vantage": "v",
        "links": [answer] * 40, "fixed": [], "files": [], "unreadable": [],
    }  # fmt: skip
    (tmp_path / "links.json").write_text(json.dumps(document))
    night = {"code": 1, "red": True, "papers": [], "taken": [], "links": "links.json"}
    (tmp_path / "footnoted-night.json").write_text(json.dumps(night))
    summary = tmp_path / "summary.md"
    summary.write_text("x" * there)
    here = {
        "FOOTNOTED_SUMMARY": "true",
        "GITHUB_OUTPUT": str(tmp_path / "out"),
        "GITHUB_STEP_SUMMARY": str(summary),
        "RUNNER_TEMP": str(tmp_path),
    }
    subprocess.run(
        [sys.executable, str(ACTION / "publish.py")],
        cwd=tmp_path,
        env={**os.environ, **here},
        check=True,
    )
    text = summary.read_text("utf-8")
    assert there < len(text.encode()) < 1024 * 1024
    assert "# Link check" in text
    assert ("no room" in text) is bool(there)
