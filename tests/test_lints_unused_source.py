from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.unused_source import unused_source
from lintcase import claim, corpus, said


def test_a_source_that_nothing_leads_to_is_told() -> None:
    """A note, a claim or another source that was read in it leads to a source."""
    sources = [
        {"id": "ash", "quoted-in": "elm"},
        {"id": "elm"},
        {"id": "oak"},
        {"id": "fir"},
    ]
    claims = [claim("c", "The lake", source="oak")]
    found = [*unused_source(Examined(corpus(claims, sources=sources), None))]
    assert said(found) == [
        (
            "warning",
            "sources.yaml:4:1",
            "no note leads to source 'fir': name it in a note's entry, or take it out",
        )
    ]
    assert found[0].where.source == "fir"
