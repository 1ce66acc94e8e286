"""What is known of a host outlives a round."""

from __future__ import annotations

from dataclasses import replace

from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.web.manners import Manners
from footnoted.web.settings import FetchSettings
from loopback import Answer, page, redirect, serve
from web_help import LOOPBACK, NOW, Kept, look_at

DEAD = Answer(raw=b"")


def look(urls: list[str], settings: FetchSettings, manners: Manners) -> dict[str, Capture]:
    return look_at(
        [Question(url) for url in urls],
        settings,
        Kept(),
        vantage="here",
        now=lambda: NOW,
        manners=manners,
    )


def test_a_host_rests_between_rounds_too() -> None:
    """A probe or a stand-in is not asked on the heels of the page."""
    settings = replace(LOOPBACK, pace_seconds=0.4)
    manners = Manners(settings)
    with serve({"*": page("x")}) as site:
        look([site.url("/a")], settings, manners)
        look([site.url("/b")], settings, manners)
        first, second = (asked.at for asked in site.asked)
    assert second - first > 0.38


def test_a_host_that_was_given_up_stays_so() -> None:
    """It failed three times in a row in the first round; the second one does not ask it."""
    settings = replace(LOOPBACK, retries=0)
    manners = Manners(settings)
    with serve({"*": DEAD}) as site:
        look([site.url(f"/{n}") for n in range(4)], settings, manners)
        capture = look([site.url("/later")], settings, manners)[site.url("/later")]
        assert "/later" not in site.paths()
    assert capture.failure
    assert capture.failure.reason == "host_gave_up"


def test_a_host_that_its_own_lane_could_ask_is_asked_on() -> None:
    """What redirects from elsewhere met with does not count against it."""
    settings = replace(LOOPBACK, retries=0)
    manners = Manners(settings)
    with (
        serve({"/fine": page("fine"), "*": DEAD}, host="127.0.0.2") as target,
        serve({"*": redirect("")}, host="127.0.0.3") as source,
    ):
        source.answers["*"] = redirect(target.url("/broken"))
        urls = [target.url("/fine"), *(source.url(f"/{n}") for n in range(4))]
        reasons = [
            one.failure and one.failure.reason for one in look(urls, settings, manners).values()
        ]
        assert reasons[-1] == "host_gave_up"
        assert look([target.url("/fine")], settings, manners)[target.url("/fine")].response
