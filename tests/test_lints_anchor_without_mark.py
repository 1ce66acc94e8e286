from __future__ import annotations

from footnoted.lints.anchor_without_mark import anchor_without_mark
from footnoted.lints.examined import Examined
from lintcase import claim, corpus, paper


def test_a_claim_far_from_its_note_is_told() -> None:
    """No mark of the note in the claim's paragraph: its note or its anchor is wrong."""
    claims = [claim("a", "The lake is the third", note=["1", "2"])]
    found = [*anchor_without_mark(Examined(corpus(claims), paper()))]
    assert [(one.level, one.where.claim, one.subject, one.proof) for one in found] == [
        ("warning", "a", "1", "its marks: section 1, line 5"),
        ("warning", "a", "2", "its marks: section 1, line 5"),
    ]


def test_sentences_of_a_paragraph_may_share_a_mark() -> None:
    """A mark anywhere in the paragraph will do, also behind the stretch."""
    claims = [claim("a", "The lake fell", "one year", note="3"), claim("b", "at last", note="3")]
    assert [*anchor_without_mark(Examined(corpus(claims), paper()))] == []


def test_a_note_without_marks_is_told() -> None:
    """A note that is printed but nowhere marked cannot carry a claim."""
    claims = [claim("a", "The lake fell", note="2")]
    found = [*anchor_without_mark(Examined(corpus(claims), paper(marks=())))]
    assert [one.proof for one in found] == ["the paper has no such mark"]
