"""Whether a figure and the measure's words are tied, or each belongs to another noun.

“A loan of $5bn boosted trade” has both, and is no trade of $5bn: how the words stand beside the
figure and beside each other tells, without a grammar of English.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from footnoted.checks.figure_names import PLAIN
from footnoted.quantities.numbers import is_continental

_GENERAL_WORDS = (
    "total totals value values sum sums amount amounts number numbers figure figures average "
    "record maximum minimum level levels rate volume peak low high size length height depth width "
    "weight age estimate estimates turnover worth count tally result results sector share"
)
_FUNCTION_WORDS = (
    "of in on at to for with by from into than that and or but as is are was were be been being "
    "has have had do does did will would can could may might must shall should if when while "
    "where because so not no per a an the this these those which who whom whose it its they there "
    "then also now only after before during since until under over between among against through "
    "about around more less each every all both last next ago long wide high deep old away tall "
    "thick apart worth overall altogether together today yesterday tomorrow worldwide once twice "
    "up down higher lower further left alone abroad here still just even too annually out off via "
    "short what versus compared including excluding within without across along towards toward "
    "near past larger bigger smaller longer shorter greater faster better worse cheaper older "
    "younger"
)
_VERB_WORDS = (
    "came come comes reached reaches rose rises fell falls grew grows hit hits stood stands went "
    "made makes got became remained totals exceeds amounts accounts represents costs cost carries "
    "runs ran weighs measures covers takes took gave gives brought burnt burned died left met won "
    "lost saw sees began begins ended ends shows showed put held holds kept smoke smoked reach "
    "rise fall grow total stand exceed amount make apply applies spent sent set cut contains "
    "contain equals equal earns earning stretches extends spans lasts lasted counts numbers"
)
_MORE_PREPOSITIONS = (
    "below above behind beside besides beneath beyond inside outside onto upon amid opposite "
    "despite except throughout underneath alongside never always often usually generally sometimes "
    "rarely seldom ever again soon"
)
_GENERAL = frozenset(_GENERAL_WORDS.split())
_LOOSE = (
    frozenset(_MORE_PREPOSITIONS.split())
    | frozenset(_FUNCTION_WORDS.split())
    | frozenset(_VERB_WORDS.split())
    | _GENERAL
)
_NOUN_OF = re.compile(r"\b([A-Za-z][a-z-]+)\s+(?:of|for|worth)\s+(?:just\s+|only\s+|\w+ly\s+)?\Z")
_NEXT = re.compile(r" ([a-z][a-z-]*)\b(?: ([a-z]+))?")
_NOUN_BEFORE = re.compile(
    r"\b([a-z][a-z-]+)\s+(?:in|of|on|for)\s+(?:the\s+|its\s+|all\s+)?\Z", re.IGNORECASE
)
_PART_OF = re.compile(
    r"\b(?:half|most|part|much|some|third|quarter|rest|bulk|fraction)\s+(?:of\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|excluding|unlike|rather than|instead of|besides)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_MOTION = frozenset({"from", "to", "by", "at", "past", "above", "below", "over"})


def untied(
    words: str,
    spots: Collection[tuple[int, int]],
    place: tuple[int, int],
    asked: Collection[str],
) -> bool:
    """Tell whether another noun has the figure, or the measure's word belongs to another noun.

    `place` is the figure in `words`, `spots` the measure's plain words in its clause, `asked` the
    measure in lower case.
    """
    start, end = place
    if is_continental(words, start):
        return False  # the lists of words here are English
    of_noun = _NOUN_OF.search(words[max(0, start - 40) : start])
    if of_noun and _other_noun(of_noun.group(1), asked):
        return True
    follows = _NEXT.match(words, end)
    owned = of_noun is not None and of_noun.group(1).lower() in asked
    if follows and not owned and _names_another(follows, asked, gerunds=False):
        return True
    return any(_belongs_to_another(words, spot, end, asked) for spot in spots)


_PERSONS = frozenset({"minister", "president", "chairman", "secretary", "professor", "government"})


_CHANGES = frozenset({"fall", "rise", "drop", "cut", "growth", "increase", "decline", "change"})


def _other_noun(word: str, asked: Collection[str]) -> bool:
    lower = word.lower()
    if lower in _CHANGES:
        return lower not in asked
    verb = lower.endswith("ed") or lower in {"consists", "consist", "because", "out", "instead"}
    return not verb and lower not in asked and lower not in _LOOSE and lower not in PLAIN


def _names_another(found: re.Match[str], asked: Collection[str], *, gerunds: bool) -> bool:
    """Tell whether the word behind is a noun of its own, and neither verb nor adverb.

    `gerunds` counts `financing` as a noun, as it is behind another noun.
    """
    word, then = found.group(1), found.group(2) or ""
    if word in asked or word in _LOOSE or then in _MOTION or then in asked:
        return False
    if word in PLAIN and word not in _PERSONS:
        return False
    return not word.endswith(("ed", "ly") if gerunds else ("ed", "ly", "ing"))


def _belongs_to_another(
    words: str, spot: tuple[int, int], figure: int, asked: Collection[str]
) -> bool:
    start, end = spot
    floor = figure if figure <= start else 0  # `two thirds of homes`: the figure is no noun
    before = words[max(floor, start - 40) : start]
    if _NOT.search(before) or _PART_OF.search(before):
        return True
    noun = _NOUN_BEFORE.search(before) if figure > end else None  # `7% of GDP on health`
    if noun and _other_noun(noun.group(1), asked) and not _counted(words, noun.group(1)):
        return True
    follows = _NEXT.match(words, end)
    return bool(follows and _names_another(follows, asked, gerunds=True))


def _counted(words: str, noun: str) -> bool:
    """`5 million tonnes of coal`: the noun is the figure's own unit."""
    return re.search(rf"\d[\d,.]*(?:\s+\w+)?\s+{re.escape(noun)}\b", words) is not None


_NARROWING = re.compile(
    r"\b(?:first|second|last|final|initial|north|south|east|west|northern|southern|eastern|western|"
    r"day|morning|night|part|parts|stretch|section|segment|stage|phase|other|others|another|"
    r"further|"
    r"additional|remaining|more|partner|partners|including|excluding|surplus|deficit|gap|through|"
    r"alone|away|pass(?:es|ed)?|later|earlier|some|most|disbursed)\b",
    re.IGNORECASE,
)


def may_be_partial(words: str, asked: Collection[str]) -> bool:
    """Tell whether a word may make the figure one of a part, which is no ground to accuse."""
    return any(found.group().lower() not in asked for found in _NARROWING.finditer(words))
