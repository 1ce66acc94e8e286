"""What an author's ellipses, brackets and cuts may do, and what a page's speakers say."""

from __future__ import annotations

import pytest

from footnoted.model.verdicts import Comparison, PartVerdict
from footnoted.quotations import compare_quotation
from footnoted.texts import read_text

PASSING = {PartVerdict.VERBATIM, PartVerdict.TYPOGRAPHIC, PartVerdict.EDITED}


def compared(quotation: str, source: str, speaker: str | None = None) -> Comparison:
    kind = "text/html; charset=utf-8" if "<" in source else "text/plain; charset=utf-8"
    text = read_text(source.encode(), kind, url="http://example.org/")
    return compare_quotation(quotation, text, speaker=speaker)


TURNED = [
    ("The bridge was … safe", "The bridge was anything but safe."),
    ("The bridge was … safe", "The bridge was less than safe."),
    ("The bridge was … wide", "The bridge was insufficiently wide."),
    ("The bridge was … safe", "The bridge was too old to be safe."),
    ("Everyone … signed the letter", "Everyone but the bishop signed the letter."),
    ("All members … voted for it", "All members, save the treasurer, voted for it."),
]


@pytest.mark.parametrize(("quotation", "source"), TURNED)
def test_a_gap_may_not_turn_the_next_word_round(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.ALTERED, "ellipsis_hides_negation")


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("The bridge was … safe", "The bridge was partly safe."),
        ("The bridge was … safe", "The bridge was once safe."),
        ("The bridge was … safe", "The bridge was believed to be safe."),
        ("The bridge was … safe", "The bridge was designed to be safe."),
        ("The bridge was … safe", "The bridge was described by its builder as safe."),
        ("The clerk … forged the letter", "The clerk was accused of having forged the letter."),
    ],
)
def test_a_gap_may_not_hide_what_weakens_the_next_word(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert found.verdict is PartVerdict.ALTERED
    assert found.reason == "ellipsis_hides_doubt"


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("The bank … poisoned the lake", "The bank sued a mill that poisoned the lake."),
        ("wages rose … 12 per cent", "wages rose while profits fell 12 per cent"),
        ("wages … rose 12 per cent", "wages fell; profits rose 12 per cent"),
        ("the duke … burned the abbey", "the duke was at court; soldiers burned the abbey"),
        ("the duke … burned the abbey", "the duke hanged those who burned the abbey"),
        ("the duke … burned the abbey", "the duke met a man whose son burned the abbey"),
        ("the wine was … sweet", "the wine was sour, the cider sweet"),
    ],
)
def test_a_gap_may_not_change_the_subject(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.UNCHECKED, "ellipsis_joins_clauses")


@pytest.mark.parametrize(
    ("quotation", "source", "message"),
    [
        ("They sold bread … and eggs", "They sold bread, milk and eggs.", "leaves out 1 word"),
        (
            "The bridge … opened in May",
            "The bridge, which had cost a lot, opened in May.",
            "5 words",
        ),
        ("The bridge … opened in May", "The bridge (the old one) opened in May.", "out 3 words"),
        ("The bridge opened … to traffic", "The bridge opened in May to traffic.", "2 words"),
        ("The bridge … opened in May", "The bridge opened in May.", "leaves out no word"),
        ("The man … built the bridge", "The man who built the bridge.", "leaves out 1 word"),
        (
            "the right to work … the right to rest",
            "the right to work; the right to strike; the right to rest",
            "4 words",
        ),
    ],
)
def test_a_whole_member_or_clause_may_be_left_out(
    quotation: str, source: str, message: str
) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.EDITED, None)
    assert message in found.message
