"""Whether a sentence speaks of the whole that was asked for, or of a part or another subject."""

from __future__ import annotations

import re
from collections.abc import Collection

from footnoted.checks.figure_names import PLAIN

_PART_WORDS = (
    "coal steel iron oil gas crude petroleum cotton wheat grain rice food service services goods "
    "textile textiles machinery vehicle car arms weapons agricultural industrial manufacturing "
    "manufactured military civilian male female women men children rural urban private public "
    "state-owned retail wholesale tourist youth adult net gross nominal real non-oil energy "
    "electricity water mineral metal gold copper aluminium uranium timber tea sugar meat livestock "
    "fish fruit vegetable chemical pharmaceutical electronic electronics software hardware "
    "regional provincial local other additional further remaining short-term long-term outstanding "
    "unpaid non-performing illegal informal border online digital maritime merchandise commodity "
    "consumer commercial residential domestic seasonal temporary part-time full-time unskilled "
    "skilled lost missing unrecorded smuggled primary secondary tertiary infant maternal"
)
_PARTS = frozenset(_PART_WORDS.split())
_NEUTRAL_WORDS = (
    "the a an its their his her this that these those all both total general particular addition "
    "fact value volume excess kind order question relation exchange recent terms some any each "
    "which what who more most many other last past current our your my dollars yuan euros us "
    "percent per full one two three four five six seven eight nine ten kilometres people them it "
    "several various different"
)
_NEUTRAL = frozenset(_NEUTRAL_WORDS.split())
_HEADS = (
    r"(?:trade|exports?|imports?|production|output|sales?|consumption|spending|investments?|loans?"
    r"|turnover|deliveries|purchases|reserves)"
)
_OF_WHAT = re.compile(
    rf"\b({_HEADS}) (?:of|in) ([a-z][a-z-]{{2,}})\b|\b([a-z]+) among(?:st)? (?:the )?([a-z-]+)",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(r"\s+(?:with|to|from|in|of|for|by)\s+(?:the\s+)?(?:other|some|certain)\b")
_EXCLUDING = re.compile(
    r"\b(?:excluding|except(?: for)?|other than|without counting|net of|not including|less the)\b",
    re.IGNORECASE,
)
_BEFORE_HEAD = re.compile(r"([A-Za-z]+(?:-[A-Za-z]+)*) \Z")
_BOUNDARY = re.compile(
    r";|—| – |,\s+(?:and|but|yet|or|so|as)\b"
    r"|\b(?:while|whereas|although|though|but|because)\b"
    r"|\band (?=(?:the|a|an|its|their|his|her|another)\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\band\b", re.IGNORECASE)
_OWN_SUBJECT = re.compile(
    r"\b(?:the|a|an|his|her|its|their|this|that|another|one)\s+(?:[a-z-]+\s+)?([a-z]{3,})\b"
    r"|\b([A-Z][a-z]{2,})\b"
)
_NO_SUBJECT_WORDS = (
    "total figure amount value volume number sum level same latter former rest year month "
    "quarter first second third half two three year's period time end start country world "
    "nation result january february march april may june july august september october november "
    "december whole overall average"
)
_NO_SUBJECT = frozenset(_NO_SUBJECT_WORDS.split())


def narrower(words: str, spots: Collection[tuple[int, int]], asked: Collection[str]) -> bool:
    """Tell whether the measure's words in `words` are narrowed by one that was not asked for.

    `spots` are the measure's words as they stand there, `asked` the measure in lower case:
    `coal exports` and `exports of coal` are part of what `exports` asks for.
    """
    for start, _ in spots:
        before = _BEFORE_HEAD.search(words[max(0, start - 24) : start])
        if before and before.group(1).lower() in _PARTS and before.group(1).lower() not in asked:
            return True
    if any(_WITH_OTHERS.match(words, end) for _, end in spots) and "other" not in asked:
        return True
    if spots and _EXCLUDING.search(words) and not _EXCLUDING.search(" ".join(asked)):
        return True
    return any(
        (word := (found.group(2) or found.group(4)).lower()) not in asked
        and word not in _NEUTRAL
        and any(start == found.start() for start, _ in spots)
        for found in _OF_WHAT.finditer(words)
    )


def another_subject(
    words: str, spots: Collection[tuple[int, int]], start: int, end: int, asked: Collection[str]
) -> bool:
    """Tell whether the figure `[start, end)` of `words` has a clause with a subject of its own.

    The measure's words (`spots`) then stand in another clause: “trade grew, and the bridge cost
    $5bn” says nothing of trade.
    """
    if not spots or any(spot[0] >= end for spot in spots):
        return False
    last = max(spot[1] for spot in spots if spot[0] < end)
    opening = _clause(words, start, end)[0]
    if opening <= last:
        return False
    clause = words[opening:start]
    return any(
        (noun := (found.group(1) or found.group(2)).lower()) not in asked
        and noun not in _NO_SUBJECT
        for found in _OWN_SUBJECT.finditer(clause)
    )


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause of `words` around the figure `[start, end)`.

    A plain *and* divides only where a figure stands before it: `oil and gas imports` are one.
    """
    opening, closing = 0, len(words)
    for found in _BOUNDARY.finditer(words):
        if found.end() <= start:
            opening = found.end()
        elif found.start() >= end:
            closing = found.start()
            break
    for found in _AND.finditer(words, opening, start):
        if _FIGURE.search(words, opening, found.start()):
            opening = found.end()
    if (also := _AND.search(words, end, closing)) and _FIGURE.search(words, also.end(), closing):
        closing = also.start()
    return opening, closing


_FIGURE = re.compile(r"(?<![\d.,])(?!(?:1[5-9]|20)\d\d(?![\d.,]\d|\d))\d")


def clause_lacks(
    words: str,
    start: int,
    end: int,
    spots: Collection[tuple[tuple[int, int], str]],
    plain: Collection[str],
) -> bool:
    """Tell whether the figure's clause names its subject anew, and not with all words asked for.

    “Steel output grew 5% and coal output reached 3m tonnes” says nothing of steel's 3m.
    """
    opening, closing = _clause(words, start, end)
    inside = {name for (at, _), name in spots if opening <= at < closing}
    if not inside:  # “100 people were injured and 20 died”: the words are the next figure's
        return bool(spots) and all(at >= closing for (at, _), _ in spots)
    return not set(plain) <= inside and (opening, closing) != (0, len(words))


def in_clause(
    words: str, spots: Collection[tuple[int, int]], start: int, end: int
) -> list[tuple[int, int]]:
    """Return those of `spots` that stand in the clause of the figure `[start, end)`."""
    opening, closing = _clause(words, start, end)
    return [spot for spot in spots if opening <= spot[0] < closing]


_QUALIFIER = re.compile(
    r"(?:\s+[a-z]+)?\s+(?:with|to|from|in|of|for|by|between|among|on|at|under)\s+(?:the\s+|its\s+)?"
    r"([A-Za-z][\w-]*)"
)
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w-]*)(?:['’]s)? \Z")
_NO_QUALIFIER = PLAIN | _NEUTRAL | _NO_SUBJECT


def qualified(words: str, spots: Collection[tuple[int, int]], asked: Collection[str]) -> bool:
    """Tell whether a word or name that was not asked for may narrow the measure in `words`.

    Weaker than `narrower`: enough to withhold an accusation (`trade with Syldavia`, `growth in
    services`), not to withhold agreement.
    """
    for start, end in spots:
        after = _QUALIFIER.match(words, end)
        before = _CAPITAL_BEFORE.search(words[max(0, start - 30) : start])
        if any(
            (word := found.group(1).lower()) not in asked and word not in _NO_QUALIFIER
            for found in (after, before)
            if found
        ):
            return True
    return False


_JOINED_AFTER = re.compile(
    r"\s+(?:and|or|and/or|&|as well as|together with)\s+([A-Za-z][\w-]*)\b"
    r"(?!\s+(?:\w+\s+)?[$€£]?\d)"
)
_OWN_FIGURE = re.compile(r"\d[^,;.]{0,25}\Z")
_JOINED_BEFORE = re.compile(r"(?<![\w$€£.,-])([A-Za-z][\w-]*)\s+(?:and|or|and/or|&)\s+\Z")
_NO_PARTNER_WORDS = (
    "was were is are be been had has have came come rose fell grew reached hit stood went made "
    "got became remained will would could may might should did does do exceeded totalled totaled "
    "amounted increased decreased declined dropped jumped climbed doubled tripled"
)
_NO_PARTNER = frozenset(_NO_PARTNER_WORDS.split()) | _NEUTRAL | _NO_SUBJECT | PLAIN


def joined(words: str, spots: Collection[tuple[int, int]], asked: Collection[str]) -> bool:
    """Tell whether the measure's word is joined to one not asked for: `killed or injured`.

    The figure is then of both together. Two words are joined only in the same form: in “trade
    grew and reached $5bn” none is.
    """
    for start, end in spots:
        after = _JOINED_AFTER.match(words, end)
        before = _JOINED_BEFORE.search(words[max(0, start - 40) : start])
        if before and _OWN_FIGURE.search(words[: start - len(before.group())]):
            before = None  # `18,000 tubes and weighs 30 tons`: the partner has its own
        for partner in (found.group(1).lower() for found in (after, before) if found):
            same_form = partner.endswith("ed") == words[start:end].lower().endswith("ed")
            if partner not in asked and partner not in _NO_PARTNER and same_form:
                return True
    return False
