from __future__ import annotations

import pytest

from footnoted.model.records import Anchor
from footnoted.updating.places import Hints, NewText, Place, find_place
from footnoted.updating.words import Words, likeness

BODY = (
    "The lake fell by 12 per cent in one year. Fishers call it a slow goodbye. "
    "The board spent $4.2bn on dams, and said so.\n\n"
    "Nothing of this is new. The lake is the third in the valley. The board spent little before."
)


def place(start: str, end: str | None = None, body: str = BODY, **hints: object) -> Place:
    """Return where an anchor stands in `body`."""
    return find_place(Anchor(start=start, end=end), NewText(body), Hints(**hints))  # type: ignore[arg-type]


def words(found: Place, body: str = BODY) -> str | None:
    """Return the words at a place."""
    return body[slice(*found.span)] if found.span else None


def test_one_match_stays() -> None:
    """As it is, without a look at anything else."""
    found = place("The lake fell", "one year")
    assert found.exact
    assert words(found) == "The lake fell by 12 per cent in one year"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("The lake sank", "one year"),
        ("The lake fell", "one long year"),
        ("A lake fell", "one year"),
        ("The great lake fell", "in one year"),
    ],
)
def test_slightly_changed_ends_are_found_again(start: str, end: str) -> None:
    """A word in place of another, one more, one less."""
    found = place(start, end)
    assert not found.exact
    assert words(found) is not None
    assert "fell by 12 per cent in one" in (words(found) or "")


def test_words_that_are_no_more_are_nowhere() -> None:
    """Words in common, as every text has them, are not enough."""
    assert place("Ships sailed north", "to the sea") == Place(None)
    assert place("The council", "the valley") == Place(None)


def test_two_places_are_no_place() -> None:
    """Unless something else speaks for one of them."""
    body = "The lake fell in one year. Then rain came.\n\nThe lake fell in one year. It stayed low."
    assert place("The lake fell", "one year", body) == Place(None, rivals=2)
    second = body.rindex("The lake")
    found = place(
        "The lake fell", "one year", body, between=(second - 5, len(body)), marks=(second + 26,)
    )
    assert found.span is not None
    assert found.span[0] == second


def test_a_quotation_tells_two_places_apart() -> None:
    """And a figure does, less so."""
    body = "They said it was low in May.\n\nThey said it was low in June, “so very low”."
    found = place("They said it", "was low", body, quotations=("so very low",))
    assert found == Place(None, rivals=2)
    found = place("They said it", "very low", body, quotations=("so very low",))
    assert words(found, body) == "They said it was low in June, “so very low"


def test_with_the_old_words_a_match_that_ran_on_is_seen() -> None:
    """The end words were changed; the ones that are found stand in another sentence."""
    body = "The lake fell in a single year, they say. Nobody mourned it for one year."
    old = "The lake fell in one year, they say."
    assert words(place("The lake fell", "one year", body), body) == body[:-1]
    found = place("The lake fell", "one year", body, words=old[:25])
    assert words(found, body) == "The lake fell in a single year"


def test_a_stretch_over_paragraphs_stays_where_it_matches() -> None:
    """Nothing like its ends stands in one paragraph."""
    found = place("and said so", "is new")
    assert found.exact


def test_words_found_again_are_whole_stretches_that_do_not_overlap() -> None:
    """The best first."""
    text = Words("a slow goodbye to the water, a slow farewell to the water")
    hits = text.like(["a", "slow", "goodbye", "to", "the", "water"])
    assert [text.span(one) for one in hits] == [(0, 27), (29, 57)]
    assert hits[0].score == 1
    assert 0.8 < hits[1].score < 1


def test_likeness_is_of_words_in_order() -> None:
    """From 0 to 1."""
    assert likeness("The lake, fell.", "the lake fell") == 1
    assert likeness("ships sail", "lakes fall") == 0
    assert 0.5 < likeness("the lake fell low", "the lake fell") < 1
