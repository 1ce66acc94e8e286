from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from footnoted.corpus.names import slug, unused


def test_slugs_are_the_first_words() -> None:
    """Accents go, apostrophes join, signs of notes have a word, numbers keep their points."""
    assert slug("China's main interests in Central Asia") == "chinas-main-interests-in-central"
    assert slug("Économie & État") == "economie-etat"
    assert [slug("*"), slug("†"), slug("2.14"), slug("  ")] == ["star", "dagger", "2.14", ""]


@given(st.text(max_size=40))
def test_every_slug_is_one(text: str) -> None:
    """Whatever the text, its slug is empty or fits the pattern of ids."""
    assert re.fullmatch(r"(?:[a-z0-9]+(?:[-._][a-z0-9]+)*)?", slug(text))


def test_a_taken_name_gets_a_letter() -> None:
    """The second `note-59` is `note-59-b`; behind `-z` numbers go on."""
    taken: set[str] = set()
    for _ in range(28):
        taken.add(unused("note-59", taken))
    assert {"note-59", "note-59-b", "note-59-z", "note-59-27", "note-59-28"} <= taken
