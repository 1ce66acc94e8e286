from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.note_not_in_paper import note_not_in_paper
from lintcase import corpus, paper, said


def test_a_note_that_the_paper_does_not_have_is_told() -> None:
    """Neither printed nor marked: its id is wrong, or it belongs elsewhere."""
    notes = [{"id": "1", "text": "Ash, On lakes"}, {"id": "11", "text": "Ash"}]
    found = [*note_not_in_paper(Examined(corpus(notes=notes), paper()))]
    assert said(found) == [
        ("error", "notes.yaml:2:1", "the paper has no note 11: correct its id, or take it out")
    ]
