"""`footnoted state`: what audits remember, on a git branch of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from footnoted.audit.state_keeping import Places, load_state, save_state
from footnoted.store.state_branch import StateBranch, StateBranchError

AT = datetime(2026, 3, 1, 2, tzinfo=UTC)
BRANCH = "footnoted-state"


def git(folder: Path, *words: str) -> str:
    who = {f"GIT_{role}_{what}": "t@example.org"
           for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
    return subprocess.run(
        ["git", "-C", str(folder), *words], check=True, capture_output=True, text=True,
        env={**os.environ, **who},
    ).stdout  # fmt: skip


def line(minute: int) -> str:
    at = (AT + timedelta(minutes=minute)).isoformat()
    seen = {"at": at, "kind": "link", "url": "http://a", "verdict": "alive", "reason": None}
    return json.dumps({**seen, "vantage": f"v{minute}"}) + "\n"


class Clone:
    """A work tree with a state, and the branch behind it."""

    def __init__(self, remote: Path, folder: Path, *more: str) -> None:
        git(remote.parent, "clone", "-q", *more, remote.as_uri(), str(folder))
        self.folder = folder
        self.branch = StateBranch(folder, "origin", BRANCH)
        self.places = Places(folder / "reports", folder / "my-links")
        self.history = folder / "reports" / "p" / "state" / "history.jsonl"

    def adds(self, text: str) -> None:
        """Let a run add to the history."""
        self.history.parent.mkdir(parents=True, exist_ok=True)
        with self.history.open("a") as out:
            out.write(text)

    def load(self) -> None:
        """Bring the state."""
        load_state(self.branch, self.places)

    def save(self, at: datetime = AT) -> str:
        """Hand the state on; return how."""
        saved = save_state(self.branch, self.places, at)
        return saved.how if saved else "none"


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """Make a bare repository with a commit on main."""
    made = tmp_path / "remote.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(made))
    seed = tmp_path / "seed"
    git(tmp_path, "clone", "-q", str(made), str(seed))
    (seed / "README.md").write_text("mine\n")
    git(seed, "add", ".")
    git(seed, "commit", "-q", "-m", "first")
    git(seed, "push", "-q", "origin", "HEAD:main")
    return made


def stored(remote: Path, path: str = "reports/p/state/history.jsonl") -> str:
    return git(remote, "show", f"{BRANCH}:{path}")


def test_a_state_goes_out_and_comes_back(remote: Path, tmp_path: Path) -> None:
    """The branch has state and a README alone; main and the work tree's git stay as they were."""
    one = Clone(remote, tmp_path / "one")
    one.adds(line(1))
    (one.folder / "my-links").mkdir()
    (one.folder / "my-links" / "history.jsonl").write_text(line(2))
    (one.history.parent / "other.txt").write_text("not state")
    head = git(remote, "rev-parse", "main")
    assert one.save() == "saved"
    files = git(remote, "ls-tree", "-r", "--name-only", BRANCH).split()
    assert files == ["README.md", "links/my-links/history.jsonl", "reports/p/state/history.jsonl"]
    assert git(remote, "rev-parse", "main") == head
    assert "?? reports/" in git(one.folder, "status", "--short")
    two = Clone(remote, tmp_path / "two", "--depth=1")
    two.load()
    assert two.history.read_text() == line(1)
    assert (two.folder / "my-links" / "history.jsonl").read_text() == line(2)


def test_nothing_changed_makes_no_commit_but_a_heartbeat(remote: Path, tmp_path: Path) -> None:
    """After four weeks a commit says that runs go on, with the same files."""
    one = Clone(remote, tmp_path / "one")
    one.adds(line(1))
    one.save()
    first = git(remote, "rev-parse", BRANCH)
    now = datetime.now(UTC)
    assert one.save(now + timedelta(days=27)) == "nothing changed"
    assert git(remote, "rev-parse", BRANCH) == first
    assert one.save(now + timedelta(days=29)) == "heartbeat"
    assert git(remote, "rev-parse", f"{BRANCH}^") == first
    assert git(remote, "diff", "--stat", f"{BRANCH}^", BRANCH) == ""


def test_runs_at_once_lose_no_line(remote: Path, tmp_path: Path) -> None:
    """Six runs push at the same moment: each line of each is there, once, and nothing is forced."""
    clones = [Clone(remote, tmp_path / f"clone{number}") for number in range(6)]
    clones[0].adds(line(0))
    clones[0].save()
    for number, clone in enumerate(clones[1:], 1):
        clone.load()
        clone.adds(line(number))
    with ThreadPoolExecutor(5) as pool:
        hows = list(pool.map(Clone.save, clones[1:]))
    assert hows == ["saved"] * 5
    assert sorted(stored(remote).splitlines(keepends=True)) == sorted(line(n) for n in range(6))
    assert git(remote, "rev-list", "--count", BRANCH).strip() == "6"
    assert git(remote, "rev-list", "--min-parents=2", BRANCH) == ""


def test_what_the_work_tree_has_is_united_with_the_branch(remote: Path, tmp_path: Path) -> None:
    """A state that was committed on main, or left by an earlier job, is not overwritten."""
    one, two = Clone(remote, tmp_path / "one"), Clone(remote, tmp_path / "two")
    one.adds(line(1))
    one.save()
    two.adds(line(2))
    two.load()
    assert two.history.read_text() == line(1) + line(2)


def test_a_look_that_the_corpus_dropped_stays_away(remote: Path, tmp_path: Path) -> None:
    """Where nobody else wrote in between, ours stands as it is: an old address does not return."""
    one = Clone(remote, tmp_path / "one")
    one.adds(line(1))
    checks = one.history.with_name("checks.json")
    checks.write_text('{"schema": "footnoted/checks/1", "records": {"a": "1"}, "looks": []}')
    one.save()
    one.load()
    checks.write_text('{"schema": "footnoted/checks/1", "records": {"b": "1"}, "looks": []}')
    one.save()
    assert '"a"' not in stored(remote, "reports/p/state/checks.json")


def test_a_remote_that_does_not_answer_is_no_first_night(remote: Path, tmp_path: Path) -> None:
    """Else an outage would be taken for a lost branch, and all that is broken as known."""
    one = Clone(remote, tmp_path / "one")
    remote.rename(tmp_path / "away.git")
    with pytest.raises(StateBranchError, match=r"ls-remote failed"):
        one.load()


@pytest.mark.parametrize(("remote", "name"), [("--upload-pack=x", "b"), ("r", "-b"), ("r", "")])
def test_what_git_would_take_for_an_option_is_refused(remote: str, name: str) -> None:
    """Neither a remote nor a branch is called so, and git is not asked."""
    with pytest.raises(StateBranchError, match="is called so"):
        StateBranch(Path(), remote, name)


def test_a_remote_that_takes_nothing_is_told(remote: Path, tmp_path: Path) -> None:
    """A run without leave to write says so in one line, and does not try for ever."""
    one = Clone(remote, tmp_path / "one")
    one.adds(line(1))
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'no leave' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(StateBranchError, match=r"does not take the state: .*no leave"):
        one.save()


def test_no_foreign_file_comes_from_the_branch(remote: Path, tmp_path: Path) -> None:
    """A branch that somebody tampered with writes no other file, and no symbolic link."""
    evil = Clone(remote, tmp_path / "evil")
    git(evil.folder, "checkout", "-q", "--orphan", BRANCH)
    git(evil.folder, "rm", "-rfq", ".")
    for path in ("reports/p/report.html", "src/x.py", "reports/p/state/deep/history.jsonl"):
        (evil.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (evil.folder / path).write_text("evil")
    (evil.folder / "reports/p/state/history.jsonl").symlink_to("/etc/passwd")
    git(evil.folder, "add", ".")
    git(evil.folder, "commit", "-q", "-m", "evil")
    git(evil.folder, "push", "-q", "origin", BRANCH)
    one = Clone(remote, tmp_path / "one")
    one.load()
    assert git(one.folder, "status", "--short") == ""


@pytest.mark.parametrize(
    ("nights", "begun"),
    [
        ([], False),
        (["blind"], False),
        (["blind", "blind"], False),
        (["blind", "seen"], True),
        (["seen"], True),
    ],
    ids=["no night", "one blind night", "two", "blind, then seen", "seen"],
)
def test_blind_nights_begin_nothing(tmp_path: Path, nights: list[str], *, begun: bool) -> None:
    """What the first night that sees finds is the start, however many could see nothing."""
    history = tmp_path / "reports" / "p" / "state" / "history.jsonl"
    history.parent.mkdir(parents=True)
    with history.open("w") as out:
        for number, night in enumerate(nights):
            at = (AT + timedelta(days=number)).isoformat()
            if night == "blind":
                out.write(f'{{"at":"{at}","kind":"blind","vantage":"v"}}\n')
                out.write(f'{{"at":"{at}","kind":"inputs","version":"1","corpus":"c",'
                          '"paper":null,"records":{}}\n')  # fmt: skip
            else:
                out.write(line(number * 1440))
    assert bool(Places(tmp_path / "reports").begun()) is begun


def test_the_command_prints_what_has_begun(remote: Path, tmp_path: Path) -> None:
    """Standard output has the folders alone, for a script; the rest is told beside."""
    one = Clone(remote, tmp_path / "one")
    command = [sys.executable, "-m", "footnoted", "state"]

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, *words], cwd=one.folder, capture_output=True, text=True, check=False
        )

    first = run("load")
    assert (first.returncode, first.stdout) == (0, "")
    assert "a first night, or the branch was lost" in first.stderr
    assert "no state here" in run("save").stderr
    one.adds(line(1))
    assert "saved: footnoted-state" in run("save").stderr
    again = run("load")
    assert again.stdout == "reports/p/state\n"
    lost = run("load", "--remote", str(tmp_path / "nowhere"))
    assert lost.returncode == 2
    assert lost.stderr.startswith("footnoted: branch footnoted-state of ")
