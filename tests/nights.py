"""Audits of one small corpus on days that follow each other, on a real page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import footnoted.audit
from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit, Clock, Options, Watcher, audit
from footnoted.audit.exits import exit_code
from footnoted.web.settings import FetchSettings, parse_network
from loopback import Answer, Site

LOOPBACK = FetchSettings(
    allow_net=(parse_network("127.0.0.0/8"),), pace_seconds=0, total_seconds=5, retries=0
)
START = datetime(2026, 11, 2, 12, tzinfo=UTC)
HTML = {"Content-Type": "text/html; charset=utf-8"}
FILLER = "<p>" + "The assembly then turned to other business of the day. " * 50 + "</p>"
GONE = Answer(404, b"gone", HTML)
WALL = Answer(403, b"no", HTML)


def html(*paragraphs: str) -> Answer:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return Answer(200, f"<html><body>{body}{FILLER}</body></html>".encode(), HTML)


TRUE = html("We will never leave the table, she said.")
ALTERED = html("We will leave the table, she said.")
ABSENT = html("Nothing of the kind was said.")


@dataclass
class Nights:
    """Audits of one corpus, on days counted from the first."""

    home: Path
    site: Site
    vantage: str = "runner"
    red: list[int] = field(default_factory=list)

    def corpus(self, *words: str, path: str = "/a", **files: Any) -> Path:
        """Write a corpus whose one claim quotes `words` from the page at `path`."""
        source, note = cited("s", self.site.url(path), "1")
        claims = [quoting("c", "1", *(words or ("will never leave the table",)))]
        return write_corpus(self.home, sources=[source], notes=[note], claims=claims, **files)

    @property
    def folder(self) -> Path:
        """The paper's folder of reports."""
        return self.home / "reports" / "p"

    def run(self, day: float, page: Answer | None = None, **options: Any) -> Audit:
        """Audit on a day, after `page` took the place of the one before."""
        if page is not None:
            self.site.answers["/a"] = page
        at = START + timedelta(days=day)
        usual: dict[str, Any] = {"corpus": self.home / "claims" / "p", "fetch": LOOPBACK}
        made = Options(
            vantage=self.vantage, **{**usual, "archives": (), "ask_all": True, **options}
        )
        done = audit(made, Clock(lambda: at), Watcher())
        self.red.append(exit_code(done.report, done.unreadable_records, "new-error"))
        return done

    def as_version(self, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let audits be those of another version."""
        monkeypatch.setattr(footnoted.audit, "__version__", version)
