"""What became of a memento's address: whether it is one, and what its page was on that day."""

from __future__ import annotations

from dataclasses import replace

from footnoted.checks import CHECKS
from footnoted.checks.links import PageLook
from footnoted.mementos import as_captured, refusal
from footnoted.model.verdicts import LinkLook, LinkVerdict

REFUSED = "memento_refused"
"""The reason where an answer is no evidence: `not_fetched`, our own policy."""


def memento_look(look: PageLook) -> LinkLook:
    """Judge what came for a memento as its page would have been judged on its day.

    So a memento of an error page, of a wall or of a parked domain is no source, by the very rules
    of today's pages. What is no memento at all is refused, whatever stands on it.
    """
    capture = look.capture
    why = refusal(capture) if capture.response else None
    if why:
        return LinkLook(capture.asked, LinkVerdict.NOT_FETCHED, REFUSED, why)
    found: LinkLook = CHECKS["link"](replace(look, capture=as_captured(capture)))
    final = capture.response.url if capture.response else None
    return replace(found, url=capture.asked, final_url=final, suggested_url=None)
