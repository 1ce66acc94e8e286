"""A branch of a git repository that holds state and nothing else; the work tree is left alone."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from footnoted.errors import FootnotedError

_WHO = ("footnoted", "footnoted@localhost")
"""Who commits, where neither git nor its environment says so."""


class StateBranchError(FootnotedError):
    """The branch that keeps state cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Tip:
    """A commit of the branch: its files by path, and when it was made."""

    commit: str
    tree: str
    at: datetime
    files: Mapping[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class StateBranch:
    """The branch called `name` of `remote`, by way of the repository at `repository`.

    Nothing is forced: a push that another run was faster than is refused by the remote. Raises
    StateBranchError for a name or remote that git would take for an option.
    """

    repository: Path
    remote: str
    name: str

    def __post_init__(self) -> None:
        for what, value in (("branch", self.name), ("remote", self.remote)):
            if not value or value.startswith("-"):
                raise StateBranchError(f"--{what} {value!r}: no {what} is called so")

    @property
    def _loaded(self) -> str:
        return f"refs/footnoted/{self.name}"

    def fetch(self) -> Tip | None:
        """Return the branch as the remote has it now; None where the remote has no such branch.

        Raises StateBranchError where the remote does not answer: that is no missing branch.
        """
        listed = self._git("ls-remote", self.remote, f"refs/heads/{self.name}")
        if not listed.split():
            return None
        shallow = self._git("rev-parse", "--is-shallow-repository").strip() == b"true"
        depth = ["--depth=1"] if shallow else []
        here = f"refs/footnoted/fetched/{self.name}"
        self._git("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", *depth, self.remote,
                  f"+refs/heads/{self.name}:{here}")  # fmt: skip
        return self._tip(here)

    def loaded(self) -> Tip | None:
        """Return the commit that `mark_loaded` noted, None for none."""
        found = self._git("for-each-ref", "--format=%(objectname)", self._loaded).split()
        return self._tip(found[0].decode()) if found else None

    def mark_loaded(self, tip: Tip | None) -> None:
        """Note, in the repository, that work goes on from this commit."""
        if tip:
            self._git("update-ref", self._loaded, tip.commit)
        elif self.loaded():
            self._git("update-ref", "-d", self._loaded)

    def commit(self, tip: Tip | None, files: Mapping[str, bytes], message: str) -> Tip:
        """Make the commit that follows `tip` with these files added or replaced; push nothing."""
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            if tip:
                self._git("read-tree", tip.tree, env=index)
            for path, data in files.items():
                blob = self._git("hash-object", "-w", "--stdin", data=data).decode().strip()
                entry = f"100644,{blob},{path}"
                self._git("update-index", "--add", "--cacheinfo", entry, env=index)
            tree = self._git("write-tree", env=index).decode().strip()
        parents = ["-p", tip.commit] if tip else []
        made = self._git("commit-tree", *parents, "-m", message, tree, env=self._who())
        return self._tip(made.decode().strip())

    def push(self, commit: Tip) -> str | None:
        """Hand the commit to the remote; return why it was refused, None if it was taken."""
        pushed = f"{commit.commit}:refs/heads/{self.name}"
        done = self._run("push", "--quiet", self.remote, pushed)
        return _why(done.stderr) if done.returncode else None

    def _who(self) -> dict[str, str]:
        """Return who commits: git's own setting, else ourselves."""
        if self._run("var", "GIT_COMMITTER_IDENT").returncode == 0:
            return {}
        name, mail = _WHO
        return {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", name), ("EMAIL", mail))
        }

    def _tip(self, commit: str) -> Tip:
        told = self._git("show", "--no-patch", "--format=%H %T %ct", commit).decode().split()
        at = datetime.fromtimestamp(int(told[2]), UTC)
        files = {}
        for entry in filter(None, self._git("ls-tree", "-r", "-z", commit).split(b"\0")):
            what, _, path = entry.partition(b"\t")
            mode, kind, blob = what.decode().split()
            if kind == "blob" and mode.startswith("100"):  # no symbolic link, no submodule
                files[path.decode("utf-8", "replace")] = self._git("cat-file", "blob", blob)
        return Tip(told[0], told[1], at, files)

    def _git(
        self, *words: str, data: bytes | None = None, env: Mapping[str, str] | None = None
    ) -> bytes:
        done = self._run(*words, data=data, env=env)
        if done.returncode:
            raise StateBranchError(
                f"branch {self.name} of {self.remote}: git {words[0]} failed: {_why(done.stderr)}"
            )
        return done.stdout

    def _run(
        self, *words: str, data: bytes | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        here = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
        try:
            return subprocess.run(  # noqa: S603 (git, no shell)
                ["git", "-C", str(self.repository), *words],  # noqa: S607 (as the user has it)
                input=data if data is not None else b"",
                capture_output=True,
                check=False,
                env={**os.environ, **here, **(env or {})},
            )
        except OSError as error:
            raise StateBranchError(f"git cannot be run ({error.strerror})") from error


def _why(text: bytes) -> str:
    lines = text.decode("utf-8", "replace").strip().splitlines()
    telling = [line for line in lines if line.startswith(("fatal:", "error:", " ! ", "remote:"))]
    return (telling or lines or ["no word why"])[0].strip()
