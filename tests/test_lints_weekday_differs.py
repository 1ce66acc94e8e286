from __future__ import annotations

from examined_papers import cite, examine, records
from footnoted.lints.weekday_differs import weekday_differs

TEXT = """# Lakes

It rained on Thursday, 7 June 2012, and again on {day}.<sup>1</sup>

<sup>1</sup> Ash B, *Rain*, The Gazette, Friday, 8 June 2012
"""


def test_a_wrong_weekday_in_text_or_note_is_an_error() -> None:
    """The proof says which day it was; right weekdays and dates without one are fine."""
    assert [*weekday_differs(examine(TEXT.format(day="9 June 2012")))] == []
    (found,) = weekday_differs(examine(TEXT.format(day="Monday 9 June 2012")))
    assert (found.level, found.confidence, found.proof) == (
        "error",
        "high",
        "2012-06-09 is a Saturday",
    )
    assert [*weekday_differs(examine(TEXT.format(day="Sunday, 9 January 1905")))] == []
    notes = [cite("1", "ash", "Ash, Rain, Sunday, June 8, 2012")]
    (found,) = weekday_differs(records({"id": "ash"}, notes=notes))
    assert (found.level, found.where.note) == ("error", "1")


def test_news_do_not_tell_of_the_day_after() -> None:
    """A title's weekday may be any day gone by, or the same; only tomorrow is odd."""
    news = {"id": "ash", "type": "article-newspaper", "issued": "2012-06-06"}
    for day, told in (("Wednesday", 0), ("Tuesday", 0), ("Friday", 0), ("Thursday", 1)):
        work = news | {"title": f"Minister said on {day} that it rains"}
        found = [*weekday_differs(records(work))]
        assert [(one.level, one.confidence) for one in found] == [("warning", "medium")] * told, day


def test_a_title_may_announce_the_day_after() -> None:
    """What is to come is news as well; what was said on that day stays odd, whatever it is of."""
    news = {"id": "ash", "type": "article-newspaper", "issued": "2012-06-06"}
    for title in ("Minister to meet fishers on Thursday", "Lake opens on Thursday after repairs"):
        assert [*weekday_differs(records(news | {"title": title}))] == [], title
    said = news | {"title": "Minister said on Thursday that boats will sail to the north"}
    assert len([*weekday_differs(records(said))]) == 1
