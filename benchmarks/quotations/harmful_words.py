"""Words that are not the source's, or not in its order. None of these may pass."""

# ruff: noqa: SIM905 - word lists read better as prose

# ruff: noqa: D401 - a mutation's docstring names what comes of it

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise

from benchmarks.quotations.passages import sentences
from benchmarks.quotations.scene import ALTERED, Kind, Made, Scene
from benchmarks.quotations.words import (
    CJK,
    DANGEROUS,
    FUNCTION,
    HEDGES,
    OPPOSITES,
    SPELLING,
    TENSES,
    WORD,
    choice,
    dropped,
    replaced,
    spans,
)

_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]{3,}\b")
_IRREGULAR = frozenset("news series species means this does goes his its was has".split())


def _content(scene: Scene) -> list[tuple[int, int]]:
    """Return the spans of content words: long, lower case, no small word or negation."""
    found = [m.span() for m in re.finditer(r"\b[^\W\d_]{5,}\b", scene.text)]
    return [
        (a, b)
        for a, b in found
        if scene.text[a:b].islower()
        and scene.text[a:b] not in DANGEROUS
        and scene.text[a:b] not in FUNCTION
        and scene.text[a - 1 : a] not in {"-", "'", "’", "."}
        and scene.text[b : b + 1] not in {"-", "'", "’", "("}
    ]


def _other_word(scene: Scene, old: str) -> str | None:
    words = scene.passage.reading.words
    for _ in range(12):
        new = scene.luck.choice(words) if words else old
        alike = SequenceMatcher(None, old, new).ratio() > 0.6 or SPELLING.get(old) == new
        if not alike and not CJK.search(new):
            return new
    return None


def word_swapped(scene: Scene) -> Made | None:
    """A content word replaced by another one of the document."""
    span = None if CJK.search(scene.text) else choice(scene.luck, _content(scene))
    new = _other_word(scene, scene.text[span[0] : span[1]]) if span else None
    return Made(replaced(scene.text, span, new)) if span and new else None


def word_dropped(scene: Scene) -> Made | None:
    """A content word left out."""
    span = None if CJK.search(scene.text) else choice(scene.luck, _content(scene))
    return Made(dropped(scene.text, span)) if span else None


def word_added(scene: Scene) -> Made | None:
    """A content word put in."""
    span = None if CJK.search(scene.text) else choice(scene.luck, _content(scene))
    new = _other_word(scene, scene.text[span[0] : span[1]]) if span else None
    return Made(f"{scene.text[: span[0]]}{new} {scene.text[span[0] :]}") if span and new else None


def _from_table(scene: Scene, table: dict[str, str]) -> Made | None:
    span = choice(scene.luck, spans(WORD, scene.text, table))
    if span is None or scene.passage.language != "en":
        return None
    return Made(replaced(scene.text, span, table[scene.text[span[0] : span[1]].lower()]))


def function_swapped(scene: Scene) -> Made | None:
    """`and` to `or`, `may` to `must`, `before` to `after`."""
    return _from_table(scene, FUNCTION)


def opposite(scene: Scene) -> Made | None:
    """`more` to `less`, `increase` to `decrease`."""
    return _from_table(scene, OPPOSITES)


def tense(scene: Scene) -> Made | None:
    """`is` to `was`, `will` to `would`."""
    return _from_table(scene, TENSES)


def hedge_dropped(scene: Scene) -> Made | None:
    """`perhaps`, `almost`, `usually` left out."""
    span = choice(scene.luck, spans(WORD, scene.text, HEDGES))
    ok = span and scene.passage.language == "en"
    return Made(dropped(scene.text, span)) if ok and span else None


def number_of_noun(scene: Scene) -> Made | None:
    """`worker` to `workers`, and back; only where the document has both."""
    words = frozenset(scene.passage.reading.words)
    found = []
    for a, b in _content(scene):
        old = scene.text[a:b]
        new = old[:-1] if old.endswith("s") else f"{old}s"
        if new in words and old not in _IRREGULAR and not new.endswith("ss"):
            found.append((a, b))
    span = choice(scene.luck, found)
    if span is None or scene.passage.language != "en":
        return None
    old = scene.text[span[0] : span[1]]
    return Made(replaced(scene.text, span, old[:-1] if old.endswith("s") else f"{old}s"))


def name_swapped(scene: Scene) -> Made | None:
    """A name replaced by another one of the document."""
    span = choice(scene.luck, spans(_NAME, scene.text))
    names = scene.passage.reading.names
    if span is None or len(names) < 2:
        return None
    new, old = scene.luck.choice(names), scene.text[span[0] : span[1]]
    alike = SequenceMatcher(None, old, new).ratio() > 0.6
    return None if alike else Made(replaced(scene.text, span, new))


def name_dropped(scene: Scene) -> Made | None:
    """A name left out."""
    span = choice(scene.luck, spans(_NAME, scene.text))
    return Made(dropped(scene.text, span)) if span else None


def characters_changed(scene: Scene) -> Made | None:
    """One Chinese or Japanese character replaced by another of the passage."""
    places = [m.start() for m in CJK.finditer(scene.text)]
    if len(places) < 8:
        return None
    place, other = scene.luck.sample(places, 2)
    if scene.text[place] == scene.text[other]:
        return None
    return Made(scene.text[:place] + scene.text[other] + scene.text[place + 1 :])


def character_dropped(scene: Scene) -> Made | None:
    """One Chinese character left out."""
    places = [m.start() for m in re.finditer(r"[\u4e00-\u9fff]", scene.text)]
    if len(places) < 8:
        return None
    place = scene.luck.choice(places)
    return Made(scene.text[:place] + scene.text[place + 1 :])


def bracket_opposite(scene: Scene) -> Made | None:
    """A word replaced by its opposite in brackets."""
    span = choice(scene.luck, spans(WORD, scene.text, OPPOSITES))
    if span is None or scene.passage.language != "en":
        return None
    new = OPPOSITES[scene.text[span[0] : span[1]].lower()]
    return Made(f"{scene.text[: span[0]]}[{new}]{scene.text[span[1] :]}")


def bracket_name(scene: Scene) -> Made | None:
    """A name replaced by another one in brackets."""
    made = name_swapped(scene)
    if made is None:
        return None
    old, new = scene.text.split(" "), made.quotation.split(" ")
    if len(old) != len(new):
        return None
    pieces = [
        b if a == b else re.sub(r"^(\W*)(\w+)", r"\1[\2]", b) for a, b in zip(old, new, strict=True)
    ]
    return Made(" ".join(pieces))


def adjacent_swapped(scene: Scene) -> Made | None:
    """Two content words side by side in the other order."""
    found = _content(scene)
    pairs = [
        (a, b)
        for a, b in pairwise(found)
        if scene.text[a[1] : b[0]] == " " and scene.text[a[0] : a[1]] != scene.text[b[0] : b[1]]
    ]
    if not pairs or CJK.search(scene.text):
        return None
    first, second = scene.luck.choice(pairs)
    words = f"{scene.text[second[0] : second[1]]} {scene.text[first[0] : first[1]]}"
    return Made(scene.text[: first[0]] + words + scene.text[second[1] :])


def words_exchanged(scene: Scene) -> Made | None:
    """Two content words of one sentence, each in the other's place."""
    found = _content(scene)
    if len(found) < 4 or CJK.search(scene.text):
        return None
    (a, b), (c, d) = sorted(scene.luck.sample(found, 2))
    first, second = scene.text[a:b], scene.text[c:d]
    if SequenceMatcher(None, first, second).ratio() > 0.6:
        return None
    return Made(scene.text[:a] + second + scene.text[b:c] + first + scene.text[d:])


def _halves(scene: Scene) -> tuple[str, str] | None:
    words = scene.text.rstrip(".").split(" ")
    if len(words) < 10 or CJK.search(scene.text):
        return None
    middle = len(words) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])


def halves_reversed(scene: Scene) -> Made | None:
    """The second half, an ellipsis, the first half."""
    halves = _halves(scene)
    return Made(f"{halves[1]} … {halves[0]}") if halves else None


def sentences_reversed(scene: Scene) -> Made | None:
    """Two sentences in the other order, with an ellipsis or without."""
    cuts = sentences(scene.text)
    if len(cuts) < 2 or min(b - a for a, b in cuts[:2]) < 20:
        return None
    first, second = (scene.text[a:b] for a, b in cuts[:2])
    return Made(f"{second}{scene.luck.choice((' ', ' … ', ' [...] '))}{first}")


WORDS: dict[str, Kind] = {
    name: Kind(family, make, ALTERED)
    for family, name, make in (
        ("word", "word_swapped", word_swapped),
        ("word", "word_dropped", word_dropped),
        ("word", "word_added", word_added),
        ("word", "function_swapped", function_swapped),
        ("word", "opposite", opposite),
        ("word", "tense", tense),
        ("word", "hedge_dropped", hedge_dropped),
        ("word", "number_of_noun", number_of_noun),
        ("word", "name_swapped", name_swapped),
        ("word", "name_dropped", name_dropped),
        ("word", "character_changed", characters_changed),
        ("word", "character_dropped", character_dropped),
        ("word", "bracket_opposite", bracket_opposite),
        ("word", "bracket_name", bracket_name),
        ("order", "adjacent_swapped", adjacent_swapped),
        ("order", "words_exchanged", words_exchanged),
        ("order", "halves_reversed", halves_reversed),
        ("order", "sentences_reversed", sentences_reversed),
    )
}
"""Classes about words and their order by name."""
