"""Whether what came for a memento is the page as it was captured, and when that was."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from footnoted.mementos.addresses import is_raw, original_of, rerouted
from footnoted.mementos.hosts import host_of, is_refused_archive, place_of
from footnoted.mementos.identity import differ_in_case_only, same_address
from footnoted.mementos.timemaps import http_date, original_in
from footnoted.model.capture import Capture, Response
from footnoted.model.question import Question

_REWRITTEN = re.compile(
    rb"""BEGIN\ WAYBACK\ TOOLBAR\ INSERT|FILE\ ARCHIVED\ ON\ \d\d:\d\d:\d\d\ |
    __wm\.(?:init|wombat|bt)\s*\(|id=["']wm-ipp-base["']|
    wbinfo\.(?:top_url|timestamp|request_ts|is_framed)\s*=|
    (?:src|href)=["'][^"'<>]{0,200}/(?:wombat(?:Workers|ProxyMode)?|wb_frame|bundle-playback)\.js|
    id=["']replay_iframe["']""",
    re.VERBOSE,
)
"""What Wayback and pywb write into pages that they replay for people, and around them."""

_ANOTHER = "a capture of another address, which the archive files under the same key"


def made_at(capture: Capture) -> datetime | None:
    """Return when a memento was made: the Memento-Datetime of what came (RFC 7089, 2.1.1).

    Not what its address says, nor what it was asked for: an archive may have led elsewhere. One
    that tells of two times was made at neither, as far as anybody can say.
    """
    headers = capture.response.headers if capture.response else ()
    times = {http_date(value) for name, value in headers if name.lower() == "memento-datetime"}
    return times.pop() if len(times) == 1 else None


def refusal(capture: Capture) -> str | None:
    """Return why what came for a memento is no evidence, None where it is to be read.

    A memento of an error page is not refused here: what the page is, the link check tells.
    """
    if is_refused_archive(capture.asked):
        return f"{host_of(capture.asked)} is no evidence: it serves pages changed"
    response = capture.response
    if response is None:
        assert capture.failure
        return f"the archive gave no answer: {capture.failure.message}"
    home = place_of(capture.asked)
    for url in (*(hop.url for hop in capture.hops), response.url):
        if is_refused_archive(url):
            return f"it led to {host_of(url)}, which is no evidence"
        if place_of(url) != home:
            return f"it led out of the archive, to {host_of(url)}"
    return _of_response(capture, response) or _of_another(capture, response)


def onward(capture: Capture) -> Question | None:
    """Return where a captured redirect leads within its archive, None where it did not lead out.

    pywb replays a redirect as it was captured, into the web of today, or where its Location was
    a path alone, to that path of the archive's own. The page that it led to on that day is asked
    of the archive in its place; what came from elsewhere is never read.
    """
    home = place_of(capture.asked)
    for hop in capture.hops:
        original = original_of(hop.url)
        if place_of(hop.url) != home or original is None:
            return None
        if place_of(hop.location) != home:
            led = rerouted(hop.url, hop.location)
        elif original_of(hop.location) is None:
            path = urlsplit(hop.location)._replace(scheme="", netloc="").geturl()
            led = rerouted(hop.url, urljoin(original, path))
        else:
            continue
        return Question(led, "memento") if led else None
    return None


def _of_response(capture: Capture, response: Response) -> str | None:
    if response.header("Memento-Datetime") is None:
        if response.status == 429:
            return "the archive asks to be left alone for now (429)"
        if response.status >= 400:
            return f"the archive's own error page ({response.status}), and no memento"
        return "no memento: it says no time at which it was made (Memento-Datetime, RFC 7089)"
    if made_at(capture) is None:
        return "no memento: the time at which it was made is none, or two"
    if is_raw(response.url) is False or _REWRITTEN.search(response.body):
        return "a replay for people, framed or rewritten by the archive: not the bytes as captured"
    return None


def _of_another(capture: Capture, response: Response) -> str | None:
    """Return why what came is a capture of another address, None where nothing tells so.

    A captured redirect leads to another address rightly. One that changes but the case of letters
    may as well be the archive's own, to what it found under the same key.
    """
    expected = original_of(capture.asked)
    if expected is None:
        return None
    for hop in capture.hops:
        led = original_of(hop.location)
        if led and differ_in_case_only(led, expected):
            return _ANOTHER
        expected = led or expected
    links = ", ".join(value for name, value in response.headers if name.lower() == "link")
    told = original_in(links) or original_of(response.url)
    return None if told is None or same_address(told, expected) else _ANOTHER
