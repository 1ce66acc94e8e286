from __future__ import annotations

from examined_papers import brief, cite, records
from footnoted.lints.short_form_of_two_works import short_form_of_two_works


def test_one_short_form_on_two_records_is_told() -> None:
    """Names are compared without case and marks; a name of one work only is fine."""
    sources = [
        {"id": "ash", "short-forms": ["Ash B", "Lakes"]},
        {"id": "elm", "short-forms": ["ash, B."]},
        {"id": "oak", "short-forms": ["Oak C"]},
    ]
    (found,) = short_form_of_two_works(records(*sources))
    assert brief([found]) == [("warning", "high", "ash b")]
    assert found.where.source == "elm"
    assert found.proof == "ash (short-forms of 'ash'); elm (short-forms of 'elm')"


def test_notes_that_use_one_name_for_two_works_are_told() -> None:
    """The record may be right in each, and the reader still cannot know; a title tells apart."""
    notes = [
        cite("1", "ash", "Ash B, op cit, p 3", form="op_cit"),
        cite("2", "elm", "Ash B, op cit, p 9", form="op_cit"),
        cite("3", "oak", "Ash B, Oaks, op cit", form="op_cit"),
    ]
    sources = [{"id": name} for name in ("ash", "elm", "oak")]
    (found,) = short_form_of_two_works(records(*sources, notes=notes))
    assert found.proof == "ash (note 1); elm (note 2)"
