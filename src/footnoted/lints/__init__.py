"""Corpus and paper, offline, to findings: one rule a lint, in the order of `docs/lints.md`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from footnoted.lints.ambiguous_note import ambiguous_note
from footnoted.lints.anchor_ambiguous import anchor_ambiguous
from footnoted.lints.anchor_not_found import anchor_not_found
from footnoted.lints.anchor_without_mark import anchor_without_mark
from footnoted.lints.archive_today import archive_today
from footnoted.lints.bare_url import bare_url
from footnoted.lints.computed_figure_differs import computed_figure_differs
from footnoted.lints.dangling_note import dangling_note
from footnoted.lints.figure_not_in_paper import figure_not_in_paper
from footnoted.lints.figures_disagree import figures_disagree
from footnoted.lints.forward_short_form import forward_short_form
from footnoted.lints.growth_against_levels import growth_against_levels
from footnoted.lints.host_not_publisher import host_not_publisher
from footnoted.lints.impossible_date import impossible_date
from footnoted.lints.landing_page import landing_page
from footnoted.lints.lint import Lint
from footnoted.lints.mark_not_in_corpus import mark_not_in_corpus
from footnoted.lints.missing_note import missing_note
from footnoted.lints.mixed_marks import mixed_marks
from footnoted.lints.no_url import no_url
from footnoted.lints.note_not_in_corpus import note_not_in_corpus
from footnoted.lints.note_not_in_paper import note_not_in_paper
from footnoted.lints.note_status_differs import note_status_differs
from footnoted.lints.note_text_differs import note_text_differs
from footnoted.lints.old_source_for_now import old_source_for_now
from footnoted.lints.other_speakers_same_source import other_speakers_same_source
from footnoted.lints.paper_changed import paper_changed
from footnoted.lints.part_above_whole import part_above_whole
from footnoted.lints.plural_speakers import plural_speakers
from footnoted.lints.quotation_not_in_paper import quotation_not_in_paper
from footnoted.lints.quotation_repeated_differently import quotation_repeated_differently
from footnoted.lints.run import Checked, LintRun, run_all
from footnoted.lints.same_words_two_sources import same_words_two_sources
from footnoted.lints.second_hand_not_marked import second_hand_not_marked
from footnoted.lints.short_form_of_two_works import short_form_of_two_works
from footnoted.lints.source_after_paper import source_after_paper
from footnoted.lints.source_before_period import source_before_period
from footnoted.lints.source_not_in_note import source_not_in_note
from footnoted.lints.speaker_not_author import speaker_not_author
from footnoted.lints.table_odd_value import table_odd_value
from footnoted.lints.table_rates import table_rates
from footnoted.lints.table_shares import table_shares
from footnoted.lints.table_sum import table_sum
from footnoted.lints.text_against_table import text_against_table
from footnoted.lints.two_records_one_work import two_records_one_work
from footnoted.lints.unbalanced_marks import unbalanced_marks
from footnoted.lints.uncovered_cell import uncovered_cell
from footnoted.lints.uncovered_count import uncovered_count
from footnoted.lints.uncovered_date import uncovered_date
from footnoted.lints.uncovered_figure import uncovered_figure
from footnoted.lints.uncovered_mark import uncovered_mark
from footnoted.lints.uncovered_note import uncovered_note
from footnoted.lints.uncovered_quotation import uncovered_quotation
from footnoted.lints.uncovered_sentence import uncovered_sentence
from footnoted.lints.uncovered_single_quotation import uncovered_single_quotation
from footnoted.lints.undated_page import undated_page
from footnoted.lints.undated_work import undated_work
from footnoted.lints.unused_source import unused_source
from footnoted.lints.url_date_differs import url_date_differs
from footnoted.lints.url_shortener import url_shortener
from footnoted.lints.waivers import waive
from footnoted.lints.weekday_differs import weekday_differs
from footnoted.lints.work_under_several_names import work_under_several_names
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
        Lint("forward-short-form", needs_paper=False, run=forward_short_form),
        Lint("short-form-of-two-works", needs_paper=False, run=short_form_of_two_works),
        Lint("work-under-several-names", needs_paper=False, run=work_under_several_names),
        Lint("url-date-differs", needs_paper=False, run=url_date_differs),
        Lint("weekday-differs", needs_paper=False, run=weekday_differs),
        Lint("impossible-date", needs_paper=False, run=impossible_date),
        Lint("source-before-period", needs_paper=False, run=source_before_period),
        Lint("source-after-paper", needs_paper=False, run=source_after_paper),
        Lint("old-source-for-now", needs_paper=True, run=old_source_for_now),
        Lint("table-sum", needs_paper=True, run=table_sum),
        Lint("table-shares", needs_paper=True, run=table_shares),
        Lint("table-rates", needs_paper=True, run=table_rates),
        Lint("table-odd-value", needs_paper=True, run=table_odd_value),
        Lint("text-against-table", needs_paper=True, run=text_against_table),
        Lint("computed-figure-differs", needs_paper=False, run=computed_figure_differs),
        Lint("figures-disagree", needs_paper=False, run=figures_disagree),
        Lint("growth-against-levels", needs_paper=False, run=growth_against_levels),
        Lint("part-above-whole", needs_paper=False, run=part_above_whole),
        Lint("plural-speakers", needs_paper=True, run=plural_speakers),
        Lint("other-speakers-same-source", needs_paper=True, run=other_speakers_same_source),
        Lint("speaker-not-author", needs_paper=False, run=speaker_not_author),
        Lint("second-hand-not-marked", needs_paper=False, run=second_hand_not_marked),
        Lint("no-url", needs_paper=False, run=no_url),
        Lint("bare-url", needs_paper=False, run=bare_url),
        Lint("undated-page", needs_paper=False, run=undated_page),
        Lint("undated-work", needs_paper=False, run=undated_work),
        Lint("landing-page", needs_paper=False, run=landing_page),
        Lint("host-not-publisher", needs_paper=False, run=host_not_publisher),
        Lint("url-shortener", needs_paper=False, run=url_shortener),
        Lint("archive-today", needs_paper=False, run=archive_today),
        Lint("two-records-one-work", needs_paper=False, run=two_records_one_work),
        Lint("unbalanced-marks", needs_paper=False, run=unbalanced_marks),
        Lint("mixed-marks", needs_paper=True, run=mixed_marks),
        Lint(
            "quotation-repeated-differently", needs_paper=False, run=quotation_repeated_differently
        ),
        Lint("same-words-two-sources", needs_paper=False, run=same_words_two_sources),
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
        Lint("uncovered-mark", needs_paper=True, run=uncovered_mark),
        Lint("uncovered-single-quotation", needs_paper=True, run=uncovered_single_quotation),
        Lint("uncovered-count", needs_paper=True, run=uncovered_count),
        Lint("uncovered-date", needs_paper=True, run=uncovered_date),
        Lint("uncovered-cell", needs_paper=True, run=uncovered_cell),
        Lint("uncovered-sentence", needs_paper=True, run=uncovered_sentence),
    )
}


def run_lints(
    corpus: Corpus,
    draft: Draft | None,
    *,
    today: date,
    also: Checked | None = None,
    off: Collection[str] = (),
) -> LintRun:
    """Run every lint that can run; without the paper (`draft` None) the others are named.

    Waivers of the corpus mark what they accept until they expire (judged by `today`); expired
    and unused ones are findings themselves. `also` are findings of checks, of which waivers
    speak as well. Rules in `off` are not run, and are named among those.
    """
    return run_all(LINTS, corpus, draft, today, also, off)
