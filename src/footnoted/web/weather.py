"""What is bad weather, to be looked at again later, and how long to wait before that."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from footnoted.model.capture import Failure, FailureReason, Response
from footnoted.web.settings import FetchSettings

WEATHER: frozenset[FailureReason] = frozenset(
    {"dns_trouble", "connection_refused", "connection_reset", "connect_timeout", "timeout"}
)
"""Failures that may pass, and that count towards giving up on a host.

A name that does not exist, a refused address and TLS trouble stay as they are, cost little,
and each URL should hear its own reason.
"""


def pause_before_retry(
    response: Response | None,
    failure: Failure | None,
    attempt: int,
    settings: FetchSettings,
    now: datetime,
) -> float | None:
    """Return the seconds to wait before another look, or None if this one is to be kept.

    `attempt` is how many looks there were before, 0 at first. 429 is asked again only when
    it says when; a Retry-After beyond the bound means "come back another day", and so does any
    of an archive.
    """
    backoff: float = settings.backoff_seconds * 2**attempt
    if failure:
        return backoff if failure.reason in WEATHER else None
    assert response
    if told_to_stay_away(response, settings, now):
        return None
    asked = retry_after(response, now)
    if response.status in (429, 503) and asked is not None:
        return asked if asked <= settings.retry_after_bound else None
    return backoff if 500 <= response.status <= 599 else None


WALLS = frozenset({403, 406, 429, 999})
"""Statuses by which sites turn programs away; 401 asks for a login, which a browser lacks too."""


def is_wall(response: Response, now: datetime) -> bool:
    """Tell whether a browser might be let in; not where a site says when to come back."""
    waits = response.status == 429 and retry_after(response, now) is not None
    return response.status in WALLS and not waits


def told_to_stay_away(response: Response, settings: FetchSettings, now: datetime) -> bool:
    """Tell whether a host said "too many requests" and wants a rest beyond our bound.

    An archive said so by a 429, or an error with any Retry-After: who goes on asking one is shut
    out for an hour, then for two. An error that it only replays is the captured page's own.
    """
    asked = retry_after(response, now)
    if settings.is_archive(site_of(response.url)):
        return not _is_replayed(response) and (
            response.status == 429 or (response.status >= 400 and asked is not None)
        )
    return response.status == 429 and asked is not None and asked > settings.retry_after_bound


def is_archives_error(response: Response) -> bool:
    """Tell whether an archive is out of order itself: an error (5xx) that it does not replay."""
    return response.status >= 500 and not _is_replayed(response)


def _is_replayed(response: Response) -> bool:
    return response.header("Memento-Datetime") is not None


def retry_after(response: Response, now: datetime) -> float | None:
    """Return the seconds that Retry-After asks for: a number or a date (RFC 9110, 10.2.3)."""
    text = (response.header("Retry-After") or "").strip()
    if text.isdecimal() and text.isascii():
        return float(text[:12])
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


def site_of(url: str) -> str:
    """Return the host of a URL as manners know it: without the dot that ends a full name."""
    return (urlsplit(url).hostname or "").rstrip(".")
