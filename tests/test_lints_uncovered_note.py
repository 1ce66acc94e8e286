from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.uncovered_note import uncovered_note
from lintcase import claim, corpus, mark, paper, said


def test_a_note_that_no_reviewed_claim_names_is_told() -> None:
    """At the paper's line, printed or not; a draft claim is named, but covers nothing."""
    claims = [
        claim("read", "Fishers", note="1"),
        {"id": "draft", "at": {"start": "on dams"}, "note": "2"},
    ]
    found = [*uncovered_note(Examined(corpus(claims), paper()))]
    assert said(found) == [
        (
            "warning",
            "lake.md:9:1",
            (
                "note 2 is not covered: only claim 'draft' (claims.yaml:2:1) has it, which nobody "
                "has reviewed"
            ),
        ),
        ("warning", "lake.md:9:1", "note 3 is not covered: nothing is on record of it"),
    ]
    assert [one.where.note for one in found] == ["2", "3"]


def test_a_statement_without_a_review_covers_nothing() -> None:
    """Words of ours that nobody has held against the paper are a draft too."""
    claims = [{"id": "a", "says": "x", "at": {"start": "Fishers"}, "note": "1"}]
    found = [*uncovered_note(Examined(corpus(claims), paper()))]
    assert [one.where.note for one in found] == ["1", "2", "3"]


def test_an_exemption_covers_the_notes_marked_in_it() -> None:
    """A note is exempt where all its marks are; another mark elsewhere keeps it due."""
    exempt = [{"at": {"start": "The board spent $4.2bn", "end": "at last"}, "reason": "trade"}]
    found = [*uncovered_note(Examined(corpus(exemptions=exempt), paper()))]
    assert [one.where.note for one in found] == ["1"]
    marks = (*paper().marks, mark("2", "one year", "The lake fell", "one year."))
    found = [*uncovered_note(Examined(corpus(exemptions=exempt), paper(marks=marks)))]
    assert [one.where.note for one in found] == ["1", "2"]
