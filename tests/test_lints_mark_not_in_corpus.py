from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.mark_not_in_corpus import mark_not_in_corpus
from lintcase import corpus, paper


def test_a_mark_without_note_and_record_is_told() -> None:
    """The paper's fault must be on record before it can be told as one."""
    found = [*mark_not_in_corpus(Examined(corpus(notes=[{"id": "1", "text": "x"}]), paper()))]
    assert [(one.level, one.where.file, one.where.note) for one in found] == [
        ("warning", "lake.md", "3")
    ]
    assert "'status: missing'" in found[0].message
    assert [*mark_not_in_corpus(Examined(corpus(), paper()))] == []
