from __future__ import annotations

from footnoted.lints.dangling_note import dangling_note
from footnoted.lints.examined import Examined
from lintcase import corpus, said


def test_a_short_form_that_leads_nowhere_is_told() -> None:
    """With the note as printed for proof; the label is the printed one."""
    notes = [
        {"id": "7", "label": "vii", "status": "dangling", "text": "Elm, op cit"},
        {"id": "8", "text": "Ash, On lakes"},
    ]
    found = [*dangling_note(Examined(corpus(notes=notes), None))]
    assert said(found) == [
        (
            "error",
            "notes.yaml:1:1",
            "note vii has a short form that leads to no work cited before it",
        )
    ]
    assert found[0].proof == "Elm, op cit"
