from __future__ import annotations

from examined_papers import brief, cite, records
from footnoted.lints.second_hand_not_marked import second_hand_not_marked

TEXT = "Reed A, Rain, quoted in Elm B, Storms, 2012, p 3"


def test_quoted_in_without_a_record_of_it_is_told() -> None:
    """The entry's form, or the source's own `quoted-in`, says it; either is enough."""
    plain = [cite("1", "reed", TEXT)]
    assert brief(second_hand_not_marked(records({"id": "reed"}, notes=plain))) == [
        ("warning", "high", "1")
    ]
    sources = [{"id": "reed", "quoted-in": "elm"}, {"id": "elm"}]
    assert brief(second_hand_not_marked(records(*sources, notes=plain))) == []
    marked = [cite("1", "reed", TEXT, form="quoted_in")]
    assert brief(second_hand_not_marked(records({"id": "reed"}, notes=marked))) == []


def test_other_notes_are_left_alone() -> None:
    """A title may speak of quoting."""
    notes = [cite("1", "reed", "Reed A, The art of being quoted, 2012")]
    assert brief(second_hand_not_marked(records({"id": "reed"}, notes=notes))) == []
