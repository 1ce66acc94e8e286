"""`footnoted.reports.overview`: what every format shows first."""

from __future__ import annotations

import pytest

import sample_reports
from footnoted.model.report import NotRunDoc
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports import overview


def test_claims_come_worst_first_and_those_to_review_lead() -> None:
    """DESIGN's order of verdicts; among equals a flagged one first, else the paper's order."""
    ids = [claim.id for claim in overview.worst_first(sample_reports.sample_claims())]
    assert ids == [
        "accounts-published",
        "ferry-passengers-2012",
        "boats-lost",
        "tides-wall",
        "no-boat-home",
        "draft-7f",
        "catch-1998",
        "sea-feeds-coasts",
        "nets-mended",
    ]


def test_notes_hold_if_found_now_or_then() -> None:
    """Two supported and one supported then, of eleven."""
    assert overview.notes_holding(sample_reports.sample_report()) == 3
    assert overview.notes_holding(sample_reports.offline_report()) == 0


def test_a_new_open_error_fails_and_nothing_else_does() -> None:
    """Known, waived or lesser findings do not; one without a history counts as new."""
    make = sample_reports.finding
    assert overview.fails(make("r", "error", "m", news="new"))
    assert overview.fails(make("r", "error", "m", news=None))
    assert not overview.fails(make("r", "error", "m", news="persisting"))
    assert not overview.fails(make("r", "error", "m", news="new", waived=True))
    assert not overview.fails(make("r", "warning", "m", news="new"))


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        ("sea-feeds-coasts", "3 of 3 parts found in the cited page; "),
        ("nets-mended", "1 of 1 part found in a local copy; "),
        (
            "catch-1998",
            "1 of 1 part found in an archived copy of 2 March 2013; the cited page is gone; ",
        ),
    ],
)
def test_a_supported_claim_says_where_and_that_its_statement_was_not_judged(
    claim: str, line: str
) -> None:
    """The basis, and the day of a memento, are part of the sentence."""
    doc = next(one for one in sample_reports.sample_claims() if one.id == claim)
    assert overview.claim_line(doc) == line + "the statement itself was not judged."


def test_a_claim_that_was_not_compared_claims_no_comparison() -> None:
    """`0 of 1 part found` would accuse a source that nobody read."""
    lines = {one.id: overview.claim_line(one) for one in sample_reports.sample_claims()}
    assert lines["boats-lost"] == "The page was read whole. 0 of 1 part found."
    assert lines["tides-wall"] == "The site asks for a login and there is no archived copy."


def test_what_is_not_there_is_said_once() -> None:
    """`0 of 1 part found` after `1 part not in the source` tells nothing."""
    said = "1 part not in the source: read on the cited page"
    make, absent = sample_reports.claim, sample_reports.ABSENT
    gone = make("c", ClaimVerdict.NOT_FOUND, (absent,), message=said)
    assert overview.claim_line(gone) == said + "."
    half = make("c", ClaimVerdict.NOT_FOUND, (absent, sample_reports.VERBATIM), message=said)
    assert overview.claim_line(half) == said + ". 1 of 2 parts found."


def test_the_verb_agrees_with_the_notes_that_hold() -> None:
    """One note holds, none or several hold."""
    good, bad = ClaimVerdict.SUPPORTED, ClaimVerdict.MISMATCH
    for verdicts, verb in (((good,), "holds"), ((good, bad), "holds"), ((good, good), "hold")):
        notes = [sample_reports.note(str(n), "x", verdict) for n, verdict in enumerate(verdicts)]
        assert overview.hold_verb(sample_reports.report(notes=notes)) == verb


def test_support_on_stand_ins_is_counted_apart() -> None:
    """A local copy is not the cited page, and the overview says how many rest on one."""
    assert overview.stand_ins(sample_reports.sample_report()) == ["1 only in a local copy"]
    assert overview.stand_ins(sample_reports.empty_report()) == []


def test_a_wrong_claim_without_a_finding_is_not_lost() -> None:
    """It is named, so that formats made of findings can show it."""
    claim = sample_reports.claim("alone", ClaimVerdict.MISMATCH, (sample_reports.DISAGREES,))
    assert overview.unspoken_claims(sample_reports.report((claim,))) == [claim]
    assert overview.unspoken_claims(sample_reports.sample_report()) == []


def test_a_memento_s_time_is_its_own_or_its_address_s_stamp() -> None:
    """Memento-Datetime first; the stamp of 14 digits else; nothing for other evidence."""
    make = sample_reports.evidence
    stamped = "https://archive.example/web/20130302101500id_/http://a.example/"
    assert overview.memento_time(make("memento", url=stamped)) == "2013-03-02T10:15:00+00:00"
    assert overview.memento_time(make("memento", url=stamped, memento_at="2013-03-03")) == (
        "2013-03-03"
    )
    assert overview.memento_time(make("memento", url="https://a.example/99999999999999/x")) is None
    assert overview.memento_time(make("cited", url=stamped)) is None


def test_times_are_words_and_odd_ones_stay() -> None:
    """ISO 8601 in, a date that no reader takes for another out."""
    assert overview.day("2026-11-24") == "24 November 2026"
    assert overview.minute("2026-11-24T16:40:00+01:00") == "24 November 2026, 15:40 UTC"
    assert overview.minute("soon") == overview.day("soon") == "soon"


def test_notes_that_need_an_editor() -> None:
    """Wrong or unreadable sources, odd states and findings; holding notes are left out."""
    notes = overview.attention_notes(sample_reports.sample_report())
    assert [note.label for note in notes] == ["2", "3", "4", "7", "9", "10", "11"]


def test_a_draft_is_named_by_what_is_on_record() -> None:
    """Twenty drafts in a row can be told apart."""
    quotation = sample_reports.VERBATIM
    draft = sample_reports.claim("d", ClaimVerdict.SUPPORTED, (quotation,), says=None)
    title = "Draft: not yet stated (“a sea that feeds three coasts”)"
    assert overview.claim_title(draft) == title
    bare = draft.model_copy(update={"parts": ()})
    assert overview.claim_title(bare) == "Draft: not yet stated (d)"


def test_a_note_that_a_line_begins_with_is_not_named_twice() -> None:
    """Only its own name is left out, whole."""
    found = sample_reports.finding("missing-note", "error", "note 1 is not printed")
    assert overview.beside_note(found, "1") == "is not printed"
    assert overview.beside_note(found, None) == "note 1 is not printed"
    assert overview.beside_note(found, "12") == "note 1 is not printed"


def test_lints_that_did_not_run_are_told_by_reason() -> None:
    """Each reason once, in the order of the lints."""
    odd = NotRunDoc(rule="off", why="switched off")
    first, *rest = sample_reports.without_paper(3)
    report = sample_reports.sample_report(not_run=(first, odd, *rest))
    assert overview.not_run(report) == [
        ("needs the paper: give it with --paper", ["lint-1", "lint-2", "lint-3"]),
        ("switched off", ["off"]),
    ]


def test_offline_links_and_other_addresses_are_counted_apart() -> None:
    """As online: the count is that of the table of links."""
    report = sample_reports.offline_report()
    other = report.links[0].model_copy(update={"basis": "alternate"})
    report = report.model_copy(update={"links": (report.links[0], other, other)})
    assert overview.links_words(report) == "0 of 1 link and 2 other addresses looked at"


def test_a_run_that_compared_nothing_says_so() -> None:
    """All unchecked is neither wrong nor right."""
    assert overview.compared(sample_reports.sample_report())
    assert not overview.compared(sample_reports.offline_report())
    assert overview.tally(sample_reports.offline_report()) == ["11 could not be checked"]
