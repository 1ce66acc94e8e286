"""Whether a figure of the page speaks of what the claim measures, and of the same period."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from footnoted.checks.figure_names import Standing, names_of, other_pair, standing
from footnoted.checks.figure_places import Place
from footnoted.checks.figure_roles import reversed_roles
from footnoted.checks.figure_scope import (
    another_subject,
    clause_lacks,
    in_clause,
    joined,
    narrower,
    qualified,
)
from footnoted.checks.figure_ties import may_be_partial, untied

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

# Each set is one thing under several names; a measure in our words meets the page's words.
_SAME = (
    "trade commerce turnover trading trades",
    "loan loans credit credits lending lend lent lends",
    "company companies firm firms enterprise enterprises business businesses",
    (
        "grow grew grown growth growing expand expands expanded expanding expansion "
        "increase increased increases increasing rise rose rising risen"
    ),
    "fall fell fallen falling decline declined declines decrease decreased drop dropped",
    "oil petroleum crude",
    "worker workers employee employees staff",
    "person persons people individual individuals",
    "buy bought purchase purchased acquire acquired acquisition takeover",
    "police policemen",
    "soldier soldiers troops troop servicemen",
    "length long",
    "height high tall",
    "depth deep",
    "width wide breadth broad",
    "weight weigh weighs weighed weighing",
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
    "borrow lend",
    "seller buyer",
    "creditor debtor",
    "inbound outbound",
    "inward outward",
    "killed injured",
    "married divorced",
    "immigration emigration",
)
RESPECTIVELY = re.compile(r"\brespectively\b|\bin (?:that|this) order\b|分别", re.IGNORECASE)
"""Words that pair a list of subjects with a list of figures."""

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


OPPOSITES: dict[str, str] = {}
"""By stem: what must not stand in a word's place."""

for _pair in _OPPOSITE_PAIRS:
    _one, _two = (stem(_word) for _word in _pair.split())
    OPPOSITES |= {_one: _two, _two: _one}


# What a place has of inhabitants is its population; what befell some of them is not.
_INHABITED = re.compile(
    r"\b(?:has|had|have|with|of|counts|counted)\s+(?:\w+\s+){0,3}?\d[\d,.]*(?:\s(?:thousand|million))?"
    r"\s+inhabitants(?=\s*(?:[.;)]|$|in \d{4}))",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"\b(?:a|per|each|every) (?:year|annum)\b|/yr\b|/year\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def content_words(words: str) -> tuple[str, ...]:
    """Return the stems of the telling words of `words`; Chinese as its pairs of characters."""
    words = _A_YEAR.sub(" annual ", words)
    if _INHABITED.search(words):
        words += " population"
    latin = [
        stem(word)
        for word in _WORD.findall(words)
        if len(word) > 1 and word.lower() not in _GENERIC and not _CJK.search(word)
    ]
    runs = re.findall(r"[\u3400-\u9fff]+", words)
    pairs = [run[at : at + 2] for run in runs for at in range(max(len(run) - 1, 1))]
    return tuple(dict.fromkeys([*latin, *pairs]))


def measure_fit(measure: str | None, place: Place) -> Fit:
    """Tell how well the words around `place` fit the claim's `measure`.

    A name must be the very name (`Guinea` is not `Guinea-Bissau`), givers and receivers must not
    be swapped, and neither a part of what is asked for nor a clause about something else counts.
    """
    if measure is None or not (asked := content_words(measure)):
        return "unasked"
    told = _told_by(measure, place.near)
    if not isinstance(told, frozenset):
        return told
    if not told:
        return "partial" if _about_another(measure, place) else "full"
    if len(told) == len(asked):
        return "silent"
    return "wide" if _further_off(measure, told, len(asked), place) else "partial"


@lru_cache(maxsize=4096)
def _told_by(measure: str, words: str) -> Fit | frozenset[str]:
    """Return what the sentence `words` decides alone, or the stems that it lacks.

    Many figures stand in one sentence: it is read once.
    """
    if other_script(measure, words):
        return "foreign"
    asked, near = content_words(measure), frozenset(content_words(words))
    opposed = any(OPPOSITES.get(word) in near and word not in near for word in asked)
    if opposed or reversed_roles(measure, words):
        return "other"
    if other_pair(measure, words):
        return "partial"
    standings = _standings(measure, words, near)
    apart = RESPECTIVELY.search(words)  # names joined there are told apart by their order
    if set(standings.values()) & ({"longer"} if apart else {"longer", "together"}):
        return "partial"
    lost = {
        stem(word) for name, how in standings.items() if how == "missing" for word in name.split()
    }
    return frozenset(word for word in asked if word not in near or word in lost)


def _standings(measure: str, words: str, stems: Collection[str]) -> dict[str, Standing]:
    """Return how each name of `measure` stands in `words`.

    A word without a capital in the record, and with one inside the page's sentence, is a name too.
    """
    asked = frozenset(word.lower() for word in _WORD.findall(measure))
    found: dict[str, Standing] = {}
    for name in names_of(measure):
        how = standing(name, words, asked)
        if how == "missing":
            how = standing(name.upper(), words, asked)  # a heading in capitals
        opens = measure.startswith(name) and " " not in name
        plain = re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", words)
        if how == "missing" and (plain or (opens and stem(name) in stems)):
            how = "own"  # `Loans to Borduria`: the capital is the record's own
        found[name] = how
    for word in asked - _GENERIC:
        if len(word) < 4 or word not in measure or "\n" in words:
            continue
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words):
            continue
        for name in (word.capitalize(), word.upper()):
            if name in words:
                how = standing(name, words, asked)
                found[name] = how if how in {"longer", "together"} else "own"
    return found


def _lower(measure: str) -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"[\w-]+", measure))


def _plain_words(measure: str) -> list[str]:
    named = {stem(word) for name in names_of(measure) for word in name.split()}
    return [word for word in content_words(measure) if word not in named]


def _spots(words: str, stems: Collection[str]) -> list[tuple[tuple[int, int], str]]:
    found = ((each.span(), stem(each.group())) for each in _WORD.finditer(words))
    return [(span, word) for span, word in found if word in stems]


def may_be_narrower(measure: str | None, place: Place) -> bool:
    """Tell whether the sentence may speak of less than `measure` asks: no ground to accuse."""
    if place.at is None or not measure:
        return False
    spans = [span for span, _ in _spots(place.near, content_words(measure))]
    lower = _lower(measure)
    return qualified(place.near, spans, lower) or may_be_partial(place.near, lower)


def _about_another(measure: str, place: Place) -> bool:
    """Tell whether all words asked for stand there, and yet the figure is of something else."""
    if place.at is None:
        return False
    words, start, end = place.near, place.start - place.at, place.quantity.end - place.at
    lower, plain = _lower(measure), _plain_words(measure)
    spots = _spots(words, plain)
    spans = [span for span, _ in spots]
    return (
        _named_later(measure, words, start, end)
        or narrower(words, in_clause(words, spans, start, end), lower)
        or another_subject(words, spans, start, end, lower)
        or _opposite_between(words, spots, start, end)
        or untied(words, in_clause(words, spans, start, end), (start, end), lower)
        or joined(words, in_clause(words, spans, start, end), lower)
        or clause_lacks(words, start, end, [*spots], plain)
    )


def _named_later(measure: str, words: str, start: int, end: int) -> bool:
    """Tell whether a name of `measure` stands only in a clause behind the figure's own."""
    for name in names_of(measure):
        spots = [found.span() for found in re.finditer(rf"\b{re.escape(name)}\b", words)]
        inside = in_clause(words, spots, start, end)
        if spots and not inside and all(at >= end for at, _ in spots):
            return True
    return False


_OF_WHAT = re.compile(r"\s*(?:worth\s+)?(?:of|in)\s+(?:\w+\s+)?([a-z]+)")


def _opposite_between(
    words: str, spots: Sequence[tuple[tuple[int, int], str]], start: int, end: int
) -> bool:
    """Tell whether the opposite of a word asked for stands between it and the figure."""
    follows = _OF_WHAT.match(words, end)
    object_ = stem(follows.group(1)) if follows else ""
    for word in {name for _, name in spots}:
        opposite = OPPOSITES.get(word)
        if not opposite:
            continue
        if object_ == opposite:
            return True
        own = [span for span, name in spots if name == word]
        ends = [span[1] for span in own if span[1] <= start]
        between = words[max(ends) : start] if ends else words[:start]
        later = min((span[0] for span in own if span[0] >= end), default=end)
        if not ends:
            between += words[end:later]
        if opposite in content_words(between):
            return True
    return False


def _further_off(measure: str, missing: Collection[str], asked: int, place: Place) -> bool:
    """Tell whether the words missing beside the figure are made good further off.

    A name (`loans to Borduria`) must then head the place: in the next sentence it would speak
    of something else. Of three words or more, one that is no name may be missing altogether.
    """
    above, around = set(content_words(place.above)), set(content_words(place.wide))
    gone = set(missing)
    names = [name for name in names_of(measure) if gone & set(map(stem, name.split()))]
    standings = _standings(measure, place.above, above)
    if any(standings[name] != "own" for name in names):
        return False
    if _other_compound(measure, place.near, gone):
        return False
    lost = [word for word in missing if word not in above | around]
    plain = set(_plain_words(measure))
    if lost and plain and plain <= gone:
        return False  # names alone do not tell loans from trade
    here = asked - len(missing)
    return (not lost and 2 * here >= asked) or (asked >= 3 and 3 * here >= 2 * asked)


def _other_compound(measure: str, words: str, missing: Collection[str]) -> bool:
    """Tell whether another word stands where one is missing: `iron output` for `coal output`."""
    asked = _WORD.findall(measure)
    told = _WORD.findall(words)
    heads = {
        stem(head) for first, head in pairwise(asked) if stem(first) in missing
        and stem(head) not in missing and head.lower() not in _GENERIC
    }  # fmt: skip
    return any(
        stem(head) in heads
        and len(first) > 2
        and first.lower() not in _GENERIC
        and stem(first) not in missing
        for first, head in pairwise(told)
    )


def other_script(asked: str, near: str) -> bool:
    """Tell whether the words asked for cannot stand in this sentence, whatever it says."""
    if _CJK.search(asked):
        return not _CJK.search(near)
    latin = len(_LATIN.findall(near))
    others = sum(map(str.isalpha, near)) - latin
    return others * 3 > latin


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
    if not set(_HEADER_WORD.findall(wanted)) <= words:
        return False
    return all(how == "own" for how in _standings(asked, header, ()).values())
