"""Writing an extraction as a corpus for a person to review."""

from __future__ import annotations

import contextlib
from pathlib import Path

from footnoted.corpus.draft_claims import draft_claims
from footnoted.corpus.emit import list_file, paper_file
from footnoted.corpus.folders import kind_of
from footnoted.errors import WriteRefusedError
from footnoted.files import write_beside
from footnoted.model.draft import Draft, DraftNote
from footnoted.model.records import EntryRecord, NoteRecord, SectionRecord


def write_draft(folder: Path, draft: Draft) -> list[Path]:
    """Write `draft` as a new corpus in `folder` and return the files written, by name.

    All or nothing: a folder that has records already is left as it is, and so is one in which
    a file cannot be written. Raises WriteRefusedError.
    """
    present = sorted(path.name for path in folder.glob("*.yaml") if kind_of(path.name))
    if present:
        raise WriteRefusedError(
            f"{folder}: has records already ({', '.join(present[:3])}"
            f"{', …' if len(present) > 3 else ''}); name another folder"
        )
    files = draft_files(draft)
    written: list[Path] = []
    is_new = not folder.exists()
    try:
        for name in sorted(files, key=lambda one: (one == "paper.yaml", one)):
            write_beside(folder / name, files[name].encode())
            written.append(folder / name)
    except BaseException:
        _take_back(written, folder if is_new else None)
        raise
    return sorted(written)


def draft_files(draft: Draft) -> dict[str, str]:
    """Return the draft corpus's files by name."""
    sections = tuple(SectionRecord(label=one.label, title=one.title) for one in draft.sections)
    paper = draft.paper
    if sections and not paper.sections:
        paper = paper.model_copy(update={"sections": sections})
    files = {"paper.yaml": paper_file(paper)}
    if draft.sources:
        files["sources.yaml"] = list_file("sources", draft.sources)
    if draft.notes:
        files["notes.yaml"] = list_file("notes", map(note_record, draft.notes))
    for name, claims in draft_claims(draft).items():
        files[name] = list_file("claims", claims)
    return files


def note_record(note: DraftNote) -> NoteRecord:
    """Return a note of the draft as a record."""
    return NoteRecord(
        id=note.id,
        label=note.label if note.label != note.id else None,
        status=note.status,
        text=note.text,
        entries=tuple(
            EntryRecord(
                source=one.source,
                form=one.form,
                locator=one.locator,
                candidates=one.candidates if one.source is None else (),
            )
            for one in note.entries
        ),
    )


def _take_back(written: list[Path], folder: Path | None) -> None:
    """Remove what was written before something went wrong, and the folder if it is ours."""
    for path in written:
        with contextlib.suppress(OSError):
            path.unlink()
    if folder is not None:
        with contextlib.suppress(OSError):
            folder.rmdir()
