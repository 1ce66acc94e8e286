from __future__ import annotations

from examined_papers import brief, cite, examine, records
from footnoted.lints.unbalanced_marks import unbalanced_marks


def _told(text: str) -> int:
    return len([*unbalanced_marks(examine(f"# Lakes\n\n{text}\n"))])


def test_marks_without_a_partner_are_told() -> None:
    """Curly or straight, open or closed, and one curly that a straight one closes is a pair."""
    assert _told("She said “it rains and went home.") == 1
    assert _told("She said it rains” and went home.") == 1
    assert _told('She said "it rains and went home.') == 1
    assert _told("She said “it “rains” again.") == 1
    assert _told('She said “it rains" and "it pours” at once.') == 0
    assert _told("She said “it rains” and it’s “true”.") == 0
    notes = [cite("1", "ash", "Ash, Beyond “the lake, 2012")]
    assert brief(unbalanced_marks(records({"id": "ash"}, notes=notes)))[0][0] == "warning"


def test_quotations_over_paragraphs_inches_and_other_tongues_are_left_alone() -> None:
    """Each paragraph of a long quotation opens it anew, and only the last closes it."""
    assert _told("She said: “it rains.\n\n“It pours.”") == 0
    assert _told('A pipe of 12" crosses the lake.') == 0
    assert _told("Er sagte „es regnet“ und ging.") == 0
