from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.uncovered_sentence import uncovered_sentence
from lintcase import claim, corpus, paper


def test_sentences_with_a_note_are_told_once() -> None:
    """The second one has two marks; a sentence without any is not due."""
    found = [*uncovered_sentence(Examined(corpus(), paper()))]
    assert [one.level for one in found] == ["info", "info"]
    assert [(one.proof or "").split()[0] for one in found] == ["Fishers", "The"]


def test_a_reviewed_claim_that_touches_the_sentence_covers_it() -> None:
    """Whatever its note; a draft does not, and is named."""
    claims = [
        claim("a", "Fishers call it"),
        {"id": "b", "at": {"start": "the minister said"}, "note": "3"},
    ]
    found = [*uncovered_sentence(Examined(corpus(claims), paper()))]
    assert len(found) == 1
    assert "only claim 'b'" in found[0].message
