"""What a desk is asked, and what it answers; who sits there knows nothing of HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from footnoted.errors import FootnotedError

Refusal = Literal[
    "host", "link", "session", "foreign", "form", "type", "size", "method", "path", "bug"
]

STATUS: Final[Mapping[Refusal, int]] = {
    "host": 421,
    "link": 403,
    "session": 403,
    "foreign": 403,
    "form": 403,
    "type": 415,
    "size": 413,
    "method": 405,
    "path": 404,
    "bug": 500,
}
"""Why a request is turned away, and the HTTP status that says so (RFC 9110)."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page or file: its text, and the Content-Security-Policy that it needs."""

    body: str
    policy: str
    status: int = 200
    media_type: str = "text/html"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another page to go to: an address of our own, by path."""

    path: str


Words = Mapping[str, str]
"""Names and values of a query or a form, the first of each name."""


class Desk(Protocol):
    """Shows what is to be judged, and takes the answers.

    Each raises FootnotedError for what the person has to mend first; `unreadable` shows that.
    """

    def listed(self, query: Words) -> Page:
        """Return the list of what waits."""

    def case(self, name: str, query: Words) -> Page:
        """Return the page of a case."""

    def answer(self, name: str, form: Words) -> Page | Elsewhere:
        """Take the answer to a case, whose form was signed by us."""

    def report(self) -> Page:
        """Return the report of the last audit."""

    def file(self, name: str) -> Page | None:
        """Return a style or script of ours; None where we have none of that name."""

    def welcome(self) -> Page:
        """Return the page that goes on to the list by itself."""

    def unreadable(self, error: FootnotedError) -> Page:
        """Return the page for what has to be mended first."""

    def refused(self, why: Refusal, *, inside: bool) -> Page:
        """Return the page for a request that is turned away.

        `inside`: it knew the secret folder, so the page may lead there.
        """
