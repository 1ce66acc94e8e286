"""Whether a figure of the page speaks of what the claim measures, and of the same period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from footnoted.checks.figure_places import Place
from footnoted.quantities.dates import MONTHS

Fit = Literal["full", "wide", "partial", "silent", "other", "unasked", "foreign"]
"""How well the words around a figure fit what was asked.

`full`: all of it in the same sentence or cell headers. `wide`: all of it, but some only in the
block, heading or title. `partial`: some of it. `silent`: none, and nothing against it. `other`:
something else in its place. `foreign`: another script, so words cannot tell.
"""

_GENERIC_WORDS = (
    "the a an of in on at to for from by with and or as is are was were be been its their his her "
    "this that these those both way ways total value values amount amounts number numbers figure "
    "figures level levels size sum overall all per each year time period about "
    "over between which who it than into not more most worth volume important importance"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CJK = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20|21)\d{2}(?!\d|[.,]\d)")

# Each set is one thing under several names; a measure in our words meets the page's words.
_SAME = (
    "trade commerce turnover trading trades",
    "loan loans credit credits lending lend lent lends",
    "company companies firm firms enterprise enterprises business businesses",
    "grow grew grown growth growing increase increased increases increasing rise rose rising risen",
    "fall fell fallen falling decline declined declines decrease decreased drop dropped",
    "oil petroleum crude",
    "worker workers employee employees staff",
    "person persons people individual individuals",
    "buy bought purchase purchased acquire acquired acquisition takeover",
    "police policemen",
    "soldier soldiers troops troop servicemen",
    "length long",
    "annual annually yearly",
    "country countries nation nations state states",
)
_SYNONYM = {word: words.split()[0] for words in _SAME for word in words.split()}

# A measure's word and what must not stand in its place.
_OPPOSITE_PAIRS = (
    "export import",
    "male female",
    "men women",
    "boy girl",
    "birth death",
    "grow fall",
    "inflow outflow",
    "income expenditure",
    "revenue cost",
    "profit loss",
    "urban rural",
    "asset liability",
    "minimum maximum",
    "buy sale",
    "supply demand",
    "production consumption",
    "arrival departure",
    "surplus deficit",
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es")


def stem(word: str) -> str:
    """Return what is compared of `word`: one name for synonyms, no ending, at most 8 letters."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    lower = _SYNONYM.get(lower, lower)
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= (3 if ending == "ies" else 4):
            lower = lower.removesuffix(ending)
            break
    lower = lower[:-1] if len(lower) > 3 and lower[-1] in "sey" and lower[-2] != "s" else lower
    return lower[:8]


_NAME = re.compile(r"[A-Z][\w’']+")
_OPPOSITES: dict[str, str] = {}
for _pair in _OPPOSITE_PAIRS:
    _one, _two = (stem(_word) for _word in _pair.split())
    _OPPOSITES |= {_one: _two, _two: _one}


_A_YEAR = re.compile(r"\b(?:a|per|each|every) (?:year|annum)\b|/yr\b|/year\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def content_words(words: str) -> tuple[str, ...]:
    """Return the stems of the telling words of `words`; Chinese as its pairs of characters."""
    words = _A_YEAR.sub(" annual ", words)
    latin = [
        stem(word)
        for word in _WORD.findall(words)
        if len(word) > 1 and word.lower() not in _GENERIC and not _CJK.search(word)
    ]
    runs = re.findall(r"[\u3400-\u9fff]+", words)
    pairs = [run[at : at + 2] for run in runs for at in range(max(len(run) - 1, 1))]
    return tuple(dict.fromkeys([*latin, *pairs]))


def measure_fit(measure: str | None, place: Place) -> Fit:
    """Tell how well the words around `place` fit the claim's `measure`."""
    asked = content_words(measure or "")
    if not asked:
        return "unasked"
    if _other_script(measure or "", place.near):
        return "foreign"
    near = frozenset(content_words(place.near))
    if any(_OPPOSITES.get(word) in near and word not in near for word in asked):
        return "other"
    missing = [word for word in asked if word not in near]
    if not missing:
        return "full"
    if len(missing) == len(asked):
        return "silent"
    return "wide" if _further_off(measure or "", missing, len(asked), place) else "partial"


def _further_off(measure: str, missing: list[str], asked: int, place: Place) -> bool:
    """Tell whether the words missing beside the figure are made good further off.

    A name (`loans to Borduria`) must then head the place: in the next sentence it would speak
    of something else. Of three words or more, one that is no name may be missing altogether.
    """
    above, around = set(content_words(place.above)), set(content_words(place.wide))
    names = {stem(name) for name in _NAME.findall(measure)}
    if any(word in names and word not in above for word in missing):
        return False
    lost = [word for word in missing if word not in above | around]
    here = asked - len(missing)
    return (not lost and 2 * here >= asked) or (asked >= 3 and 3 * here >= 2 * asked)


def _other_script(asked: str, near: str) -> bool:
    """Tell whether the words asked for cannot stand in this sentence, whatever it says."""
    if _CJK.search(asked):
        return not _CJK.search(near)
    latin = len(_LATIN.findall(near))
    others = sum(map(str.isalpha, near)) - latin
    return others * 3 > latin


@lru_cache(maxsize=4096)
def years_named(words: str) -> frozenset[str]:
    """Return the years that `words` name in four digits."""
    return frozenset(_YEAR.findall(words))


def period_fit(period: str | None, place: Place, rivals: Iterable[Place]) -> Fit:
    """Tell how well the time named around `place` fits the claim's `period`.

    `rivals` are the comparable figures of the same sentence: where it names several years, each
    figure has its own.
    """
    if not period:
        return "unasked"
    years = years_named(period)
    if not years:
        return _words_fit(period, place)
    named = years_named(place.near)
    if not named:
        around = years_named(place.above) or years_named(place.wide)
        return "wide" if years & around else "silent"
    months, others = _months(period), _months(place.near)
    if not years & named or (months and others and not months & others):
        return "other"
    if len(named) == 1 or years >= named or place.at is None:
        return "full"
    return _own_year(years, place, rivals)


def _words_fit(period: str, place: Place) -> Fit:
    words, near = content_words(period), set(content_words(place.near))
    if not words:
        return "unasked"
    return "full" if all(word in near for word in words) else "silent"


def _months(words: str) -> set[int]:
    found = re.findall(r"\b[A-Z][a-z]{2,8}\b", words)
    return {MONTHS[word.lower()] for word in found if word.lower() in MONTHS}


def _own_year(years: frozenset[str], place: Place, rivals: Iterable[Place]) -> Fit:
    """Pair figures and years of one sentence in the order in which they are written."""
    assert place.at is not None
    base = place.at
    written = [(found.start() + base, found.group()) for found in _YEAR.finditer(place.near)]
    figures = sorted({place.start, *(rival.start for rival in rivals)})
    if "respectively" in place.near:
        return "wide"
    years_first = written[0][0] < figures[0]
    before = [year for at, year in written if at < place.start]
    after = [year for at, year in written if at > place.start]
    own = (before[-1] if before else after[0]) if years_first else (after or before[-1:])[0]
    if own in years:
        return "full"
    return "other" if len(written) == len(figures) else "wide"


_NEAR = 300


def nearer_rival(measure: str | None, place: Place, rivals: Iterable[Place]) -> Place | None:
    """Return a rival of the same sentence to which the measure's words stand nearer.

    Figures that only `to`, `from` and the like join (`from $2bn to $3bn`) share their subject.
    """
    asked = set(content_words(measure or ""))
    if not asked or place.at is None:
        return None
    base = place.at
    spots: dict[str, list[tuple[int, int]]] = {word: [] for word in asked}
    for found in _WORD.finditer(place.near):
        if (word := stem(found.group())) in spots:
            spots[word].append((found.start() + base, found.end() + base))
    mine = _distance(spots, place)
    for rival in rivals:
        if abs(rival.start - place.start) > _NEAR:
            continue
        first, second = sorted((place, rival), key=lambda each: each.start)
        between = place.near[first.quantity.end - base : second.start - base]
        if content_words(between) and _distance(spots, rival) < mine:
            return rival
    return None


def _distance(spots: dict[str, list[tuple[int, int]]], place: Place) -> int:
    return sum(
        min(max(start - place.quantity.end, place.start - end, 0) for start, end in found)
        for found in spots.values()
        if found
    )


def is_cell(row: str, column: str, place: Place) -> bool:
    """Tell whether `place` is the table cell under exactly these headers."""
    return _same(place.row, row) and _same(place.column, column)


def _same(header: str, asked: str) -> bool:
    return " ".join(header.lower().split()) == " ".join(asked.lower().split())


def cell_named(row: str, column: str, place: Place) -> bool:
    """Tell whether `place` is the table cell under these words of row and column headers."""
    return _covers(place.row, row) and _covers(place.column, column)


_HEADER_WORD = re.compile(r"\w+(?:-\w+)*")  # Guinea-Bissau is not Guinea


def _covers(header: str, asked: str) -> bool:
    plain, wanted = " ".join(header.lower().split()), " ".join(asked.lower().split())
    if not plain or not wanted:
        return False
    if _CJK.search(wanted):
        return wanted in plain
    words = set(_HEADER_WORD.findall(plain))
    return set(_HEADER_WORD.findall(wanted)) <= words
