from __future__ import annotations

from footnoted.lints.ambiguous_note import ambiguous_note
from footnoted.lints.examined import Examined
from lintcase import corpus, said


def test_a_short_form_with_several_works_names_them() -> None:
    """Candidates of all entries are named once, in their order."""
    notes = [
        {
            "id": "7",
            "status": "ambiguous",
            "text": "Elm, op cit; ibid",
            "entries": [
                {"form": "op_cit", "candidates": ["1", "3"]},
                {"form": "ibid", "candidates": ["3"]},
            ],
        }
    ]
    found = [*ambiguous_note(Examined(corpus(notes=notes), None))]
    assert said(found) == [
        (
            "warning",
            "notes.yaml:1:1",
            "note 7 has a short form that may mean several works: note 1 or 3 may be meant",
        )
    ]


def test_without_candidates_nothing_is_guessed() -> None:
    """A person may record the state alone."""
    notes = [{"id": "7", "status": "ambiguous", "text": "Elm, op cit"}]
    found = [*ambiguous_note(Examined(corpus(notes=notes), None))]
    assert found[0].message.endswith("that may mean several works")
