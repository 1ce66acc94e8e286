"""Who is quoted."""

from __future__ import annotations

import pytest

from paper_help import quotation_of, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('As Mo Linfeng said, "so it is".', "Mo Linfeng"),
        ('In May, former Premier Mo Linfeng declared the land to be "so it is".', "Mo Linfeng"),
        ('Mo Lin, former Chairman of the House of Reeds, announced "so it is".', "Mo Lin"),
        ('The Deputy Minister of Reeds, Mo Lin, stated that "so it is".', "Mo Lin"),
        ('Foreign Minister Mo Lin stressed its "so it is" and more.', "Mo Lin"),
        ('Minister Mo Lin was reported as saying that it was "so it is".', "Mo Lin"),
        ('"So it is," said Jo Doe of Upper Town.', "Jo Doe"),
        ('"So it is," Jo Doe said.', "Jo Doe"),
        ('In the words of a former cabinet minister, "so it is".', "a former cabinet minister"),
        ('As one scholar put it, "so it is".', "one scholar"),
        ('President Mo noted that "so it is". President Mo Lin left.', "Mo Lin"),
        ('He added: "so it is".', None),
        ('Analysts have argued that it is "so it is".', None),
        ('Jo Doe spoke and analysts called it "so it is".', None),
        ('Officials who met Jo Doe said "so it is".', None),
        ('The state has stated "so it is".', None),
        ('The "so it is" of old.', None),
        ('The envoys of Mo Lin said "so it is".', None),
    ],
)
def test_only_where_the_sentence_says_so(text: str, speaker: str | None) -> None:
    """Names before and behind the quotation; nobody for pronouns, groups and bystanders."""
    found = quotation_of(read(text), "so it" if "so it" in text else "So it")
    assert found.speaker == speaker


def test_the_note_may_name_who_is_quoted() -> None:
    """`X, quoted by Y in …` in the note: X speaks, also where the text names a role only."""
    note = "\n\n<sup>1</sup> Poe A, quoted by Doe J in *Fire?* LampNet, 2 May 2013\n"
    for lead in ("It is", "As one scholar put it,"):
        found = quotation_of(read(f'{lead} "so it is".<sup>1</sup>{note}'), "so")
        assert (found.speaker, found.notes) == ("Poe A", ("1",))
