"""Which folders are corpora, which files in them hold records, and how their paths are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from footnoted.corpus.problems import problem
from footnoted.model.finding import Finding
from footnoted.model.place import Place
from footnoted.spelling import closest

Kind = Literal["paper", "sources", "notes", "claims", "exemptions", "judgements", "waivers"]

NAMED: dict[str, Kind] = {
    "paper.yaml": "paper",
    "sources.yaml": "sources",
    "notes.yaml": "notes",
    "exemptions.yaml": "exemptions",
    "judgements.yaml": "judgements",
    "waivers.yaml": "waivers",
}
_CLAIMS = re.compile(r"\d{2,}-.+\.yaml")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file of records: what it holds, its name, its bytes, and its path as people see it."""

    kind: Kind
    name: str
    shown: str
    data: bytes


@dataclass(slots=True)
class Files:
    """A folder's record files, by name; the kinds of those that could not be read; findings."""

    readable: list[RecordFile] = field(default_factory=list)
    lost: set[Kind] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def find_papers(path: Path) -> list[Path]:
    """Return the corpora at `path`: itself if it has a `paper.yaml`, else such direct children."""
    if (path / "paper.yaml").is_file():
        return [path]
    if not path.is_dir():
        return []
    return sorted(child for child in path.iterdir() if (child / "paper.yaml").is_file())


def shown_path(folder: Path) -> str:
    """Return `folder` relative to the root of its git repository, or as given outside of one."""
    absolute = folder.resolve()
    root = next((one for one in (absolute, *absolute.parents) if (one / ".git").exists()), None)
    return (absolute.relative_to(root) if root else folder).as_posix()


def record_files(folder: Path, shown: str) -> Files:
    """Read the record files of `folder`; unreadable ones and unknown names are findings."""
    files = Files()
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.suffix not in {".yaml", ".yml"} or path.name.startswith("."):
            continue
        place = Place(path.name if shown == "." else f"{shown}/{path.name}")
        kind = kind_of(path.name)
        if kind is None:
            files.findings.append(_unknown_file(path.name, place))
            continue
        try:
            files.readable.append(RecordFile(kind, path.name, place.file, path.read_bytes()))
        except OSError as error:
            files.lost.add(kind)
            message = f"cannot be read ({error.strerror})"
            files.findings.append(problem("record-unreadable", place, message))
    return files


def kind_of(name: str) -> Kind | None:
    """Return what a file of this name holds, None for a name that is none of ours."""
    return NAMED.get(name) or ("claims" if _CLAIMS.fullmatch(name) else None)


def _unknown_file(name: str, place: Place) -> Finding:
    near = closest(name, NAMED)
    hint = (
        f"did you mean '{near}'?"
        if near
        else "name a file of claims by a number and a word, as '02-foreign-policy.yaml'"
    )
    return problem("record-unknown-file", place, f"no file of records has this name: {hint}")
