"""Save Page Now 2, by which the Wayback Machine captures a page when it is asked to.

The protocol is the Internet Archive's ("SPN2 Public API Docs"): POST to `/save` begins a job,
`/save/status/{job}` tells what became of it. What the service answers is a value, in words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from footnoted.model.capture import Failure, Response
from footnoted.web.failures import one_line
from footnoted.web.service import Service

_STOPS = frozenset(
    {
        "error:user-session-limit",
        "error:too-many-requests-from-user",
        "error:service-unavailable",
        "error:blocked-client-ip",
    }
)
"""What the service says of us or itself, and not of the page: no other page is asked for then."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A capture that was made: of which address, and when (UTC)."""

    original: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NotSaved:
    """Why a page was not saved, in words; `stop`: the service is not to be asked on."""

    why: str
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a job is waited for, and how long between two questions after it, in seconds."""

    longest: float = 300.0
    between: float = 5.0


@dataclass(frozen=True, slots=True)
class SavePageNow:
    """Has pages captured, one after another."""

    service: Service
    patience: Patience = Patience()

    @property
    def base(self) -> str:
        """The service's address without a slash at its end."""
        return self.service.base.rstrip("/")

    def save(self, url: str) -> Saved | NotSaved:
        """Have `url` captured, and wait for the job.

        Captures of error pages are not asked for (`capture_all=0`). A page that was captured
        within a day is not captured again: the service names that capture.
        """
        form = {
            "url": url,
            "capture_all": "0",
            "skip_first_archive": "1",
            "if_not_archived_within": "1d",
        }
        told = _told(self.service.send(f"{self.base}/save", form))
        if isinstance(told, NotSaved):
            return told
        job = told.get("job_id")
        if not isinstance(job, str) or not job.replace("-", "").replace("_", "").isalnum():
            return _refused(told)
        return self._wait(job, url)

    def _wait(self, job: str, url: str) -> Saved | NotSaved:
        waited = 0.0
        while True:
            told = _told(self.service.send(f"{self.base}/save/status/{job}"))
            if isinstance(told, NotSaved):
                return told
            status = told.get("status")
            if status == "success":
                return _saved(told, url)
            if status != "pending":
                return _refused(told)
            if waited >= self.patience.longest:
                return NotSaved(f"the service still works on it after {waited:.0f} s (job {job})")
            if self.service.halt.wait(self.patience.between):
                return NotSaved("interrupted", stop=True)
            waited += self.patience.between


def _told(answer: Response | Failure) -> Mapping[str, Any] | NotSaved:
    """Return the JSON of an answer, else why there is none."""
    if isinstance(answer, Failure):
        return NotSaved(answer.message, stop=True)
    if answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return NotSaved(f"the service refuses the keys ({answer.status})", stop=True)
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        after = answer.header("Retry-After")
        until = f"; it says after {one_line(after)}" if after else ""
        return NotSaved(f"the service asks to be left alone (429){until}", stop=True)
    if answer.status >= 500:
        return NotSaved(f"the service is out of order ({answer.status})", stop=True)
    try:
        told = json.loads(answer.body)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        return NotSaved(f"the service answered {answer.status} without JSON", stop=True)
    return told


def _refused(told: Mapping[str, Any]) -> NotSaved:
    """Return what the service says against it."""
    code, message = told.get("status_ext"), told.get("message")
    words = one_line(str(message or code or "the service gave no job and no reason"))
    return NotSaved(words, stop=code in _STOPS)


def _saved(told: Mapping[str, Any], url: str) -> Saved | NotSaved:
    """Return the capture that a finished job tells of; its time has 14 digits (UTC)."""
    stamp, original = told.get("timestamp"), told.get("original_url")
    try:
        at = datetime.strptime(str(stamp), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return NotSaved("the service says that it is saved, and not when")
    status = told.get("http_status")
    if isinstance(status, int) and status // 100 != 2:
        return NotSaved(f"the page answered {status} when the service captured it")
    return Saved(original if isinstance(original, str) and original else url, at)
