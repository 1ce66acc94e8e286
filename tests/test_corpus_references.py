from __future__ import annotations

from pathlib import Path

from footnoted.corpus import read_corpus
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding


def read(folder: Path, **files: str) -> tuple[Corpus, list[Finding]]:
    (folder / "paper.yaml").write_text("id: p\ntitle: T\n")
    for name, text in files.items():
        (folder / f"{name if name != 'claims' else '01-a'}.yaml").write_text(text)
    reading = read_corpus(folder, shown="c")
    assert reading.corpus
    return reading.corpus, list(reading.findings)


def test_a_reference_to_nothing_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    """The record is left out; the finding stands at the very value."""
    corpus, found = read(
        tmp_path,
        sources="- id: ash-2012\n",
        notes="- id: 1\n  text: a\n  entries:\n    - {source: ash-2021}\n",
    )
    assert corpus.notes == {}
    assert [(one.where.line, one.where.column, one.message) for one in found] == [
        (4, 16, "there is no source 'ash-2021': did you mean 'ash-2012'?")
    ]
    assert found[0].where.note == "1"


def test_references_of_a_wrong_record_are_judged_too(tmp_path: Path) -> None:
    """A claim with an unknown field and an unknown note has both told in one run."""
    _, found = read(tmp_path, claims="- {id: a, at: {start: x}, sayz: y, note: 7}\n")
    assert [one.rule for one in found] == ["record-field", "record-unknown-reference"]
    assert found[1].message == "there is no note '7': add it to notes.yaml"


def test_what_leads_to_an_unreadable_record_is_left_out_with_it(tmp_path: Path) -> None:
    """Source, note and claim go together; the fault itself is told once, the rest as a loss."""
    corpus, found = read(
        tmp_path,
        sources="- {id: b, quoted-in: a}\n- {id: a, tilte: x}\n- id: c\n",
        notes="- {id: 1, text: x, entries: [{source: b}]}\n- {id: 2, text: y}\n",
        claims="- {id: k, at: {start: x}, note: [1, 2]}\n- {id: l, at: {start: x}, source: c}\n",
    )
    assert ([*corpus.sources], [*corpus.notes], [*corpus.claims]) == (["c"], ["2"], ["l"])
    assert [(one.level, one.rule, one.where.file) for one in found] == [
        ("warning", "record-left-out", "c/01-a.yaml"),
        ("warning", "record-left-out", "c/notes.yaml"),
        ("warning", "record-left-out", "c/sources.yaml"),
        ("error", "record-field", "c/sources.yaml"),
    ]


def test_candidates_may_lead_to_an_unreadable_note_but_not_to_none(tmp_path: Path) -> None:
    """They are hints for a person: a note stays whose candidate could not be read."""
    corpus, found = read(
        tmp_path,
        notes=(
            "- {id: 1, txt: x}\n"
            "- {id: 2, status: ambiguous, text: x, entries: [{form: op_cit, candidates: [1]}]}\n"
            "- {id: 3, status: ambiguous, text: x, entries: [{form: op_cit, candidates: [4]}]}\n"
        ),
    )
    assert [*corpus.notes] == ["2"]
    assert [one.rule for one in found][-1] == "record-unknown-reference"
