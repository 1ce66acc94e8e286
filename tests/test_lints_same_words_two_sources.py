from __future__ import annotations

from typing import Any

from examined_papers import brief, cite, records
from footnoted.lints.same_words_two_sources import same_words_two_sources

WORDS = "build a more complete system of lake protection"


def _told(note: dict[str, Any], text: str = f"we shall {WORDS} soon", **elm: Any) -> Any:
    claims = [
        {"id": "c1", "at": {"start": "x"}, "note": "1", "quotations": [{"text": WORDS}]},
        {"id": "c2", "at": {"start": "x"}, "note": "2", "quotations": [{"text": text}]},
    ]
    sources = [{"id": "ash"}, {"id": "elm", **elm}, {"id": "oak"}]
    notes = [cite("1", "ash"), note, cite("3", "oak")]
    return brief(same_words_two_sources(records(*sources, notes=notes, claims=claims)))


def test_seven_words_of_two_works_are_a_hint() -> None:
    """A doubtful note counts as all it may mean."""
    text = f"we shall {WORDS} soon"
    assert _told(cite("2", "elm")) == [("info", "low", text)]
    doubtful = {"id": "2", "text": "Elm, op cit", "status": "ambiguous"}
    entries = [{"form": "op_cit", "candidates": ["3"]}]
    assert _told(doubtful | {"entries": entries}) == [("info", "low", text)]
    entries = [{"form": "op_cit", "candidates": ["3", "1"]}]
    assert _told(doubtful | {"entries": entries}) == []


def test_one_work_few_words_or_second_hand_are_not() -> None:
    """A work read in the other may well have its words."""
    assert _told(cite("2", "ash")) == []
    assert _told(cite("2", "elm"), "a more complete system of lake care") == []
    assert _told(cite("2", "elm"), **{"quoted-in": "ash"}) == []
