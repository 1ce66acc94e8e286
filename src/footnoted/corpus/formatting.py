"""`footnoted fmt`: which files there are, what each should be, and the writing of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from footnoted.corpus.canonical import canonical, ids_in, parse
from footnoted.corpus.folders import Kind, find_papers, kind_of
from footnoted.corpus.yaml_subset import Fault, decode
from footnoted.errors import UnreadableCorpusError
from footnoted.files import digest, write_beside


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file as it was read, and as it should be; None where it has `faults`."""

    path: Path
    data: bytes
    text: str | None
    faults: tuple[Fault, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the file is not as it should be."""
        return self.text is not None and self.text.encode() != self.data

    def write(self) -> None:
        """Replace the file; WriteRefusedError where someone changed it since it was read."""
        assert self.text is not None, "a file with faults has no form to be written in"
        write_beside(self.path, self.text.encode(), read_digest=digest(self.data))


def files_at(paths: Iterable[Path]) -> list[Path]:
    """Return the record files that `paths` (files, corpora, folders of corpora) stand for.

    Raises UnreadableCorpusError, a line for each path that stands for none.
    """
    found: dict[Path, None] = {}
    wrong: list[str] = []
    for path in paths:
        if path.is_file() and kind_of(path.name) is None:
            wrong.append(f"{path}: no file of records has this name")
        elif path.is_file():
            found[path] = None
        elif papers := find_papers(path):
            found.update((one, None) for folder in papers for one in _record_files(folder))
        else:
            why = "no folder in it has a paper.yaml" if path.is_dir() else "there is no such file"
            wrong.append(f"{path}: not a corpus, {why}")
    if wrong:
        raise UnreadableCorpusError("\n".join(wrong))
    return list(found)


def formatted(paths: Iterable[Path]) -> Iterator[Formatted]:
    """Yield each file with its canonical form, or its faults; nothing is written.

    Ids that are missing are given so that each is the only one in its corpus.
    """
    taken: dict[tuple[Path, Kind], set[str]] = {}
    for path in paths:
        kind = kind_of(path.name)
        assert kind is not None, path
        key = (path.parent.resolve(), kind)
        if key not in taken:
            taken[key] = set(ids_of(path.parent, kind))
        yield _one(path, kind, taken[key])


def ids_of(folder: Path, kind: Kind) -> Iterator[str]:
    """Yield the ids of a corpus's records of one kind, as far as its files can be read."""
    for path in _record_files(folder):
        if kind_of(path.name) == kind:
            text = decode(_bytes(path))
            if isinstance(text, str):
                yield from ids_in(parse(kind, text).nodes)


def _one(path: Path, kind: Kind, taken: set[str]) -> Formatted:
    data = _bytes(path)
    text = decode(data)
    if isinstance(text, Fault):
        return Formatted(path, data, None, (text,))
    form = canonical(kind, text, taken)
    return Formatted(path, data, form.text, form.faults)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableCorpusError(f"{path}: cannot be read ({error.strerror})") from error


def _record_files(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.is_file() and kind_of(one.name))
