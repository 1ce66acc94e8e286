"""How archives are met: their pace, their wish to be left alone, the time asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from footnoted.model.capture import Capture, Failure, Response
from footnoted.model.question import Question
from footnoted.web.archive_manners import LEAST, LONGEST, ArchiveManners, LeftAlone
from footnoted.web.settings import FetchSettings
from footnoted.web.weather import is_archives_error, told_to_stay_away
from loopback import Answer, Asked, redirect, serve
from web_help import LOOPBACK, NOW, Kept, look_at

ARCHIVE = "archive.example.org"
SETTINGS = FetchSettings(pace_seconds=0.1, archive_hosts=frozenset({ARCHIVE}))


def came(status: int = 200, *headers: tuple[str, str], at: datetime = NOW) -> Capture:
    response = Response(f"https://{ARCHIVE}/x", status, headers, b"")
    return Capture(response.url, "archive", at, "here", response=response)


def test_an_archive_rests_whatever_the_pace() -> None:
    """2.5 s, or longer where the settings say so; other hosts as ever."""
    assert SETTINGS.pace(ARCHIVE) == 2.5
    assert replace(SETTINGS, pace_by_host={ARCHIVE: 0.0}).pace(ARCHIVE) == 2.5
    assert replace(SETTINGS, pace_by_host={ARCHIVE: 9.0}).pace(ARCHIVE) == 9.0
    assert SETTINGS.pace("other.example.org") == 0.1


def test_an_archive_of_our_own_keeps_the_pace_of_any_host() -> None:
    """It is asked no more all the same once it wants to be left alone."""
    own = replace(SETTINGS, own_archives=frozenset({ARCHIVE}))
    assert own.pace(ARCHIVE) == 0.1
    assert ArchiveManners().after([came(429)], own).left_alone


@pytest.mark.parametrize(
    ("status", "headers", "left"),
    [
        (429, [], "left"),
        (429, [("Retry-After", "1")], "left"),
        (503, [("Retry-After", "1")], "left"),
        (503, [], "asked"),
        (200, [("Retry-After", "1")], "asked"),
        (404, [], "asked"),
        (429, [("Memento-Datetime", "Tue, 10 Sep 2013 12:00:00 GMT")], "asked"),
    ],
)
def test_an_archive_that_asks_for_rest_gets_it(
    status: int, headers: list[tuple[str, str]], left: str
) -> None:
    """By 429, or an error that says when; not by an error that it replays."""
    capture = came(status, *headers)
    assert capture.response is not None
    assert told_to_stay_away(capture.response, SETTINGS, NOW) is (left == "left")
    known = ArchiveManners().after([capture], SETTINGS)
    assert bool(known.left_alone) is (left == "left")


def test_an_archive_is_asked_once_more_by_nobody() -> None:
    """After a 429 its other addresses are not asked in this run, and nothing is repeated."""
    with serve({"*": Answer(429, b"", {"Retry-After": "1"})}) as site:
        settings = replace(LOOPBACK, archive_hosts=frozenset({site.host}), retries=2)
        questions = [Question(site.url(f"/{n}"), "archive") for n in range(3)]
        found = look_at(questions, settings, Kept(), vantage="here", now=lambda: NOW)
        assert len(site.asked) == 1
    failures = [one.failure.reason for one in found.values() if one.failure]
    assert failures == ["host_gave_up", "host_gave_up"]


def test_an_archive_that_is_out_of_order_is_given_up() -> None:
    """After so many errors of its own in a row; one that it replays is its capture's."""
    with serve({"*": Answer(503)}, host="127.0.0.5") as site:
        settings = replace(
            LOOPBACK, archive_hosts=frozenset({site.host}), give_up_after=2, retries=0
        )
        questions = [Question(site.url(f"/{n}"), "archive") for n in range(3)]
        captures = look_at(questions, settings, Kept(), vantage="here", now=lambda: NOW)
        assert len(site.asked) == 2
    last = captures[site.url("/2")].failure
    assert last == Failure("host_gave_up", "not asked: 127.0.0.5 failed 2 times in a row (503)")
    replayed = Response("u", 503, (("Memento-Datetime", "Tue, 10 Sep 2013 12:00:00 GMT"),), b"")
    assert not is_archives_error(replayed)


def test_it_is_left_alone_for_an_hour_and_then_twice_as_long() -> None:
    """Until the time it named where that is later; the doubling has an end."""
    first = ArchiveManners().after([came(429)], SETTINGS)
    assert first.left_alone[ARCHIVE] == LeftAlone(NOW + LEAST, LEAST)
    assert list(first.closed(NOW + LEAST - timedelta(seconds=1))) == [ARCHIVE]
    assert first.closed(NOW + LEAST) == {}
    later = NOW + 2 * LEAST
    second = first.after([came(429, ("Retry-After", "60"), at=later)], SETTINGS)
    assert second.left_alone[ARCHIVE] == LeftAlone(later + 2 * LEAST, 2 * LEAST)
    long = first.after([came(429, ("Retry-After", "86400"), at=later)], SETTINGS)
    assert long.left_alone[ARCHIVE].until == later + timedelta(days=1)
    many = first
    for _ in range(20):
        many = many.after([came(429)], SETTINGS)
    assert many.left_alone[ARCHIVE].length == LONGEST


def test_an_archive_that_answers_again_is_as_any_other() -> None:
    """Answers of the very run in which it asked for rest do not count."""
    blocked = ArchiveManners().after([came(200), came(429)], SETTINGS)
    assert list(blocked.left_alone) == [ARCHIVE]
    assert blocked.after([came(200)], SETTINGS) == ArchiveManners()
    silent = replace(came(), response=None, failure=Failure("timeout", "no answer"))
    assert blocked.after([silent], SETTINGS) == blocked


def test_a_retry_after_beyond_all_time_is_no_error() -> None:
    """Whatever a server writes there."""
    known = ArchiveManners().after([came(429, ("Retry-After", "9" * 40))], SETTINGS)
    assert known.left_alone[ARCHIVE].until > NOW


def test_other_hosts_are_none_of_its_business() -> None:
    """A cited page that asks for rest is met as ever."""
    page = replace(came(429), response=Response("http://a.example.org/", 429, (), b""))
    assert ArchiveManners().after([page], SETTINGS) == ArchiveManners()


def test_the_time_asked_for_goes_to_the_archive_alone() -> None:
    """As Accept-Datetime (RFC 7089, 2.1.1), to every address of the archive, to no other host."""
    near = datetime(2013, 9, 10, 12, tzinfo=UTC)
    told: list[str | None] = []

    def tell(asked: Asked) -> Answer:
        told.append(asked.headers.get("Accept-Datetime"))
        return Answer(200, b"x")

    with serve({"/m": tell}, host="127.0.0.2") as other:
        answers = {"/gate": redirect("/within"), "/within": redirect(other.url("/m"))}
        with serve(answers) as site:
            question = Question(site.url("/gate"), "archive", near)
            look_at([question], LOOPBACK, Kept(), vantage="here", now=lambda: NOW)
            first = [one.headers.get("Accept-Datetime") for one in site.asked]
    assert first == ["Tue, 10 Sep 2013 12:00:00 GMT"] * 2
    assert told == [None]


def test_without_a_time_none_is_sent() -> None:
    """A page is asked as it is now."""
    with serve({"/a": Answer(200, b"x")}) as site:
        look_at([Question(site.url("/a"))], LOOPBACK, Kept(), vantage="here", now=lambda: NOW)
        assert "Accept-Datetime" not in site.asked[0].headers
