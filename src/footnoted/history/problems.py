"""Problems: how history knows one again, and what it knows of one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from footnoted.history.lines import ProblemLine
from footnoted.model.report import Cause

_LEVELS = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an audit complains of: a fingerprint that stays the same from run to run.

    `target` is what it is about (a claim's id, a URL), `level` error, warning or info. `cause`
    and `cause_message` tell why a new one is new, None where that was not asked.
    """

    fingerprint: str
    rule: str
    target: str
    message: str
    level: str
    cause: Cause | None = None
    cause_message: str | None = None


@dataclass(frozen=True, slots=True)
class News:
    """The problems of an audit beside those that history knows.

    A warning that became an error is new once more.
    """

    new: tuple[Problem, ...] = ()
    persisting: tuple[Problem, ...] = ()
    fixed: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A problem that came and did not go.

    `problem` is as it was last told, at the worst level it ever had; its cause is that with
    which it came, at `since`. `accepted`: a person took it as known.
    """

    problem: Problem
    since: datetime
    accepted: bool = False

    def is_news(self, problem: Problem) -> bool:
        """Whether `problem`, known as this, is told again: it has become worse."""
        return not self.accepted and worse(problem.level, self.problem.level)


def worse(level: str, than: str) -> bool:
    """Tell whether a level is worse than another."""
    return _LEVELS.index(level) > _LEVELS.index(than)


def fingerprint(
    rule: str,
    claim: str | None = None,
    note: str | None = None,
    source: str | None = None,
    url: str | None = None,
    part: str | None = None,
) -> str:
    """Return the name under which history knows a problem: 16 hex digits.

    `part` tells parts of one claim apart by their words (a quotation, a raw figure), not by
    their position: no line number or index may enter, since editing a file moves them all.
    """
    named = json.dumps([rule, claim, note, source, url, part]).encode("ascii")
    return hashlib.sha256(named).hexdigest()[:16]


def standing(lines: Iterable[ProblemLine]) -> Standing | None:
    """Return what is known of one problem after `lines`, all its own, in order of time."""
    known: Standing | None = None
    for line in lines:
        known = after(known, line)
    return known


def after(known: Standing | None, line: ProblemLine) -> Standing | None:
    """Return what is known of a problem after one more line of its own."""
    if line.kind == "fixed":
        return None
    first = known.problem if known else line
    level = line.level
    if known and worse(known.problem.level, level):
        level = known.problem.level
    problem = Problem(
        line.fingerprint,
        line.rule,
        line.target,
        line.message,
        level,
        first.cause,
        first.cause_message,
    )
    accepted = line.kind == "accepted" or (known is not None and known.accepted)
    return Standing(problem, known.since if known else line.at, accepted)


def problem_line(
    kind: Literal["new", "fixed", "accepted"], problem: Problem, at: datetime
) -> ProblemLine:
    """Return the line that says what became of a problem; only news carries its cause."""
    new = kind == "new"
    return ProblemLine(
        at=at,
        kind=kind,
        fingerprint=problem.fingerprint,
        rule=problem.rule,
        target=problem.target,
        message=problem.message,
        level=problem.level,
        cause=problem.cause if new else None,
        cause_message=problem.cause_message if new else None,
    )
