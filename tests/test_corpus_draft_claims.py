from __future__ import annotations

from dataclasses import replace

import pytest

from footnoted.anchors import check_anchor
from footnoted.corpus.draft_claims import draft_claims, section_at
from footnoted.model.draft import Mark, Section
from footnoted.model.records import ClaimRecord
from footnoted.quantities import parse_figure
from lintcase import BODY, at, figure, mark, paper, quotation
from paper_help import read


def words(claim: ClaimRecord) -> str:
    span = check_anchor(claim.at, BODY)
    assert span
    return BODY[slice(*span)]


def test_each_mark_has_its_claim_with_what_hangs_on_it() -> None:
    """A sentence with two marks makes two claims, so that no note answers for another."""
    claims = {one.id: one for one in draft_claims(paper())["01-the-lake.yaml"]}
    assert [*claims] == ["s1-the-lake-fell-by", "note-1", "note-2", "note-3"]
    assert claims["note-1"].note == ("1",)
    assert claims["note-1"].quotations[0].text == "a slow goodbye to the water"
    assert claims["note-1"].quotations[0].speaker == "Fishers"
    assert words(claims["note-2"]) == "The board spent $4.2bn on dams"
    assert [one.raw for one in claims["note-2"].figures] == ["$4.2bn"]
    assert words(claims["note-3"]).startswith("and the minister")
    assert claims["note-3"].quotations[0].text == "we shall not stop"


def test_what_has_no_note_has_a_claim_without_one() -> None:
    """Figures and quotations outside of marked sentences are put by sentence."""
    files = draft_claims(paper())
    claim = files["02-the-valley.yaml"][0]
    assert (claim.id, claim.note) == ("s2-the-lake-is-the", ())
    assert words(claim) == "The lake is the third in the valley, and 7 villages lived from it"
    assert [one.raw for one in claim.figures] == ["7 villages"]


def test_a_draft_claim_says_nothing_yet() -> None:
    """What a person must add is left out; no draft looks reviewed."""
    for claims in draft_claims(paper()).values():
        assert all(claim.says is None and claim.reviewed is None for claim in claims)


def test_every_anchor_matches_once_and_reaches_its_parts() -> None:
    """The reader of a draft need not mend any anchor."""
    for claims in draft_claims(paper()).values():
        for claim in claims:
            stretch = words(claim)
            assert all(one.text in stretch for one in claim.quotations)
            assert all(one.raw in stretch for one in claim.figures)


def test_ids_are_the_same_on_every_run() -> None:
    """Nothing in a draft depends on anything but the paper."""
    assert draft_claims(paper()) == draft_claims(paper())


def test_two_notes_at_one_place_share_a_claim_and_one_note_twice_has_two() -> None:
    """Marks that stand together close the same words; a mark again closes others."""
    marks = (
        mark("1", "one year", "The lake fell", "one year."),
        mark("2", "one year", "The lake fell", "one year."),
        mark("1", "on dams", "The board spent $", "at last."),
    )
    claims = draft_claims(paper(marks=marks, quotations=(), figures=()))["01-the-lake.yaml"]
    assert [(one.id, one.note) for one in claims] == [("note-1-2", ("1", "2")), ("note-1", ("1",))]
    again = (*marks, mark("1", "at last", "The board spent $", "at last."))
    claims = draft_claims(paper(marks=again, quotations=(), figures=()))["01-the-lake.yaml"]
    assert [one.id for one in claims] == ["note-1-2", "note-1", "note-1-b"]


def test_a_mark_without_words_is_anchored_at_those_before_it() -> None:
    """A mark in a table's caption closes no sentence of the body."""
    spot = BODY.index("\n\n")
    lone = Mark("9", spot, spot, spot, "1", 7)
    claim = draft_claims(paper(marks=(lone,), quotations=(), figures=()))["01-the-lake.yaml"][0]
    span = check_anchor(claim.at, BODY)
    assert span
    assert span[1] <= spot
    assert BODY[span[1] : spot].strip(" .") == ""


def test_a_figure_keeps_its_hedge() -> None:
    """The words that make a figure vague are part of it; else the record says the hedge."""
    body = "The lake lost almost 5 km of its shore.\n\n5 km is much."
    raw = figure("7 villages").quantity
    start = body.index("5 km")

    for hedge, record in (("almost", ("almost 5 km", None)), ("up to", ("5 km", "up to"))):
        quantity = replace(raw, raw="5 km", start=start, end=start + 4, hedge=hedge)
        one = replace(figure("7 villages"), quantity=quantity)
        draft = paper(
            body=body, marks=(), quotations=(), figures=(one,), sections=(Section("1", "A", 0, 60),)
        )
        written = draft_claims(draft)["01-a.yaml"][0].figures[0]
        assert (written.raw, written.hedge) == record


def test_sections_give_the_files_their_names() -> None:
    """A chapter takes in its subsections; a paper without numbers has a file for each section."""
    numbered = (
        Section("", "Front", 0, 0),
        Section("1", "One", 0, 60),
        Section("1.1", "Sub", 60, at("at last.")),
        Section("2", "Two", at("at last."), len(BODY)),
    )
    assert [*draft_claims(paper(sections=numbered))] == ["01-one.yaml", "02-two.yaml"]
    plain = (Section("", "Front", 0, 5), Section("", "Rest", 5, len(BODY)))
    assert [*draft_claims(paper(sections=plain))] == ["01-front.yaml", "02-rest.yaml"]
    assert [*draft_claims(paper(sections=()))] == ["00-before-the-first-section.yaml"]
    inner = section_at(paper(sections=numbered), 70)
    assert inner
    assert inner.label == "1.1"


def test_single_marks_and_words_in_notes_are_left_to_people() -> None:
    """Only quotations in double marks of the running text are drafted."""
    quotations = (
        quotation("we shall not stop", "3", marks="single"),
        quotation("a slow goodbye to the water", "1", place="note"),
    )
    for claims in draft_claims(paper(quotations=quotations)).values():
        assert all(claim.quotations == () for claim in claims)


@pytest.mark.parametrize(
    ("sentence", "raw"),
    [
        ("Between 12 and 15 per cent of lakes fell.", "Between 12 and 15 per cent"),
        ("It fell by more than 12 per cent.", "more than 12 per cent"),
        ("It did not fall below 25 °C.", "25 °C"),
        ("It never rose above 25 °C.", "25 °C"),
        ("Not only lakes: more than 12 per cent fell.", "more than 12 per cent"),
    ],
)
def test_a_figure_is_drafted_so_that_it_reads_as_it_was_meant(sentence: str, raw: str) -> None:
    """A range keeps its first word, and a hedge that is denied is not taken for one."""
    (claim,) = draft_claims(read(f"## 1 A\n\n{sentence}\n"))["01-a.yaml"]
    (one,) = claim.figures
    assert one.raw == raw
    assert parse_figure(one.raw) is not None
