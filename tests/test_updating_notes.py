from __future__ import annotations

import random

from footnoted.updating.notes import NoteText, Sightings, follow_notes

OLD = (
    "Ash, On lakes, 2012, p 3",
    "Ibid",
    "Birch, Tolls and how they rose, 2013",
    "Ibid",
    "Clay, Dams of the valley, 2010",
)


def notes(*texts: str | None) -> list[NoteText]:
    """Return notes of these words, numbered from 1."""
    return [NoteText(str(number), text) for number, text in enumerate(texts, start=1)]


def told(
    before: list[NoteText], now: list[NoteText], seen: Sightings | None = None
) -> list[tuple[str, str | None, str | None]]:
    """Return state, old and new id of each note."""
    return [(one.state, one.old, one.new) for one in follow_notes(before, now, seen)]


def test_the_same_notes_are_the_same() -> None:
    """Also two of the same words, and one that is not printed."""
    listed = notes(*OLD, None)
    assert {one.state for one in follow_notes(listed, listed)} == {"same"}


def test_a_note_put_in_shifts_all_behind_it() -> None:
    """Each *Ibid* stays with the note before it."""
    now = notes(OLD[0], OLD[1], "Dew, New things, 2014", *OLD[2:])
    assert told(notes(*OLD), now) == [
        ("same", "1", "1"),
        ("same", "2", "2"),
        ("renumbered", "3", "4"),
        ("renumbered", "4", "5"),
        ("renumbered", "5", "6"),
        ("new", None, "3"),
    ]


def test_notes_that_move_with_their_paragraph_are_followed() -> None:
    """An *Ibid* moves with its neighbour, against the order of the others."""
    now = notes(OLD[2], OLD[3], OLD[4], OLD[0], OLD[1])
    assert told(notes(*OLD), now) == [
        ("renumbered", "1", "4"),
        ("renumbered", "2", "5"),
        ("renumbered", "3", "1"),
        ("renumbered", "4", "2"),
        ("renumbered", "5", "3"),
    ]


def test_a_note_of_other_words_is_the_one_most_like_it() -> None:
    """Its number may change, too."""
    now = notes(
        "Dew, New things, 2014", OLD[0], OLD[1], "Birch, Tolls and how they fell, 2014", *OLD[3:]
    )
    assert told(notes(*OLD), now)[2] == ("changed", "3", "4")


def test_a_note_that_is_no_more_is_gone() -> None:
    """And the one that took its number is another."""
    now = notes(OLD[0], OLD[1], OLD[4])
    found = told(notes(*OLD), now)
    assert ("gone", "3", None) in found
    assert ("gone", "4", None) in found
    assert ("renumbered", "5", "3") in found


def test_an_ibid_follows_the_note_that_it_names() -> None:
    """Also where that note's own words changed, and the *Ibid* before it went."""
    now = notes(OLD[0], "Birch, Tolls and how they fell, 2013", OLD[3], OLD[4])
    found = told(notes(*OLD), now)
    assert found[1] == ("gone", "2", None)
    assert found[3] == ("renumbered", "4", "3")


def test_of_two_alike_the_mark_at_its_claim_decides() -> None:
    """Without it, a note is never guessed."""
    before = notes("Ash, op cit", "Dew, Old, 1999", "Ash, op cit")
    now = notes("Ash, op cit", "Elm, Fresh, 2001", "Ash, op cit")
    seen = Sightings(near={"1": frozenset({"3"})}, around={"1": frozenset({"3"})})
    assert told(before, now, seen)[0] == ("renumbered", "1", "3")
    assert told(before, now, seen)[2] == ("renumbered", "3", "1")


def test_two_that_are_equally_like_leave_it_unsure() -> None:
    """A wrong source is worse than a question."""
    before = notes("Ash, On lakes, 2012, p 3")
    now = notes("Ash, On lakes, 2012, p 4", "Ash, On lakes, 2012, p 5")
    found = told(before, now)
    assert [one[0] for one in found] == ["unsure", "new", "new"]


def test_a_note_printed_at_last_is_known_by_its_neighbours() -> None:
    """It was marked and not printed before."""
    before, now = notes(OLD[0], None, OLD[2]), notes(OLD[0], "Dew, Found, 2014", OLD[2])
    assert told(before, now)[1] == ("changed", "2", "2")


def test_no_note_is_ever_tied_to_other_words_by_chance() -> None:
    """Seeded shuffles, cuts and additions of notes with words of their own: all are followed."""
    for seed in range(40):
        rng = random.Random(seed)
        texts = [f"Work {name} of {name * 3}, page {seed}" for name in "abcdefghijklmnop"]
        kept = [one for one in texts if rng.random() > 0.2]
        rng.shuffle(kept)
        at = rng.randrange(len(kept) + 1)
        now = notes(*kept[:at], "Zorvel, Quite another title in a far land", *kept[at:])
        for fate in follow_notes(notes(*texts), now):
            if fate.old_text in kept:
                assert fate.new_text == fate.old_text
            elif fate.old is not None:
                assert fate.state in {"gone", "unsure", "changed"}
