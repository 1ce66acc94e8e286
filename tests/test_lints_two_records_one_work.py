from __future__ import annotations

from typing import Any

from examined_papers import brief, records
from footnoted.lints.two_records_one_work import two_records_one_work


def test_one_address_in_two_spellings_is_told() -> None:
    """Scheme, `www.`, a last slash and the order of the query are left aside; a page is not."""
    one = {"id": "ash", "URL": "http://www.lakes.example.org/a/?x=1&y=2"}
    for url, told in (
        ("https://lakes.example.org/a?y=2&x=1", 1), ("https://lakes.example.org/a?x=1&y=2#part", 1),
        ("https://lakes.example.org/a?x=1", 0), ("https://lakes.example.org/b?x=1&y=2", 0),
    ):  # fmt: skip
        found = brief(two_records_one_work(records(one, {"id": "elm", "URL": url})))
        assert found == [("warning", "high", "elm")] * told, url


def test_one_title_of_one_year_and_author_is_told() -> None:
    """Yearly reports, works of others, reviews elsewhere and short titles are other works."""
    one: dict[str, Any] = {"id": "ash", "type": "report", "title": "The state of lakes"}
    one |= {"author": [{"family": "Ash"}], "issued": "2012-03"}
    for fields, told in (
        ({"title": "State of Lakes"}, 1), ({"issued": "2012"}, 1), ({"author": []}, 1),
        ({"issued": "2013"}, 0), ({"author": [{"family": "Elm"}]}, 0),
        ({"type": "review", "container-title": "Lake Review"}, 0),
        ({"title": "Other lakes here"}, 0),
    ):  # fmt: skip
        found = brief(two_records_one_work(records(one, one | {"id": "elm", **fields})))
        assert found == [("warning", "medium", "elm")] * told, fields


def test_chapters_may_share_the_address_of_their_volume() -> None:
    """Where their pages tell them apart."""
    one = {"id": "ash", "URL": "http://lakes.example.org/v", "page": "3-9"}
    two = {"id": "elm", "URL": "http://lakes.example.org/v", "page": "10-15"}
    assert brief(two_records_one_work(records(one, two))) == []
