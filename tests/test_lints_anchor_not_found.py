from __future__ import annotations

from footnoted.lints.anchor_not_found import anchor_not_found
from footnoted.lints.examined import Examined
from lintcase import claim, corpus, paper


def test_an_anchor_that_matches_nowhere_is_told_with_its_parts() -> None:
    """The proof says which of its ends do stand in the paper; exemptions have anchors too."""
    claims = [
        claim("a", "The lake fell", "in two years"),
        claim("b", "lived from it", "The lake fell"),
        claim("c", "The whale"),
        claim("d", "The lake fell", "one year"),
    ]
    exempt = [{"at": {"start": "No such"}, "reason": "none"}]
    found = [*anchor_not_found(Examined(corpus(claims, exemptions=exempt), paper()))]
    assert [(one.where.file, one.where.line, one.where.claim, one.proof) for one in found] == [
        ("claims.yaml", 1, "a", "'The lake fell': 1 times; 'in two years': 0 times"),
        (
            "claims.yaml",
            2,
            "b",
            "'lived from it': 1 times; 'The lake fell': 1 times, but never in this order",
        ),
        ("claims.yaml", 3, "c", "'The whale': 0 times"),
        ("exemptions.yaml", 1, None, "'No such': 0 times"),
    ]
    assert {one.level for one in found} == {"error"}
    assert found[0].message == (
        "the paper has no stretch from 'The lake fell' to 'in two years': "
        "copy the words as the paper prints them"
    )
