"""Whether a sentence states its figure: it may deny or expect it, tell a change or a rate."""

from __future__ import annotations

import re
from typing import Literal

from footnoted.checks.figure_places import Place

Mood = Literal["stated", "denied", "expected", "changed", "rate", "other_currency"]

_REACH = 60
"""Characters before a figure in which a word still governs it."""

_DENIED = re.compile(
    r"(?:\b(?:not|never|nor|no|without|neither)\b|n[’']t\b"
    r"|\b(?:fell|falls|fall|falling)\s+short\s+of\b|\bshort\s+of\b|\bfailed\s+to\b|\bfar\s+from\b"
    r"|没有|未达|不到|并非|не\b)[^,;:()]*$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:will|would|could|may|might|should|forecast|forecasts|expected|expects|projected|target"
    r"|targets|aims?|planned|plans|pledged|hopes?|hoped|authorised|authorized)\b[^,;:()]*$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rises|rising|fell|fallen|fall|falls|falling|grew|grown|grows|growing"
    r"|increased?|increases|decreased?|decreases|declined?|declines|dropped|drops|jumped|jumps"
    r"|shrank|shrunk|up|down|gained|lost)\s+by\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_ASKS_CHANGE = re.compile(
    r"\b(?:growth|grew|increase|rise|rose|fall|fell|decline|drop|change|gain|loss|cut|reduction)",
    re.IGNORECASE,
)
_ASKS_FUTURE = re.compile(
    r"\b(?:offer|pledge|plan|promise|forecast|target|expect|announce|agree|loan|will|would|to be)",
    re.IGNORECASE,
)


_RATE = re.compile(
    r"\s*(?:(?:an?|per|each|every)\s+(?:second|minute|hour|day|week|month|quarter|year|person|head"
    r"|household|tonne|barrel)\b|daily\b|weekly\b|monthly\b|yearly\b|annually\b)",
    re.IGNORECASE,
)
_ASKS_RATE = re.compile(
    r"\b(?:per|daily|weekly|monthly|yearly|annual(?:ly)?|rate|price|wage|speed|capacity|output"
    r"|a day|an hour|a year|each)\b",
    re.IGNORECASE,
)
_OTHER_DOLLARS = re.compile(r"\b(?:CAD|AUD|NZD|HKD|SGD|TWD|MXN)\s?$")


def mood_of(place: Place, measure: str | None) -> Mood:
    """Return how the sentence of `place` gives its figure, beside what `measure` asks for.

    A cell of a table states its figure. A measure that itself speaks of growth, or of plans,
    asks for just such a sentence.
    """
    if place.at is None:
        return "stated"
    before = place.near[: max(0, place.start - place.at)][-_REACH:]
    after = place.near[max(0, place.quantity.end - place.at) :]
    asked = measure or ""
    if _OTHER_DOLLARS.search(before) and place.quantity.raw.startswith("$"):
        return "other_currency"
    if _RATE.match(after) and not _ASKS_RATE.search(asked):
        return "rate"
    return _by_words_before(before, asked)


def _by_words_before(before: str, asked: str) -> Mood:
    if _DENIED.search(before) and not _DENIED.search(f"{asked} "):
        return "denied"
    if _CHANGE.search(before) and not _ASKS_CHANGE.search(asked):
        return "changed"
    if _EXPECTED.search(before) and not _ASKS_FUTURE.search(asked):
        return "expected"
    return "stated"
