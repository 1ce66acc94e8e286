"""What became of a memento's address: whether it is one, and what its page was on that day."""

from __future__ import annotations

from dataclasses import replace

from footnoted.checks import CHECKS
from footnoted.checks.links import PageLook
from footnoted.mementos import as_captured, made_at, refusal
from footnoted.model.verdicts import LinkLook, LinkVerdict

REFUSED = "memento_refused"
"""The reason where an answer is no evidence: the page was not seen, and nobody is accused."""


def memento_look(look: PageLook) -> LinkLook:
    """Judge what came for a memento as its page would have been judged on its day.

    So a memento of an error page, of a wall or of a parked domain is no source, by the very rules
    of today's pages. What is no memento at all is refused, whatever stands on it; an archive's own
    errors are judged as any site's.
    """
    capture, response = look.capture, look.capture.response
    own_error = response is not None and response.status >= 400 and made_at(capture) is None
    why = refusal(capture) if response and not own_error else None
    if response and why:
        return LinkLook(
            url=capture.asked,
            verdict=LinkVerdict.BLOCKED,
            reason=REFUSED,
            message=f"no evidence: {why}",
            http_status=response.status,
            final_url=response.url,
        )
    found: LinkLook = CHECKS["link"](replace(look, capture=as_captured(capture)))
    final = response.url if response else None
    return replace(found, url=capture.asked, final_url=final, suggested_url=None)
