"""Corpus and paper, offline, to findings: one rule a lint, in the order of `docs/lints.md`."""

from __future__ import annotations

from datetime import date

from footnoted.lints.ambiguous_note import ambiguous_note
from footnoted.lints.anchor_ambiguous import anchor_ambiguous
from footnoted.lints.anchor_not_found import anchor_not_found
from footnoted.lints.anchor_without_mark import anchor_without_mark
from footnoted.lints.dangling_note import dangling_note
from footnoted.lints.figure_not_in_paper import figure_not_in_paper
from footnoted.lints.lint import Lint
from footnoted.lints.mark_not_in_corpus import mark_not_in_corpus
from footnoted.lints.missing_note import missing_note
from footnoted.lints.note_not_in_corpus import note_not_in_corpus
from footnoted.lints.note_not_in_paper import note_not_in_paper
from footnoted.lints.note_status_differs import note_status_differs
from footnoted.lints.note_text_differs import note_text_differs
from footnoted.lints.paper_changed import paper_changed
from footnoted.lints.quotation_not_in_paper import quotation_not_in_paper
from footnoted.lints.run import Checked, LintRun, run_all
from footnoted.lints.source_not_in_note import source_not_in_note
from footnoted.lints.uncovered_figure import uncovered_figure
from footnoted.lints.uncovered_note import uncovered_note
from footnoted.lints.uncovered_quotation import uncovered_quotation
from footnoted.lints.unused_source import unused_source
from footnoted.lints.waivers import waive
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft

__all__ = ["LINTS", "Checked", "Lint", "LintRun", "run_lints", "waive"]

LINTS: dict[str, Lint] = {
    lint.rule: lint
    for lint in (
        Lint("missing-note", needs_paper=False, run=missing_note),
        Lint("dangling-note", needs_paper=False, run=dangling_note),
        Lint("ambiguous-note", needs_paper=False, run=ambiguous_note),
        Lint("unused-source", needs_paper=False, run=unused_source),
        Lint("source-not-in-note", needs_paper=False, run=source_not_in_note),
        Lint("paper-changed", needs_paper=True, run=paper_changed),
        Lint("anchor-not-found", needs_paper=True, run=anchor_not_found),
        Lint("anchor-ambiguous", needs_paper=True, run=anchor_ambiguous),
        Lint("anchor-without-mark", needs_paper=True, run=anchor_without_mark),
        Lint("quotation-not-in-paper", needs_paper=True, run=quotation_not_in_paper),
        Lint("figure-not-in-paper", needs_paper=True, run=figure_not_in_paper),
        Lint("note-text-differs", needs_paper=True, run=note_text_differs),
        Lint("note-status-differs", needs_paper=True, run=note_status_differs),
        Lint("note-not-in-paper", needs_paper=True, run=note_not_in_paper),
        Lint("note-not-in-corpus", needs_paper=True, run=note_not_in_corpus),
        Lint("mark-not-in-corpus", needs_paper=True, run=mark_not_in_corpus),
        Lint("uncovered-note", needs_paper=True, run=uncovered_note),
        Lint("uncovered-quotation", needs_paper=True, run=uncovered_quotation),
        Lint("uncovered-figure", needs_paper=True, run=uncovered_figure),
    )
}


def run_lints(
    corpus: Corpus, draft: Draft | None, *, today: date, also: Checked | None = None
) -> LintRun:
    """Run every lint that can run; without the paper (`draft` None) the others are named.

    Waivers of the corpus mark what they accept until they expire (judged by `today`); expired
    and unused ones are findings themselves. `also` are findings of checks, of which waivers
    speak as well.
    """
    return run_all(LINTS, corpus, draft, today, also)
