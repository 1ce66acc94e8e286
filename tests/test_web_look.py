"""Many looks: manners, retries, giving up, stopping, and the same result whatever happens."""

from __future__ import annotations

import _thread
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import pairwise

import pytest

from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.web.guard import Address
from footnoted.web.look import Progress
from footnoted.web.settings import FetchSettings
from loopback import Answer, Asked, Site, page, redirect, serve
from web_help import LOOPBACK, NOW, Kept, look_all, look_at

DEAD = "http://127.0.0.9:1"


def reasons(captures: dict[str, Capture]) -> list[str]:
    """Return the reason of each failure, the status of each response."""
    return [_what(capture) for capture in captures.values()]


def _what(capture: Capture) -> str:
    if capture.failure:
        return capture.failure.reason
    assert capture.response
    return str(capture.response.status)


@contextmanager
def sites(count: int, answer: Answer) -> Iterator[list[Site]]:
    with ExitStack() as stack:
        yield [stack.enter_context(serve({"*": answer}, host=f"127.0.1.{n}")) for n in range(count)]


def test_each_url_is_asked_once_and_answers_come_in_input_order() -> None:
    """A URL named twice is one look, as what it was first asked."""
    with serve({"*": page("x")}) as site, serve({"*": page("y")}, host="127.0.0.2") as other:
        urls = [site.url("/2"), other.url("/1"), site.url("/1"), "ftp://x/", site.url("/2")]
        kept = Kept()
        questions = [Question(urls[0], "memento"), *(Question(url) for url in urls)]
        captures = look_at(questions, LOOPBACK, kept, vantage="here", now=lambda: NOW)
        assert site.paths() == ["/2", "/1"]
    assert list(captures) == urls[:4]
    assert captures[urls[0]].basis == "memento"
    assert sorted(capture.asked for capture in kept.captures) == sorted(captures)
    assert all(captures[capture.asked] is capture for capture in kept.captures)


def test_nothing_to_look_at_is_fine() -> None:
    """No question, no capture."""
    assert look_all([]) == {}


def test_a_host_is_asked_at_its_pace_over_one_connection() -> None:
    """One after the other in order, with a rest in between, the connection kept open."""
    settings = replace(LOOPBACK, pace_seconds=0.15)
    with serve({"*": page("x")}) as site:
        look_all([site.url(f"/{n}") for n in range(4)], settings)
        times = [asked.at for asked in site.asked]
        assert site.paths() == ["/0", "/1", "/2", "/3"]
        assert site.connections == 1
    assert all(later - earlier >= 0.14 for earlier, later in pairwise(times))


def test_redirects_keep_the_pace_of_the_host_they_lead_to() -> None:
    """Two hosts that both send us to a third do not hurry it."""
    settings = replace(LOOPBACK, pace_seconds=0.15)
    with serve({"*": page("x")}, host="127.0.0.3") as third:
        to_third = {"*": lambda asked: redirect(third.url(asked.path))}
        with serve(to_third) as first, serve(to_third, host="127.0.0.2") as second:
            captures = look_all([first.url("/1"), second.url("/2"), third.url("/3")], settings)
        times = sorted(asked.at for asked in third.asked)
        assert third.most_at_once == 1
    assert reasons(captures) == ["200"] * 3
    assert all(later - earlier >= 0.14 for earlier, later in pairwise(times))


def test_waiting_for_a_turn_is_not_taken_off_the_deadline() -> None:
    """A long pace does not time out a short exchange."""
    settings = replace(LOOPBACK, pace_seconds=0.5, total_seconds=0.4)
    with serve({"/a": redirect("/b"), "/b": page("b")}) as site:
        assert reasons(look_all([site.url("/a"), site.url("/b")], settings)) == ["200", "200"]


def test_hosts_are_asked_side_by_side() -> None:
    """Eight slow hosts take about as long as one."""
    with sites(8, replace(page("x"), delay=0.3)) as eight:
        began = time.monotonic()
        captures = look_all([site.url() for site in eight])
        assert time.monotonic() - began < 1.2
    assert reasons(captures) == ["200"] * 8


def test_a_host_that_rests_does_not_hold_a_thread() -> None:
    """With one thread, another host is asked while the first one rests."""
    settings = replace(LOOPBACK, pace_seconds=0.3, hosts_at_once=1)
    with sites(3, page("x")) as three:
        began = time.monotonic()
        look_all([site.url(f"/{n}") for n in range(3) for site in three], settings)
        assert time.monotonic() - began < 1.2


def test_more_connections_for_a_host_where_the_settings_say_so() -> None:
    """Two at once, never three."""
    settings = replace(LOOPBACK, connections_per_host=2)
    with serve({"*": replace(page("x"), delay=0.15)}) as site:
        look_all([site.url(f"/{n}") for n in range(6)], settings)
        assert site.most_at_once == 2


def test_weather_is_asked_again_late_and_passes() -> None:
    """A 503, a reset, then the page; other URLs of the host come first."""
    gone = Answer(raw=b"")
    with serve({"/a": [Answer(503), gone, page("a")], "/b": page("b")}) as site:
        captures = look_all([site.url("/a"), site.url("/b")])
        assert site.paths() == ["/a", "/b", "/a", "/a"]
    assert reasons(captures) == ["200", "200"]


@pytest.mark.parametrize("status", [404, 410, 403, 429, 200])
def test_what_is_no_weather_is_asked_once(status: int) -> None:
    """A gap or a wall does not get better by knocking."""
    with serve({"/": Answer(status)}) as site:
        look_all([site.url()])
        assert len(site.asked) == 1


def test_bad_weather_that_stays_is_reported_after_the_retries() -> None:
    """The last answer counts: a 503 stays a response."""
    with serve({"/": Answer(503)}) as site:
        assert reasons(look_all([site.url()])) == ["503"]
        assert len(site.asked) == 3


def test_a_short_retry_after_is_honoured() -> None:
    """The whole host is left alone that long, then asked again."""
    wait = Answer(503, b"", {"Retry-After": "1"})
    with serve({"/a": [wait, page("a")], "/b": page("b")}) as site:
        captures = look_all([site.url("/a"), site.url("/b")])
        first, *later = [asked.at for asked in site.asked]
    assert reasons(captures) == ["200", "200"]
    assert all(at - first >= 0.99 for at in later)


@pytest.mark.parametrize("after", ["3600", "Wed, 25 Nov 2026 12:00:00 GMT"])
def test_a_long_retry_after_means_another_day(after: str) -> None:
    """No hang; after a 429 the host's other URLs are left alone as well."""
    with serve(
        {"/503": Answer(503, b"", {"Retry-After": after}),
         "/429": Answer(429, b"", {"Retry-After": after}), "*": page("x")}
    ) as site:  # fmt: skip
        began = time.monotonic()
        captures = look_all([site.url("/503"), site.url("/429"), site.url("/other")])
        assert time.monotonic() - began < 1
        assert site.paths() == ["/503", "/429"]
    assert reasons(captures) == ["503", "429", "host_gave_up"]


def test_a_host_that_fails_three_times_in_a_row_is_given_up() -> None:
    """What was looked at keeps its own reason; what was not asked says so."""
    settings = replace(LOOPBACK, retries=0)
    captures = look_all([f"{DEAD}/{n}" for n in range(5)], settings)
    assert reasons(captures) == ["connection_refused"] * 3 + ["host_gave_up"] * 2


def test_a_gap_is_no_failure_of_the_host() -> None:
    """404s never open the breaker, and an answer between failures closes it."""
    settings = replace(LOOPBACK, retries=0)
    gone = Answer(raw=b"")
    answers = {"*": gone, "/2": page("x"), "/5": Answer(404), "/6": Answer(404), "/7": Answer(404)}
    with serve(answers) as site:
        captures = look_all([site.url(f"/{n}") for n in range(10)], settings)
    bad = "connection_reset"
    assert reasons(captures) == [bad, bad, "200", bad, bad, "404", "404", "404", bad, bad]


def test_each_url_of_a_name_that_does_not_exist_hears_so() -> None:
    """It costs nothing to know, and no rest is due to a host that was not reached."""

    def nowhere(host: str, port: int) -> Sequence[Address]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    began = time.monotonic()
    settings = replace(LOOPBACK, pace_seconds=5)
    captures = look_all([f"http://gone.test/{n}" for n in range(6)], settings, nowhere)
    assert time.monotonic() - began < 1
    assert reasons(captures) == ["no_such_host"] * 6


def test_a_resolver_that_cannot_tell_is_dns_trouble_and_one_that_hangs_too() -> None:
    """Neither is taken for a name that is gone."""

    def troubled(host: str, port: int) -> Sequence[Address]:
        if host == "hangs.test":
            time.sleep(1.5)
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    settings = replace(LOOPBACK, retries=0, connect_seconds=0.3)
    began = time.monotonic()
    captures = look_all(["http://hangs.test/", "http://fails.test/"], settings, troubled)
    assert time.monotonic() - began < 1
    assert reasons(captures) == ["dns_trouble"] * 2


def test_a_name_with_a_dead_and_a_living_address_is_reached() -> None:
    """Addresses are tried in order until one answers."""
    with serve({"/": page("x")}, host="127.0.0.2") as site:

        def two(host: str, port: int) -> Sequence[Address]:
            return [ipaddress.ip_address(text) for text in ("127.0.0.9", "127.0.0.2")]

        captures = look_all([site.url("/", host="two.test")], LOOPBACK, two)
    assert reasons(captures) == ["200"]


def test_retries_share_the_time_of_their_url() -> None:
    """A page that never comes costs its deadline once, not three times."""
    settings = replace(LOOPBACK, total_seconds=0.4)
    with serve({"/": Answer(delay=3)}) as site:
        began = time.monotonic()
        assert reasons(look_all([site.url()], settings)) == ["timeout"]
        assert time.monotonic() - began < 1


def test_progress_counts_and_names_the_hosts_that_are_left() -> None:
    """One call a URL, one at a time, from 1 to the total."""
    seen: list[Progress] = []
    with serve({"*": page("x")}) as site:
        questions = [Question(site.url("/a")), Question(site.url("/b")), Question("http:///")]
        look_at(
            questions, LOOPBACK, Kept(), vantage="", now=lambda: NOW, progress=seen.append
        )  # fmt: skip
    assert [(step.done, step.total) for step in seen] == [(1, 3), (2, 3), (3, 3)]
    assert [step.waiting for step in seen[1:]] == [("127.0.0.1",), ()]


def test_progress_estimates_what_is_left_from_the_pace_and_the_queues() -> None:
    """The host with the longest queue comes first; its rests alone take four times its pace."""
    seen: list[Progress] = []
    settings = replace(LOOPBACK, pace_seconds=0.2)
    with serve({"*": page("x")}) as short, serve({"*": page("x")}, host="127.0.0.2") as long:
        questions = [Question(short.url(f"/{n}")) for n in range(2)]
        questions += [Question(long.url(f"/{n}")) for n in range(6)]
        look_at(questions, settings, Kept(), vantage="", now=lambda: NOW, progress=seen.append)
    assert seen[0].waiting[0] == "127.0.0.2"
    assert seen[0].seconds_left is not None
    assert 4 * 0.2 <= seen[0].seconds_left < 60
    assert seen[-1].waiting == ()
    assert seen[-1].seconds_left is not None
    assert seen[-1].seconds_left < seen[0].seconds_left


def stopping(stop: threading.Event, slow: Site, quick: Site) -> tuple[dict[str, Capture], Kept]:
    questions = [Question(slow.url("/x")), *(Question(quick.url(f"/{n}")) for n in range(20))]
    kept = Kept()
    settings = replace(LOOPBACK, pace_seconds=0.05, total_seconds=20)
    captures = look_at(questions, settings, kept, vantage="", now=lambda: NOW, stop=stop)
    return captures, kept


def test_a_stop_cuts_what_is_under_way_and_keeps_what_is_done() -> None:
    """After it no look begins; what was not looked at is absent, not a failure."""
    stop = threading.Event()

    def fifth(asked: Asked) -> Answer:
        if asked.path == "/4":
            stop.set()
        return page("x")

    with (
        serve({"/x": Answer(delay=20)}, host="127.0.0.2") as slow,
        serve({"*": fifth}) as quick,
    ):
        began = time.monotonic()
        captures, kept = stopping(stop, slow, quick)
        assert time.monotonic() - began < 3
        assert len(quick.asked) <= 7
    assert slow.url("/x") not in captures
    assert 4 <= len(captures) <= 7
    assert [capture.asked for capture in kept.captures] == list(captures)
    assert set(reasons(captures)) == {"200"}


def test_ctrl_c_keeps_what_is_done_and_goes_on_to_the_caller() -> None:
    """KeyboardInterrupt ends the run at once; the recorder has the finished looks."""
    kept = Kept()

    def third(asked: Asked) -> Answer:
        if asked.path == "/2":
            _thread.interrupt_main()
        return page("x") if asked.path < "/3" else Answer(delay=20)

    with serve({"*": third}) as site:
        questions = [Question(site.url(f"/{n}")) for n in range(9)]
        began = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            look_at(
                questions, replace(LOOPBACK, total_seconds=20), kept, vantage="", now=lambda: NOW
            )  # fmt: skip
        assert time.monotonic() - began < 3
    assert 2 <= len(kept.captures) <= 3


class Full:
    """A recorder whose disk is full."""

    def record(self, capture: Capture) -> None:
        """Fail."""
        raise OSError(28, "No space left on device")


def test_a_recorder_that_fails_ends_the_run() -> None:
    """That is ours, and is raised; no thread or connection is left behind."""
    with sites(4, page("x")) as four, pytest.raises(OSError, match="No space"):
        look_at(
            [Question(site.url()) for site in four], LOOPBACK, Full(), vantage="", now=lambda: NOW
        )  # fmt: skip
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("look")]


def test_the_result_does_not_depend_on_the_schedule() -> None:
    """The same hosts asked by one thread and by many: equal captures, in equal order."""
    with sites(3, page("x")) as three, serve({"*": [Answer(503), page("y")]}) as weather:
        urls = [f"{DEAD}/{n}" for n in range(5)]
        urls += [site.url(f"/{n}") for n in range(3) for site in three]
        many = look_all(urls, replace(LOOPBACK, retries=1))
        one = look_all(urls, replace(LOOPBACK, retries=1, hosts_at_once=1))
        assert reasons(look_all([weather.url("/a"), weather.url("/b")])) == ["200", "200"]
    assert many == one
    assert list(many) == list(one)


def test_the_defaults_are_the_manners_of_the_design() -> None:
    """One connection, a second apart, no network but the public one."""
    settings = FetchSettings()
    assert (settings.connections_per_host, settings.pace_seconds) == (1, 1.0)
    assert settings.allow_net == ()


@pytest.mark.parametrize("after", ["", "1"])
def test_a_retry_whose_pause_does_not_fit_is_not_made(after: str) -> None:
    """The time of a URL counts the pauses before its retries."""
    settings = replace(LOOPBACK, total_seconds=0.8, backoff_seconds=0.5, retries=5)
    headers = {"Retry-After": after} if after else {}
    with serve({"/": Answer(503, b"", headers)}) as site:
        assert reasons(look_all([site.url()], settings)) == ["503"]
        assert len(site.asked) == (1 if after else 2)
