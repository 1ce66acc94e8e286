from __future__ import annotations

from footnoted.lints.examined import Examined
from footnoted.lints.figure_not_in_paper import figure_not_in_paper
from footnoted.model.finding import Finding
from lintcase import claim, corpus, paper


def found(*raws: str, at: str = "The board spent $4.2bn", note: str = "2") -> list[Finding]:
    claims = [claim("a", at, note=note, figures=[{"raw": raw} for raw in raws])]
    return [*figure_not_in_paper(Examined(corpus(claims), paper()))]


def test_figures_of_the_stretch_and_of_its_table_are_fine() -> None:
    """As printed in the marked sentence, or as a cell of a table that hangs on the note."""
    assert found("$4.2bn", "31.5") == []


def test_other_figures_are_told() -> None:
    """A figure of another sentence is told where it stands; a part of a number is none."""
    one, two, three = found("7 villages", "$4", "4.2")
    assert (one.level, one.subject, one.message) == (
        "error",
        "7 villages",
        "'7 villages' does not stand where the claim is anchored",
    )
    assert one.proof == "it stands in section 2, after the last note"
    assert two.proof == "the paper's text does not have it in these words"
    assert three.subject == "4.2"


def test_cells_of_another_notes_table_do_not_count() -> None:
    """The table must hang on a note of the claim."""
    assert len(found("31.5", note="1")) == 1


def test_without_a_sure_anchor_the_whole_paper_is_searched() -> None:
    """The anchor has a finding of its own."""
    assert found("7 villages", at="No such words") == []
