"""The corpus that ships: whole, reviewed, and free of every fault but the paper's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from footnoted.corpus import read_corpus
from footnoted.lints import run_lints
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.papers import read_paper

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    reading = read_corpus(ROOT / "claims" / "saferworld-2013")
    assert reading.findings == ()
    assert reading.corpus
    return reading.corpus


@pytest.fixture(scope="module")
def paper(saferworld: Path) -> Draft:
    return read_paper(saferworld, file="saferworld-2013.md")


def test_every_claim_was_read_and_says_something_of_its_own(corpus: Corpus) -> None:
    """No two claims say the same in the same words, unless one repeats the other."""
    assert [one.id for one in corpus.claims.values() if not one.reviewed] == []
    said: dict[str | None, str] = {}
    for claim in corpus.claims.values():
        first = said.setdefault(claim.says, claim.id)
        assert first == claim.id or first in claim.repeats, claim.id


def test_all_notes_have_claims_and_all_relations_lead_to_one(corpus: Corpus) -> None:
    """A claim repeats earlier ones only."""
    assert {note for one in corpus.claims.values() for note in one.note} == set(corpus.notes)
    order = {name: number for number, name in enumerate(corpus.claims)}
    for claim in corpus.claims.values():
        related = (claim.agrees_with, claim.conflicts_with, claim.depends_on)
        assert all(other in order for others in related for other in others)
        assert all(order[other] < order[claim.id] for other in claim.repeats), claim.id


def test_its_only_errors_are_the_papers_own(corpus: Corpus) -> None:
    """A note that leads nowhere, one that is not printed, a row that does not add up."""
    run = run_lints(corpus, None, today=TODAY)
    assert sorted(
        (one.rule, one.where.claim or one.where.note)
        for one in run.findings
        if one.level == "error"
    ) == [
        ("computed-figure-differs", "table-tajikistan-trade"),
        ("computed-figure-differs", "table-tajikistan-trade-change"),
        ("dangling-note", "10"),
        ("missing-note", "17"),
    ]


def test_it_stands_in_the_paper_and_covers_it(corpus: Corpus, paper: Draft) -> None:
    """Anchors, quotations, figures and notes are the paper's; nothing of it is left out."""
    run = run_lints(corpus, paper, today=TODAY)
    wrong = ("anchor-", "uncovered-", "quotation-not-", "figure-not-", "note-", "mark-", "paper-")
    assert [one.message for one in run.findings if one.rule.startswith(wrong)] == []
    cells = {cell for table in paper.tables for row in table.rows for cell in row[1:]}
    held = {one.raw for claim in corpus.claims.values() for one in claim.figures if one.cell}
    assert held == cells
