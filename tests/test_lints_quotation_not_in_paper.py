from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.quotation_not_in_paper import quotation_not_in_paper
from footnoted.model.finding import Finding
from lintcase import claim, corpus, paper


def found(*quotations: str, at: str = "Fishers", **fields: str) -> list[Finding]:
    records = [{"text": text} for text in quotations]
    claims = [claim("a", at, note="1", quotations=records, **fields)]
    return [*quotation_not_in_paper(Examined(corpus(claims), paper()))]


def test_exact_words_in_the_marked_sentence_are_fine() -> None:
    """The anchor may be a few words of the sentence; shapes of marks do not matter."""
    assert found("a slow goodbye to the water", '"a slow goodbye') == []


def test_changed_words_are_told_beside_the_nearest() -> None:
    """One word changed is not the paper's quotation."""
    one = found("a slow farewell to the water")[0]
    assert (one.level, one.where.claim, one.subject) == (
        "error",
        "a",
        "a slow farewell to the water",
    )
    assert one.message == "the paper does not have the quotation in these exact words"
    assert one.proof == (
        "on record: a slow farewell to the water; the paper, line 5: a slow goodbye to the water"
    )
    far = found("entirely different: 1234567890")[0]
    assert far.proof
    assert far.proof.endswith("the paper has no quotation like it")


def test_words_of_another_sentence_are_told_where_they_stand() -> None:
    """A quotation belongs to the claim that is anchored there."""
    assert found("we shall not stop")[0].message == (
        "the quotation does not stand where the claim is anchored, but in section 1, before note 3"
    )


def test_words_of_the_claims_note_are_the_papers() -> None:
    """A note may quote too."""
    assert found("On lakes") == []
    assert len(found("Ibid")) == 1


def test_without_a_sure_anchor_the_whole_paper_is_searched() -> None:
    """The anchor has a finding of its own; the quotation is not accused for it."""
    assert found("we shall not stop", at="No such words") == []
    assert len(found("no such quotation", at="No such words")) == 1


def test_a_part_of_a_word_is_no_quotation() -> None:
    """Hits are whole words."""
    assert len(found("low goodbye")) == 1
