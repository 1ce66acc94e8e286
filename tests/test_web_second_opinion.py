"""One second opinion with a browser's headers, where the settings allow it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from footnoted.checks.links import PageLook, check_link
from footnoted.web.settings import BROWSER_AGENT
from loopback import Answer, Asked, Scripted, Site, page, redirect, serve
from web_help import LOOPBACK, look_all, look_once

ASKING = replace(LOOPBACK, second_opinion=True)


def turning_away(status: int, then: Answer | None = None) -> Scripted:
    """Answer `status` to programs, and `then` to browsers."""

    def answer(asked: Asked) -> Answer:
        as_browser = asked.headers["User-Agent"] == BROWSER_AGENT
        own = Answer(status, b"no", [("Set-Cookie", "seen=1")])
        return (then or page("welcome")) if as_browser else own

    return answer


def agents(site: Site) -> list[str]:
    return [asked.headers["User-Agent"].partition("/")[0] for asked in site.asked]


@pytest.mark.parametrize("status", [403, 406, 429, 999])
def test_a_wall_is_asked_once_more_as_a_browser(status: int) -> None:
    """What a browser gets is the capture, and it says so; no cookie of the first look is sent."""
    with serve({"/": turning_away(status)}) as site:
        capture = look_once(site.url("/"), ASKING)
        assert agents(site) == ["footnoted", "Mozilla"]
        assert "Cookie" not in site.asked[1].headers
        assert "Accept-Language" in site.asked[1].headers
    assert capture.response
    assert (capture.response.body, capture.asked_as) == (b"welcome", BROWSER_AGENT)
    assert "a browser's headers" in check_link(PageLook(capture, None, None, 1)).message


@pytest.mark.parametrize("status", [403, 429])
def test_without_the_setting_nobody_is_asked_twice(status: int) -> None:
    """It is off by default."""
    with serve({"/": turning_away(status)}) as site:
        capture = look_once(site.url("/"))
        assert agents(site) == ["footnoted"]
    assert capture.response
    assert (capture.response.status, capture.asked_as) == (status, None)
    assert "browser" not in check_link(PageLook(capture, None, None, 1)).message


@pytest.mark.parametrize("status", [200, 401, 402, 404, 407, 410, 451, 500])
def test_what_is_no_wall_of_that_kind_hears_no_second_question(status: int) -> None:
    """A login, a law and a missing page are the same to a browser."""
    with serve({"/": turning_away(status)}) as site:
        look_once(site.url("/"), replace(ASKING, retries=0))
        assert agents(site) == ["footnoted"]


@pytest.mark.parametrize("after", ["1", "3600", "Wed, 25 Nov 2026 12:00:00 GMT"])
def test_who_says_when_to_come_back_is_not_pressed(after: str) -> None:
    """A 429 with Retry-After is a wish, not a wall."""
    answer = Answer(429, b"", {"Retry-After": after})
    with serve({"/": answer}) as site:
        look_once(site.url("/"), replace(ASKING, retries=0))
        assert agents(site) == ["footnoted"]


@pytest.mark.parametrize("then", [Answer(403, b"still no"), Answer(404), Answer(raw=b"nonsense")])
def test_a_second_refusal_leaves_the_first_one_standing(then: Answer) -> None:
    """Only a page replaces the answer that was given to our own name, and there is no third."""
    with serve({"/": turning_away(403, then)}) as site:
        capture = look_once(site.url("/"), ASKING)
        assert agents(site) == ["footnoted", "Mozilla"]
    assert capture.response
    assert (capture.response.body, capture.asked_as) == (b"no", None)


def test_a_wall_behind_a_redirect_is_asked_from_the_start() -> None:
    """The chain of the second look is its own, and no secret goes with it."""
    with serve({"/": redirect("/in"), "/in": turning_away(403)}) as site:
        settings = replace(ASKING, headers_by_host={site.host: {"X-Key": "secret"}})
        capture = look_once(site.url("/"), settings)
        assert site.paths() == ["/", "/in", "/", "/in"]
        assert ["X-Key" in asked.headers for asked in site.asked] == [True, True, False, False]
    assert capture.asked_as
    assert [hop.location for hop in capture.hops] == [site.url("/in")]


def test_the_second_question_keeps_the_pace() -> None:
    """The host rests before it, as before any other."""
    with serve({"/a": turning_away(403), "/b": page("b")}) as site:
        settings = replace(ASKING, pace_seconds=0.3)
        captures = look_all([site.url("/a"), site.url("/b")], settings)
        times = [asked.at for asked in site.asked]
        assert all(later - earlier > 0.28 for earlier, later in pairwise(times))
    assert [bool(one.asked_as) for one in captures.values()] == [True, False]
