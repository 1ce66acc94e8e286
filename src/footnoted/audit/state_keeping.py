"""State on a branch of its own: brought before a run, handed on after it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from footnoted.audit.state_union import united_history, united_memory
from footnoted.files import write_beside
from footnoted.history import SightLine
from footnoted.store.state import read_history
from footnoted.store.state_branch import StateBranch, StateBranchError, Tip

UNITED: Mapping[str, Callable[[bytes, bytes], bytes]] = {
    "history.jsonl": united_history,
    "checks.json": united_memory,
}
"""The files of a state, and how two runs' become one."""

HEARTBEAT = timedelta(days=28)
"""So long nothing may change before a commit says that runs go on."""

README = """\
# What `footnoted` remembers

This branch is written by the nightly check and holds nothing else: for each paper the history of
what was found (`history.jsonl`, a line a change, only ever added to) and the last look at each page
(`checks.json`). No page itself is here.

Do not merge it. To see what a night changed: `git log -p`. If it is deleted, the next night says
so, takes what it finds as known, and begins it anew; nothing is red for that.
"""

_TRIES = 12
_TRIES_ALONE = 3
"""A push that is refused though nobody else pushed is not tried for long: it is not allowed."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where state stands in the work tree: below `reports`, and in `links` of a link check.

    On the branch the former is at `reports/PAPER/state/`, the latter at `links/NAME/`.
    """

    reports: Path = Path("reports")
    links: Path | None = None

    def here(self, path: str) -> Path | None:
        """Return the file for a path on the branch, None for one that is no state of ours."""
        match PurePosixPath(path).parts:
            case ("reports", paper, "state", name) if name in UNITED and paper != "..":
                return self.reports / paper / "state" / name
            case ("links", folder, name) if self.links and folder == self.links.name:
                return self.links / name if name == "history.jsonl" else None
        return None

    def files(self) -> dict[str, bytes]:
        """Return the state in the work tree, by its path on the branch."""
        found = {
            f"reports/{path.parts[-3]}/state/{path.name}": path
            for name in UNITED
            for path in sorted(self.reports.glob(f"*/state/{name}"))
        }
        if self.links:
            found[f"links/{self.links.name}/history.jsonl"] = self.links / "history.jsonl"
        return {name: path.read_bytes() for name, path in found.items() if path.is_file()}

    def begun(self) -> list[Path]:
        """Return the folders whose history tells of an audit that saw anything.

        Nights on which nothing could be seen begin nothing.
        """
        histories = [*sorted(self.reports.glob("*/state/history.jsonl"))]
        histories += [self.links / "history.jsonl"] if self.links else []
        return [path.parent for path in histories if _tells(path)]


def _tells(history: Path) -> bool:
    """Tell whether a history has lines of another day than one on which nothing could be seen."""
    lines = read_history(history).lines
    dark = {line.at.date() for line in lines if line.kind == "blind"}
    return any(
        line.kind == "sighted" if isinstance(line, SightLine) else line.at.date() not in dark
        for line in lines
    )


def load_state(branch: StateBranch, places: Places) -> Tip | None:
    """Bring the state from the branch; return its commit, None where there is no such branch.

    What stands in the work tree already stays, united with it. Raises StateBranchError where the
    remote does not answer, so that an outage is never taken for a first night.
    """
    tip = branch.fetch()
    branch.mark_loaded(tip)
    standing = places.files()
    for path, data in (tip.files if tip else {}).items():
        here = places.here(path)
        if here is not None:
            write_beside(here, _united(path, standing.get(path, data), data))
    return tip


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a state: the commit that has it, and in a word how it came there."""

    commit: str
    how: str


def save_state(branch: StateBranch, places: Places, at: datetime) -> Saved | None:
    """Hand the state of the work tree on to the branch; None where there is none.

    Where another run was faster, its state and ours are united and the push is tried again:
    nothing is forced. Where nothing changed no commit is made, but for a heartbeat. Raises
    StateBranchError where the remote does not take it.
    """
    ours = places.files()
    if not ours:
        return None
    base = branch.loaded()
    refusal, last, alone = "", None, 0
    for wait in _waits():
        tip = branch.fetch()
        files = {**_merged(ours, base, tip), "README.md": README.encode()}
        changed = {name: data for name, data in files.items() if not _has(tip, name, data)}
        if tip and not changed and at - tip.at < HEARTBEAT:
            return Saved(tip.commit, "nothing changed")
        made = branch.commit(tip, changed, f"{_subject(changed)}, {at:%Y-%m-%d %H:%M} UTC")
        refused = branch.push(made)
        if refused is None:
            branch.mark_loaded(made)
            return Saved(made.commit, "saved" if changed else "heartbeat")
        alone = alone + 1 if tip == last else 1
        refusal, last = refused, tip
        if alone >= _TRIES_ALONE:
            break
        time.sleep(wait)
    raise StateBranchError(
        f"branch {branch.name} of {branch.remote} does not take the state: {refusal}; "
        "does the run have leave to write there?"
    )


def _waits() -> Iterator[float]:
    """Yield the seconds before each further try: ever longer, and not in step with others."""
    for number in range(_TRIES):
        yield min(0.2 * 1.6**number, 10) * (0.5 + random.random())  # noqa: S311 (no secret)


def _merged(ours: Mapping[str, bytes], base: Tip | None, tip: Tip | None) -> dict[str, bytes]:
    """Return our state as it is to stand on the branch, given what others did since `base`."""
    merged = {}
    for path, data in ours.items():
        stored = tip.files.get(path) if tip else None
        untouched = base is not None and stored == base.files.get(path)
        replaced = untouched and path.endswith("checks.json")
        merged[path] = data if replaced else _united(path, data, stored)
    return merged


def _united(path: str, data: bytes, stored: bytes | None) -> bytes:
    if stored is None or stored == data:
        return data
    return UNITED[PurePosixPath(path).name](stored, data)


def _has(tip: Tip | None, path: str, data: bytes) -> bool:
    return tip is not None and tip.files.get(path) == data


def _subject(changed: Mapping[str, bytes]) -> str:
    return "state" if changed else "heartbeat: nothing changed"
