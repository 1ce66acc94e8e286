from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.uncovered_mark import uncovered_mark
from footnoted.model.draft import Mark
from lintcase import BODY, at, claim, corpus, mark, paper

AGAIN = Mark("1", at("The lake is the third"), BODY.index("The lake is"), at("from it."), "2", 6)
TWICE = paper(marks=(*paper().marks, AGAIN))


def test_each_mark_of_a_note_is_looked_at() -> None:
    """A claim at the first mark does not cover the second one."""
    claims = [claim("a", "Fishers call it", note="1")]
    found = [*uncovered_mark(Examined(corpus(claims), TWICE))]
    assert [(one.level, one.where.line, one.where.note) for one in found] == [
        ("info", 5, "2"),
        ("info", 5, "3"),
        ("info", 6, "1"),
    ]
    assert found[0].message == "the mark of note 2 is not covered: nothing is on record of it"


def test_a_claim_on_several_sentences_covers_its_paragraph() -> None:
    """With `note-scope: several` the claim may stand in another sentence than the mark."""
    draft = paper(marks=(mark("1", "to the water”", "Fishers", "to the water”."),))
    there = claim("a", "The lake fell", note="1")
    assert len([*uncovered_mark(Examined(corpus([there]), draft))]) == 1
    wide = {**there, "note-scope": "several"}
    assert [*uncovered_mark(Examined(corpus([wide]), draft))] == []


def test_a_mark_in_a_caption_needs_a_claim_on_its_note() -> None:
    """It stands in no sentence."""
    draft = paper(marks=(Mark("2", 10, 10, 10, "1", 7),))
    assert len([*uncovered_mark(Examined(corpus(), draft))]) == 1
    claims = [claim("a", "The lake fell", note="2")]
    assert [*uncovered_mark(Examined(corpus(claims), draft))] == []


def test_a_mark_behind_an_exempted_stretch_is_exempt() -> None:
    """As the note itself is."""
    draft = paper(marks=(mark("2", "on dams", "The board spent $", "at last."),))
    exempt = [{"at": {"start": "The board spent $4.2bn", "end": "on dams"}, "reason": "known"}]
    assert [*uncovered_mark(Examined(corpus(exemptions=exempt), draft))] == []
