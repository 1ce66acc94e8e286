"""`footnoted links` as it is called: several files, formats, output, state, terminals."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from loopback import Answer, Site, page, serve
from terminals import all_shown

PAGE = page("<h1 id=a>Title</h1><p>" + "Some words of prose. " * 40)
OPTIONS = ("--allow-net", "127.0.0.0/8", "--pace", "0", "-q")


def run(
    *arguments: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "footnoted", "links", *arguments, *OPTIONS],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **(env or {})},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Serve a page, and lay links to it and to one that is gone into two files and a list."""
    with serve({"/a": PAGE}) as served:
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs/a.md").write_text(f"[a]({served.url('/a')})\n", "utf-8")
        (tmp_path / "docs/b.html").write_text(f"<a href='{served.url('/gone')}'>", "utf-8")
        (tmp_path / "list.txt").write_text(f"{served.url('/a')}\n", "utf-8")
        yield served


def test_each_url_is_asked_once_for_all_files(site: Site, tmp_path: Path) -> None:
    """Standard input, a list and a folder; each answer tells where its link stands."""
    line = site.url("/a").encode()
    done = run("-", "list.txt", "docs", "--format", "json", cwd=tmp_path, stdin=line)
    document = json.loads(done.stdout)
    assert [(one["where"]["file"], one["where"]["line"]) for one in document["links"]] == [
        ("<stdin>", 1),
        ("list.txt", 1),
        ("docs/a.md", 1),
        ("docs/b.html", 1),
    ]
    assert document["files"] == ["<stdin>", "list.txt", "docs/a.md", "docs/b.html"]
    assert sorted(site.paths()) == ["/a", "/gone"]
    assert done.returncode == 1


def test_files_that_cannot_be_read_are_told_together_and_the_rest_is_checked(
    site: Site, tmp_path: Path
) -> None:
    """Exit code 2, one line each, and the answers of the others; in JSON too."""
    (tmp_path / "docs/bad.md").write_bytes(b"\xff")
    done = run("none.md", "docs", "--format", "json", cwd=tmp_path)
    document = json.loads(done.stdout)
    assert [one["verdict"] for one in document["links"]] == ["alive", "dead"]
    assert [one["file"] for one in document["unreadable"]] == ["none.md", "docs/bad.md"]
    assert done.stderr.splitlines() == [
        f"footnoted: {one['message']}" for one in document["unreadable"]
    ]
    assert done.returncode == 2


def test_state_makes_only_news_red(site: Site, tmp_path: Path) -> None:
    """The lines of history are an audit's; `--fail-on error` still sees what is known."""
    state = tmp_path / "state"
    history = state / "history.jsonl"
    assert run("docs", "--state", "state", cwd=tmp_path).returncode == 1
    _age(history)
    again = run("docs", "--state", "state", cwd=tmp_path)
    assert again.returncode == 0
    assert "  since 2026-01-01: the server says: not found (404)" in again.stdout
    assert "since the last run: 0 new, 0 fixed, 1 persisting" in again.stderr
    assert run("docs", "--state", "state", "--fail-on", "error", cwd=tmp_path).returncode == 1
    site.answers["/gone"] = PAGE
    fixed = run("docs", "--state", "state", cwd=tmp_path)
    assert f"FIXED  {site.url('/gone')} (link-dead)" in fixed.stderr


def _age(history: Path) -> None:
    """Make what was seen just now be of the first of January."""
    lines = [json.loads(line) for line in history.read_text("utf-8").splitlines()]
    aged = [json.dumps({**line, "at": "2026-01-01T12:00:00Z"}) for line in lines]
    history.write_text("".join(f"{line}\n" for line in aged), "utf-8")


def test_the_vantage_is_named_as_check_names_it(site: Site, tmp_path: Path) -> None:
    """By option, else by the environment."""
    named = {"FOOTNOTED_VANTAGE": "lake"}
    told = run("list.txt", "--format", "json", cwd=tmp_path, env=named).stdout
    assert json.loads(told)["vantage"] == "lake"
    options = ("--format", "json", "--vantage", "hill", "--state", "state")
    assert (
        json.loads(run("list.txt", *options, cwd=tmp_path, env=named).stdout)["vantage"] == "hill"
    )
    assert '"vantage":"hill"' in (tmp_path / "state/history.jsonl").read_text("utf-8")


def test_a_history_that_is_none_is_told_before_anything_is_asked(
    site: Site, tmp_path: Path
) -> None:
    """With file and line."""
    (tmp_path / "state").mkdir()
    (tmp_path / "state/history.jsonl").write_text("no\n", "utf-8")
    done = run("docs", "--state", "state", cwd=tmp_path)
    assert (done.returncode, site.paths()) == (2, [])
    assert "history.jsonl:1: not a line of history" in done.stderr


@pytest.mark.parametrize("form", ["text", "json", "junit", "md"])
def test_output_goes_to_a_file_that_is_replaced(form: str, site: Site, tmp_path: Path) -> None:
    """Nothing on standard output, no colour, no part left beside; the exit code stays."""
    out = tmp_path / "out"
    out.write_text("before", "utf-8")
    done = run("docs", "--format", form, "-o", "out", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    text = out.read_text("utf-8")
    assert site.url("/gone").split("://")[1] in text
    assert "\x1b" not in text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "list.txt", "out"]


@pytest.mark.parametrize("where", ["none/out", "docs"])
def test_an_output_that_cannot_be_is_told_before_anything_is_asked(
    where: str, site: Site, tmp_path: Path
) -> None:
    """Not after an hour of looking."""
    done = run("list.txt", "-o", where, cwd=tmp_path)
    assert (done.returncode, site.paths()) == (2, [])


@pytest.mark.parametrize(
    ("fail_on", "failures", "code"), [("new-error", "1", 1), ("never", "0", 0)]
)
def test_junit_is_as_red_as_the_exit_code(
    fail_on: str, failures: str, code: int, site: Site, tmp_path: Path
) -> None:
    """What `--fail-on` passes over is no failure."""
    done = run("docs", "--format", "junit", "--fail-on", fail_on, cwd=tmp_path)
    root = etree.fromstring(done.stdout.encode())
    assert (root.get("failures"), done.returncode) == (failures, code)


def test_a_list_of_anything_ends_in_a_verdict(tmp_path: Path) -> None:
    """Bytes that no URL has are no trouble of ours; each format bears them."""
    lines = "http://[\nhttp://x.example:99999/\n\x1b[2J\nfile:///etc/passwd\nhttp://a b/\n<b>|`\n"
    for form in ("text", "json", "junit", "md"):
        done = run("--format", form, cwd=tmp_path, stdin=lines.encode())
        assert done.returncode == 4
        assert "\x1b" not in done.stdout
        assert "our bug" not in done.stderr


def on_terminal(*arguments: str, cwd: Path, **env: str) -> str:
    """Run with a terminal of 60 columns for output, and return what it was sent."""
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "footnoted", "links", *arguments, *OPTIONS],
        cwd=cwd,
        stdout=terminal,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": "60", **env},
    )
    os.close(terminal)
    sent = all_shown(controller)
    process.wait(timeout=30)
    return sent.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour_unless_it_wants_none(site: Site, tmp_path: Path) -> None:
    """And words that stand under their link, within its width."""
    site.answers["/gone"] = Answer(301, b"", {"Location": "/a"})
    plain = on_terminal("docs", cwd=tmp_path, NO_COLOR="1")
    assert "\x1b" not in plain
    alive, moved, *under = plain.splitlines()
    assert alive == f"alive  docs/a.md:1    {site.url('/a')}"
    assert moved == f"moved  docs/b.html:1  {site.url('/gone')}"
    assert len(under) == 2
    assert all(len(line) <= 60 and line.startswith(" " * 7) for line in under)
    words = f"moved to {site.url('/a')}; whether the content is the same was not checked"
    assert " ".join(" ".join(under).split()) == words
    coloured = on_terminal("docs", cwd=tmp_path, NO_COLOR="")
    assert coloured.startswith("\x1b[32malive\x1b[0m  docs/a.md:1")
