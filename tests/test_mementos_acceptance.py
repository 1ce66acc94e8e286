"""Which answers for a memento are evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from footnoted.mementos import made_at, onward, refusal
from footnoted.model.capture import Capture, Failure, Hop
from footnoted.model.question import Question
from memento_help import PAGE, answer

MEMENTO = f"https://web.archive.org/web/20130910120000id_/{PAGE}"
DATE = "Tue, 10 Sep 2013 12:00:00 GMT"


def came(body: str = "<p>The page", status: int = 200, date: str = DATE) -> Capture:
    return answer(body, status, url=MEMENTO, Memento_Datetime=date)


def test_the_bytes_as_captured_are_evidence() -> None:
    """Under the time that the archive says they were made."""
    assert refusal(came()) is None
    assert made_at(came()) == datetime(2013, 9, 10, 12, tzinfo=UTC)


def test_a_memento_of_another_date_is_of_that_date() -> None:
    """A redirect within the archive is followed; the header tells, not the address asked."""
    led = MEMENTO.replace("20130910", "20190101")
    capture = answer(
        "x",
        url=led,
        asked=MEMENTO,
        hops=[Hop(MEMENTO, 302, led)],
        Memento_Datetime="Tue, 01 Jan 2019 12:00:00 GMT",
    )
    assert refusal(capture) is None
    assert made_at(capture) == datetime(2019, 1, 1, 12, tzinfo=UTC)


def test_an_error_that_was_captured_is_left_to_the_link_check() -> None:
    """It carries a Memento-Datetime like any other."""
    assert refusal(came(status=404)) is None


@pytest.mark.parametrize("status", [200, 403, 404, 429, 503])
def test_without_its_time_it_is_no_memento(status: int) -> None:
    """An archive's own pages have none."""
    capture = answer("<html>Sorry", status, url=MEMENTO)
    assert refusal(capture) is not None
    assert made_at(capture) is None


def test_two_times_are_none() -> None:
    """One of them may be near the day of access; nobody knows which is true."""
    capture = came()
    assert capture.response
    later = ("Memento-Datetime", "Tue, 01 Jan 2019 12:00:00 GMT")
    twice = replace(capture.response, headers=(*capture.response.headers, later))
    assert made_at(replace(capture, response=twice)) is None
    assert refusal(replace(capture, response=twice)) is not None
    same = replace(capture.response, headers=capture.response.headers * 2)
    assert refusal(replace(capture, response=same)) is None


@pytest.mark.parametrize("date", ["", "soon", "Tue, 45 Foo 2013 99:00:00 GMT", "20130910120000"])
def test_a_time_that_is_none_is_no_time(date: str) -> None:
    """Nobody could say when its words stood there."""
    assert refusal(came(date=date)) is not None


@pytest.mark.parametrize(
    "body",
    [
        "<html><!-- BEGIN WAYBACK TOOLBAR INSERT --><div>",
        '<script src="https://web-static.archive.org/_static/js/bundle-playback.js?v=1">',
        "<script>__wm.init('https://web.archive.org/web');</script>",
        "<script>wbinfo.top_url = 'x';</script>",
        "<script src='http://127.0.0.1:8080/static/wb_frame.js'> </script>",
        '<iframe id="replay_iframe" src="x">',
        "<!-- FILE ARCHIVED ON 12:00:00 Sep 10, 2013 AND RETRIEVED -->",
    ],
)
def test_a_replay_for_people_is_refused(body: str) -> None:
    """The archive's own words stand in it, and its frame holds no words of the page."""
    assert refusal(came(body)) is not None


def test_a_replay_in_another_form_than_asked_is_refused() -> None:
    """The archive led from raw bytes to a view."""
    view = MEMENTO.replace("id_", "")
    hops = [Hop(MEMENTO, 302, view)]
    capture = answer("x", url=view, asked=MEMENTO, hops=hops, Memento_Datetime=DATE)
    assert refusal(capture) is not None


def test_an_address_of_no_known_form_is_judged_by_what_came() -> None:
    """Not every archive writes as Wayback does."""
    assert refusal(answer("x", url="https://arch.example.org/AB-1", Memento_Datetime=DATE)) is None


@pytest.mark.parametrize(
    "target",
    ["http://site.example.org/page", "https://web.archive.org:8443/x", "http://archive.is/"],
)
def test_what_led_out_of_the_archive_is_refused(target: str) -> None:
    """Today's web is not the page of that day, even where it carries a date."""
    hops = [Hop(MEMENTO, 301, target)]
    capture = answer("x", url=target, asked=MEMENTO, hops=hops, Memento_Datetime=DATE)
    assert refusal(capture) is not None


def test_a_chain_that_left_the_archive_and_came_back_is_refused() -> None:
    """Who sent it back is nobody's evidence."""
    hops = [Hop(MEMENTO, 301, PAGE), Hop(PAGE, 301, MEMENTO)]
    capture = answer("x", url=MEMENTO, hops=hops, Memento_Datetime=DATE)
    assert refusal(capture) is not None


def test_archive_today_is_refused() -> None:
    """Whatever it says."""
    assert refusal(answer("x", url="https://archive.ph/AbCd", Memento_Datetime=DATE)) is not None


def test_no_answer_is_no_evidence() -> None:
    """And says why."""
    capture = replace(came(), response=None, failure=Failure("timeout", "no answer within 25 s"))
    assert refusal(capture) == "the archive gave no answer: no answer within 25 s"


def test_a_captured_redirect_into_today_s_web_is_followed_in_the_archive() -> None:
    """As pywb replays it: the target at the same time is asked of the archive."""
    base = "http://127.0.0.1:8080/coll/20130910120000id_"
    asked, target = f"{base}/{PAGE}", "http://site.example.org/new?x=1"
    capture = answer("x", url=target, asked=asked, hops=[Hop(asked, 301, target)])
    assert onward(capture) == Question(f"{base}/{target}", "memento")
    within = answer("x", url=f"{base}/{target}", asked=asked)
    assert onward(within) is None
    path = "http://127.0.0.1:8080/new?x=1"
    capture = answer("x", url=path, asked=asked, hops=[Hop(asked, 301, path)])
    assert onward(capture) == Question(f"{base}/{target}", "memento")
    later = asked.replace("2013", "2014")
    hops = [Hop(asked, 302, later), Hop(later, 301, target)]
    led = onward(answer("x", url=target, asked=asked, hops=hops))
    assert led == Question(f"{base.replace('2013', '2014')}/{target}", "memento")
    opaque = "http://127.0.0.1:8080/AB-1"
    assert onward(answer("x", url=target, asked=opaque, hops=[Hop(opaque, 301, target)])) is None
