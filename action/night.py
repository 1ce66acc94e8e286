"""What the action's steps share: its inputs, and what a step tells the next and the runner."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from footnoted.audit.exits import FINE


def given(name: str) -> str:
    """Return an input of the action, stripped."""
    return os.environ.get(f"FOOTNOTED_{name}", "").strip()


def lines(name: str) -> list[str]:
    """Return an input that has an item a line."""
    return [line.strip() for line in given(name).splitlines() if line.strip()]


def asked(name: str) -> bool:
    """Tell whether an input that is on or off is on; whoever mistypes it is told."""
    value = given(name).lower()
    if value not in {"true", "false", ""}:
        option = name.lower().replace("_", "-")
        sys.exit(f"footnoted: input {option} is '{value}'; write true or false")
    return value == "true"


def reports() -> Path:
    """Return where reports and state are kept."""
    return Path(given("REPORTS") or "reports")


def links_state() -> Path:
    """Return where a check of plain links keeps its history and answers."""
    return Path(given("LINKS_STATE") or "links-state")


def program() -> str:
    """Return the path of the `footnoted` that is installed beside this Python."""
    return str(Path(sys.executable).with_name("footnoted"))


def put(name: str, value: object) -> None:
    """Set an output of the step; one line, so that nothing can set another."""
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as out:
        out.write(f"{name}={' '.join(str(value).split())}\n")


def annotate(level: str, message: str) -> None:
    """Print a notice, warning or error that the code host shows with the run."""
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    print(f"::{level} title=footnoted::{escaped}")


@dataclass
class Night:
    """What a night came to; the step that checks writes it down, the others read it.

    `red`: the job is to fail. `papers` has the folder of each corpus that was audited, `links`
    the answers of a check of plain links. `taken` tells of a first night, on which what was found
    was taken as known.
    """

    code: int = FINE
    red: bool = False
    papers: list[str] = field(default_factory=list)
    links: str | None = None
    taken: list[str] = field(default_factory=list)

    @staticmethod
    def _file() -> Path:
        return Path(os.environ["RUNNER_TEMP"]) / "footnoted-night.json"

    def write(self) -> None:
        """Keep it for the steps that follow."""
        self._file().write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls) -> Night:
        """Return what the step that checks wrote down."""
        return cls(**json.loads(cls._file().read_text(encoding="utf-8")))
