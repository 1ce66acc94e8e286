"""What archives do on bad days; each is an answer in place of the honest one.

archive.breaks(too_many("3600"))
archive.breaks(says_nothing, kinds={"index"})
"""

from __future__ import annotations

import contextlib
import socket
import struct
from collections.abc import Callable
from dataclasses import replace

from archive_faces import Call, Fault
from loopback import Answer

_HTML = ("Content-Type", "text/html; charset=utf-8")


def too_many(retry_after: str | None = None) -> Fault:
    """Answer 429, and go on with it, however long the client waits."""

    def answer(_: Call) -> Answer:
        headers = [_HTML, *([("Retry-After", retry_after)] if retry_after else [])]
        return Answer(429, b"<html><h1>429 Too Many Requests</h1>", headers)

    return answer


def honest_for(count: int, then: Fault) -> Fault:
    """Answer honestly so many times, then break for good."""
    answered = 0

    def answer(call: Call) -> Answer:
        nonlocal answered
        answered += 1
        return call.honest() if answered <= count else then(call)

    return answer


def broken_for(count: int, fault: Fault) -> Fault:
    """Break so many times, then answer honestly."""
    answered = 0

    def answer(call: Call) -> Answer:
        nonlocal answered
        answered += 1
        return fault(call) if answered <= count else call.honest()

    return answer


def says_nothing(call: Call) -> Answer:
    """Know of nothing, whatever is there: an empty list, or an archive's 404."""
    if call.kind == "index":
        wayback = call.face.collection.name not in call.asked.path.split("/")
        media_type = "application/json" if wayback else "text/x-ndjson"
        return Answer(200, b"[]\n" if wayback else b"", [("Content-Type", media_type)])
    if call.kind == "timemap":
        return Answer(404, b"", [("Content-Type", "application/link-format")])
    return Answer(404, b"<html><p>This URL has not been archived.", [_HTML])


def web_page(_: Call) -> Answer:
    """Show a page for people, with status 200, in place of what was asked."""
    words = b"<html><title>Temporarily Offline</title><p>Our services are temporarily offline."
    return Answer(200, words, [_HTML])


def unavailable(retry_after: str | None = None) -> Fault:
    """Answer 503."""

    def answer(_: Call) -> Answer:
        headers = [_HTML, *([("Retry-After", retry_after)] if retry_after else [])]
        return Answer(503, b"<html><h1>503 Service Unavailable</h1>", headers)

    return answer


def hangs(_: Call) -> Answer:
    """Never answer."""

    def wait(connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while connection.recv(65536):
                pass

    return Answer(script=wait)


def resets(_: Call) -> Answer:
    """Cut the connection."""

    def reset(connection: socket.socket) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    return Answer(script=reset)


def cut_short(call: Call) -> Answer:
    """Send half of the honest answer as if it were whole."""
    honest = call.honest()
    return replace(honest, body=honest.body[: len(honest.body) // 2])


def refused(words: str, status: int = 403) -> Callable[[Call], Answer]:
    """Keep an address closed, as the Wayback Machine says it: an exception's name."""

    def answer(_: Call) -> Answer:
        exception = f"org.archive.wayback.exception.{words}"
        reason = ("X-Archive-Wayback-Runtime-Error", exception)
        return Answer(status, exception.encode(), [("Content-Type", "text/plain"), reason])

    return answer


robots = refused("RobotAccessControlException: Blocked By Robots")
blocked_site = refused("AdministrativeAccessControlException: Blocked Site Error")


def framed(call: Call) -> Answer:
    """Give pywb's frame with a banner; its Memento-Datetime repeats what was asked."""
    return call.face.ask(f"/{call.stamp}/{call.url}")


def rewritten(call: Call) -> Answer:
    """Give a page whose links and scripts were changed for replay."""
    return call.face.ask(f"/{call.stamp}mp_/{call.url}")


def redirected_to(stamp: str) -> Fault:
    """Lead to the capture of another date; that one is answered honestly."""

    def answer(call: Call) -> Answer:
        if call.stamp == stamp:
            return call.honest()
        at_date = call.face.named.raw if call.kind == "raw" else call.face.named.view
        return Answer(302, b"", [("Location", at_date(stamp, call.url))])

    return answer


def led_away(to: str) -> Fault:
    """Lead out of the archive, as a replayed redirect does that was not rewritten."""

    def answer(_: Call) -> Answer:
        return Answer(302, b"", [("Location", to)])

    return answer


def dateless(call: Call) -> Answer:
    """Leave Memento-Datetime out."""
    return dated(None)(call)


def dated(text: str | None) -> Fault:
    """Say another Memento-Datetime than is true, or none."""

    def answer(call: Call) -> Answer:
        honest = call.honest()
        kept = [one for one in dict(honest.headers).items() if one[0] != "Memento-Datetime"]
        return replace(honest, headers=[*kept, *([("Memento-Datetime", text)] if text else [])])

    return answer
