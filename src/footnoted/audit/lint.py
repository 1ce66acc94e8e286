"""The offline half of an audit, alone: records and lints."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from footnoted.audit.corpora import papers_at
from footnoted.checks.outcomes import CLAIM_RULES, LINK_RULES
from footnoted.corpus import duplicate_slugs, read_corpus
from footnoted.judgements import JUDGEMENT_RULES
from footnoted.lints import Checked, run_lints
from footnoted.model.documents import LintDocument, LintFinding
from footnoted.model.finding import Finding
from footnoted.model.report import NotRunDoc
from footnoted.papers import read_paper
from footnoted.reports.places import where_doc


@dataclass(frozen=True, slots=True)
class Linted:
    """All findings of a lint; `unreadable` tells that some records could not be read."""

    findings: tuple[Finding, ...]
    not_run: tuple[tuple[str, str], ...]
    unreadable: bool

    def fails(self, fail_on: str) -> bool:
        """Whether a finding is at the level of `--fail-on`; a lint has no yesterday."""
        levels = {"never": (), "warning": ("error", "warning")}.get(fail_on, ("error",))
        return any(one.level in levels for one in self.findings if not one.waived)

    def document(self) -> LintDocument:
        """Return the findings for other programs."""
        return LintDocument(
            findings=tuple(lint_finding(one) for one in self.findings),
            not_run=tuple(NotRunDoc(rule=rule, why=why) for rule, why in self.not_run),
        )


def lint_finding(finding: Finding) -> LintFinding:
    """Return a finding for other programs."""
    return LintFinding(
        rule=finding.rule,
        level=finding.level,
        where=where_doc(finding.where),
        message=finding.message,
        proof=finding.proof,
        waived=finding.waived,
        confidence=finding.confidence,
    )


def lint(path: Path, paper: Path | None, *, today: date, off: Collection[str] = ()) -> Linted:
    """Examine the corpus at `path`, or each one under it; all errors come together.

    Rules in `off` do not run.
    Raises UnreadableCorpusError where there is none, UnreadablePaperError for the paper.
    """
    folders = papers_at(path)
    draft = read_paper(paper) if paper else None
    readings = [read_corpus(folder) for folder in folders]
    findings = list(duplicate_slugs(readings))
    unreadable = bool(findings)
    not_run: dict[tuple[str, str], None] = {}
    for reading in readings:
        findings += reading.findings
        unreadable = unreadable or bool(reading.findings)
        if reading.corpus is not None:
            its = len(folders) == 1 or (draft and draft.paper.id == reading.corpus.paper.id)
            checks = Checked(others=CLAIM_RULES | LINK_RULES | JUDGEMENT_RULES)
            run = run_lints(
                reading.corpus, draft if its else None, today=today, also=checks, off=off
            )
            findings += run.findings
            not_run.update(dict.fromkeys(run.not_run))
    return Linted(tuple(findings), tuple(not_run), unreadable)
