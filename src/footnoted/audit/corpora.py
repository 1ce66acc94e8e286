"""Which corpus a command means: the folder that it was given, or those right below it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from footnoted.corpus import find_papers, read_corpus
from footnoted.errors import UnreadableCorpusError
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Opened:
    """A corpus that was read: its folder, its records, and the faults of those left out."""

    folder: Path
    corpus: Corpus
    findings: tuple[Finding, ...]


def papers_at(path: Path) -> list[Path]:
    """Return the corpora at `path`; UnreadableCorpusError in one line if there is none."""
    folders = find_papers(path)
    if not folders:
        what = "no such folder" if not path.exists() else "no corpus here"
        raise UnreadableCorpusError(f"{path}: {what}; give a folder with a paper.yaml in it")
    return folders


def one_folder(path: Path) -> Path:
    """Return the one corpus at `path`; UnreadableCorpusError in one line if there are several."""
    folders = papers_at(path)
    if len(folders) > 1:
        raise _several(path, folders)
    return folders[0]


def readable(path: Path) -> list[Opened]:
    """Return every corpus at `path` whose paper can be read; there is one at least."""
    readings = [(folder, read_corpus(folder)) for folder in papers_at(path)]
    return [
        Opened(folder, one.corpus, tuple(one.findings))
        for folder, one in readings
        if one.corpus is not None
    ]


def open_corpus(path: Path, draft: Draft | None) -> Opened:
    """Read the corpus at `path`; of several, the one with this paper's digest or id.

    Raises UnreadableCorpusError in one line where that is not exactly one.
    """
    found = readable(path)
    if len(found) > 1 and draft is not None:
        same = [one for one in found if one.corpus.paper.sha256 == draft.paper.sha256]
        found = same or [one for one in found if one.corpus.paper.id == draft.paper.id] or found
    if len(found) > 1:
        raise _several(path, papers_at(path))
    if not found:
        raise UnreadableCorpusError(
            f"{path}: its paper.yaml cannot be read: see what 'footnoted lint' says of it"
        )
    return found[0]


def _several(path: Path, folders: list[Path]) -> UnreadableCorpusError:
    names = ", ".join(folder.name for folder in folders)
    return UnreadableCorpusError(f"{path}: holds several corpora ({names}); name one of them")
