"""The maintainer's walk, followed to the letter: its files are written, its lines typed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from story.world import closed_port
from test_docs_guides import Shell, Step, pattern

DOCS = Path(__file__).resolve().parent.parent / "docs"
PORT = "18461"
BLOCK = re.compile(
    r"^`(?P<file>[\w./-]+)`(?: \([^`]*\))?:\n\n```\w+\n(?P<text>.*?)```"
    r"|```console\n(?P<lines>.*?)```",
    re.DOTALL | re.MULTILINE,
)
NIGHT = re.compile(r"## Any other CI\n\n```sh\n(.*?)```", re.DOTALL)


def parts(guide: str) -> Iterator[Step | tuple[str, str]]:
    """Yield what a guide tells to do, in order: a file to write, or a line to type."""
    for found in BLOCK.finditer(guide):
        if found["file"]:
            yield found["file"], found["text"]
            continue
        blocks = re.split(r"^\$ ", found["lines"], flags=re.MULTILINE)[1:]
        for command, *shown in map(str.splitlines, blocks):
            yield Step(command, tuple(shown))


def guide(port: int) -> str:
    """Return the guide, its site on a port that is free here."""
    return (DOCS / "guide-maintainer.md").read_text("utf-8").replace(PORT, str(port))


def free_port() -> int:
    """Return a port that nobody listens on."""
    with closed_port() as held:
        return int(held.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until the site is up."""
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the guide's site does not come up")


@pytest.mark.runner
@pytest.mark.timeout(600)  # some twelve audits
@pytest.mark.skipif(
    not [*Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")],
    reason="needs Debian's package libfaketime",
)
def test_the_walk_is_followed_to_the_letter(tmp_path: Path) -> None:
    """Every file is written and every command typed, in order; every line shown comes."""
    port = free_port()
    shell = Shell(tmp_path)
    typed = 0
    site: subprocess.Popen[bytes] | None = None
    try:
        for part in parts(guide(port)):
            if isinstance(part, tuple):
                file = tmp_path / part[0]
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(part[1], "utf-8")
            elif "http.server" in part.command:
                words = [sys.executable, *part.command.split()[1:]]
                site = subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.DEVNULL)
                wait_for(port)
            else:
                told = shell.type(part.command)
                # the shell names every port as the other guides do, which is this one's, too
                wanted = tuple(line.replace(str(port), PORT) for line in part.shown)
                said = f"$ {part.command}\n{told}\n---\n{wanted}"
                assert re.fullmatch(pattern(wanted), told), said
                typed += 1
    finally:
        if site:
            site.terminate()
            site.wait()
    assert typed > 40


def test_the_walk_has_the_night_of_the_page() -> None:
    """Its script ends with the lines for any other CI, but for the leave to reach loopback."""
    [lines] = NIGHT.findall((DOCS / "nightly.md").read_text("utf-8"))
    files = dict(part for part in parts(guide(1)) if isinstance(part, tuple))
    assert files["night.sh"].endswith(
        lines.replace("check claims", "check claims --allow-net 127.0.0.0/8")
    )


@pytest.mark.parametrize("shell", [("sh",), ("sh", "-e")], ids=["sh", "sh -e"])
def test_any_other_ci_keeps_state_however_it_runs_its_script(
    shell: tuple[str, ...], tmp_path: Path
) -> None:
    """A red check is remembered before the script ends; no remote is no first night; 4 is green."""
    [lines] = NIGHT.findall((DOCS / "nightly.md").read_text("utf-8"))
    fake = tmp_path / "bin" / "footnoted"
    fake.parent.mkdir()
    fake.write_text(
        '#!/bin/sh\necho "$*" >> said\n'
        'case "$*" in\n"state load") printf "%s" "$BEGUN"; exit "$LOAD";;\n'
        '"check claims") exit "$CHECK";;\n"state save") exit "$SAVE";;\nesac\n'
    )
    fake.chmod(0o755)

    def night(begun: str = "reports/p/state", load: int = 0, check: int = 0, save: int = 0) -> str:
        (tmp_path / "said").unlink(missing_ok=True)
        done = subprocess.run(
            [*shell, "-c", lines],
            cwd=tmp_path,
            env={"PATH": f"{fake.parent}:{os.environ['PATH']}", "BEGUN": begun,
                 "LOAD": str(load), "CHECK": str(check), "SAVE": str(save)},
            check=False,
        )  # fmt: skip
        return f"{done.returncode} {' | '.join((tmp_path / 'said').read_text().splitlines())}"

    usual, first = "state load | check claims", "state load | check claims | baseline claims"
    assert night(begun="", check=1) == f"0 {first} | state save"
    assert night() == f"0 {usual} | state save"
    assert night(check=1) == f"1 {usual} | state save"
    assert night(check=2, begun="") == f"2 {usual} | state save"
    assert night(check=4) == night(check=4, begun="") == f"0 {usual} | state save"
    assert night(load=2, begun="") == "2 state load"
    assert night(save=2) == f"2 {usual} | state save"
