"""What a user may decide about an audit."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from footnoted.cadence import CADENCE, Cadence
from footnoted.mementos import ARCHIVES, Archive
from footnoted.web.look import Progress
from footnoted.web.settings import FetchSettings


@dataclass(frozen=True, slots=True)
class Options:
    """What to audit, and how.

    `corpus` is the folder of one paper's records, `paper` the user's copy of the text. `home` is
    where `reports/` and `.footnoted/` stand unless `reports` or `evidence` say otherwise. `only`
    names a part of the corpus; with `changed_since`, an earlier state of it, the part is what
    differs. With `replay` nothing is asked of the web: every look is taken from the evidence, as
    of `as_of` or of the last run. With `ask_all` every address is asked, also where its next look
    is not due yet. `vantage` names from where the web is looked at. `archives` may be asked what
    they hold of the cited pages; none means that no archive is. `off` names lints that do not
    run, `cadence` tells when pages are due.
    """

    corpus: Path
    paper: Path | None = None
    only: str | None = None
    changed_since: Path | None = None
    replay: bool = False
    as_of: datetime | None = None
    ask_all: bool = False
    reports: Path | None = None
    evidence: Path | None = None
    vantage: str = "local"
    archives: tuple[Archive, ...] = ARCHIVES
    off: tuple[str, ...] = ()
    cadence: Cadence = CADENCE
    fetch: FetchSettings = field(default_factory=FetchSettings)

    @property
    def home(self) -> Path:
        """The folder that holds `claims/`, or the corpus's own parent."""
        parent = self.corpus.resolve().parent
        return parent.parent if parent.name == "claims" else parent

    @property
    def evidence_folder(self) -> Path:
        """Where the evidence is kept."""
        return self.evidence or self.home / ".footnoted"

    @property
    def reports_folder(self) -> Path:
        """The folder that holds a folder of reports for each paper."""
        return self.reports or self.home / "reports"


@dataclass(frozen=True, slots=True)
class Clock:
    """Time, passed in: `now` gives UTC to the second."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who looks on: `say` gets a line of progress, `stop` is set to end early and keep all.

    `done` of `total` pages of this round so far; stand-ins are asked in a round of their own.
    `pages` is told more of pages than that: hosts that are waited for, and an estimate of the
    time left; without it they are lines like others.
    """

    say: Callable[[str, int, int], None] = lambda _line, _done, _total: None
    stop: threading.Event = field(default_factory=threading.Event)
    pages: Callable[[Progress], None] | None = None

    def looked(self, progress: Progress) -> None:
        """Tell that a page was looked at."""
        if self.pages:
            self.pages(progress)
        else:
            self.say(progress.url, progress.done, progress.total)
