from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.missing_note import missing_note
from lintcase import corpus, said


def test_a_mark_without_a_printed_note_is_told() -> None:
    """The paper's own fault, at the note's record; printed notes are none."""
    found = [*missing_note(Examined(corpus(), None))]
    assert said(found) == [
        ("error", "notes.yaml:3:1", "note 3 is marked in the text, but not printed")
    ]
    assert found[0].where.note == "3"
