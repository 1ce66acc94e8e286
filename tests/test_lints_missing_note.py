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
    assert found[0].proof == "printed: before it note 2"


def test_a_note_missing_at_either_end_has_one_neighbour() -> None:
    """The proof names what is printed, over other missing notes, and nothing where none is."""
    missing = [{"id": one, "status": "missing"} for one in ("1", "2")]
    first, second = missing_note(Examined(corpus(notes=[*missing, {"id": "3", "text": "x"}]), None))
    assert first.proof == second.proof == "printed: after it note 3"
    last = [{"id": "1", "text": "x"}, {"id": "2", "status": "missing"}]
    assert [one.proof for one in missing_note(Examined(corpus(notes=last), None))] == [
        "printed: before it note 1"
    ]
    assert [one.proof for one in missing_note(Examined(corpus(notes=missing), None))] == [None] * 2
