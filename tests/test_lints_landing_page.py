from __future__ import annotations

from examined_papers import brief, records
from footnoted.lints.landing_page import landing_page


def test_front_pages_lists_and_searches_are_told() -> None:
    """What stands at such an address is another thing tomorrow."""
    for path in (
        "", "/", "/index.html", "/en/", "/en/index.php", "/tag/lakes/", "/topics/lakes",
        "/category/water", "/search?q=lakes", "/?s=lakes", "/blog/tag/lakes/",
    ):  # fmt: skip
        work = {"id": "ash", "URL": f"http://lakes.example.org{path}"}
        assert [one[0] for one in brief(landing_page(records(work)))] == ["warning"], path


def test_pages_are_not() -> None:
    """Queries that name a page, sections that hold one, and apps that keep theirs behind `#!`."""
    for path in (
        "/?q=node/5731", "/en/?idn=8338", "/index.php?id=3", "/topics/lakes/2012/report.pdf",
        "/tag/2012/05/lakes.html", "/topics_66/t1.html", "/water", "/#!/page/3", "/?p=77",
        "/cooperation/asia/", "/article/tags-of-the-lake",
    ):  # fmt: skip
        work = {"id": "ash", "URL": f"http://lakes.example.org{path}"}
        assert brief(landing_page(records(work))) == [], path
