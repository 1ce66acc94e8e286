from __future__ import annotations

from examined_papers import brief, records
from footnoted.lints.undated_work import undated_work

BOOK = {"id": "ash", "type": "book", "medium": "print", "title": "Lakes"}


def test_a_book_without_its_year_is_a_hint() -> None:
    """The year tells which edition was read; a DOI leads to one edition only."""
    assert brief(undated_work(records(BOOK))) == [("info", "high", "ash")]
    assert brief(undated_work(records(BOOK | {"issued": "2012"}))) == []
    assert brief(undated_work(records(BOOK | {"DOI": "10.1000/1"}))) == []


def test_pages_and_kinds_without_a_year_are_left_alone() -> None:
    """A page has a rule of its own; a private letter may have no year."""
    assert brief(undated_work(records(BOOK | {"URL": "http://lakes.example.org/a"}))) == []
    assert brief(undated_work(records(BOOK | {"type": "personal_communication"}))) == []


def test_a_part_has_the_year_of_its_volume() -> None:
    """So has a work that was read in another one."""
    volume = {"id": "reed", "type": "book", "medium": "print", "issued": "2012"}
    chapter = BOOK | {"type": "chapter", "part-of": "reed"}
    assert brief(undated_work(records(chapter, volume))) == []
    undated = {"id": "reed", "type": "document", "medium": "print"}
    assert brief(undated_work(records(chapter, undated))) == [("info", "high", "ash")]
    assert brief(undated_work(records(BOOK | {"quoted-in": "reed"}, volume))) == []
