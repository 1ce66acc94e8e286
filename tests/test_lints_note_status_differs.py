from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.note_status_differs import note_status_differs
from lintcase import corpus, note, paper


def test_a_corpus_cannot_hide_what_the_paper_shows() -> None:
    """A dangling note recorded as `ok`, and the reverse, are told; equal states are not."""
    printed = (
        note("1", "Ash, On lakes"),
        note("2", "Elm, op cit", "ambiguous", candidates=("1", "4")),
        note("3", None, "missing"),
    )
    notes = [
        {"id": "1", "status": "dangling", "text": "Ash, On lakes"},
        {"id": "2", "text": "Elm, op cit"},
        {"id": "3", "status": "missing"},
    ]
    found = [*note_status_differs(Examined(corpus(notes=notes), paper(notes=printed)))]
    assert [(one.level, one.where.note, one.proof) for one in found] == [
        ("warning", "1", "printed: Ash, On lakes"),
        ("warning", "2", "printed: Elm, op cit; it may mean note 1 or 4"),
    ]
    assert found[1].message == (
        "note 2 is 'ok' on record, but reads as 'ambiguous' in the paper: correct it, or waive "
        "this and say why"
    )
