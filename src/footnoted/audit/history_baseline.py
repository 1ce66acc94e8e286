"""`footnoted baseline`: what the last audit or link check found is taken as known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from footnoted.audit.history_life import history_of
from footnoted.audit.last import last_report
from footnoted.audit.link_memory import HISTORY
from footnoted.audit.news import COULD_NOT_LOOK
from footnoted.checks.archived import ARCHIVE_RULES
from footnoted.checks.outcomes import LINK_RULES
from footnoted.errors import FootnotedError
from footnoted.history import Book, Problem, problem_line
from footnoted.model.report import FindingDoc, Report
from footnoted.store.state import append_history, read_history
from footnoted.verdicts import as_utc


@dataclass(frozen=True, slots=True)
class Accepted:
    """How many findings were taken as known now, and how many were before; of which audit."""

    now: int
    before: int
    as_of: str
    path: Path
    note: str | None = None


def accept(folder: Path, reports: Path | None) -> Accepted:
    """Take the errors and warnings of the last audit of the corpus at `folder` as known.

    So are those of before that it could not look into; that nothing could be seen is no state of
    the corpus, and is never taken as known.
    However bad one gets, it is no news before it was fixed once. Doing so twice changes nothing.
    Raises FootnotedError in one line where there was no audit yet.
    """
    report = last_report(folder, reports)
    _, path = history_of(folder, reports)
    book = Book(read_history(path).lines)
    as_of = datetime.fromisoformat(report.run.as_of)
    after = as_of + timedelta(seconds=1)
    lines, before = [], 0
    standing = {one.problem.fingerprint: one for one in book.open(after)}
    old = {name: one.problem for name, one in standing.items()}
    for problem in {**old, **_problems(report)}.values():
        known = standing.get(problem.fingerprint)
        if problem.rule == COULD_NOT_LOOK:
            continue
        if known and known.accepted:
            before += 1
        else:
            lines.append(problem_line("accepted", problem, as_of))
    note = append_history(path, lines)
    return Accepted(len(lines), before, report.run.as_of, path, note)


def accept_links(state: Path) -> Accepted:
    """Take the errors and warnings that the history of a link check has open as known.

    Raises FootnotedError in one line where there is no such history.
    """
    path = state / HISTORY
    history = read_history(path).lines
    if not history:
        raise FootnotedError(f"{path}: no history yet; run footnoted links --state {state}")
    as_of = max(line.at for line in history)
    standing = Book(history).open(as_of + timedelta(seconds=1))
    standing = tuple(one for one in standing if one.problem.rule != COULD_NOT_LOOK)
    lines = [problem_line("accepted", one.problem, as_of) for one in standing if not one.accepted]
    note = append_history(path, lines)
    before = sum(one.accepted for one in standing)
    return Accepted(len(lines), before, as_utc(as_of), path, note)


def _problems(report: Report) -> dict[str, Problem]:
    """Return what the audit complained of, by its fingerprint.

    Links are named by their URL, which a finding of the report tells by its source.
    """
    urls = {one.source: one.url for one in report.links if one.basis == "cited"}
    found: dict[str, Problem] = {}
    for one in report.findings:
        if one.level != "info" and not one.waived and one.fingerprint:
            problem = Problem(one.fingerprint, one.rule, _target(one, urls), one.message, one.level)
            found.setdefault(one.fingerprint, problem)
    return found


def _target(finding: FindingDoc, urls: dict[str, str]) -> str:
    where = finding.where
    if finding.rule in LINK_RULES | ARCHIVE_RULES and where.source:
        return urls.get(where.source, where.source)
    if where.claim:
        return where.claim
    if where.note:
        return f"note {where.note}"
    return where.source or where.file or ""
