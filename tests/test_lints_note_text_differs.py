from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.note_text_differs import note_text_differs
from footnoted.model.finding import Finding
from lintcase import corpus, paper


def found(text: str) -> list[Finding]:
    notes = [{"id": "1", "text": text}, {"id": "2", "status": "missing"}]
    return [*note_text_differs(Examined(corpus(notes=notes), paper()))]


def test_a_text_that_is_not_the_printed_one_is_told() -> None:
    """Both texts are shown; blanks and shapes of quotation marks do not count."""
    one = found("Ash, On rivers")[0]
    assert (one.level, one.where.note) == ("error", "1")
    assert one.proof == "on record: Ash, On rivers; printed: Ash, On lakes"
    assert found("Ash,  On\n lakes") == []


def test_a_text_for_a_note_that_is_not_printed_is_told() -> None:
    """Nobody may invent a note."""
    notes = [{"id": "3", "text": "Ash, again"}]
    found = [*note_text_differs(Examined(corpus(notes=notes), paper()))]
    assert found[0].proof == "on record: Ash, again; printed: not printed"
