from __future__ import annotations

from examined_papers import brief, records
from footnoted.lints.host_not_publisher import host_not_publisher


def test_a_known_publisher_on_another_host_is_a_hint() -> None:
    """Any of its names (author, container, publisher) and any host under its own will do."""
    agency = {"id": "ash", "author": [{"literal": "Reuters"}]}
    assert brief(host_not_publisher(records(agency | {"URL": "http://lakes.example.org/a"}))) == [
        ("info", "low", "ash")
    ]
    for url in ("http://www.reuters.com/a", "https://uk.reuters.com/b"):
        assert brief(host_not_publisher(records(agency | {"URL": url}))) == []
    reprint = agency | {"container-title": "China Daily", "URL": "http://www.chinadaily.com.cn/a"}
    assert brief(host_not_publisher(records(reprint))) == []


def test_unknown_publishers_say_nothing() -> None:
    """Only names known to have hosts of their own are judged, and only whole names."""
    for name in ("Lake Gazette", "Reuters Institute for the Study of Journalism"):
        work = {"id": "ash", "publisher": name, "URL": "http://lakes.example.org/a"}
        assert brief(host_not_publisher(records(work))) == []
    assert brief(host_not_publisher(records({"id": "ash", "publisher": "Reuters"}))) == []


def test_a_memento_is_judged_by_the_page_that_was_captured() -> None:
    """An archive is nobody's publisher; where the page's own address is hidden, nothing is said."""
    agency = {"id": "ash", "publisher": "Reuters"}
    archive = "https://web.archive.org/web/20130501000000/"
    for url in (f"{archive}http://www.reuters.com/a", "http://bit.ly/a", "https://archive.ph/aBc"):
        assert brief(host_not_publisher(records(agency | {"URL": url}))) == [], url
    copy = agency | {"URL": f"{archive}http://lakes.example.org/a"}
    assert brief(host_not_publisher(records(copy))) == [("info", "low", "ash")]
