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
from selenium.webdriver.common.by import By

import chromium

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


@dataclass(frozen=True)
class Walk:
    """What both guides begin with: the folder, and what the demo that serves said."""

    home: Path
    told: str


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """Type the guides' first command, the same in both, and leave the site up."""
    home = tmp_path_factory.mktemp("walk")
    first, also = steps("guide-editor.md")[0], steps("guide-reader.md")[0]
    assert first == also
    with serving(first, Shell(home), home) as told:
        yield Walk(home, told)


@pytest.mark.timeout(400)  # many commands; two audits wait for slow pages
@pytest.mark.parametrize("guide", ["guide-reader.md", "guide-editor.md"])
def test_a_guide_is_followed_to_the_letter(guide: str, walk: Walk) -> None:
    """Every command in order; every line that the guide shows comes, and no other."""
    first, *rest = steps(guide)
    assert re.fullmatch(pattern(first.shown), walk.told), walk.told
    assert len(rest) > 3
    shell = Shell(walk.home)
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


ADDRESS = re.compile(r"^\| `#(\S+)` \| (.*) \|$", re.MULTILINE)


@pytest.mark.browser
@pytest.mark.skipif(
    not (chromium.CHROMIUM and chromium.DRIVER),
    reason="needs Debian's packages chromium and chromium-driver",
)
def test_the_addresses_of_the_readers_guide_show_what_it_says(walk: Walk, tmp_path: Path) -> None:
    """Counts as the guide gives them; a place is in sight and has the focus; so do the keys."""
    page = (walk.home / "footnoted-demo" / "reports" / "orvel" / "report.html").as_uri()
    rows = ADDRESS.findall((DOCS / "guide-reader.md").read_text("utf-8"))
    assert len(rows) == 8
    browser = chromium.start(tmp_path, scripts=True)
    try:
        for address, shows in rows:
            browser.get("about:blank")
            browser.get(f"{page}#{address}")
            if shows[0].isdigit():
                assert browser.find_element(By.ID, "shown").text == f"{shows} shown", address
            else:
                place = address.replace("claim=", "claim-")
                assert browser.switch_to.active_element.get_attribute("id") == place
        browser.get("about:blank")
        browser.get(page)
        for key, focus in (
            ("j", "northern-sluice"),
            ("j", "kessary-cost"),
            ("k", "northern-sluice"),
        ):
            browser.switch_to.active_element.send_keys(key)
            assert browser.switch_to.active_element.get_attribute("id") == f"claim-{focus}"
        browser.switch_to.active_element.send_keys("/")
        assert browser.switch_to.active_element.tag_name == "input"
    finally:
        browser.quit()
