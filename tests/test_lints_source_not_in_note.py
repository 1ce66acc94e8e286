from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.source_not_in_note import source_not_in_note
from lintcase import claim, corpus, said

SOURCES = [{"id": "ash", "quoted-in": "elm"}, {"id": "elm"}, {"id": "oak"}]


def test_a_claim_may_not_name_a_source_that_its_note_does_not_cite() -> None:
    """Else a page that the author never cited could support it."""
    claims = [claim("c", "The lake", note="1", source="oak")]
    found = [*source_not_in_note(Examined(corpus(claims, sources=SOURCES), None))]
    assert said(found) == [
        (
            "error",
            "claims.yaml:1:1",
            "source 'oak' is not cited in note 1, which has ash, elm: name one of these",
        )
    ]


def test_sources_of_the_note_may_be_named() -> None:
    """Those cited, and those in which these were read; a claim without a note is free."""
    claims = [
        claim("a", "The lake", note="1", source="ash"),
        claim("b", "The lake", note="1", source="elm"),
        claim("c", "The lake", source="oak"),
    ]
    assert [*source_not_in_note(Examined(corpus(claims, sources=SOURCES), None))] == []
