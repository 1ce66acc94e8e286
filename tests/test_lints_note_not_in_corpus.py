from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.note_not_in_corpus import note_not_in_corpus
from lintcase import corpus, paper, said


def test_a_printed_note_without_a_record_is_told() -> None:
    """At the paper's line, with its text; a mark without a note is another rule's."""
    found = [*note_not_in_corpus(Examined(corpus(notes=[{"id": "1", "text": "x"}]), paper()))]
    assert said(found) == [
        ("warning", "lake.md:9:1", "note 2 is not on record: add it to notes.yaml")
    ]
    assert (found[0].where.note, found[0].proof) == ("2", "Ibid, p 3")
