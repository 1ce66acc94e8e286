from __future__ import annotations

from examined_papers import brief, examine
from footnoted.lints.plural_speakers import plural_speakers

TEXT = """# Lakes

{}<sup>1</sup>

<sup>1</sup> *Waters of peace*, Speech by Ada Reed, 2 May 2012
"""
ONE = {"type": "speech", "author": [{"family": "Reed", "given": "Ada"}]}


def test_several_speakers_on_one_speech_are_told() -> None:
    """Whatever the verb; the proof is the sentence."""
    for text in (
        "Some top officials have pointed out that “it rains”.",
        "Lake leaders who have stressed peace come first.",
        "Peace is praised in statements by lake leaders.",
        "According to senior officials, “it rains”.",
    ):
        (found,) = plural_speakers(examine(TEXT.format(text), n1=ONE))
        assert (found.level, found.confidence, found.where.note) == ("warning", "medium", "1"), text
        assert found.proof == text


def test_one_speaker_and_news_are_left_alone_and_scholars_a_hint() -> None:
    """A journalist may have asked several; a scholar may sum them up."""
    text = TEXT.format("Lake officials said that “it rains”.")
    assert brief(plural_speakers(examine(text, n1=ONE | {"type": "article-newspaper"}))) == []
    assert brief(plural_speakers(examine(text, n1=ONE | {"type": "report"}))) == [
        ("info", "low", "Lake officials")
    ]
    two = ONE | {"author": [*ONE["author"], {"family": "Elm"}]}
    assert brief(plural_speakers(examine(text, n1=two))) == []
    for words in (
        "Reed said that “it rains”.",
        "Officials said it pours, and Reed that “it rains”.",
        "The officials' boats said nothing to say.",
    ):
        assert brief(plural_speakers(examine(TEXT.format(words), n1=ONE))) == [], words
