"""What is asked again, and when."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from footnoted.model.capture import Failure, FailureReason, Response
from footnoted.web.settings import FetchSettings
from footnoted.web.weather import pause_before_retry, retry_after, told_to_stay_away

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SETTINGS = FetchSettings(backoff_seconds=2, retry_after_bound=60)


def answer(status: int, after: str | None = None) -> Response:
    headers = (("retry-after", after),) if after is not None else ()
    return Response("http://example.org/", status, headers, b"")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5", 5.0),
        (" 0 ", 0.0),
        ("Tue, 24 Nov 2026 12:00:30 GMT", 30.0),
        ("Tue, 24 Nov 2026 12:00:30 -0000", 30.0),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0.0),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("soon", None),
        ("", None),
        ("9" * 400, 999999999999.0),
    ],
)
def test_retry_after_is_a_number_or_a_date(text: str, seconds: float | None) -> None:
    """Anything else is as if it were not there."""
    assert retry_after(answer(503, text), NOW) == seconds


@pytest.mark.parametrize(
    ("status", "after", "attempt", "pause"),
    [
        (200, None, 0, None),
        (404, "5", 0, None),
        (403, None, 0, None),
        (500, None, 0, 2.0),
        (502, None, 1, 4.0),
        (503, None, 2, 8.0),
        (503, "7", 0, 7.0),
        (503, "61", 0, None),
        (429, "60", 0, 60.0),
        (429, "61", 0, None),
        (429, None, 0, None),
    ],
)
def test_an_answer_is_asked_again_only_in_bad_weather(
    status: int, after: str | None, attempt: int, pause: float | None
) -> None:
    """5xx with backoff; 429 and 503 as they say, within the bound."""
    assert pause_before_retry(answer(status, after), None, attempt, SETTINGS, NOW) == pause


@pytest.mark.parametrize(
    ("reason", "pause"),
    [
        ("timeout", 2.0),
        ("connection_refused", 2.0),
        ("connection_reset", 2.0),
        ("connect_timeout", 2.0),
        ("dns_trouble", 2.0),
        ("no_such_host", None),
        ("tls", None),
        ("refused_address", None),
        ("redirect_loop", None),
        ("protocol", None),
        ("body_too_large", None),
    ],
)
def test_a_failure_is_asked_again_only_if_it_may_pass(
    reason: FailureReason, pause: float | None
) -> None:
    """Weather passes; what the page or the name is does not."""
    assert pause_before_retry(None, Failure(reason, ""), 0, SETTINGS, NOW) == pause


def test_only_429_with_a_long_rest_sends_us_away() -> None:
    """A 503 speaks of its page; 429 speaks of us."""
    assert told_to_stay_away(answer(429, "3600"), SETTINGS, NOW)
    assert not told_to_stay_away(answer(429, "30"), SETTINGS, NOW)
    assert not told_to_stay_away(answer(429), SETTINGS, NOW)
    assert not told_to_stay_away(answer(503, "3600"), SETTINGS, NOW)
