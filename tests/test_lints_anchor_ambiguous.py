from __future__ import annotations

from footnoted.lints.anchor_ambiguous import anchor_ambiguous
from footnoted.lints.examined import Examined
from lintcase import claim, corpus, paper, said


def test_an_anchor_with_two_matches_is_told_where() -> None:
    """The proof names section and next note of each match."""
    claims = [claim("a", "The board spent"), claim("b", "The board spent", "on dams")]
    found = [*anchor_ambiguous(Examined(corpus(claims), paper()))]
    assert said(found) == [
        (
            "error",
            "claims.yaml:1:1",
            "2 stretches of the paper go 'The board spent': add words until one is left",
        )
    ]
    assert found[0].proof == "section 1, before note 2; section 2, after the last note"
