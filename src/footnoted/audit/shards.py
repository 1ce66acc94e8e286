"""Shards as they come to be merged: read, held against each other, and what is missing named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from footnoted import __version__
from footnoted.audit.captures import STALE_SECONDS
from footnoted.audit.exits import BLIND
from footnoted.audit.shard import FILE
from footnoted.audit.share import Share
from footnoted.corpus import read_corpus
from footnoted.errors import FootnotedError
from footnoted.model.base import first_fault
from footnoted.model.shard import Shard, ShardAsked


class MissingShardError(FootnotedError):
    """Of the shards of a check not all are here, or not all could look."""

    exit_code = BLIND


@dataclass(frozen=True, slots=True)
class Found:
    """A shard and the folder of its evidence."""

    document: Shard
    folder: Path

    @property
    def share(self) -> Share:
        """Its share of the web."""
        return Share(self.document.number, self.document.of)

    def run(self, paper: str) -> str | None:
        """Return the run in which the shard looked for a paper, None where it did not."""
        return next((one.run for one in self.document.papers if one.id == paper), None)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Shards that fit together, in the order of their numbers, and what is missing, in lines."""

    shards: tuple[Found, ...]
    missing: tuple[str, ...] = ()

    @property
    def as_of(self) -> datetime:
        """When the first of them began."""
        return min(one.document.as_of for one in self.shards)

    @property
    def asked(self) -> ShardAsked:
        """How all of them asked the web."""
        return self.shards[0].document.asked

    @property
    def offline_message(self) -> str | None:
        """What those say that had no network, where that was all of them that had to look."""
        told = (one.document.offline_message for one in self.shards)
        return next((one for one in told if one), None)

    def state(self, paper: str) -> str | None:
        """Return the digest of the state by which all of them went for a paper."""
        papers = (one for shard in self.shards for one in shard.document.papers)
        return next((one.state for one in papers if one.id == paper), None)


def papers_of(folders: Sequence[Path]) -> dict[str, str | None]:
    """Return the digest of each corpus by its paper's id; of one that cannot be read, None."""
    found: dict[str, str | None] = {}
    for folder in folders:
        corpus = read_corpus(folder).corpus
        found[corpus.paper.id if corpus else folder.name] = corpus.digest if corpus else None
    return found


def find_shards(paths: Iterable[Path]) -> list[Found]:
    """Return the shards in files and folders, each once, in the order of their numbers.

    Raises FootnotedError with a line for each that cannot be read, or where there is none.
    """
    files = [file for path in paths for file in _files(path)]
    found: dict[str, Found] = {}
    faults: list[str] = []
    for file in files:
        try:
            document = Shard.model_validate_json(file.read_bytes())
        except OSError as error:
            faults.append(f"{file}: cannot be read ({error.strerror})")
        except ValidationError as error:
            faults.append(f"{file}: no shard of this version ({first_fault(error)})")
        else:
            found.setdefault(document.model_dump_json(), Found(document, file.parent))
    if faults:
        raise FootnotedError("\n".join(faults))
    return sorted(found.values(), key=lambda one: (one.document.number, str(one.document.as_of)))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    files = sorted(path.rglob(FILE))
    if not files:
        what = "no shard here" if path.exists() else "no such file or folder"
        raise FootnotedError(f"{path}: {what}; give a folder with a {FILE} in it")
    return files


def gather(found: Sequence[Found], papers: Mapping[str, str | None]) -> Gathered:
    """Return the shards of one check of `papers` (the digest of each one's records, by id).

    Raises FootnotedError with a line for each way in which they do not fit together.
    """
    faults = [line for rule in _RULES for line in rule(found)] + _other_papers(found, papers)
    if faults:
        raise FootnotedError("\n".join(dict.fromkeys(faults)))
    of = found[0].document.of
    here = {one.document.number for one in found}
    missing = [f"shard {one} of {of} is missing" for one in range(1, of + 1) if one not in here]
    seeing = [one for one in found if one.document.offline_message is None]
    if any(one.document.looks for one in seeing):
        blind = [one for one in found if one not in seeing]
        missing += [f"{_name(one)} had no network: {one.document.offline_message}" for one in blind]
        found = seeing
    missing += [
        f"{_name(one)} could not look for '{paper.id}': {paper.problem}"
        for one in found
        for paper in one.document.papers
        if paper.problem and papers.get(paper.id)
    ]
    return Gathered(tuple(found), tuple(missing))


def _name(one: Found) -> str:
    return f"shard {one.document.number} of {one.document.of}"


def _twins(found: Sequence[Found]) -> list[str]:
    """Tell of two shards of one number: the same host was looked at twice, with two outcomes."""
    first: dict[int, Found] = {}
    faults = []
    for one in found:
        known = first.setdefault(one.document.number, one)
        if known is not one:
            faults.append(f"{one.folder}: {_name(one)} is also {known.folder}; give one of them")
    return faults


def _differing(
    what: str, told: Callable[[Shard], object]
) -> Callable[[Sequence[Found]], list[str]]:
    """Return a rule: all shards are to tell the same."""

    def rule(found: Sequence[Found]) -> list[str]:
        first = found[0]
        return [
            f"{one.folder}: {_name(one)} {what} than {_name(first)} in {first.folder}"
            for one in found[1:]
            if told(one.document) != told(first.document)
        ]

    return rule


def _apart(found: Sequence[Found]) -> list[str]:
    first = min(found, key=lambda one: one.document.as_of)
    return [
        f"{one.folder}: {_name(one)} began more than a day after {_name(first)}; "
        "let them look in one night"
        for one in found
        if (one.document.as_of - first.document.as_of).total_seconds() > STALE_SECONDS
    ]


def _ours(found: Sequence[Found]) -> list[str]:
    return [
        f"{one.folder}: {_name(one)} is of version {one.document.tool.version}, and this is "
        f"{__version__}: one version looks and merges"
        for one in found
        if one.document.tool.version != __version__
    ]


_RULES: tuple[Callable[[Sequence[Found]], list[str]], ...] = (
    _ours,
    _differing("is of another number of shards", lambda one: one.of),
    _twins,
    _differing("is of other papers or records", lambda one: [(p.id, p.corpus) for p in one.papers]),
    _differing("went by another state", lambda one: [p.state for p in one.papers]),
    _differing("asked in another way (archives, cadence, robots, --all)", lambda one: one.asked),
    _apart,
)


def _other_papers(found: Sequence[Found], papers: Mapping[str, str | None]) -> list[str]:
    """Tell where the shards are not of the papers that are here."""
    theirs = {one.id: one.corpus for one in found[0].document.papers}
    faults = [f"'{one}' is here and in no shard" for one in papers if one not in theirs]
    faults += [f"'{one}' is in the shards and not here" for one in theirs if one not in papers]
    faults += [
        f"'{one}': its records are not those that the shards went by"
        for one, digest in papers.items()
        if one in theirs and theirs[one] != digest
    ]
    return faults
