"""Running all lints over one corpus."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from footnoted.lints.examined import Examined
from footnoted.lints.lint import Lint
from footnoted.lints.waivers import Looked, waive, waiver_findings
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.finding import Finding


@dataclass(frozen=True, slots=True)
class LintRun:
    """What was found, sorted by file, line, column and rule; which lints ran, which not and why."""

    findings: tuple[Finding, ...]
    ran: frozenset[str]
    not_run: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings of checks, the rules that those checks looked at, and those of no check that ran.

    `unseen` has the names (`claim:ID`, `note:ID`, `source:ID`) of what they could not look into.
    """

    findings: tuple[Finding, ...] = ()
    rules: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    unseen: frozenset[str] = frozenset()


def run_all(
    lints: Mapping[str, Lint],
    corpus: Corpus,
    draft: Draft | None,
    today: date,
    also: Checked | None = None,
    off: Collection[str] = (),
) -> LintRun:
    """Run `lints`, apply the corpus's waivers as of `today`, and judge the waivers.

    `also` are findings of checks: waivers speak of them too, and they come sorted in. Only with
    it are all rules known, and a waiver of another one is an error. Rules in `off` do not run.
    """
    known = None if also is None else {*lints, *also.rules, *also.others}
    also = also or Checked()
    examined = Examined(corpus, draft)
    on = [lint for lint in lints.values() if lint.rule not in off]
    ran = [lint for lint in on if draft is not None or not lint.needs_paper]
    found = [*(finding for lint in ran for finding in lint.run(examined)), *also.findings]
    rules = {lint.rule for lint in ran}
    looked = Looked(rules | also.rules, also.rules, also.unseen)
    said = [
        *waive(found, corpus, today),
        *waiver_findings(found, corpus, looked, today, known=known),
    ]
    return LintRun(
        tuple(sorted(said, key=_place)),
        frozenset(rules),
        tuple(
            (rule, "switched off" if rule in off else "needs the paper: give it with --paper")
            for rule in lints
            if rule not in rules
        ),
    )


def _place(finding: Finding) -> tuple[str, int, int, str, str, str]:
    where = finding.where
    return (
        where.file or "",
        where.line or 0,
        where.column or 0,
        finding.rule,
        finding.subject or "",
        finding.message,
    )
