from __future__ import annotations

from examined_papers import brief, records
from footnoted.lints.url_shortener import url_shortener


def test_short_addresses_are_told() -> None:
    """The service's own host, not one that ends like it."""
    for url, told in (
        ("https://bit.ly/3abc", 1), ("http://www.tinyurl.com/x", 1), ("http://t.co/x", 1),
        ("http://orbit.ly/x", 0), ("http://reddit.co/x", 0), ("http://lakes.example.org/bit.ly", 0),
    ):  # fmt: skip
        found = brief(url_shortener(records({"id": "ash", "URL": url})))
        assert found == [("warning", "high", "ash")] * told, url
