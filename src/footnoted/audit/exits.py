"""Exit codes of an audit (DESIGN, rule 6)."""

from __future__ import annotations

from collections.abc import Iterable

from footnoted.audit.news import COULD_NOT_LOOK
from footnoted.model.report import FindingDoc, Report
from footnoted.model.verdicts import LinkVerdict

FINE, FINDINGS, UNREADABLE, BLIND = 0, 1, 2, 4


NOT_SEEN: frozenset[str] = frozenset(
    {
        LinkVerdict.OFFLINE,
        LinkVerdict.UNREACHABLE,
        LinkVerdict.NOT_FETCHED,
        LinkVerdict.BLOCKED,
    }
)
"""Verdicts of links of which neither the page nor its loss was seen."""


def exit_code(report: Report, unreadable_records: int, fail_on: str) -> int:
    """Return what the audit ends with.

    Records that cannot be read outrank all else. An audit that could look at nothing of what was
    due is `BLIND` whatever else it found: it is neither green nor news. From the third day in a
    row on that is an error (`could-not-look`), and stays red until something is seen.
    """
    if unreadable_records:
        return UNREADABLE
    if could_not_look(report):
        told = any(one.rule == COULD_NOT_LOOK and not one.waived for one in report.findings)
        return FINDINGS if told and fail_on != "never" else BLIND
    return FINDINGS if any(fails(finding, fail_on) for finding in report.findings) else FINE


def could_not_look(report: Report) -> bool:
    """Whether nothing of what was due could be seen: neither a page nor its loss."""
    return report.run.blind_nights > 0


def fails(finding: FindingDoc, fail_on: str) -> bool:
    """Whether one finding is at the level of `--fail-on`.

    What is new because our own version judges differently is told, and is no new error: an
    upgrade must not look like breakage.
    """
    if finding.waived or fail_on == "never":
        return False
    if fail_on == "warning":
        return finding.level in {"error", "warning"}
    if fail_on == "error":
        return finding.level == "error"
    return finding.level == "error" and finding.news == "new" and finding.cause != "tool"


def worst(codes: Iterable[int]) -> int:
    """Return the code that several audits end with together.

    That nothing could be seen of one paper hides nothing that was found in another: who takes 4 for
    a warning would never hear of it, since the next night knows it.
    """
    return max(codes, key=(FINE, BLIND, FINDINGS, UNREADABLE).index, default=FINE)
