from __future__ import annotations

from examined_papers import brief, records
from footnoted.lints.undated_page import undated_page


def test_a_page_without_any_date_is_a_hint() -> None:
    """A day of issue or of access tells which state of the page was read; a DOI does not change."""
    page = {"id": "ash", "URL": "http://lakes.example.org/a"}
    assert brief(undated_page(records(page))) == [("info", "high", "ash")]
    for more in ({"issued": "2012"}, {"accessed": "2012-01-01"}, {"DOI": "10.1000/1"}):
        assert brief(undated_page(records(page | more))) == []
    assert brief(undated_page(records({"id": "book", "medium": "print"}))) == []
