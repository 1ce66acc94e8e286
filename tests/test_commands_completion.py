"""Completion in real shells: what a press of the tab key gives at a prompt."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from footnoted.commands import COMMANDS, cli

CLAIMS = """\
# a comment

- id: bridge-cost
  says: The bridge cost a lot.
  quotations:
    - {text: "- id: no-claim"}
- {id: bridge-length, says: It is long.}
- id: "river-width"
"""
FILES = {
    "footnoted.toml": "pcae = 3\n",  # a fault in settings is told by commands, not at the key
    "claims/orvel-2020/paper.yaml": "id: orvel-2020\n",
    "claims/orvel-2020/01-bridge.yaml": CLAIMS,
    "claims/orvel-2020/sources.yaml": "- id: smith-2012\n- id: wen-2012\n",
    "claims/orvel-2020/notes.yaml": '- id: "59"\n- id: "60"\n',
    "claims/orvel-2020/exemptions.yaml": "- id: not-a-claim\n",
    "claims/marrland/paper.yaml": "id: marrland\n",
    "claims/notes-of-mine/todo.txt": "",
    "papers/orvel.md": "",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two corpora, which is the current one."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def offered(line: str) -> list[str]:
    """Return what is offered for the last word of `line`, which may be empty."""
    *words, typed = line.split(" ")
    found = ShellComplete(cli, {}, "footnoted", "_").get_completions(words[1:], typed)
    return [one.value if one.type == "plain" else f"<{one.type}>" for one in found]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("footnoted e", ["extract", "explain", "evidence"]),
        ("footnoted evidence s", ["show"]),
        ("footnoted report claims/", ["claims/marrland", "claims/orvel-2020"]),
        ("footnoted report claims/orv", ["claims/orvel-2020"]),
        ("footnoted report papers", ["<dir>"]),
        ("footnoted check claims/marrland cl", ["claims/marrland", "claims/orvel-2020"]),
        ("footnoted check --only bridge", ["bridge-cost", "bridge-length"]),
        ("footnoted show r", ["river-width"]),
        ("footnoted show 5", ["59"]),
        ("footnoted show not", []),
        ("footnoted history smi", ["smith-2012"]),
        ("footnoted history bridge-c", ["bridge-cost"]),
        ("footnoted evidence add w", ["wen-2012"]),
        ("footnoted explain bridge-c", ["bridge-cost"]),
        ("footnoted explain quotation-al", ["quotation-altered"]),
        ("footnoted lint --off bare", ["bare-url"]),
        ("footnoted lint claims/marrland --form", ["--format"]),
        ("footnoted report claims/marrland --format sa", ["sarif"]),
        ("footnoted extract pap", ["<file>"]),
    ],
)
def test_a_half_typed_word_is_completed(line: str, wanted: list[str], home: Path) -> None:
    """Commands, options and their values, corpora, ids of records, rules; else files."""
    assert offered(line) == wanted


def test_outside_a_repository_nothing_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no claims/ a corpus is any folder, and no id is known."""
    monkeypatch.chdir(tmp_path)
    assert offered("footnoted report ") == ["<dir>"]
    assert offered("footnoted show ") == []


def test_completing_a_command_imports_none() -> None:
    """The registry is enough, so that the key answers at once."""
    code = (
        "import sys\n"
        "from footnoted.__main__ import main\n"
        "try:\n    main()\n"
        "finally:\n    print([one for one in sys.modules if 'footnoted.commands.' in one])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={
            **os.environ,
            "_FOOTNOTED_COMPLETE": "bash_complete",
            "COMP_WORDS": "footnoted ",
            "COMP_CWORD": "1",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    *lines, modules = done.stdout.splitlines()
    assert lines == [f"plain,{name}" for name in COMMANDS]
    assert modules == "[]"


def environment(home: Path) -> dict[str, str]:
    """Return what a terminal of a newcomer has, with our program on its path."""
    folder = str(Path(sys.executable).parent)
    return {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "HOME": str(home),
        "TERM": "dumb",
        "LC_ALL": "C.UTF-8",
    }


@contextmanager
def terminal(command: list[str], home: Path) -> Iterator[int]:
    """Run a shell at a terminal of its own; yield our end of it."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=home,
        env=environment(home),
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            yield ours
        finally:
            process.kill()
            os.close(ours)


def heard(end: int, wanted: str) -> str:
    """Return what the shell shows, up to and with `wanted`."""
    shown, until = "", time.monotonic() + 60
    while not re.search(wanted, shown):
        left = until - time.monotonic()
        if left <= 0 or not select.select([end], [], [], left)[0]:
            pytest.fail(f"no {wanted!r} in {shown!r}")
        shown += os.read(end, 65536).decode(errors="replace")
    return shown


SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "PS1='rea''dy> '"),
    "zsh": (
        ["zsh", "-f", "-i"],
        "PROMPT='rea''dy> '; unsetopt PROMPT_SP; autoload -Uz compinit; compinit -u -D",
    ),
}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_key_completes_at_a_prompt(shell: str, home: Path) -> None:
    """The line that the help names goes into a start file; then the tab key knows our words."""
    command, prompt = SHELLS[shell]
    if not shutil.which(command[0]):
        pytest.skip(f"needs Debian's package {shell}")
    with terminal(command, home) as end:
        os.write(end, f'{prompt}; eval "$(footnoted completion {shell})"\n'.encode())
        heard(end, "ready> ")
        for typed, wanted in (
            ("footnoted expl\t", "footnoted explain"),
            ("footnoted show river\t", "footnoted show river-width"),
            ("footnoted report claims/o\t", "footnoted report claims/orvel-2020"),
        ):
            os.write(end, typed.encode())
            heard(end, re.escape(wanted))
            os.write(end, b"\x01echo '[\x05]'\n")
            assert re.search(rf"\n\[ ?{re.escape(wanted)} ?\]", heard(end, r"\n\[.*\]\s+ready> "))


def test_fish_offers_the_same(home: Path) -> None:
    """Fish tells what the key would offer; a command comes with its line, up to a comma."""
    if not shutil.which("fish"):
        pytest.skip("needs Debian's package fish")
    script = (
        "footnoted completion fish | source\n"
        "complete -C 'footnoted expl'\n"
        "complete -C 'footnoted show river'\n"
        "complete -C 'footnoted report claims/o'\n"
    )
    done = subprocess.run(
        ["fish", "--no-config", "-c", script],
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    assert done.stdout.splitlines() == [
        f"explain\t{COMMANDS['explain'].partition(',')[0]}",
        "river-width",
        "claims/orvel-2020",
    ]
