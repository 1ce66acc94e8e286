"""What the peers said, kept in `said.jsonl`: it takes long to ask, and versions do not change."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import astuple
from functools import cache
from pathlib import Path

from benchmarks.links.peers import PEERS, Said
from benchmarks.links.table import Heard

KEPT = Path(__file__).with_name("said.jsonl")

Answers = Mapping[str, Mapping[str, Heard]]
"""By peer and fault."""


def kept() -> Answers:
    """Return what was said earlier; nothing of a peer that has another version now."""
    found: dict[str, dict[str, Heard]] = {name: {} for name in PEERS}
    versions = {name: version(name) for name in PEERS}
    lines = KEPT.read_text(encoding="utf-8").splitlines() if KEPT.is_file() else []
    for line in lines:
        name, then, fault, word, told, seconds, warned, trapped = json.loads(line)
        if versions.get(name) == then:
            found[name][fault] = Heard(Said(word, told, seconds, warned), trapped)
    return found


def keep(answers: Answers) -> None:
    """Write what was said, a line for each peer and fault."""
    lines = [
        json.dumps(
            [name, version(name), fault, *astuple(one.said), one.trapped], ensure_ascii=False
        )
        for name, found in sorted(answers.items())
        for fault, one in sorted(found.items())
    ]
    KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


@cache
def version(name: str) -> str:
    """Return the version that a peer names."""
    command = [PEERS[name][0][0], "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split()[:2]).rstrip(",").lower()
