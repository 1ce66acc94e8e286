"""`footnoted.reports.cards`: what the page joins from the report's lists."""

from __future__ import annotations

import sample_reports
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports.cards import (
    PageView,
    anchor,
    changes,
    cut_words,
    diff_pieces,
    evidence_line,
)

VIEW = PageView(sample_reports.sample_report())


def test_ids_of_elements_are_safe_in_addresses() -> None:
    """A note called `*` or `2.14` has an id of its own."""
    assert anchor("note", "2.14") == "note-2.14"
    assert anchor("note", "*") == "note-%2A"
    assert anchor("claim", "a b/<c>") == "claim-a%20b%2F%3Cc%3E"


def test_troubles_are_wrong_claims_then_errors_that_no_claim_explains() -> None:
    """A claim's own findings are not told twice, and waived ones not at all."""
    assert [trouble.href for trouble in VIEW.troubles()] == [
        "#claim-accounts-published",
        "#claim-ferry-passengers-2012",
        "#claim-boats-lost",
        "#finding-4",
        "#finding-5",
    ]
    assert [trouble.new for trouble in VIEW.troubles()] == [True, False, True, True, False]


def test_warnings_follow_what_is_wrong() -> None:
    """An ambiguous note is no error, and still has to be looked at."""
    assert [(one.style, one.href) for one in VIEW.warnings()] == [
        ("warning", "#finding-6"),
        ("warning", "#finding-7"),
    ]


def test_only_unchecked_claims_are_heaped_and_a_bare_note_s_reason_is_kept() -> None:
    """A statement whose page was not fetched needs a person; one on a missing note, its note."""
    make = sample_reports.claim
    unchecked = ClaimVerdict.UNCHECKED
    claims = (
        make("a", unchecked, reason="offline"),
        make("b", unchecked, (sample_reports.ABSENT,), reason="offline"),
        make("c", unchecked, reason="missing_note"),
        make("d", unchecked, reason="unsourced"),
    )
    (group,) = PageView(sample_reports.report(claims)).groups()
    heaps = [([one.id for one in heap.claims], heap.folded) for heap in group.heaps()]
    assert heaps == [(["b"], False), (["c"], False), (["a"], True), (["d"], True)]
    assert [len(group.heaps()) for group in VIEW.groups()] == [1, 1, 1, 2, 1, 1]


def test_a_diff_is_said_in_words_and_long_ones_are_cut() -> None:
    """Replaced, left out, added; then how many more."""
    part = sample_reports.ALTERED
    assert changes(part) == [
        "the paper leaves out “not”",
        "the paper adds “full”",
    ]
    assert (
        changes(sample_reports.EDITED)[0]
        == "the paper has “…” where the source has “, lines and creels”"
    )
    long = part.model_copy(update={"diff": (("insert", "x", ""),) * 11})
    assert changes(long)[8:] == ["and 3 more"]
    assert changes(sample_reports.VERBATIM) == []


def test_evidence_says_its_date() -> None:
    """A page is seen, a memento archived and read, a local copy came from somewhere."""
    make = sample_reports.evidence
    assert evidence_line(make()) == "seen 24 November 2026"
    assert evidence_line(make("alternate")) == "seen 24 November 2026"
    memento = make("memento", memento_at="2013-03-02T10:15:00+00:00")
    assert evidence_line(memento) == "archived 2 March 2013, read 24 November 2026"
    assert evidence_line(make("local")) == "origin not told; read 24 November 2026"


def test_a_note_s_links_are_those_of_its_sources() -> None:
    """By source, since the corpus prints an address in more than one form."""
    report = sample_reports.sample_report()
    links = PageView(report).links_of_note(report.notes[0])
    assert [link.url for link in links] == [sample_reports.HARBOUR]


def test_words_of_a_diff_never_touch() -> None:
    """With or without the spaces in the diff; Chinese words stand together as they should."""
    bare = (("equal", "will", "will"), ("delete", "", "not"), ("equal", "publish", "publish"))
    part = sample_reports.ALTERED.model_copy(update={"diff": bare})
    assert "".join(text for _, text in diff_pieces(part)) == "will not publish"
    joined = "".join(text for _, text in diff_pieces(sample_reports.ALTERED))
    assert joined == "the harbour board will not always publish its full accounts"
    chinese = part.model_copy(update={"diff": (("equal", "贸易", "贸易"), ("replace", "量", "额"))})
    assert diff_pieces(chinese) == [("equal", "贸易"), ("del", "额"), ("ins", "量")]


def test_a_trouble_names_what_the_source_lacks() -> None:
    """An absent part has no second side; a contradicted one has both."""
    sides = {one.href: (one.paper, one.source) for one in VIEW.troubles()}
    assert sides["#claim-boats-lost"] == ("47 boats", None)
    assert sides["#claim-ferry-passengers-2012"] == ("1.2 million", "2.1 million passengers")


def test_the_same_words_on_both_sides_come_with_what_is_wrong() -> None:
    """A quotation cut short of a denial reads as its source does: the list says what was cut."""
    cut = sample_reports.ALTERED.model_copy(
        update={
            "text": "support the plan,",
            "source_wording": "Support the plan",
            "message": "the source has *did not* before it",
        }
    )
    assert cut_words(cut) == "the source has “did not” before it"
    assert cut_words(sample_reports.ALTERED) == ""
    page = PageView(
        sample_reports.report((sample_reports.claim("cut", ClaimVerdict.MISMATCH, (cut,)),))
    )
    assert page.troubles()[0].told == "the source has “did not” before it"


def test_a_finding_about_a_claim_names_the_claim_s_note() -> None:
    """An editor looks for the note, not for the record's name."""
    claim = sample_reports.claim("a", ClaimVerdict.UNCHECKED, notes=("7", "8"))
    about = sample_reports.finding(
        "x", "error", "an odd figure", at=sample_reports.where(claim="a")
    )
    note = sample_reports.finding("y", "error", "note 9 is gone", at=sample_reports.where(note="9"))
    page = PageView(sample_reports.report((claim,), findings=(about, note)))
    assert [(one.notes, one.text) for one in page.troubles()] == [
        (("7", "8"), "an odd figure"),
        (("9",), "is gone"),
    ]
