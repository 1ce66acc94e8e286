"""Names in a measure: whether a page speaks of that very name, or of a longer one.

Guinea is not Guinea-Bissau, Korea not South Korea, and what is said of two names together is said
of neither: a general rule of how names are written, without a list of names.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Standing = Literal["own", "longer", "together", "missing"]
"""`own`: the very name. `longer`: only as part of another name. `together`: only joined to one
that was not asked for. `missing`: not at all."""

_SEQUENCE = re.compile(r"[A-Z][\w-]*(?:['’](?!s\b)\w+)?(?: [A-Z][\w-]*(?:['’](?!s\b)\w+)?)*")
_LEFT = re.compile(r"([\w’'.]+)[ -]\Z")
_LEFT_OF = re.compile(r"([A-Z][a-z]{2,}) of (?:the )?\Z")
_RIGHT = re.compile(r"(?:['’]s?)?(?P<join>[ -])(?P<word>[A-Z][\w-]*)")
_POSSESSIVE = re.compile(r"['’]s?\b|['’]")
_LEFT_AND = re.compile(r"([A-Z][\w-]*)(?:['’]s)?,? (?:and|or|&|plus) (?:the |to |from )?\Z")
_RIGHT_AND = re.compile(
    r"(?:, (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*)*,? "
    r"(?:and|or|&|plus|as well as|together with|along with|combined with) "
    r"(?:the |to |from )?([A-Z][\w-]*)"
)
_BETWEEN = re.compile(r"\bbetween\b[^.;]{0,60}\Z", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:not|other than|except(?: for)?|excluding|outside|besides|apart from|unlike|than|without|"
    r"according to|says|said)"
    r"\s+(?:(?:to|from|in|with|for|of)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_OWNED = re.compile(r"['’]s? ([a-z][\w-]*)")
_TO_IT = re.compile(r"\b(?:to|from|with|in|for|by|of)\s+(?:the\s+)?\Z")
_ITSELF = frozenset({"government", "economy", "market", "state", "total"})
_PLAIN_WORDS = (
    "in the a an to from with of and for by at on since under while although as after before if "
    "when both between total bilateral annual two-way mutual overall its their his her this that "
    "chinese trade exports imports export import value volume growth share year table figure "
    "president minister prime mr mrs ms dr king queen premier chairman secretary general pope sir "
    "lord foreign professor government january february march april may june july august "
    "september october november december but or also only then now today however meanwhile "
    "according during through over about around nearly almost some most all each every against "
    "million billion usd us eur partner country der die das den dem des ein eine im am le la les "
    "un une du el los las una der il lo i gli por para avec pour dans mit von zu und et y e"
)
PLAIN = frozenset(_PLAIN_WORDS.split())
"""Words that are no names, though a sentence or a heading may give them a capital."""

_PART_WORDS = (
    "northern southern eastern western central north south east west upper lower inner outer "
    "rural urban coastal greater former"
)
_PART_OF = frozenset(_PART_WORDS.split())
_STATE = frozenset({"republic", "federation", "kingdom", "government", "state", "people"})


@lru_cache(maxsize=1024)
def names_of(measure: str) -> tuple[str, ...]:
    """Return the names in `measure`: runs of words with a capital (`South Korea`)."""
    names = (found.group() for found in _SEQUENCE.finditer(measure))
    return tuple(name.removesuffix("'s").removesuffix("’s") for name in names if len(name) > 1)


def standing(name: str, words: str, asked: frozenset[str]) -> Standing:
    """Tell how `name` stands in `words`; `asked` are the plain words of the measure, lower case."""
    pattern = r"\s+".join(map(re.escape, name.split()))
    found: set[Standing] = set()
    for spot in re.finditer(rf"(?<![\w]){pattern}(?!\w)", words):
        found.add(_at(words, spot.start(), spot.end(), asked))
    for best in ("own", "together", "longer"):
        if best in found:
            return best
    return "missing"


def _at(words: str, start: int, end: int, asked: frozenset[str]) -> Standing:
    before, after = words[max(0, start - 60) : start], words[end : end + 80]
    if _EXCEPT.search(before) or _belongs(before, after, asked):
        return "longer"
    if _longer_left(before, asked) or _longer_right(after, asked):
        return "longer"
    left, right = _LEFT_AND.search(before), _RIGHT_AND.match(after)
    others = [found.group(1).lower() for found in (left, right) if found]
    if any(other not in asked and other not in PLAIN for other in others):
        return "own" if _BETWEEN.search(before) else "together"
    return "own"


_PART_OF_IT = re.compile(
    r"\b(?:capital|city|town|north|south|east|west|part|parts|half|most|border|region|province|"
    r"district|coast|outskirts|people|neighbours?|allies|rest|bank|university|army|embassy) of "
    r"(?:the )?\Z",
    re.IGNORECASE,
)


def _belongs(before: str, after: str, asked: frozenset[str]) -> bool:
    """Tell whether something of the name's is meant: `aid to Ruritania's neighbours`."""
    part = _PART_OF_IT.search(before)
    if part and part.group().split()[0].lower() not in asked:
        return True
    found = _OWNED.match(after)
    return bool(
        found and found.group(1).lower() not in asked | PLAIN | _ITSELF and _TO_IT.search(before)
    )


def _longer_left(before: str, asked: frozenset[str]) -> bool:
    if title := _LEFT_OF.search(before):
        word = title.group(1).lower()
        opens = not before[: title.start()].strip() or before[: title.start()].rstrip()[-1] in ".!?"
        if word in _STATE:
            return before[: title.start()].rstrip().endswith("Democratic")
        return word not in asked and word not in PLAIN and not opens
    left = _LEFT.search(before)
    if not left or left.group(1).endswith(("'s", "’s", "s'", "s’")):
        return False
    word = left.group(1)
    lower = word.lower()
    if lower in asked or lower in PLAIN:
        return False
    return lower in _PART_OF or (word[0].isupper() and not word.endswith("."))


def _longer_right(after: str, asked: frozenset[str]) -> bool:
    found = _RIGHT.match(after)
    if not found or _POSSESSIVE.match(after):
        return False
    word = found.group("word").lower()
    return word not in asked and word not in PLAIN


_PAIR = re.compile(r"\bbetween (?:the )?([A-Z][\w ]*?) and (?:the )?([A-Z][\w-]*(?: [A-Z][\w-]*)*)")


def other_pair(measure: str, words: str) -> bool:
    """Tell whether `words` speak of what is between another pair of names than `measure`."""
    asked = {frozenset(pair) for pair in _PAIR.findall(measure)}
    told = {frozenset(pair) for pair in _PAIR.findall(words)}
    return bool(asked and told and not asked & told)
