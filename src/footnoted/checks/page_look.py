"""All that is known of one look at a URL, as the checks of links pass it on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from footnoted.model.capture import Capture, Response
from footnoted.model.text import Text
from footnoted.model.verdicts import LinkVerdict

SHORT_PAGE = 2_000
"""A page of fewer characters may be nothing but an error message."""

NEARLY_NOTHING = 600
"""A page of fewer characters may be nothing but a wall."""

SENTENCE = 40
"""A block of fewer characters is a label, and no sentence."""

_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")

OWN_PROSE = 120
"""So many characters of other prose make a page more than the wall or notice that it shows."""

Sign = tuple[LinkVerdict, str, str]
"""What a sign tells: verdict, reason code, words."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """All that is known of one look at a URL.

    `words_found` tells whether quotations or figures of the claims stand in `text`, None where
    there is nothing to look for; `same_target` counts the URLs of the site that were sent to the
    address where this one ended. `sibling` is what the site shows at an address beside this one
    that nobody can have written, None where it was not asked or no page came; `honest` tells
    that the site says 404 there. `closed` tells that the site's robots.txt asks programs not to
    fetch the page.
    """

    capture: Capture
    text: Text | None
    words_found: bool | None = None
    same_target: int = 1
    sibling: Text | None = None
    honest: bool = False
    closed: bool = False

    @property
    def response(self) -> Response:
        """The response; only looks that brought one are asked for signs."""
        assert self.capture.response is not None
        return self.capture.response

    @property
    def content(self) -> str:
        """What a reader sees, empty where nothing could be read."""
        return self.text.content if self.text else ""

    @property
    def title(self) -> str:
        """The page's title, empty where it has none."""
        return (self.text.title if self.text else None) or ""

    @property
    def is_short(self) -> bool:
        """Whether there is so little on the page that it may be an error message."""
        return len(self.content) < SHORT_PAGE

    @property
    def says_little(self) -> bool:
        """Whether there is so little on the page that it may be a wall."""
        return len(self.content) < NEARLY_NOTHING

    @property
    def headings(self) -> str:
        """The title and the headings, a line each: what the page calls itself."""
        blocks = self.text.blocks if self.text else ()
        told = (self.content[one.start : one.end] for one in blocks if one.kind == "heading")
        return "\n".join([self.title, *told])

    def prose_beside(self, talk: re.Pattern[str]) -> int:
        """Return how many characters of prose stand on the page in sentences without `talk`.

        A block too short for a sentence is not counted, as the labels of buttons and menus are.
        """
        blocks = self.text.blocks if self.text else ()
        told = (self.content[one.start : one.end] for one in blocks if one.kind != "heading")
        sentences = (part for one in told if len(one) >= SENTENCE for part in _ENDS.split(one))
        return sum(len(part) for part in sentences if not talk.search(part))
