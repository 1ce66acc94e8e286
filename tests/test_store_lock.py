"""The writer's lock."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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
