"""The world of the story: hosts behind a proxy, an archive, and what becomes of them by day.

The cited hosts have names, and the only way to them is a proxy on loopback, which is the very
server that answers for them. A network that is gone is a proxy that takes no connection.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive_faces import Face
from archive_faults import too_many
from loopback import Answer, Asked, Scripted, Site

HTML = {"Content-Type": "text/html; charset=utf-8"}
FILLER = "<p>" + "The assembly then turned to other business of the day. " * 50 + "</p>"


def html(*paragraphs: str, title: str = "Records") -> Answer:
    """Return a page that says these paragraphs, and enough else to be one."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    head = f"<head><title>{title}</title></head>"
    return Answer(200, f"<html>{head}<body>{body}{FILLER}</body></html>".encode(), HTML)


def unchanging(tag: str, *paragraphs: str) -> Scripted:
    """Return a page whose site tells whether it changed since it gave out `tag`."""
    whole = html(*paragraphs)

    def answer(asked: Asked) -> Answer:
        if asked.headers.get("If-None-Match") == tag:
            return Answer(304, b"", {"ETag": tag})
        return Answer(200, whole.body, {**HTML, "ETag": tag})

    return answer


GONE = Answer(404, b"<h1>Not found</h1>", HTML)
GONE_FOR_GOOD = Answer(410, b"<h1>Gone</h1>", HTML)
NO_SUCH = Answer(
    200, b"<title>Page not found</title><h1>Page not found</h1><p>Try our search.", HTML
)
FORBIDDEN = Answer(403, b"<h1>Forbidden</h1>", HTML)
CHALLENGE = Answer(
    503, b"<title>Just a moment...</title><p>Checking.", {**HTML, "cf-mitigated": "challenge"}
)
OUT_OF_ORDER = Answer(503, b"<h1>Service unavailable</h1>", HTML)

Lives = Mapping[str, Sequence[tuple[int, Scripted]]]
"""For each address, from which day of March on it answers what."""


@dataclass
class World:
    """The hosts and the archive on one day after another."""

    site: Site
    archive: Face
    dead_end: int
    lives: Lives
    quiet_archive: frozenset[int]
    no_network: frozenset[int]

    def dawns(self, day: int) -> None:
        """Let all be as it is on a day of March."""
        self.site.asked.clear()
        self.site.answers.clear()
        for url, life in self.lives.items():
            begun = [answer for since, answer in life if since <= day]
            if begun:
                self.site.answers[url] = begun[-1]
        self.archive.mends()
        if day in self.quiet_archive:
            self.archive.breaks(too_many("3600"))

    def proxy(self, day: int) -> str:
        """Return the way to the network on a day; where there is none, nobody answers there."""
        port = self.dead_end if day in self.no_network else self.site.port
        return f"http://127.0.0.1:{port}"


def closed_port() -> socket.socket:
    """Return a socket that holds a port of 127.0.0.1 at which nobody takes a connection."""
    held = socket.socket()
    held.bind(("127.0.0.1", 0))
    return held
