from __future__ import annotations

from examined_papers import brief, records
from footnoted.lints.archive_today import archive_today


def test_every_name_of_it_is_told_wherever_it_stands() -> None:
    """As the address, or as that of a copy or memento; other archives are fine."""
    bad = "https://archive.ph/abcde"
    good = "https://web.archive.org/web/2012/http://lakes.example.org/a"
    for fields in (
        {"URL": bad}, {"URL": "http://archive.today/x"},
        {"mementos": [{"url": bad, "on": "2012-01-01"}]},
        {"alternates": [{"url": bad, "kind": "same_text"}]},
    ):  # fmt: skip
        assert brief(archive_today(records({"id": "ash", **fields}))) == [
            ("warning", "high", "ash")
        ]
    for fields in ({"URL": good}, {"mementos": [{"url": good, "on": "2012-01-01"}]}):
        assert brief(archive_today(records({"id": "ash", **fields}))) == []
