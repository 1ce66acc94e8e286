"""Number words, parts and multiples of German, French, Spanish and Russian."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from footnoted.model.quantity import Quantity
from footnoted.quantities.foreign_words import (
    HALVES,
    MULTIPLES,
    PARTS,
    SCALES,
    STOP_WORDS,
    WORDS,
)
from footnoted.quantities.words import Spelled

_SAMPLE = 3000
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_STOPS = {language: frozenset(words.split()) for language, words in STOP_WORDS.items()}
_GAP = re.compile(r"[ \u00a0](?:et|y)[ \u00a0]|-et-|[ \u00a0-]")
_PARTS = {
    language: [(re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE), value) for words, value in rows]
    for language, rows in PARTS.items()
}
_MULTIPLES = {
    language: [(re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE), value) for words, value in rows]
    for language, rows in MULTIPLES.items()
}
_HALVES = {
    language: [(re.compile(words, re.IGNORECASE), Decimal(value)) for words, value in rows]
    for language, rows in HALVES.items()
}
_GERMAN = re.compile(
    r"(?:(?P<thousands>\w*?)tausend(?:und)?)?(?:(?P<hundreds>[a-zß]*?)hundert(?:und)?)?(?P<rest>\w*)"
)
_STEP = Decimal("0.01")


@lru_cache(maxsize=256)
def language_of(text: str) -> str | None:
    """Return `de`, `fr`, `es` or `ru` where the text's first words are rather that than English."""
    sample = text[:_SAMPLE]
    letters = len(_CYRILLIC.findall(sample))
    if letters:
        return "ru" if letters * 2 > sum(map(str.isalpha, sample)) else None
    words = _WORD.findall(sample.lower())
    counts = {name: sum(word in stops for word in words) for name, stops in _STOPS.items()}
    numbers = {
        name: sum(word in WORDS[name] or word in SCALES[name] for word in words) for name in WORDS
    }
    best = max(counts, key=lambda name: (counts[name], numbers.get(name, 0)))
    return best if best != "en" and counts[best] > counts["en"] else None


@lru_cache(maxsize=8)
def seed(language: str) -> re.Pattern[str]:
    """Return the pattern that finds where a number, in digits or words, may begin."""
    words = sorted({*WORDS[language], *SCALES[language], *_FIRST[language]}, key=len, reverse=True)
    open_end = r"\w*" if language == "de" else ""
    return re.compile(rf"\d|(?<!\w)(?:{'|'.join(words)}){open_end}(?!\w)", re.IGNORECASE)


_FIRST = {
    "de": [
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "die",
        "halbe",
        "halber",
        "ein",
        "halbes",
        "anderthalb",
        "doppelt",
        "das",
    ],
    "fr": ["un", "une", "la", "le", "les", "moitié", "demi-heure", "demi"],
    "es": ["un", "una", "la", "el", "medio", "media", "mitad"],
    "ru": [
        "половина",
        "половины",
        "половину",
        "треть",
        "четверть",
        "полтора",
        "полторы",
        "один",
        "одна",
    ],
}


def read_part(text: str, start: int, language: str) -> Quantity | None:
    """Read a part of a whole (`un tiers`) or a multiple (`doppelt so`) at `start`."""
    for table, unit in ((_PARTS, None), (_MULTIPLES, "times")):
        for pattern, value in table[language]:
            found = pattern.match(text, start)
            if found:
                end = found.end()
                number = Decimal(value.partition("/")[0]) / Decimal(value.partition("/")[2] or 1)
                step = _STEP if unit is None else Decimal(1)
                raw = text[start:end]
                return Quantity(raw, start, end, number, None, None, step, unit=unit, kind="ratio")
    return None


def read_words(text: str, start: int, language: str) -> Spelled | None:
    """Read the longest cardinal in words of `language` at `start`; a lone `one` is none."""
    total, group, last, end, words, position = 0, 0, 0, start, 0, start
    step = 1
    while words < 12 and (found := _WORD.match(text, position)):
        word = found.group().lower()
        scale = SCALES[language].get(word)
        value = None if scale else _value(word, language)
        if scale:
            if total and not group and scale > step:  # `mil millones`
                total *= scale
            else:
                total += (group or 1) * scale
            group, last, step = 0, 0, scale
        elif value is not None and _may_add(last, value, language):
            if value == 100 and 1 < last < 10:
                group, last = group * 100, 100
            elif last == 4 and value == 20:
                group, last = group + 76, 80
            else:
                group, last, step = group + value, value, 1
        else:
            break
        words, end = words + 1, found.end()
        gap = _GAP.match(text, end)
        if not gap:
            break
        position = gap.end()
    value = total + group
    if not words or (words == 1 and value == 1):
        return None
    return Spelled(Decimal(value), Decimal(step), end, step > 1, words)


def read_half(text: str, start: int, language: str) -> tuple[Decimal, int] | None:
    """Read `eine halbe`, `une demi-`, `media` before a unit: the number, where the unit begins."""
    for pattern, value in _HALVES[language]:
        if found := pattern.match(text, start):
            return value, found.end()
    return None


def _may_add(last: int, value: int, language: str) -> bool:
    if not last:
        return True
    if language == "fr" and ((last == 4 and value == 20) or (1 < last < 10 and value == 100)):
        return True
    if last < 10 or value == 0:
        return False
    if last < 100:
        return last % 10 == 0 and last > 10 and value < (20 if last in {60, 80} else 10)
    return value < 100


def _value(word: str, language: str) -> int | None:
    known = WORDS[language].get(word)
    if known is not None or language != "de":
        return known
    return _german(word)


def _german(word: str) -> int | None:
    """Read a German compound: `fünfundzwanzig`, `zweihundertdreißig`, `dreitausend`."""
    tens = re.fullmatch(r"(\w+)und(\w+zig|dreißig|dreissig)", word)
    if tens:
        ones, ten = (WORDS["de"].get(part) for part in tens.groups())
        return ones + ten if ones and ten and ones < 10 else None
    found = _GERMAN.fullmatch(word)
    if not found or found["thousands"] is found["hundreds"] is None:
        return None
    total = 0
    for part, size in ((found["thousands"], 1000), (found["hundreds"], 100)):
        if part is None:
            continue
        many = 1 if not part else _value(part, "de")
        if many is None:
            return None
        total += many * size
    rest = _value(found["rest"], "de") if found["rest"] else 0
    return None if rest is None else total + rest
