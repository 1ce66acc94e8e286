"""A long list of what is not covered yet, folded: a fresh draft lacks a reader for all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from footnoted.model.finding import Finding

MOST = 3
"""So many findings of one coverage rule are told one by one."""

_COVERAGE = "uncovered-"


def folded(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], dict[str, int]]:
    """Return the findings to tell one by one, and how many more there are of a coverage rule.

    No finding of another rule is left out, nor one that is waived.
    """
    told: list[Finding] = []
    seen: Counter[str] = Counter()
    for one in findings:
        if one.rule.startswith(_COVERAGE) and not one.waived:
            seen[one.rule] += 1
            if seen[one.rule] > MOST:
                continue
        told.append(one)
    return tuple(told), {rule: count - MOST for rule, count in seen.items() if count > MOST}
