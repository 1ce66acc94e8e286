"""Every format, byte by byte, against `tests/golden/`; and the same bytes twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sample_reports
import timely_reports
from footnoted.model.report import Report
from footnoted.reports import BINARY_FORMATS, FORMATS, render, render_bytes
from golden_files import FOLDER, golden_files

ROOT = Path(__file__).resolve().parent.parent
_DIGESTS = """
import hashlib, sys
sys.path.insert(0, "tests")
import timely_reports
from footnoted.reports import BINARY_FORMATS, FORMATS, render_bytes
report = timely_reports.timely_report()
for name in (*FORMATS, *BINARY_FORMATS):
    print(name, hashlib.sha256(render_bytes(report, name)).hexdigest())
"""


def test_the_golden_files_are_what_is_written_now() -> None:
    """After a change of a format, run scripts/golden.py and read the difference."""
    on_disk = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    wanted = golden_files()
    assert sorted(on_disk) == sorted(wanted)
    for name, data in wanted.items():
        assert on_disk[name].decode() == data.decode(), name


@pytest.mark.parametrize("name", [*FORMATS, *BINARY_FORMATS])
@pytest.mark.parametrize("which", ["sample", "timely", "hostile", "offline", "empty"])
def test_the_same_audit_gives_the_same_bytes(name: str, which: str) -> None:
    """Rendered twice, and once from what was read back from `report.json`."""
    module = timely_reports if which == "timely" else sample_reports
    report = getattr(module, f"{which}_report")()
    again = Report.model_validate_json(render(report, "json"))
    once = render_bytes(report, name)
    assert render_bytes(report, name) == once
    assert render_bytes(again, name) == once


def test_other_processes_write_the_same_bytes() -> None:
    """Another hash seed, locale and time zone change nothing."""
    surroundings = (
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4711", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tashkent", "COLUMNS": "40"},
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", _DIGESTS],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            check=True,
        ).stdout
        for environment in surroundings
    }
    assert len(told) == 1
    assert len(told.pop().splitlines()) == len(FORMATS) + len(BINARY_FORMATS)
