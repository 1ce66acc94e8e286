"""Findings that rest on what archives hold: pages that would be lost, and losses made good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from footnoted.mementos import nearest
from footnoted.model.archived import Archival
from footnoted.model.finding import LOSSES, Finding, Where
from footnoted.verdicts import MEMENTO_DAYS, is_near

UNARCHIVED: Final = "unarchived-source"

ARCHIVE_RULES = frozenset({UNARCHIVED})
"""Rules about what archives hold: settled only where the archives answered."""


def unarchived(archived: Archival | None, day: date | None, where: Where) -> tuple[Finding, ...]:
    """Return the finding for a page of which no archive has what its author saw on `day`.

    Nothing is found where an archive gave no answer, or where nobody knows the day.
    """
    if archived is None or archived.silent or day is None:
        return ()
    mementos = nearest(archived, day)
    if any(is_near(one.at.date(), day) for one in mementos):
        return ()
    held = f"the nearest is of {mementos[0].at:%Y-%m-%d}" if mementos else "none is held at all"
    message = (
        f"{archived.url}: no archive that was asked holds it within {MEMENTO_DAYS} days of "
        f"{day.isoformat()}; {held}. Were the page lost, nobody could see what its author saw"
    )
    return (Finding(UNARCHIVED, "warning", where, message, subject=archived.url),)


def mitigated(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings about a link whose loss a memento makes good: told, and no error.

    That the page is gone stays a fact. `findings` are all that is to be said of the link.
    """
    return _eased(findings, "a memento near the day of access holds what is claimed of it")


def unheard(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings about a link whose loss was made good before, where no memento came now.

    The loss is told, and is no news: what changed is that an archive was silent, or not asked.
    """
    return _eased(findings, "mementos made that good before, and none could be had this time")


def _eased(findings: Sequence[Finding], why: str) -> tuple[Finding, ...]:
    return tuple(
        replace(one, level="info", message=f"{one.message}; {why}") if one.rule in LOSSES else one
        for one in findings
    )
