"""`footnoted compare` as an editor uses it: options of a figure, review, odd files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest


def compare(
    *arguments: str, stdout: int | IO[str] = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "footnoted", "compare", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=100,
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(
        "The bridge will open if the money comes. Trade came to $5bn in 2012. "
        "Aid came to $3bn in 2012.",
        "utf-8",
    )
    return path


def test_review_and_reason_stand_beside_the_verdict(page: Path) -> None:
    """A pass that a person should look at says so, in text and in JSON."""
    text = compare("The bridge will open", str(page)).stdout
    assert text.startswith("verbatim, needs review (goes_on_reservation)")
    answer = json.loads(compare("The bridge will open", str(page), "--format", "json").stdout)
    assert answer["needs_review"] is True


def test_a_figure_is_looked_for_beside_its_measure(page: Path) -> None:
    """The same number on another subject is no support."""
    there = compare("--figure", "$3bn", str(page), "--measure", "aid", "--period", "2012")
    elsewhere = compare("--figure", "$3bn", str(page), "--measure", "trade", "--period", "2012")
    assert (there.returncode, elsewhere.returncode) == (0, 1)
    assert there.stdout.startswith("agrees")


def test_options_of_one_are_no_options_of_many(page: Path) -> None:
    """`--batch` with `--measure` is wrong use, and not passed over."""
    done = compare("--batch", str(page), "--measure", "trade")
    assert done.returncode == 2
    assert "not both" in done.stderr


def test_a_byte_order_mark_is_no_fault(page: Path) -> None:
    """Editors on Windows begin files with one."""
    cases = page.parent / "cases.jsonl"
    case = {"id": "1", "kind": "quotation", "text": "Trade came to", "source": str(page)}
    cases.write_bytes(b"\xef\xbb\xbf" + json.dumps(case).encode())
    done = compare("--batch", str(cases))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["verdict"] == "verbatim"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_behind_the_output_is_one_line(page: Path) -> None:
    """It is the world's fault: exit code 2, and no log of a bug."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = compare("The bridge will open", str(page), stdout=full)
    assert done.returncode == 2
    assert done.stderr == (
        "footnoted: standard output cannot be written (No space left on device)\n"
    )
