"""The guides, followed to the letter: each command is typed, each line shown must come."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
PROGRESS = re.compile(r"\d+/\d+ http\S+( \(.*\))?")
"""Where there is no terminal, a plain line a page stands in for the bar."""
PORT = re.compile(r"(127\.0\.0\.\d+):\d+")


@dataclass(frozen=True)
class Step:
    """A command of a guide, and what the guide shows of its output."""

    command: str
    shown: tuple[str, ...]


def steps(guide: str) -> list[Step]:
    """Return the commands of a guide's console blocks, in order."""
    found: list[Step] = []
    for block in CONSOLE.findall((DOCS / guide).read_text("utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append(Step(line[2:], ()))
            else:
                found[-1] = Step(found[-1].command, (*found[-1].shown, line))
    return found


def pattern(shown: tuple[str, ...]) -> str:
    """`…` alone stands for any lines, within a line for any characters."""
    lines = [
        r"(?:.*\n)*?" if one == "…" else re.escape(one).replace("…", ".*") + r"\n" for one in shown
    ]
    return "".join(lines)


class Shell:
    """A terminal: where it stands, what it exported and how the last command ended are kept."""

    def __init__(self, home: Path) -> None:
        self._state = home / ".shell"
        self._state.write_text(f"cd '{home}'\n")
        self._last = 0
        folder = str(Path(sys.executable).parent)
        kept = {name: value for name, value in os.environ.items() if name in {"HOME", "LANG"}}
        self.environment = {**kept, "PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

    def type(self, command: str) -> str:
        """Run one line; return what a terminal would show, without the bar."""
        keep = f"{{ echo \"cd '$PWD'\"; export -p; }} > '{self._state}'"
        script = f". '{self._state}'\n(exit {self._last})\n{command}\nlast=$?\n{keep}\nexit $last\n"
        done = subprocess.run(
            ["bash", "-c", script],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=self.environment,
            timeout=120,
            check=False,
        )
        self._last = done.returncode
        return cleaned(done.stdout)


def cleaned(output: str) -> str:
    """Leave out the lines of the bar, and name the site's port as the guides do."""
    lines = [line for line in output.splitlines() if not PROGRESS.fullmatch(line)]
    return PORT.sub(r"\1:18461", "".join(f"{line}\n" for line in lines))


@contextmanager
def serving(step: Step, shell: Shell, home: Path) -> Iterator[str]:
    """Start the first terminal's command; yield what it shows once the site is up."""
    with subprocess.Popen(
        step.command.split(),
        cwd=home,
        env=shell.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        told = ""
        try:
            for line in process.stdout:
                told += line
                if line.startswith("the site:"):
                    break
            yield cleaned(told)
        finally:
            process.terminate()


@pytest.mark.parametrize("guide", ["guide-editor.md"])
def test_a_guide_is_followed_to_the_letter(guide: str, tmp_path: Path) -> None:
    """Every command in order, in an empty folder; every line that the guide shows comes."""
    first, *rest = steps(guide)
    assert first.command.endswith("--serve")
    assert len(rest) > 3
    shell = Shell(tmp_path)
    with serving(first, shell, tmp_path) as told:
        assert re.fullmatch(pattern(first.shown), told), told
        for step in rest:
            told = shell.type(step.command)
            wanted = "\n".join(step.shown)
            assert re.fullmatch(pattern(step.shown), told), f"$ {step.command}\n{told}\n---\n{wanted}"


def test_what_a_guide_may_leave_out() -> None:
    """The comparison itself: a line that is missing, more, or otherwise is seen."""
    wanted = pattern(("a … c", "…", "end"))
    assert re.fullmatch(wanted, "a b c\nend\n")
    assert re.fullmatch(wanted, "a b c\nmore\nmore\nend\n")
    assert not re.fullmatch(wanted, "a b d\nend\n")
    assert not re.fullmatch(wanted, "a b c\nend\nmore\n")
    assert not re.fullmatch(pattern(()), "anything\n")
    assert cleaned("3/28 http://127.0.0.1:5/a (about 5 s left, 1 host waiting: b)\nx\n") == "x\n"
