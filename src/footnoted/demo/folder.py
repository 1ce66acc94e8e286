"""Writing the demo's paper and corpus into a folder of the user, and never over their work."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from footnoted.demo.answers import read_data
from footnoted.demo.site import DemoSite
from footnoted.errors import WriteRefusedError
from footnoted.files import digest, write_beside

PAPER_ID = "orvel"
MARKER = ".footnoted-demo.json"
"""Lists what the demo wrote into a folder, with digests: what else is there is the user's."""

CORPUS_FILES = (
    "paper.yaml",
    "sources.yaml",
    "notes.yaml",
    "01-introduction.yaml",
    "02-what-the-river-costs.yaml",
    "03-what-the-states-say.yaml",
    "04-what-can-no-longer-be-read.yaml",
)

LETTER_SOURCE = "perrin-letter"
LETTER_OBTAINED = "sent by the commission's secretary to the author"


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file that stands in for a source without an address, as `evidence add` takes it."""

    source: str
    path: Path
    obtained: str
    media_type: str


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """Where everything of a demo is: the paper, its corpus, local copies, reports to come."""

    folder: Path
    paper: Path
    corpus: Path
    local_files: tuple[LocalFile, ...]
    reports: Path


def write_demo(folder: Path, site: DemoSite, *, today: date | None = None) -> DemoFolder:
    """Write the demo's paper, corpus and local copy into `folder`, with the site's addresses.

    The paper is dated `today` (UTC without one), so that the pages are what its author saw. A
    folder that the demo itself wrote is written anew. Raises WriteRefusedError where `folder`
    holds anything else, or a file of the demo that was changed since.
    """
    written = _written_before(folder)
    files = _files(site, today or datetime.now(UTC).date())
    _refuse_changes(folder, written)
    ours = {name: [digest(data)] for name, data in files.items()}
    both = {name: [*known, *written.get(name, [])] for name, known in ours.items()}
    _mark(folder, {**written, **both})  # interrupted half-way, every file is still known as ours
    for name, data in files.items():
        write_beside(folder / name, data)
    _mark(folder, {**written, **ours})
    return _as_folder(folder)


def _mark(folder: Path, wrote: Mapping[str, Sequence[str]]) -> None:
    text = json.dumps({"wrote": wrote}, indent=1, sort_keys=True)
    write_beside(folder / MARKER, f"{text}\n".encode())


def _as_folder(folder: Path) -> DemoFolder:
    letter = LocalFile(
        source=LETTER_SOURCE,
        path=folder / "copies" / "letter.txt",
        obtained=LETTER_OBTAINED,
        media_type="text/plain",
    )
    return DemoFolder(
        folder=folder,
        paper=folder / "paper.md",
        corpus=folder / "claims" / PAPER_ID,
        local_files=(letter,),
        reports=folder / "reports",
    )


def _files(site: DemoSite, today: date) -> dict[str, bytes]:
    """Return every file of the demo by its path in the folder, its placeholders filled."""
    values = {key: site.url(key) for key in site.host_keys}
    values["today"] = today.isoformat()
    values["day"] = f"{today.day} {today:%B %Y}"
    paper = _filled(read_data("paper.md"), values)
    letter = read_data("letter.txt").encode()
    values["paper_sha256"] = digest(paper)
    values["letter_sha256"] = digest(letter)
    corpus = {
        f"claims/{PAPER_ID}/{name}": _filled(read_data("corpus", name), values)
        for name in CORPUS_FILES
    }
    return {"paper.md": paper, "copies/letter.txt": letter, **corpus}


def _filled(template: str, values: Mapping[str, str]) -> bytes:
    for name, value in values.items():
        template = template.replace(f"{{{{{name}}}}}", value)
    return template.encode()


def _written_before(folder: Path) -> dict[str, list[str]]:
    """Return what the demo wrote here earlier (path to sha256s), nothing for a new folder."""
    marker = folder / MARKER
    try:
        if not folder.exists() or not any(folder.iterdir()):
            return {}
        wrote = json.loads(marker.read_bytes())["wrote"]
        return {str(name): [str(value) for value in values] for name, values in wrote.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WriteRefusedError(
            f"{folder}: exists and was not made by `footnoted demo`; "
            "name a new folder with --folder"
        ) from error


def _refuse_changes(folder: Path, written: Mapping[str, Sequence[str]]) -> None:
    for name, known in written.items():
        path = folder / name
        if path.is_file() and digest(path.read_bytes()) not in known:
            raise WriteRefusedError(
                f"{path}: changed since `footnoted demo` wrote it; "
                "move it away, or name a new folder with --folder"
            )
