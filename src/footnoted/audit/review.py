"""`footnoted review`: the last audit's cases, a person's rulings, and the writing of each."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from footnoted import plan
from footnoted.audit.corpora import one_folder
from footnoted.audit.last import last_report, one_corpus
from footnoted.corpus.judging import write_judgement, write_waiver
from footnoted.errors import FootnotedError
from footnoted.model.base import first_fault
from footnoted.model.judgement import Judgement, JudgementKey, Ruling
from footnoted.model.records import Waiver
from footnoted.model.report import Report
from footnoted.reports.review_queue import WHYS, Queue, Waiting, queue_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Opened:
    """A corpus to be reviewed: its folder, its last audit, and what waits."""

    folder: Path
    report: Report
    queue: Queue


def open_review(
    path: Path, reports: Path | None, today: date, only: tuple[str, ...] = ()
) -> Opened:
    """Return what waits for a person in the one corpus at `path`, by its last audit; no network.

    `only` are claims, `note:N`, `source:ID`, or reasons (`review_queue.WHYS`) and `stale`. Raises
    NoAuditError where there was no audit, FootnotedError in one line for what is not known.
    """
    folder = one_folder(path)
    corpus, _ = one_corpus(folder, reports)
    report = last_report(folder, reports)
    kinds = {one for one in only if one in {*WHYS, "stale"}}
    names = [one for one in only if one not in kinds]
    claims = {claim for name in names for claim in plan.scope_of(corpus, name).claims}
    queue = queue_of(report, corpus, today, claims if names else None)
    if kinds:
        kept = [one for one in queue.waiting if kinds & {one.case.why, one.case.state}]
        queue = Queue(tuple(kept), queue.outdated)
    return Opened(folder, report, queue)


@dataclass(slots=True)
class Session:
    """One person's rulings on the cases of a corpus; each is written at once.

    `by` is whose word it is, `today` the day that it bears.
    """

    folder: Path
    by: str
    today: date
    written: dict[JudgementKey, Judgement] = field(default_factory=dict)
    waived: dict[JudgementKey, Waiver] = field(default_factory=dict)

    def earlier(self, case: Waiting) -> Judgement | None:
        """Return the judgement on record about a case: of this session, else as it was read."""
        return self.written.get(case.key, case.earlier)

    def rule(self, case: Waiting, ruling: Ruling, note: str | None = None) -> Judgement:
        """Judge a case and write that; a judgement before it about the same is replaced.

        Raises FootnotedError in one line where a note is missing, WriteRefusedError where the
        file was changed in a way that makes it unsafe.
        """
        judgement = judgement_of(case, ruling, self.by, self.today, note)
        write_judgement(self.folder, judgement, seen=self.earlier(case))
        self.written[case.key] = judgement
        return judgement

    def waive(self, case: Waiting, reason: str, expires: str) -> Waiver:
        """Waive the finding about a case until a day; FootnotedError where there is none."""
        if case.case.rule is None:
            raise FootnotedError("there is no finding to waive: accept, reject or note it")
        if not _DAY.fullmatch(expires):
            raise FootnotedError(f"'{expires}' is no day: write it as YYYY-MM-DD")
        fields = {"rule": case.case.rule, "claim": case.claim.id, "owner": self.by}
        try:
            waiver = Waiver(**fields, reason=reason, expires=expires)
        except ValidationError as error:
            raise FootnotedError(first_fault(error)) from None
        if expires < self.today.isoformat():
            raise FootnotedError(f"{expires} has passed: name a day to come")
        write_waiver(self.folder, waiver)
        self.waived[case.key] = waiver
        return waiver


def judgement_of(
    case: Waiting, ruling: Ruling, by: str, on: date, note: str | None = None
) -> Judgement:
    """Return a person's word on a case, bound to what was judged.

    Raises FootnotedError in one line where a note is missing.
    """
    claim, quotation, figure = case.key
    try:
        return Judgement(
            claim=claim,
            quotation=quotation,
            figure=figure,
            verdict=case.case.verdict,
            reason=case.case.reason,
            ruling=ruling,
            by=by,
            on=on.isoformat(),
            note=" ".join((note or "").split()) or None,
            record=case.case.record,
            evidence=case.case.evidence,
        )
    except ValidationError as error:
        raise FootnotedError(first_fault(error)) from None


def reviewer_of_git(folder: Path) -> str | None:
    """Return the name that git signs commits with in a folder; None without git or name."""
    try:
        told = subprocess.run(
            ("git", "config", "user.name"),  # noqa: S607 - the git that the person uses
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return told.stdout.strip() or None
