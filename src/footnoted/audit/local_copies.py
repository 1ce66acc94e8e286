"""A person's copy of a source, taken into the evidence and noted in the corpus."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from footnoted.audit.corpora import papers_at
from footnoted.audit.options import Options
from footnoted.corpus import add_local_copy, read_corpus
from footnoted.errors import FootnotedError
from footnoted.model.records import LocalCopy
from footnoted.spelling import closest
from footnoted.store.evidence import Evidence
from footnoted.texts import media_type


@dataclass(frozen=True, slots=True)
class Added:
    """What was added: the copy's sha256, and the file that now names it."""

    digest: str
    sources_file: Path


def add_copy(
    corpus: Path,
    source: str,
    file: Path,
    *,
    obtained: str,
    seen: str | None,
    evidence: Path | None,
) -> Added:
    """Keep `file` as a local copy of `source`; its digest goes into the corpus.

    Raises FootnotedError in one line if no corpus, or more than one, has that source, if the
    file cannot be read or is empty, or if `seen` is no date or still to come.
    """
    if not obtained.strip():
        raise FootnotedError("--obtained: say how the copy came to you, such as 'scanned by me'")
    folder = _folder_of(corpus, source)
    data = _data(file)
    at = datetime.now(UTC).replace(microsecond=0)
    day = _day(seen, at.date())
    kind = media_type(data, mimetypes.guess_type(file.name)[0])
    where = evidence or Options(corpus=folder).evidence_folder
    with Evidence.open(where, writing=True) as store:
        capture = store.add_local(
            data, media_type=kind, obtained=obtained, source=source, seen=day, at=at
        )
    assert capture.digest is not None
    copy = LocalCopy.model_validate(
        {"digest": capture.digest, "obtained": obtained, "media-type": kind}
        | ({"seen": day.isoformat()} if day else {})
    )
    add_local_copy(folder, source, copy)
    return Added(capture.digest, folder / "sources.yaml")


def evidence_at(corpus: Path) -> Path:
    """Return the evidence folder beside the corpora at `corpus`."""
    return Options(corpus=papers_at(corpus)[0]).evidence_folder


def _folder_of(corpus: Path, source: str) -> Path:
    folders = []
    known: list[str] = []
    for folder in papers_at(corpus):
        reading = read_corpus(folder)
        if reading.corpus:
            known += reading.corpus.sources
            if source in reading.corpus.sources:
                folders.append(folder)
    if len(folders) == 1:
        return folders[0]
    if folders:
        names = ", ".join(str(folder) for folder in folders)
        raise FootnotedError(f"source '{source}' is in several corpora ({names}); give --corpus")
    near = closest(source, known)
    hint = f"; did you mean '{near}'?" if near else ""
    raise FootnotedError(f"{corpus}: no source '{source}'{hint}")


def _data(file: Path) -> bytes:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise FootnotedError(f"{file}: cannot be read ({error.strerror})") from error
    if not data:
        raise FootnotedError(f"{file}: an empty file is no copy of a source")
    return data


def _day(text: str | None, today: date) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        raise FootnotedError(f"--seen {text}: not a date; write it as 2013-09-30") from None
    # The day runs ahead of UTC by fourteen hours at most.
    if day and day > today + timedelta(days=1):
        raise FootnotedError(f"--seen {text}: is still to come")
    return day
