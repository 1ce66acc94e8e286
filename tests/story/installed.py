"""Installations of the program: this one, and a copy that judges a little otherwise."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import footnoted
from story.nightly import Wish

TESTS = Path(__file__).resolve().parent.parent
SOURCE = Path(footnoted.__file__).parent
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")

OLDER = "0.0.9"
"""The version of the copy."""


class Installed:
    """A running installation; leaving the block ends its process."""

    def __init__(self, package: Path = SOURCE) -> None:
        kept = {name: value for name, value in os.environ.items() if name.upper() not in PROXIES}
        path = os.pathsep.join([str(package.parent), str(TESTS)])
        self._process = subprocess.Popen(
            [sys.executable, "-m", "story.nightly"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=kept | {"PYTHONPATH": path, "NO_PROXY": "127.0.0.1"},
        )
        self.version = self._read()["version"]

    def run(self, wish: Wish) -> int:
        """Make an audit and return its exit code."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        code = self._read()["exit"]
        assert isinstance(code, int)
        return code

    def _read(self) -> dict[str, str | int]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the audit ended in an error; see what it wrote"
        answer: dict[str, str | int] = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()


def older_copy(home: Path) -> Path:
    """Return a copy of the package as an earlier version may have been.

    It takes *storey* and *story*, which are two words with two meanings, for two spellings of
    one, as the table of spellings rightly does not.
    """
    package = home / "footnoted"
    shutil.copytree(SOURCE, package, ignore=shutil.ignore_patterns("__pycache__", "demo"))
    _change(package / "__init__.py", f'"{footnoted.__version__}"', f'"{OLDER}"')
    _change(
        package / "quotations" / "spellings.py", "wilful/willful ", "wilful/willful storey/story "
    )
    return package


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{file.name} has {old!r} no more, or more than once"
    file.write_text(text.replace(old, new), "utf-8")
