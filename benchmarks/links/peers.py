"""lychee and linkchecker, asked about one URL at a time, each in a venv of its own."""

from __future__ import annotations

import csv
import html
import io
import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.links import ROOT

BIN = ROOT / "benchmarks" / ".peers-links" / "bin"
PATIENCE = 60.0
"""Seconds after which a checker is stopped and called hanging."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a checker said: `ok`, `redirected`, `broken`, `timeout`, `skipped` or `hangs`.

    `told` are its own words, `warned` whether it told of something beside an `ok`.
    """

    word: str
    told: str
    seconds: float
    warned: bool = False


def _listed(url: str, folder: Path) -> Path:
    """Write a page that links to `url`, as a maintainer's page would."""
    page = folder / "page.html"
    page.write_text(f'<a href="{html.escape(url)}">cited</a>\n', encoding="utf-8")
    return page


def ask(name: str, url: str) -> Said:
    """Ask the checker called `name` about `url`."""
    command, read = PEERS[name]
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        page = _listed(url, Path(folder))
        Path(folder).chmod(0o755)  # linkchecker gives its rights away first
        try:
            done = subprocess.run(
                [*command, str(page)],
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return Said("hangs", f"stopped after {PATIENCE:.0f} s", PATIENCE)
    return read(done.stdout, round(time.monotonic() - began, 1))


def _lychee(out: str, seconds: float) -> Said:
    told: Mapping[str, Any] = json.loads(out)
    for key, word in _LYCHEE:
        for found in (told.get(key) or {}).values():
            for one in found:
                status = one.get("status") or {}
                words = str(status.get("details") or status.get("text") or status)
                return Said(word, words[:80], seconds)
    return Said("skipped", "not among what it checked", seconds)


_LYCHEE = (
    ("timeout_map", "timeout"),
    ("error_map", "broken"),
    ("redirect_map", "redirected"),
    ("success_map", "ok"),
    ("excluded_map", "skipped"),
)


def _linkchecker(out: str, seconds: float) -> Said:
    lines = [line for line in out.splitlines() if line and not line.startswith("#")]
    rows = list(csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";"))
    found = [row for row in rows if not row["urlname"].startswith("file:")]
    for row in found[:1]:
        told = " ".join(filter(None, (row["result"], row["warningstring"])))
        if row["valid"] != "True":
            word = (
                "timeout" if "timed out" in told.lower() or "timeout" in told.lower() else "broken"
            )
            return Said(word, told[:80], seconds)
        moved = "redirected to" in told.lower()
        warned = bool(row["warningstring"])
        return Said("redirected" if moved else "ok", told[:80], seconds, warned)
    return Said("skipped", "not among what it checked", seconds)


Reader = Callable[[str, float], Said]
PEERS: Mapping[str, tuple[list[str], Reader]] = {
    "lychee": (
        [
            str(BIN / "lychee"),
            "--format",
            "json",
            "--no-progress",
            "--include-fragments=full",
            "--verbose",
            "--include=^https?:",
        ],
        _lychee,
    ),
    "linkchecker": (
        [
            str(BIN / "linkchecker"),
            "--no-status",
            "--check-extern",
            "--verbose",
            "-r1",
            "-o",
            "csv",
        ],
        _linkchecker,
    ),
}
"""Each with its own defaults, save what it takes to say something of every link.

lychee passes over names under `.test` unless they are included by name.
"""
