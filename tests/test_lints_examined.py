from __future__ import annotations

import pytest

from footnoted.lints.examined import Examined, Paragraphs, find_in_record, same_words
from footnoted.model.records import Anchor
from lintcase import BODY, claim, corpus, paper


def test_a_stretch_goes_up_to_the_blanks_around_it() -> None:
    """Marks and stops at its ends belong to it, so that a quoted last stop is found."""
    span = Examined(corpus(), paper()).stretch(Anchor(start="a slow goodbye", end="the water"))
    assert span
    assert BODY[slice(*span)] == "“a slow goodbye to the water”."


def test_a_claim_reaches_as_far_as_the_marked_sentence() -> None:
    """An anchor may name a few words; the sentence that a mark closes is what it is about."""
    examined = Examined(corpus([claim("a", "on dams"), claim("b", "7 villages")]), paper())
    assert BODY[slice(*examined.reach["a"])].startswith("The board spent $4.2bn")
    assert BODY[slice(*examined.reach["b"])] == "7 villages"


def test_places_are_told_by_section_and_note() -> None:
    """Numbered sections by number; text before the first section and after the last note too."""
    examined = Examined(corpus(), paper(sections=paper().sections[1:]))
    assert examined.locate(0) == "before any section, before note 1"
    assert examined.locate(len(BODY) - 1) == "section 2, after the last note"


def test_paragraphs_are_counted() -> None:
    """One blank line stands between two."""
    paragraphs = Paragraphs.of("a\n\nb\n\nc")
    assert [paragraphs.number(offset) for offset in (0, 1, 3, 6)] == [0, 0, 1, 2]


def test_spellings_of_one_quotation() -> None:
    """Blanks, shapes of marks and punctuation at the ends are left aside, words are not."""
    assert same_words("It’s \n so.") == same_words("It's so")
    assert same_words("It's so") != same_words("It's not so")


def test_a_finding_names_its_record() -> None:
    """The kind of its place tells whether it is about a note, a claim or a source."""
    examined = Examined(corpus(), None)
    for key, field in ((("notes", "1"), "note"), (("sources", "ash"), "source")):
        one = find_in_record(examined, "r", "error", key, "m")
        assert getattr(one.where, field) == key[1]
        assert (one.where.file, one.where.line) == (f"{key[0]}.yaml", 1)


def test_a_paper_must_be_there_for_those_that_need_it() -> None:
    """Running such a lint without the paper is our bug, not the world's."""
    with pytest.raises(AssertionError):
        _ = Examined(corpus(), None).paper
