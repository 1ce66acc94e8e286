"""Which looks a person means: by an address, a source's id, a sha256, or a run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from footnoted import plan
from footnoted.corpus import find_papers, read_corpus
from footnoted.errors import EvidenceError
from footnoted.model.records import SourceRecord
from footnoted.spelling import closest
from footnoted.store.index import LookRow
from footnoted.store.reading import Reader

_DIGEST = re.compile(r"(?:local:|sha256:)?([0-9a-f]{6,64})", re.IGNORECASE)


def sources_at(corpus: Path) -> dict[str, list[SourceRecord]]:
    """Return the sources on record by id; none where there is no corpus."""
    sources: dict[str, list[SourceRecord]] = {}
    for folder in find_papers(corpus):
        reading = read_corpus(folder)
        if reading.corpus:
            for ident, source in reading.corpus.sources.items():
                sources.setdefault(ident, []).append(source)
    return sources


def addresses(source: SourceRecord) -> tuple[str, ...]:
    """Return what is asked for a source: its pages, and its local copies."""
    pages = (question.url for question in plan.questions(source))
    return (*pages, *(f"local:{copy.digest}" for copy in source.local_copies))


def looks_of(reader: Reader, what: str, corpus: Path) -> tuple[LookRow, ...]:
    """Return the looks at `what`, an address, a source's id or a sha256, in recorded order.

    Six digits of a sha256 are enough where they name one body only. Raises EvidenceError in one
    line, with the nearest name where there is one, if nothing on record is meant.
    """
    if "://" not in what:
        found = _of_source(reader, what, sources_at(corpus)) or _of_digest(reader, what)
        if found:
            return found
    found = reader.index.looks_at(what) or reader.index.looks_at(plan.absolute(what))
    if found:
        return found
    sources = sources_at(corpus)
    if what in sources:
        raise EvidenceError(f"source '{what}' was never looked at, and no copy of it was added")
    known = {row.asked for row in reader.index.looks()} | set(sources)
    near = closest(what, known)
    hint = f"; did you mean '{near}'?" if near else ""
    raise EvidenceError(f"'{what}' is no address, source or sha256 that was looked at{hint}")


def looks_of_sources(reader: Reader, names: Iterable[str], corpus: Path) -> tuple[LookRow, ...]:
    """Return the looks at each of `names` once, in recorded order."""
    found = {row.spot: row for name in names for row in looks_of(reader, name, corpus)}
    return tuple(sorted(found.values(), key=lambda row: (row.spot.segment, row.spot.offset)))


def looks_of_run(reader: Reader, run: str) -> tuple[LookRow, ...]:
    """Return the looks of a run, by its id or the start of it; `last` is the newest complete one.

    Raises EvidenceError in one line if no run, or more than one, is meant.
    """
    runs = reader.index.runs()
    if run == "last":
        ended = [row.ident for row, complete in runs if complete]
        if not ended:
            raise EvidenceError(f"{reader.folder}: no run was ever completed")
        return reader.index.looks(ended[-1])
    idents = [row.ident for row, _ in runs if row.ident.startswith(run)]
    if len(idents) != 1:
        some = ", ".join(row.ident for row, _ in runs[-3:]) or "none"
        what = "means several runs" if idents else "is no run on record"
        raise EvidenceError(f"--run {run} {what}; the newest are: {some}")
    return reader.index.looks(idents[0])


def _of_source(
    reader: Reader, what: str, sources: dict[str, list[SourceRecord]]
) -> tuple[LookRow, ...]:
    """Return the looks at a source's own page, at what may stand in for it, and local copies."""
    asked = {address for source in sources.get(what, []) for address in addresses(source)}
    found = {row.spot: row for one in asked for row in reader.index.looks_at(one)}
    return tuple(sorted(found.values(), key=lambda row: (row.spot.segment, row.spot.offset)))


def _of_digest(reader: Reader, what: str) -> tuple[LookRow, ...]:
    """Return the looks that brought the body of this sha256."""
    match = _DIGEST.fullmatch(what)
    found = reader.index.looks_with(match[1].lower()) if match else ()
    if len({row.payload for row in found}) > 1:
        raise EvidenceError(f"'{what}' begins the sha256 of several bodies; give more digits")
    return found
