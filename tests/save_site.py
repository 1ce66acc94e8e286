"""A service on loopback that speaks as Save Page Now 2 does: real HTTP, and keys that must fit.

    with serve_saves() as service:
        service.base                             # http://127.0.0.1:PORT; POST to {base}/save
        service.answers["http://a.example/x"] = refusing("error:blocked-url")
        service.breaks(429, ("Retry-After", "60"))       # every request, until `mends()`
        service.saved                            # what was captured, in order
        service.forms                            # what was posted, field by field
        service.questions("http://a.example/x")  # how often its job was asked after

`serve_saves(on_save=...)` is told of each capture when it is made, so that an archive beside it
can hold it from then on. The words are those of the "SPN2 Public API Docs" in our own writing.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from loopback import Answer, Asked, Site, serve

KEYS = ("an-access-key", "a-secret-key")
"""The keys that this service takes: access key and secret."""

NOW = datetime(2026, 11, 24, 12, 30, 15, tzinfo=UTC)

_MESSAGES = {
    "error:blocked-url": "This URL is in the Save Page Now service block list.",
    "error:too-many-daily-captures": "This URL has been captured 10 times today already.",
    "error:user-session-limit": "You have reached your limit of active sessions.",
    "error:job-failed": "The job failed.",
    "error:not-found": "The server says that the page is not there (HTTP status=404).",
    "error:invalid-host-resolution": "The host of this URL could not be found.",
    "error:service-unavailable": "Save Page Now is not available for now.",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a URL.

    `status_ext` is the service's code for a refusal, None where the capture is made; `at_once`:
    it is refused when it is asked for, before there is a job. `pending` is how often the job is
    said to be under way. `timestamp` stands in for the time of the capture, `original` for the
    address that was captured in the end, `http_status` for what the page answered.
    """

    status_ext: str | None = None
    at_once: bool = False
    pending: int = 1
    timestamp: str | None = None
    original: str | None = None
    http_status: int = 200


def refusing(status_ext: str, *, at_once: bool = False) -> Outcome:
    """Return an outcome that is an error of that code."""
    return Outcome(status_ext, at_once)


@dataclass
class Saves:
    """A running service: what it does with which URL, and what was asked of it."""

    site: Site
    now: Callable[[], datetime]
    on_save: Callable[[str, datetime], None]
    answers: dict[str, Outcome] = field(default_factory=dict)
    forms: list[dict[str, str]] = field(default_factory=list)
    saved: list[tuple[str, str]] = field(default_factory=list)
    _jobs: dict[str, str] = field(default_factory=dict)
    _questions: dict[str, int] = field(default_factory=dict)
    _done: dict[str, dict[str, Any]] = field(default_factory=dict)
    _broken: Answer | None = None

    @property
    def base(self) -> str:
        """The service's address without a slash at its end."""
        return self.site.url("")

    def breaks(self, status: int, *headers: tuple[str, str], body: bytes = b"") -> None:
        """Answer every request in this way from now on."""
        self._broken = Answer(status, body, [("Content-Type", "text/html"), *headers])

    def mends(self) -> None:
        """Answer again as the service does."""
        self._broken = None

    def questions(self, url: str) -> int:
        """Return how often the job of `url` was asked after."""
        return sum(count for job, count in self._questions.items() if self._jobs[job] == url)

    def answer(self, asked: Asked) -> Answer:
        """Answer a request."""
        if self._broken:
            return self._broken
        if asked.headers.get("Authorization") != "LOW {}:{}".format(*KEYS):
            return _json({"message": "You need to be logged in to use Save Page Now."}, 401)
        if asked.path == "/save" and asked.method == "POST":
            return self._begin(dict(parse_qsl(asked.body.decode("ascii"), keep_blank_values=True)))
        job = asked.path.removeprefix("/save/status/")
        if asked.method == "GET" and job in self._jobs:
            return _json(self._status(job))
        return _json({"status": "error", "message": f"no such job: {job}"}, 404)

    def _begin(self, form: dict[str, str]) -> Answer:
        self.forms.append(form)
        url = form.get("url", "")
        outcome = self.answers.get(url, Outcome())
        if not url.startswith(("http://", "https://")):
            return _json(_error("error:bad-request", None) | {"message": f"{url} is no URL"})
        if outcome.status_ext and outcome.at_once:
            return _json(_error(outcome.status_ext, None))
        job = f"spn2-{len(self._jobs) + 1:040x}"
        self._jobs[job] = url
        self._questions[job] = 0
        return _json({"url": url, "job_id": job})

    def _status(self, job: str) -> dict[str, Any]:
        url = self._jobs[job]
        outcome = self.answers.get(url, Outcome())
        self._questions[job] += 1
        if self._questions[job] <= outcome.pending:
            return {"status": "pending", "job_id": job, "resources": []}
        if outcome.status_ext:
            return _error(outcome.status_ext, job)
        if job not in self._done:
            self._done[job] = self._capture(job, url, outcome)
        return self._done[job]

    def _capture(self, job: str, url: str, outcome: Outcome) -> dict[str, Any]:
        """Make the capture, once for a job."""
        at = self.now()
        original = outcome.original or url
        timestamp = outcome.timestamp or f"{at:%Y%m%d%H%M%S}"
        self.saved.append((timestamp, original))
        self.on_save(original, at)
        return {
            "status": "success",
            "job_id": job,
            "original_url": original,
            "timestamp": timestamp,
            "duration_sec": 3.2,
            "http_status": outcome.http_status,
            "counters": {"outlinks": 0, "embeds": 1},
            "outlinks": [],
            "resources": [original],
        }


@contextlib.contextmanager
def serve_saves(
    *,
    now: Callable[[], datetime] = lambda: NOW,
    on_save: Callable[[str, datetime], None] = lambda _url, _at: None,
) -> Iterator[Saves]:
    """Run the service on a free port of 127.0.0.1 until the block is left."""
    with serve({}) as site:
        service = Saves(site, now, on_save)
        site.answers["*"] = service.answer
        yield service


def _error(status_ext: str, job: str | None) -> dict[str, Any]:
    message = _MESSAGES.get(status_ext, f"The capture was not made ({status_ext}).")
    return {
        "status": "error",
        "exception": status_ext,
        "status_ext": status_ext,
        "job_id": job,
        "message": message,
        "resources": [],
    }


def _json(told: dict[str, Any], status: int = 200) -> Answer:
    return Answer(status, json.dumps(told).encode(), [("Content-Type", "application/json")])
