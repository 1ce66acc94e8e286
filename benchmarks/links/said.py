"""What the peers said, kept in `said.json`: it takes long to ask, and versions do not change."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from benchmarks.links.peers import PEERS, Said
from benchmarks.links.table import Heard

KEPT = Path(__file__).with_name("said.json")

Answers = Mapping[str, Mapping[str, Heard]]
"""By peer and fault."""


def kept() -> Answers:
    """Return what was said earlier; nothing of a peer that has another version now."""
    if not KEPT.is_file():
        return {name: {} for name in PEERS}
    told = json.loads(KEPT.read_text(encoding="utf-8"))
    return {
        name: {
            fault: Heard(Said(**one["said"]), one["trapped"])
            for fault, one in told.get(name, {}).get("answers", {}).items()
            if told[name]["version"] == version(name)
        }
        for name in PEERS
    }


def keep(answers: Answers) -> None:
    """Write what was said, one fault a line."""
    told = {
        name: {
            "version": version(name),
            "answers": {fault: asdict(one) for fault, one in sorted(found.items())},
        }
        for name, found in answers.items()
    }
    KEPT.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def version(name: str) -> str:
    """Return the version that a peer names."""
    command = [PEERS[name][0][0], "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split()[:2]).rstrip(",").lower()
