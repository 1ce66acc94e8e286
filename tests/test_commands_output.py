"""What `footnoted check` prints: quiet, verbose, in colour, in the width of the terminal."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus_folder import cited, quoting, write_corpus
from footnoted.commands.console import colour_wanted
from footnoted.commands.progress import waiting_words
from loopback import Answer, serve
from terminals import all_shown

PAGE = (
    b"<title>Ferries</title><p>The board will not publish its accounts, said the chair. The sea "
    b"feeds three coasts, and all of them know it well enough to quarrel about it each winter.</p>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}
CHECK = ("check", "claims/p", "--allow-net=127.0.0.0/8", "--pace=0", "--no-archives")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder with a corpus whose first claim drops a negation."""
    with serve({"/a": Answer(200, PAGE, HTML)}) as site:
        source, note = cited("a", site.url("/a"), "1")
        claims = [
            quoting("accounts", "1", "The board will publish its accounts"),
            quoting("coasts", "1", "The sea feeds three coasts"),
        ]
        write_corpus(tmp_path, sources=[source], notes=[note], claims=claims)
        yield tmp_path


def run(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `footnoted check`, its output into pipes; what is around the tests tells it nothing."""
    around = {"NO_COLOR", "TERM", "COLUMNS"}
    bare = {key: value for key, value in os.environ.items() if key not in around}
    return subprocess.run(
        [sys.executable, "-m", "footnoted", *CHECK, *arguments],
        cwd=home,
        env={**bare, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def at_a_terminal(home: Path, width: int, *arguments: str, **environment: str) -> str:
    """Run `footnoted check` at a pseudo terminal of so many columns, and return what it shows."""
    ours, theirs = pty.openpty()
    bare = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS"}}
    process = subprocess.Popen(
        ["/bin/sh", "-c", f'stty cols {width}; exec "$0" "$@"', sys.executable, "-m", "footnoted",
         *CHECK, *arguments],
        cwd=home,
        env={**bare, "TERM": "xterm", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    seen = all_shown(ours)
    process.wait(20)
    return seen.decode()


def test_quiet_prints_nothing_when_all_is_well(home: Path) -> None:
    """The exit code says it all."""
    done = run(home, "--quiet", "--fail-on", "never")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_quiet_tells_the_errors_that_it_fails_for(home: Path) -> None:
    """One line each, on standard error, so that a nightly job mails only what is wrong."""
    done = run(home, "--quiet")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert re.match(r"claims/p/01-first\.yaml:1:\d+: error: .*\[", done.stderr)


def test_quiet_json_is_still_json(home: Path) -> None:
    """What was asked for is printed; progress is not."""
    done = run(home, "--quiet", "--format", "json", "--fail-on", "never")
    assert done.stdout.startswith('{\n  "schema": "footnoted/report/1"')
    assert done.stderr == ""


def test_quiet_says_why_nothing_could_be_looked_at(home: Path) -> None:
    """Exit code 4 comes with one line."""
    done = subprocess.run(
        [sys.executable, "-m", "footnoted", "check", "claims/p", "-q", "--no-archives"],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (4, "", 1)
    assert done.stderr.startswith("footnoted: ")


def test_verbose_tells_each_claim_that_does_not_hold(home: Path) -> None:
    """Two lines, before the summary; the one that holds is not among them."""
    lines = run(home, "-v").stdout.splitlines()
    assert lines[0].startswith("≠ note 1, accounts: mismatch")
    assert re.match(r" {4}paper “.*”, source “.*will not publish.*”; cited page \d{4}-", lines[1])
    assert lines[2].startswith("Paper     A made-up paper")
    assert "coasts" not in "".join(lines[:2])


def test_quiet_and_verbose_contradict_each_other(home: Path) -> None:
    """One line, as for every wrong use."""
    done = run(home, "-q", "-v")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_there_is_no_colour_in_a_pipe_unless_it_is_forced(home: Path) -> None:
    """FORCE_COLOR is for CI logs that show it; NO_COLOR outranks it."""
    assert "\x1b[" not in run(home).stdout
    assert "\x1b[31m1 mismatch\x1b[0m" in run(home, FORCE_COLOR="1").stdout
    assert "\x1b[" not in run(home, FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_terminal_gets_colour_and_lines_of_its_width(home: Path, width: int) -> None:
    """Bar, claims and summary; taken off, the colours leave lines that fit."""
    shown = at_a_terminal(home, width, "-v")
    assert "\x1b[31m1 mismatch\x1b[0m" in shown
    assert re.search(r"\r\[#+\] 1/1 ", shown)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "\x1b" not in bare
    assert "Claims    1 mismatch, 1 supported" in bare
    assert max(len(line) for line in re.split(r"[\r\n]+", bare)) <= width


def test_a_terminal_gets_no_colour_where_nobody_wants_it(home: Path) -> None:
    """NO_COLOR, whatever its value."""
    assert "\x1b[" not in at_a_terminal(home, 80, NO_COLOR="yes")


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, None),
        ({"NO_COLOR": ""}, None),
        ({"NO_COLOR": "0"}, False),
        ({"TERM": "dumb"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "3", "NO_COLOR": "1"}, False),
    ],
)
def test_what_the_environment_says_of_colour(
    environment: dict[str, str], *, wanted: bool | None
) -> None:
    """None leaves it to what output goes to."""
    assert colour_wanted(environment) is wanted


@pytest.mark.parametrize(
    ("hosts", "words"),
    [
        ((), ""),
        (("a.example",), "1 host waiting: a.example"),
        (("a", "b", "c"), "3 hosts waiting: a, b, c"),
        (("a", "b", "c", "d"), "4 hosts waiting: a, b, c, …"),
    ],
)
def test_hosts_that_are_waited_for_are_counted_and_the_longest_named(
    hosts: tuple[str, ...], words: str
) -> None:
    """The one that takes longest comes first."""
    assert waiting_words(hosts) == words
