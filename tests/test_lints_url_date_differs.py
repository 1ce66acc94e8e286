from __future__ import annotations

from examined_papers import brief, records
from footnoted.lints.url_date_differs import url_date_differs

NEWS = {"id": "ash", "type": "article-newspaper", "issued": "2012-06-06"}


def test_news_dated_otherwise_than_its_address_is_told() -> None:
    """Whatever shape the address has: slashes, hyphens, eight digits."""
    for path in (
        "2012/06/07/lake.html", "a/2012-06/07/c_1.htm", "20120607/1.html", "201206/t20120607_2.htm",
    ):  # fmt: skip
        work = NEWS | {"URL": f"http://news.example.org/{path}"}
        assert brief(url_date_differs(records(work))) == [("warning", "medium", "ash")], path


def test_same_day_month_only_and_other_numbers_are_no_dates() -> None:
    """A month that holds the day agrees; ids, versions and two dates in one path say nothing."""
    for path in (
        "2012/06/06/lake.html", "2012/06/lake.html", "content_20120607123.htm", "a/20121399/b",
        "2012/06/07/archive/2011/01/01/x", "v2012.6.7/x", "",
    ):  # fmt: skip
        work = NEWS | {"URL": f"http://news.example.org/{path}"}
        assert [*url_date_differs(records(work))] == [], path


def test_a_speech_is_published_after_its_day_and_a_report_laid_down_later() -> None:
    """For these only an address before the work's date is told."""
    after = {"URL": "http://gov.example.org/2012-06/19/speech.htm"}
    before = {"URL": "http://gov.example.org/2012-06/01/speech.htm"}
    for kind in ("speech", "report"):
        work = NEWS | {"type": kind}
        assert [*url_date_differs(records(work | after))] == []
        assert brief(url_date_differs(records(work | before))) == [("warning", "medium", "ash")]


def test_a_vague_date_or_a_copy_with_day_and_month_turned_round_is_a_hint() -> None:
    """Copies are published when they are: only the turned date is told of one."""
    vague = NEWS | {"issued": "2012-05", "URL": "http://news.example.org/2012/06/07/x.html"}
    assert brief(url_date_differs(records(vague))) == [("info", "low", "ash")]
    printed = NEWS | {"URL": "http://news.example.org/2012/06/05/x.html"}
    assert brief(url_date_differs(records(printed))) == [("info", "low", "ash")]
    turned = NEWS | {"issued": "2012-07-03"}
    copies = {"alternates": [{"url": "http://c.example.org/a-2012-3-7.html", "kind": "same_text"}]}
    assert brief(url_date_differs(records(turned | copies))) == [("info", "low", "ash")]
    assert [*url_date_differs(records(NEWS | copies))] == []
