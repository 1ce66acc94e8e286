from __future__ import annotations

from typing import Any

from examined_papers import brief, cite, records
from footnoted.lints.speaker_not_author import speaker_not_author

SPEECH = {"id": "reed", "type": "speech", "author": [{"family": "Reed", "given": "Ada"}]}


def _told(speaker: str | None, source: dict[str, Any]) -> Any:
    quotation = {"text": "it rains"} | ({"speaker": speaker} if speaker else {})
    claim = {"id": "c", "at": {"start": "x"}, "note": "1", "quotations": [quotation]}
    return brief(speaker_not_author(records(source, notes=[cite("1", "reed")], claims=[claim])))


def test_words_of_another_on_a_speech_are_told() -> None:
    """By family name, however the speaker is called; whoever is only described is not judged."""
    assert _told("Ben Elm", SPEECH) == [("warning", "medium", "it rains")]
    for speaker in (
        "Ada Reed",
        "Reed A",
        "Minister Reed",
        "a former minister",
        "Lake Commission",
        "Foreign Ministry",
        None,
    ):
        assert _told(speaker, SPEECH) == [], speaker


def test_articles_quote_others() -> None:
    """Only speeches and interviews hold one person's words."""
    assert _told("Ben Elm", SPEECH | {"type": "article-newspaper"}) == []
    assert _told("Ben Elm", SPEECH | {"author": [{"literal": "Lake Board"}]}) == []
