"""Exit codes of an audit (DESIGN, rule 6)."""

from __future__ import annotations

from collections.abc import Iterable

from footnoted.model.report import FindingDoc, Report
from footnoted.model.verdicts import LinkVerdict

FINE, FINDINGS, UNREADABLE, BLIND = 0, 1, 2, 4

NOT_SEEN = frozenset(
    {
        LinkVerdict.OFFLINE.value,
        LinkVerdict.UNREACHABLE.value,
        LinkVerdict.NOT_FETCHED.value,
        LinkVerdict.BLOCKED.value,
    }
)
"""Verdicts of links of which neither the page nor its loss was seen."""


def exit_code(report: Report, unreadable_records: int, fail_on: str) -> int:
    """Return what the audit ends with.

    Records that cannot be read outrank all else. An audit that could look at nothing of what was
    due is `BLIND` whatever else it found: it is neither green nor news.
    """
    if unreadable_records:
        return UNREADABLE
    if could_not_look(report):
        return BLIND
    return FINDINGS if any(fails(finding, fail_on) for finding in report.findings) else FINE


def could_not_look(report: Report) -> bool:
    """Whether there was no network, or links were due and neither page nor loss was seen of any.

    A wall is no sight of the page: where all are blocked, nothing was checked.
    """
    links = report.summary.links
    due = report.summary.links_total
    return report.run.offline or (due > 0 and sum(links[word] for word in NOT_SEEN) == due)


def fails(finding: FindingDoc, fail_on: str) -> bool:
    """Whether one finding is at the level of `--fail-on`."""
    if finding.waived or fail_on == "never":
        return False
    if fail_on == "warning":
        return finding.level in {"error", "warning"}
    if fail_on == "error":
        return finding.level == "error"
    return finding.level == "error" and finding.news == "new"


def worst(codes: Iterable[int]) -> int:
    """Return the code that several audits end with together."""
    return max(codes, key=(FINE, FINDINGS, BLIND, UNREADABLE).index, default=FINE)
