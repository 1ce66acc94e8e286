"""What looks like a denial and is none: two negations, *not until … that*, a clause of time."""

from __future__ import annotations

import re

_AUX = (
    r"(?:(?:\w+ly|ever|be|been|have|has|had|could|would|can|will|should|did|does|do|is|was|are|were"
    r"|seriously|to|really|for a moment|in any way) )*"
)
_DENY = (
    r"(?:disput(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|doubt(?:s|ed|ing)?|question(?:s|ed|ing)?"
    r"|contest(?:s|ed|ing)?|hid(?:e|es|den)?|conceal(?:s|ed)?|forg[eo]t(?:s|ten)?|overlook(?:s|ed)?"
    r"|challeng(?:e|es|ed)|disagre(?:e|es|ed)|ignor(?:e|es|ed)|refut(?:e|es|ed)"
    r"|make any secret of|made no secret of)"
)
_TWICE = re.compile(
    rf" (?:(?:no one|nobody|none|few|no [\w'-]+)(?: (?:in|of|at|on) (?:the )?[\w'-]+)?"
    rf"|not|never|cannot|nor|neither|hardly|rarely|seldom|no) {_AUX}{_DENY}"
    r"(?: the| any)?(?: fact| truth| point)?(?= that )",
)
_WILLING = re.compile(
    rf" (?:not|never|no one|nobody|nor|didn't) {_AUX}"
    r"(?:hesitat(?:e|es|ed|ing)|fail(?:s|ed|ing)?|forg[eo]t(?:s|ten)?|omit(?:s|ted)?"
    r"|neglect(?:s|ed)?|refus(?:e|es|ed)|declin(?:e|es|ed)) to(?= )",
)
_FACTS = re.compile(
    r" (?:(?:did|had|was|were|could) not|never|nobody|no one|none|few) (?:\w+ly |yet |then |be )?"
    r"(?:kn[eo]wn?|realiz(?:e|es|ed)|notic(?:e|es|ed)|remember(?:s|ed)?|regret(?:s|ted)?|mind"
    r"|aware|learn(?:ed|t)?|care|cared|mention|mentioned|surprised|bothered)(?= that )",
)
"""Negated words that hold their clause for true: *did not know that*."""
_NO_WONDER = re.compile(
    r" (?:not|no|nor|neither|hardly|never) (?:(?:\w+ly|at all|is it|was it|be|a|an|any|it) )*"
    r"(?:surprise|surprised|surprising|coincidence|accident|exaggeration to say|wonder|secret)"
    r"(?= that )",
)
_WHO_DENIES = re.compile(
    r" who (?:can|could|would|will|dares?) (?:now )?(?:deny|doubt|dispute|question)"
    r"(?= that )",
)
_THE_FACT = re.compile(r" (?:not|never|cannot) (?:\w+ ){1,4}the fact(?= that )")
_HELPLESS = re.compile(r"(?: can| could)? not (?:help )?but (?=\w)")
_UNTIL = re.compile(r" not until (?:[^\s,;]+ ){1,8}that $")
_TIMES = re.compile(
    r" (?:when|after|where|while|because|since|although|though|who|which|, but|; but|, yet|, and"
    r"|; the|, so) $",
)


def without_doubles(text: str) -> tuple[str, bool]:
    """Return a context without double negations, and whether there were any."""
    plain = text
    for pattern, instead in (
        (_TWICE, " agrees"),
        (_WILLING, " did"),
        (_FACTS, " noted"),
        (_THE_FACT, " noted the fact"),
        (_NO_WONDER, " noted"),
        (_WHO_DENIES, " agrees"),
        (_HELPLESS, " did "),
    ):
        plain = pattern.sub(instead, plain)
    plain = _UNTIL.sub(" then ", plain)
    return plain, plain != text


def begins_own_clause(text: str) -> bool:
    """Say whether the words after a context are a clause that its negation does not reach."""
    return bool(_TIMES.search(text))
