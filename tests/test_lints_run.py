from __future__ import annotations

from datetime import date
from pathlib import Path

from footnoted.lints import LINTS, run_lints
from lintcase import claim, corpus, paper

DAY = date(2026, 11, 24)
BYE = "a slow goodbye to the water"
STOP = "we shall not stop"


def test_without_the_paper_the_other_lints_are_named() -> None:
    """What could not be looked at is said, with what it lacks."""
    run = run_lints(corpus(), None, today=DAY)
    assert [one.rule for one in run.findings] == ["missing-note"]
    needing = [rule for rule, lint in LINTS.items() if lint.needs_paper]
    assert [rule for rule, _ in run.not_run] == needing
    assert {why for _, why in run.not_run} == {"needs the paper: give it with --paper"}
    assert len(needing) == 29


def test_with_the_paper_all_run_and_findings_come_in_order() -> None:
    """Sorted by file, line, column and rule; a full corpus leaves only the paper's own faults."""
    run = run_lints(corpus(), paper(), today=DAY)
    assert run.not_run == ()
    keys = [(one.where.file, one.where.line, one.where.column, one.rule) for one in run.findings]
    assert keys == sorted(keys, key=lambda key: tuple(map(str, key)))
    claims = [
        claim("fell", "The lake fell", "one year", figures=[{"raw": "12 per cent"}]),
        claim(
            "bye",
            "Fishers",
            "water",
            note="1",
            quotations=[{"text": "a slow goodbye to the water"}],
        ),
        claim(
            "dams",
            "The board spent $4.2bn",
            "dams",
            note="2",
            figures=[{"raw": "$4.2bn"}, {"raw": "31.5"}],
        ),
        claim(
            "stop", "the minister", "at last", note="3", quotations=[{"text": "we shall not stop"}]
        ),
        claim(
            "villages",
            "The lake is the third",
            "from it",
            says="The third lake fed 7 villages.",
            figures=[{"raw": "7 villages"}],
        ),
    ]
    run = run_lints(corpus(claims), paper(), today=DAY)
    assert [one.rule for one in run.findings] == ["missing-note"]


def test_waivers_are_applied_and_judged() -> None:
    """A waived finding stays marked; an idle waiver of a lint that ran is told."""
    waiver = {"owner": "mk", "reason": "asked", "expires": "2027-01-01"}
    waivers = [
        waiver | {"rule": "missing-note", "note": "3"},
        waiver | {"rule": "unused-source", "source": "ash"},
        waiver | {"rule": "uncovered-note", "note": "9"},
    ]
    run = run_lints(corpus(waivers=waivers), None, today=DAY)
    assert [(one.rule, one.waived) for one in run.findings] == [
        ("missing-note", True),
        ("waiver-unused", False),
    ]
    assert run.findings[1].where.line == 2


def test_every_lint_is_registered_under_its_rule() -> None:
    """Rules are words joined by hyphens, each with its own section in docs/lints.md."""
    text = (Path(__file__).parent.parent / "docs" / "lints.md").read_text("utf-8")
    rules = [*LINTS, "waiver-expired", "waiver-unused"]
    assert [rule for rule in rules if f"\n### `{rule}`\n" not in text] == []
    assert all(lint.rule == rule for rule, lint in LINTS.items())
