"""Reports made for the tests of author queries: what lints find, as an audit tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import sample_reports
from footnoted.corpus import read_corpus
from footnoted.lints import run_lints
from footnoted.model.draft import Draft
from footnoted.model.finding import Finding
from footnoted.model.report import EntryDoc, FindingDoc, LinkDoc, NoteDoc, Report, WhereDoc
from footnoted.model.verdicts import ClaimVerdict

TODAY = date(2026, 11, 24)


def linted(folder: Path, paper: Draft | None = None) -> Report:
    """Return the audit of a corpus of which no source was looked at: its notes, and its lints."""
    corpus = read_corpus(folder).corpus
    assert corpus
    notes = []
    for record in corpus.notes.values():
        works = [corpus.sources[one.source] if one.source else None for one in record.entries]
        entries = tuple(
            EntryDoc(
                source=one.source,
                form=one.form,
                locator=one.locator,
                title=work and work.title,
                url=work and work.url,
                medium=work and work.medium,
            )
            for one, work in zip(record.entries, works, strict=True)
        )
        note = sample_reports.note(
            record.label or record.id, record.text, status=record.status, entries=entries
        )
        notes.append(note.model_copy(update={"id": record.id}))
    claims = [
        sample_reports.claim(
            one.id,
            ClaimVerdict.UNCHECKED,
            says=one.says,
            notes=tuple(one.note),
            sources=tuple(
                dict.fromkeys(
                    entry.source
                    for ident in one.note
                    for entry in corpus.notes[ident].entries
                    if entry.source
                )
            ),
            reason="offline",
        )
        for one in corpus.claims.values()
    ]
    found = run_lints(corpus, paper, today=TODAY).findings
    return sample_reports.report(claims, notes, (), map(finding_doc, found), offline=True)


def finding_doc(finding: Finding) -> FindingDoc:
    """Return a lint's finding as a report has it."""
    return FindingDoc(
        rule=finding.rule,
        level=finding.level,
        where=WhereDoc(**asdict(finding.where)),
        message=finding.message,
        proof=finding.proof,
        waived=finding.waived,
    )


def of_links(*links: LinkDoc, text: str, claims: Iterable[Any] = ()) -> Report:
    """Return an audit of these links, all cited by note 1, printed as `text`."""
    return sample_reports.report(claims, [_one_note(text)], links)


def _one_note(text: str) -> NoteDoc:
    return sample_reports.note("1", text)
