"""Numbers written as English words: cardinals, scales, ordinals, fractions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ONES = {word: number for number, word in enumerate(_ONES.split())}
TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
SCALE_WORDS = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
"""Short scale, as English newspapers and reports have written since the 1970s."""

SCALE_LETTERS = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
AMBIGUOUS_LETTERS = frozenset("kmbt")
"""Letters that are a scale only beside a currency, or where nothing else fits."""

ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
}

DENOMINATORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "sixteenth": 16,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
DENOMINATORS |= {f"{word}s": number for word, number in DENOMINATORS.items() if word[-1] != "s"}

SCORES = {"twoscore": 40, "threescore": 60, "fourscore": 80}
_SMALL_SCALES = {"hundred": 100, "dozen": 12, "score": 20}
_MOST_GROUP = {"hundred": 100, "dozen": 100, "score": 10}
_AFTER_SCALE = frozenset({"", "hundred", "thousand", "million", "billion", "trillion"})
_WORD = re.compile(r"[A-Za-z]+")
_GAP = re.compile(r"(?: and |, |[ \u00a0]|-)(?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A cardinal in words: its value, one step of its last word, and where it ends.

    `scaled` says that a scale word was among them (`two million`); `words` counts the words.
    """

    value: Decimal
    quantum: Decimal
    end: int
    scaled: bool
    words: int


@lru_cache(maxsize=1024)
def _decimal(number: int) -> Decimal:
    """Return `number` as a Decimal; a page of number words shares the few that it has."""
    return Decimal(number)


def read_cardinal(text: str, start: int, *, one: bool = False) -> Spelled | None:
    """Read the longest cardinal in words at `start`: `five`, `one hundred and twenty-three`.

    `two and a half million` is read too. A lone scale word (`million`) is no cardinal, unless
    `one` says that an article stands before it (`a hundred and twenty`).
    """
    total, group, position, end, words = 0, int(one), start, start, 0
    last, smallest, scaled = "one" if one else "", 1, False
    before_and: Spelled | None = None
    while words < 20 and (matched := _word_at(text, position)):
        word = matched.lower()
        if not _may_follow(last, word, group):
            break
        if word in SCORES:
            group, smallest, scaled = SCORES[word], 1, True
        elif word in ONES or word in TENS:
            group, smallest = group + ONES.get(word, TENS.get(word, 0)), 1
        elif word in _SMALL_SCALES:
            group, smallest, scaled = group * _SMALL_SCALES[word], _SMALL_SCALES[word], True
        else:
            total, group = total + group * SCALE_WORDS[word], 0
            smallest, scaled = SCALE_WORDS[word], True
        last, words = word, words + 1
        end = position + len(matched)
        gap = _GAP.match(text, end)
        if not gap or (gap.group() in {" and ", ", "} and not scaled):
            break
        if gap.group() == " and ":
            before_and = Spelled(_decimal(total + group), _decimal(smallest), end, scaled, words)
        position = gap.end()
    if before_and and before_and.end < end and _another_scale(text, end):
        return before_and  # `one hundred and five hundred` are two numbers
    if not words:
        return None
    spelled = Spelled(_decimal(total + group), _decimal(smallest), end, scaled, words)
    return _and_a_half(text, spelled) or spelled


def _another_scale(text: str, end: int) -> bool:
    gap = _GAP.match(text, end)
    return gap is not None and _word_at(text, gap.end()).lower() in SCALE_WORDS


_HALF = re.compile(
    r"[ -]and[ -](?:a|one)[ -](half|quarter|third)"
    r"(?:[ -](million|billion|trillion|thousand|lakh|crore))?"
    r"(?![A-Za-z])"
)
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}


def mixed_after(text: str, end: int) -> tuple[Decimal, Decimal, int] | None:
    """Read `and a half`, `and a half million` at `end`: the part, the scale, where it ends."""
    half = _HALF.match(text, end)
    if not half:
        return None
    scale = Decimal(SCALE_WORDS.get(half.group(2) or "", 1))
    return _PARTS[half.group(1)], scale, half.end()


def _and_a_half(text: str, spelled: Spelled) -> Spelled | None:
    mixed = None if spelled.scaled else mixed_after(text, spelled.end)
    if not mixed:
        return None
    part, scale, end = mixed
    return Spelled((spelled.value + part) * scale, scale / 10, end, scale > 1, spelled.words + 3)


def _word_at(text: str, position: int) -> str:
    found = _WORD.match(text, position)
    return found.group() if found else ""


def _may_follow(last: str, word: str, group: int) -> bool:
    """Tell whether `word` goes on from `last` in one English cardinal."""
    if word in SCORES:
        return not last
    if word in ONES and (last in SCORES or last in TENS):
        return 0 < ONES[word] < (20 if last in SCORES else 10)
    if word in ONES or word in TENS:
        return last in _AFTER_SCALE
    if word in _MOST_GROUP:
        return last in ONES and last != "zero" and group < _MOST_GROUP[word]
    return word in SCALE_WORDS and bool(last) and group > 0
