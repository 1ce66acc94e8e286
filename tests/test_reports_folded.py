from __future__ import annotations

from footnoted.model.finding import Finding, Where
from footnoted.reports.folded import MOST, folded


def findings(rule: str, count: int, *, waived: bool = False) -> list[Finding]:
    return [
        Finding(rule, "warning", Where("a.yaml", line), str(line), waived=waived)
        for line in range(count)
    ]


def test_what_is_not_covered_is_counted_after_the_first_few() -> None:
    """Of each coverage rule apart; the order of what is told stays."""
    figures, notes = findings("uncovered-figure", MOST + 2), findings("uncovered-note", MOST)
    told, more = folded([*figures, *notes])
    assert told == (*figures[:MOST], *notes)
    assert more == {"uncovered-figure": 2}


def test_other_findings_and_waived_ones_are_all_told() -> None:
    """An error or a judgement of a person is never folded away."""
    others = [
        *findings("bare-url", 20),
        *findings("missing-note", 20),
        *findings("uncovered-note", 20, waived=True),
    ]
    assert folded(others) == (tuple(others), {})
