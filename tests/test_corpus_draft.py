from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from footnoted.corpus import read_corpus, write_draft
from footnoted.corpus.draft import draft_files, note_record
from footnoted.corpus.draft_claims import draft_claims
from footnoted.errors import WriteRefusedError
from footnoted.model.draft import Entry
from footnoted.model.records import EntryRecord
from lintcase import note, paper


def test_a_written_draft_reads_back_as_it_was(tmp_path: Path) -> None:
    """Paper, sources, notes and claims come back equal, without a finding."""
    draft = paper()
    written = write_draft(tmp_path / "lake", draft)
    assert [path.name for path in written] == [
        "01-the-lake.yaml", "02-the-valley.yaml", "notes.yaml", "paper.yaml", "sources.yaml"
    ]  # fmt: skip
    reading = read_corpus(tmp_path / "lake")
    assert reading.findings == ()
    corpus = reading.corpus
    assert corpus
    assert corpus.paper.sha256 == "a" * 64
    assert [(one.label, one.title) for one in corpus.paper.sections] == [
        ("1", "The lake"), ("2", "The valley")
    ]  # fmt: skip
    assert tuple(corpus.sources.values()) == draft.sources
    assert tuple(corpus.notes.values()) == tuple(map(note_record, draft.notes))
    claims = [one for claims in draft_claims(draft).values() for one in claims]
    assert list(corpus.claims.values()) == claims


def test_a_doubtful_entry_keeps_its_candidates() -> None:
    """A short form that is not resolved names the notes it may mean, a resolved one does not."""
    doubtful = Entry("Ash, op cit", "op_cit", "p 5", None, None, ("3", "1"))
    sure = Entry("Ibid", "ibid", None, "ash", "1", ("1",))
    record = note_record(note("5", "Ash, op cit, p 5; ibid", "ambiguous", (doubtful, sure)))
    assert record.entries == (
        EntryRecord(form="op_cit", locator="p 5", candidates=("3", "1")),
        EntryRecord(source="ash", form="ibid"),
    )


def test_records_of_a_person_are_never_overwritten(tmp_path: Path) -> None:
    """A folder with any record file is refused by name, and nothing in it changes."""
    (tmp_path / "notes.yaml").write_text("mine")
    with pytest.raises(WriteRefusedError, match=r"has records already \(notes\.yaml\)"):
        write_draft(tmp_path, paper())
    assert [path.name for path in tmp_path.iterdir()] == ["notes.yaml"]
    assert (tmp_path / "notes.yaml").read_text() == "mine"


LITTLE_ROOM = 10_000
"""Bytes."""


@contextmanager
def little_room() -> Iterator[None]:
    """Let no file grow beyond that within the block, as on a disk that is nearly full.

    Not a fixture: pytest prints before it tears one down, and its output may be a long file.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LITTLE_ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_it_is_all_or_nothing(tmp_path: Path) -> None:
    """Where one file cannot be written, those before it are taken back, and the folder."""
    (tmp_path / "README.md").write_text("about")
    long = paper().paper.model_copy(update={"title": "x" * LITTLE_ROOM})
    for folder in (tmp_path, tmp_path / "new"):
        with (
            little_room(),
            pytest.raises(WriteRefusedError, match=r"paper\.yaml: cannot be written"),
        ):
            write_draft(folder, paper(paper=long))
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_a_paper_without_notes_has_no_file_of_notes() -> None:
    """Only files with something in them are written."""
    bare = paper(notes=(), marks=(), quotations=(), figures=(), sources=())
    assert [*draft_files(bare)] == ["paper.yaml"]
