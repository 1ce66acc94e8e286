"""A scratch repository, its remote, its site and its issues, and nights of the action's own steps."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from action_runner import Job, Runner
from corpus_folder import cited, quoting, write_corpus
from loopback import Site
from small_github import SmallGitHub

ROOT = Path(__file__).resolve().parent.parent
BRANCH = "footnoted-state"
HISTORY = "reports/p/state/history.jsonl"


def git(folder: Path, *words: str) -> str:
    """Return what git prints."""
    who = {
        f"GIT_{role}_{what}": "a-person@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **who},
    )
    return done.stdout


@dataclass
class Project:
    """A repository with a corpus; what people push is on main of the remote."""

    home: Path
    site: Site
    api: Site
    github: SmallGitHub
    dead_end: int
    cited: dict[str, str] = field(default_factory=dict)
    waivers: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make the remote, and a person's clone of it."""
        self.home.mkdir(parents=True)
        git(self.home, "init", "-q", "--bare", "-b", "main", str(self.remote))
        git(self.home, "clone", "-q", self.remote.as_uri(), str(self.person))

    @property
    def remote(self) -> Path:
        """The code host's side."""
        return self.home / "remote.git"

    @property
    def person(self) -> Path:
        """A person's work tree."""
        return self.home / "person"

    @property
    def action(self) -> Path:
        """The action as a runner would fetch it: what is in the work tree of this project."""
        target = self.home / "action"
        if not target.exists():
            for name in ("action.yml", "action", "src", "docs", "pyproject.toml", "README.md",
                         "LICENSE"):  # fmt: skip
                source = ROOT / name
                copy = shutil.copytree if source.is_dir() else shutil.copy2
                copy(source, target / name) if source.is_dir() else None
                if source.is_file():
                    target.mkdir(exist_ok=True)
                    shutil.copy2(source, target / name)
        return target

    def cite(self, **words: str) -> None:
        """Let a person add claims, by the name of their source: these words stand there."""
        self.cited |= words
        self._write()

    def waive(self, *waivers: dict[str, Any]) -> None:
        """Let a person waive findings."""
        self.waivers = list(waivers)
        self._write()

    def _write(self) -> None:
        rows = [cited(name, f"http://{name}.test/page", str(number), accessed="2013-09-10")
                for number, name in enumerate(self.cited, 1)]  # fmt: skip
        claims = [
            quoting(f"on-{name}", str(number), words)
            for number, (name, words) in enumerate(self.cited.items(), 1)
        ]
        write_corpus(
            self.person,
            sources=[source for source, _ in rows],
            notes=[note for _, note in rows],
            claims=claims,
            waivers=self.waivers,
        )
        git(self.person, "add", "claims")
        git(self.person, "commit", "-q", "-m", "a person writes")
        git(self.person, "push", "-q", "origin", "HEAD:main")

    # -- nights -------------------------------------------------------------------------------

    def checkout(self, name: str = "job") -> Path:
        """Return main as a runner checks it out: one commit deep, nothing else in it."""
        folder = self.home / "runners" / name / "work"
        shutil.rmtree(folder, ignore_errors=True)
        git(self.home, "clone", "-q", "--depth=1", self.remote.as_uri(), str(folder))
        return folder

    def runner(self, name: str = "job", *, network: bool = True) -> Runner:
        """Return a machine; without a network nobody answers where its proxy was."""
        port = self.site.port if network else self.dead_end
        here = {"HTTP_PROXY": f"http://127.0.0.1:{port}", "NO_PROXY": "127.0.0.1"}
        return Runner(self.action, self.home / "runners" / name, self.api.url(""), here)

    def inputs(self, **more: str) -> dict[str, str]:
        """Return the inputs that a workflow gives, and how the scratch site is reached."""
        args = ["--allow-net", "127.0.0.0/8", "--use-proxy", "--no-archives", "--pace", "0",
                "--timeout", "10", "--canary", f"127.0.0.1:{self.dead_end}"]  # fmt: skip
        usual = {"corpus": "claims", "issue": "true", "sarif": "true", "vantage": "runner"}
        return {**usual, "args": "\n".join(args), **more}

    def night(self, day: int, *, network: bool = True, **inputs: str) -> Job:
        """Run a night of March 2026 at about two."""
        runner = self.runner(network=network)
        return runner.job(self.checkout(), self.inputs(**inputs), at(day))

    def nights_at_once(self, day: int, names: Sequence[str]) -> list[Job]:
        """Run several at once: all have loaded the state before the first one saves."""
        gate = threading.Barrier(len(names), timeout=120)
        jobs: dict[str, Job] = {}

        def wait(step: str) -> None:
            if step == "Keep the state":
                gate.wait()

        def run(name: str) -> None:
            runner = self.runner(name)
            runner.before = wait
            jobs[name] = runner.job(self.checkout(name), self.inputs(), at(day))

        threads = [threading.Thread(target=run, args=(name,)) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [jobs[name] for name in names]

    # -- what a night left --------------------------------------------------------------------

    def stored(self, path: str = HISTORY) -> list[str]:
        """Return the lines of a file on the state branch."""
        return git(self.remote, "show", f"{BRANCH}:{path}").splitlines()

    def branch_files(self) -> list[str]:
        """Return what is on the state branch."""
        return git(self.remote, "ls-tree", "-r", "--name-only", BRANCH).split()

    def commits(self) -> int:
        """Return how many commits the state branch has."""
        return int(git(self.remote, "rev-list", "--count", BRANCH))


def at(day: int) -> datetime:
    """Return the time of a night; a scheduler is never on the minute."""
    return datetime(2026, 3, day, 2, day * 7 % 11, 13, tzinfo=UTC)
