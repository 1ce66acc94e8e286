from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.uncovered_quotation import uncovered_quotation
from lintcase import claim, corpus, paper, quotation, said


def test_a_quotation_that_no_reviewed_claim_holds_is_told() -> None:
    """With its words for proof, its first note, and the draft that has it."""
    draft = {
        "id": "draft",
        "at": {"start": "the minister said", "end": "at last"},
        "quotations": [{"text": "we shall not stop"}],
    }
    found = [*uncovered_quotation(Examined(corpus([draft]), paper()))]
    assert said(found) == [
        ("warning", "lake.md:5:1", "a quotation is not covered: nothing is on record of it"),
        (
            "warning",
            "lake.md:5:1",
            (
                "a quotation is not covered: only claim 'draft' (claims.yaml:1:1) has it, which "
                "nobody has reviewed"
            ),
        ),
    ]
    assert (found[0].where.note, found[0].subject) == ("1", "a slow goodbye to the water")


def test_the_same_words_in_a_reviewed_claim_cover_it() -> None:
    """Punctuation at the ends does not count; other words, or another place, do not cover."""
    covering = claim("a", "Fishers", quotations=[{"text": "a slow goodbye to the water."}])
    other = claim("b", "Fishers", quotations=[{"text": "we shall not stop"}])
    found = [*uncovered_quotation(Examined(corpus([covering, other]), paper()))]
    assert [one.subject for one in found] == ["we shall not stop"]


def test_single_marks_and_exempt_quotations_are_not_due() -> None:
    """Single marks are often scare quotes; an exemption says why nothing is recorded."""
    quotations = (
        quotation("we shall not stop", "3", marks="single"),
        quotation("a slow goodbye to the water", "1"),
    )
    exempt = [{"at": {"start": "Fishers", "end": "water”"}, "reason": "a figure of speech"}]
    examined = Examined(corpus(exemptions=exempt), paper(quotations=quotations))
    assert [*uncovered_quotation(examined)] == []
