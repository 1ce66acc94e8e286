from __future__ import annotations

from examined_papers import brief, examine
from footnoted.lints.other_speakers_same_source import other_speakers_same_source

TEXT = """# Lakes

Reed has argued that “it rains”.<sup>1</sup> {} that “it pours”.<sup>2</sup>

<sup>1</sup> Reed A, *On rain*, Lake Press, 2012

<sup>2</sup> {}
"""


def test_others_on_the_same_work_are_told() -> None:
    """Others, other scholars; not those who follow another work, nor a mere next sentence."""
    for words in ("Others have argued", "Other scholars say", "Other Lake officials have stressed"):
        (found,) = other_speakers_same_source(examine(TEXT.format(words, "Ibid")))
        assert brief([found])[0][:2] == ("warning", "medium")
        assert found.where.note == "2"
    elm = "Elm B, *On storms*, Lake Press, 2011"
    assert brief(other_speakers_same_source(examine(TEXT.format("Others have argued", elm)))) == []
    assert brief(other_speakers_same_source(examine(TEXT.format("She also said", "Ibid")))) == []


def test_a_new_paragraph_sets_nobody_against_those_before() -> None:
    """Others than those of its own paragraph may be meant."""
    text = TEXT.format("Others have argued", "Ibid").replace(
        "<sup>1</sup> Others", "<sup>1</sup>\n\nOthers"
    )
    assert brief(other_speakers_same_source(examine(text))) == []
