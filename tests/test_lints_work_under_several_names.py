from __future__ import annotations

from examined_papers import brief, cite, records
from footnoted.lints.work_under_several_names import work_under_several_names


def test_names_unlike_each_other_are_told_once() -> None:
    """A shortened name ("Board" for "River Board") is no other name."""
    notes = [
        cite("1", "ash", "River Board, On lakes, 2012"),
        cite("2", "ash", "River Board, op cit", form="op_cit"),
        cite("3", "ash", "Board, op cit", form="op_cit"),
        cite("4", "ash", "Ash B, op cit", form="op_cit"),
    ]
    (found,) = work_under_several_names(records({"id": "ash"}, notes=notes))
    assert brief([found]) == [("info", "medium", "ash")]
    assert found.proof == "'river board' (note 2); 'ash b' (note 4)"
    assert [*work_under_several_names(records({"id": "ash"}, notes=notes[:3]))] == []
