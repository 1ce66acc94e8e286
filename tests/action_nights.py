"""A scratch repository, its remote, its site and its issues, and nights of the action there."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from action_runner import Job, Runner
from corpus_folder import cited, quoting, write_corpus
from loopback import Site
from small_github import SmallGitHub
from story.installed import older_copy

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
    upgraded: bool = False

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

    def action(self) -> Path:
        """Return the action as a runner would fetch it, of the version that is in use."""
        target = self.home / ("action-of-today" if self.upgraded else "action-of-before")
        if target.exists():
            return target
        target.mkdir()
        for name in ("action", "docs"):
            shutil.copytree(ROOT / name, target / name)
        for name in ("action.yml", "pyproject.toml", "README.md", "LICENSE"):
            shutil.copy2(ROOT / name, target / name)
        if self.upgraded:
            shutil.copytree(ROOT / "src", target / "src")
        else:
            (target / "src").mkdir()
            older_copy(target / "src")
        return target

    def upgrade(self) -> None:
        """Let workflows name a newer version from now on; a runner installs it anew."""
        self.upgraded = True
        shutil.rmtree(self.home / "runners")

    def cite(self, **words: str) -> None:
        """Let a person add claims, by the name of their source: these words stand there."""
        self.cited |= words
        self._write()

    def waive(self, *waivers: dict[str, Any]) -> None:
        """Let a person waive findings."""
        self.waivers = list(waivers)
        self._write()

    def list_links(self, *urls: str) -> None:
        """Let a person add addresses to a plain list."""
        with (self.person / "links.txt").open("a") as out:
            out.writelines(f"{url}\n" for url in urls)
        self._push()

    def _push(self) -> None:
        git(self.person, "add", ".")
        git(self.person, "commit", "-q", "-m", "a person writes")
        git(self.person, "push", "-q", "origin", "HEAD:main")

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
        self._push()

    # -- nights -------------------------------------------------------------------------------

    def checkout(self, name: str = "job") -> Path:
        """Return main as a runner checks it out: one commit deep, nothing else in it."""
        folder = self.home / "runners" / name / "work"
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        git(self.home, "clone", "-q", "--depth=1", self.remote.as_uri(), str(folder))
        return folder

    def runner(self, name: str = "job", *, network: bool = True) -> Runner:
        """Return a machine; without a network nobody answers where its proxy was."""
        port = self.site.port if network else self.dead_end
        here = {"HTTP_PROXY": f"http://127.0.0.1:{port}", "NO_PROXY": "127.0.0.1"}
        home = self.home / "runners" / name
        if name != "job":  # a second machine; what is installed on it is the same
            (home / "temp").mkdir(parents=True)
            (home / "temp" / "footnoted").symlink_to(self.home / "runners/job/temp/footnoted")
        return Runner(self.action(), home, self.api.url(""), here)

    def inputs(self, **more: str) -> dict[str, str]:
        """Return the inputs that a workflow gives, and how the scratch site is reached."""
        usual = {"corpus": "claims", "issue": "true", "sarif": "true", "vantage": "runner"}
        links = "\n".join(self.reached)
        return {**usual, "args": f"{links}\n--no-archives", "links-args": links, **more}

    @property
    def reached(self) -> list[str]:
        """The options by which the scratch site is reached."""
        return ["--allow-net", "127.0.0.0/8", "--use-proxy", "--pace", "0", "--timeout", "10",
                "--canary", f"127.0.0.1:{self.dead_end}"]  # fmt: skip

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
            later = timedelta(seconds=40 * names.index(name))
            jobs[name] = runner.job(self.checkout(name), self.inputs(), at(day) + later)

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
