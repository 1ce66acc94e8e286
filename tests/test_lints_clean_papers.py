"""Sound papers of other kinds than ours, put before all lints that read papers for faults."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from footnoted.corpus import read_corpus, write_draft
from footnoted.lints import run_lints
from footnoted.model.finding import Finding
from footnoted.papers import read_paper

PAPERS = Path(__file__).parent / "clean_papers"
ABOUT_RECORDS = ("uncovered-", "quotation-not-in-paper", "anchor-", "note-")


def findings(name: str, folder: Path) -> list[Finding]:
    """Return what is found on a paper and the corpus that its extraction makes."""
    draft = read_paper(PAPERS / name)
    write_draft(folder, draft)
    reading = read_corpus(folder)
    assert reading.findings == ()
    assert reading.corpus is not None
    run = run_lints(reading.corpus, draft, today=date(2026, 11, 24))
    return [one for one in run.findings if not one.rule.startswith(ABOUT_RECORDS)]


@pytest.mark.parametrize(
    ("name", "notes", "tables"), [("economics.md", 8, 7), ("detention.md", 10, 2)]
)
def test_a_sound_paper_is_left_alone(name: str, notes: int, tables: int, tmp_path: Path) -> None:
    """Big tables, totals of the world, parts of parts, regressions, laws, long quotations."""
    draft = read_paper(PAPERS / name)
    assert (len(draft.notes), len(draft.tables)) == (notes, tables)
    assert [one for one in findings(name, tmp_path / "c") if one.level != "info"] == []


def test_the_only_hint_on_them_is_a_true_one(tmp_path: Path) -> None:
    """A fall called the largest so far, on a survey a year older than the paper."""
    hints = findings("economics.md", tmp_path / "a") + findings("detention.md", tmp_path / "b")
    assert [(one.rule, one.subject) for one in hints] == [("old-source-for-now", "so far")]
