from __future__ import annotations

from examined_papers import cite, records
from footnoted.lints.forward_short_form import forward_short_form

FULL = {
    "id": "elm",
    "title": "On rivers",
    "publisher": "River Board, Upper Office",
    "issued": "2012",
}


def test_a_short_form_before_its_full_citation_is_told() -> None:
    """An op cit whose work comes only later, with both notes named."""
    notes = [
        cite("1", "elm", "River Board, op cit, p 3", form="op_cit"),
        cite("2", "elm", "River Board, On rivers, 2012"),
        cite("3", "elm", "River Board, op cit, p 9", form="op_cit"),
    ]
    (found,) = forward_short_form(records(FULL, notes=notes))
    assert (found.level, found.confidence, found.where.note) == ("warning", "high", "1")
    assert "only later, in note 2" in found.message


def test_a_dangling_name_is_looked_for_in_later_notes() -> None:
    """A name that fits a later work's body; one that fits nothing is left to `dangling-note`."""
    dangling = {"id": "1", "status": "dangling", "entries": [{"form": "op_cit"}]}
    later = cite("2", "elm", "River Board, On rivers, 2012")
    fits = dangling | {"text": "Reed A, Fish, quoted in River Board, op cit, p 3"}
    (found,) = forward_short_form(records(FULL, notes=[fits, later]))
    assert (found.confidence, found.where.note) == ("medium", "1")
    other = dangling | {"text": "Lake Board, op cit, p 3"}
    assert [*forward_short_form(records(FULL, notes=[other, later]))] == []
