"""The month as it is lived: a corpus that people edit, a world that changes, a run each night."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from corpus_folder import write_corpus
from footnoted.audit.history_baseline import accept
from footnoted.model.report import Report
from loopback import Asked
from story.cast import CAST, WAIVED, WAIVER
from story.installed import Installed
from story.nightly import Wish
from story.script import (
    ASK_ALL,
    BASELINE_AFTER,
    EVIDENCE_LOST_AFTER,
    REPLAYED,
    UPGRADE_BEFORE,
)
from story.told import told
from story.world import World

NAMES = {part.url: part.name for part in CAST}


@dataclass
class Month:
    """A home with a corpus, the world around it, and two installations of the program."""

    home: Path
    world: World
    older: Installed
    newer: Installed
    exits: dict[int, int] = field(default_factory=dict)
    told: dict[int, tuple[str, ...]] = field(default_factory=dict)
    reports: dict[int, Report] = field(default_factory=dict)
    asked: dict[int, list[Asked]] = field(default_factory=dict)
    replays: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)

    @property
    def corpus(self) -> Path:
        """The folder of records."""
        return self.home / "claims" / "p"

    @property
    def report(self) -> Path:
        """The report of the last night."""
        return self.home / "reports" / "p" / "report.json"

    def night(self, day: int) -> None:
        """Let a day pass, and audit at about two in the morning after it."""
        self.world.dawns(day)
        self.writes(day)
        self.exits[day] = self._tool(day).run(self._wish(day, replay=False))
        report = Report.model_validate_json(self.report.read_bytes())
        self.reports[day], self.told[day] = report, told(report, NAMES)
        self.asked[day] = list(self.world.site.asked)
        if day in REPLAYED:
            self.replays[day] = (self.report.read_bytes(), self._replayed(day))
        if day == BASELINE_AFTER:
            accept(self.corpus, None)
        if day == EVIDENCE_LOST_AFTER:
            shutil.rmtree(self.home / ".footnoted")

    def _replayed(self, day: int) -> bytes:
        """Return the report of tonight, judged anew from the evidence."""
        self._tool(day).run(self._wish(day, replay=True))
        return self.report.read_bytes()

    def writes(self, day: int) -> None:
        """Write the records as they stand on a day."""
        cast = [part for part in CAST if part.since <= day < part.until]
        records = [part.records(day, str(number)) for number, part in enumerate(cast, 1)]
        sources, notes, claims = ([*group] for group in zip(*records, strict=True))
        waivers = [WAIVER] if WAIVED[0] <= day < WAIVED[1] else []
        write_corpus(self.home, sources=sources, notes=notes, claims=claims, waivers=waivers)

    def _tool(self, day: int) -> Installed:
        return self.older if day < UPGRADE_BEFORE else self.newer

    def _wish(self, day: int, *, replay: bool) -> Wish:
        minute = day * 7 % 11  # a scheduler is never on the minute
        at = datetime(2026, 3, day, 2, minute, 13, tzinfo=UTC)
        return Wish(
            corpus=str(self.corpus),
            at=at.isoformat(),
            proxy=self.world.proxy(day),
            canary=self.world.dead_end,
            archive=self.world.archive.base,
            replay=replay,
            ask_all=day in ASK_ALL and not replay,
        )
