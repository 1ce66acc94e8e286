"""Words in quotation marks."""

from __future__ import annotations

import pytest

from footnoted.papers.quoting import find_quotations


def quoted(text: str) -> list[tuple[str, str]]:
    return [(found.text, found.marks) for found in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('a "b c", d', [("b c", "double")]),
        ("a “b c.” d", [("b c.", "double")]),
        ('a “b c" d', [("b c", "double")]),
        ("„b c“ d", [("b c", "double")]),
        ("a 'b c' d", [("b c", "single")]),
        ("a ‘b c’ d", [("b c", "single")]),
        ("China's states’ rights aren't o'clock", []),
        ("they claim 'states' rights'.", [("states' rights", "single")]),
        ("develop 'people-to-people ties' China's way", [("people-to-people ties", "single")]),
        ("back in the '90s and '00s", []),
        ("a \"b 'c d' e\" f", [("b 'c d' e", "double")]),
        ("“for states’ growth”, and “it”", [("for states’ growth", "double"), ("it", "double")]),
        ('("b c")', [("b c", "double")]),
        ('a "b"; "c"; d', [("b", "double"), ("c", "double")]),
        ("«b c» d", [("b c", "double")]),
        ("'safe'? 'sound'.", [("safe", "single"), ("sound", "single")]),
    ],
)
def test_quotations_and_apostrophes(text: str, found: list[tuple[str, str]]) -> None:
    """Straight, curly and foreign marks; apostrophes and possessives are no marks."""
    assert quoted(text) == found


def test_spans_are_the_words_without_the_marks() -> None:
    """Offsets name the words in the text."""
    text = 'He said "yes, no" then.'
    (found,) = find_quotations(text)
    assert text[found.start : found.end] == found.text == "yes, no"


def test_an_unbalanced_mark_swallows_nothing_beyond_its_paragraph() -> None:
    """A mark without a partner opens nothing; the next paragraph is read as usual."""
    assert quoted('a "b c d.\n\nNext "e" f.') == [("e", "double")]
    assert quoted("a “b c d “e f” g.\n\nNext “h” i.") == [("e f", "double"), ("h", "double")]


def test_a_quotation_of_several_paragraphs_is_one() -> None:
    """Each paragraph opens again and only the last one closes."""
    assert quoted("He said: “One.\n\n“Two.\n\n“Three.” End.") == [("One. Two. Three.", "double")]


def test_doubles_inside_singles_are_found_too() -> None:
    """A double quotation is never lost in a single one."""
    assert ("b", "double") in quoted("'a \"b\" c' d")


def test_ten_thousand_marks_end_quickly() -> None:
    """Hostile runs of marks take no time to speak of."""
    for hostile in ('"' * 10000, " '" * 10000, "“" * 10000, '" ' * 10000, "s' a" * 5000):
        find_quotations(hostile)
