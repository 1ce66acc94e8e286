from __future__ import annotations

from typing import Any

from examined_papers import brief, cite, records
from footnoted.lints.quotation_repeated_differently import quotation_repeated_differently

WORDS = "the lake is the mother of all the fish"


def _told(first: str, second: str, other: str = "ash") -> Any:
    claims = [
        {"id": f"c{number}", "at": {"start": "x"}, "note": note, "quotations": [{"text": text}]}
        for number, note, text in ((1, "1", first), (2, "2", second))
    ]
    notes = [cite("1", "ash"), cite("2", other)]
    made = records({"id": "ash"}, {"id": "elm"}, notes=notes, claims=claims)
    return brief(quotation_repeated_differently(made))


def test_one_quotation_in_two_wordings_is_told() -> None:
    """A word or two, changed, added or left out inside."""
    for second in (
        "the lake is the father of all the fish", "the lake is the old mother of all the fish",
        "the lake is mother of all the fish",
    ):  # fmt: skip
        assert _told(WORDS, second) == [("warning", "medium", second)]


def test_shorter_edited_or_other_quotations_are_not() -> None:
    """Beginning or ending elsewhere is no other wording; an ellipsis says what it does."""
    for second in (
        WORDS, WORDS.upper() + ".", "lake is the mother of all the fish",
        "the lake is [the] father of all the fish", "the lake is ... mother of all the fish",
        "the fish is the mother of some lake", "the river was no mother to the birds at all",
    ):  # fmt: skip
        assert _told(WORDS, second) == [], second
    assert _told(WORDS, "the lake is the father of all the fish", other="elm") == []
