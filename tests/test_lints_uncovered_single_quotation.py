from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.uncovered_single_quotation import uncovered_single_quotation
from lintcase import claim, corpus, paper, quotation

DRAFT = paper(
    quotations=(
        quotation("we shall not stop", "3", marks="single"),
        quotation("a slow goodbye to the water"),
    )
)


def test_words_in_single_marks_are_a_hint() -> None:
    """Those in double marks are another rule's."""
    found = [*uncovered_single_quotation(Examined(corpus(), DRAFT))]
    assert [(one.level, one.subject, one.where.note) for one in found] == [
        ("info", "we shall not stop", "3")
    ]


def test_a_quotation_on_record_or_an_exemption_covers_them() -> None:
    """As a quotation, or as a name that is none."""
    quoted = [
        claim("a", "the minister said", "at last", quotations=[{"text": "we shall not stop"}])
    ]
    assert [*uncovered_single_quotation(Examined(corpus(quoted), DRAFT))] == []
    exempt = [{"at": {"start": "“we shall not", "end": "stop”"}, "reason": "a scare quote"}]
    assert [*uncovered_single_quotation(Examined(corpus(exemptions=exempt), DRAFT))] == []
