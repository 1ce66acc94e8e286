"""Running all lints over one corpus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footnoted.lints.examined import Examined
from footnoted.lints.lint import Lint
from footnoted.lints.waivers import waive, waiver_findings
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.finding import Finding


@dataclass(frozen=True, slots=True)
class LintRun:
    """What the lints found, sorted by file, line, column and rule; which could not run, and why."""

    findings: tuple[Finding, ...]
    not_run: tuple[tuple[str, str], ...]


def run_all(lints: Mapping[str, Lint], corpus: Corpus, draft: Draft | None, today: date) -> LintRun:
    """Run `lints`, apply the corpus's waivers as of `today`, and judge the waivers."""
    examined = Examined(corpus, draft)
    ran = [lint for lint in lints.values() if draft is not None or not lint.needs_paper]
    found = [finding for lint in ran for finding in lint.run(examined)]
    rules = {lint.rule for lint in ran}
    said = [*waive(found, corpus, today), *waiver_findings(found, corpus, rules, today)]
    return LintRun(
        tuple(sorted(said, key=_place)),
        tuple(
            (rule, "needs the paper: give it with --paper") for rule in lints if rule not in rules
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
