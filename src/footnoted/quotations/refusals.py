"""Deeds left undone: *too weak to |*, *scrapped a plan to |*, *forbids | the sale of arms*."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNWILLING = (
    r"(?:loath|loth|reluctant|disinclined|afraid|scared|unready|ashamed|forbidden|powerless"
    r"|under no [\w'-]+|in no (?:mood|position|hurry|state)|too (?:\w+ly )?[\w-]+|scorn(?:s|ed)?"
    r"|fear(?:s|ed)|half a mind|slow|(?:did|does|do|done|doing) (?:little|nothing)|close"
    r"|at a loss|illegal|unlawful|against the law|the last|was last|forg[eo]t\w*|fail(?:s"
    r"|ed) (?:[\w'-]+ ){1,5}|lack\w* the [\w'-]+"
    r"|(?:has|have|had) still"
    r"|(?:could|should|would|might) have (?:chosen|tried|wanted|liked|preferred|had|dared)"
    r"|(?:he|she|it|they|we|i|you|who|there) used)(?: ever| even| again| ever again)* ?to "
)
_PLAN = (
    r"(?:plans?|bids?|attempts?|moves?|efforts?|proposals?|vows?|bills?|motions?|pledges?"
    r"|promises?|offers?|calls?|laws?|schemes?|deals?|measures?|decisions?|rights?"
    r"|chances?|opportunity|ideas?|intentions?|ambitions?"
    r"|hopes?|permission|sale|export|purchase)"
)
_CANCELLED = (
    r"(?:veto\w*|scrap\w*|shelv\w*|cancel\w*|block\w*|drop\w*|abandon\w*|halt\w*|torpedo\w*"
    r"|kill\w*|defeat\w*|foil\w*|thwart\w*|lost|lose|loses|losing|reject\w*|oppos\w*|quash\w*"
    r"|ditch\w*|axed?|postpon\w*|delay\w*|suspend\w*|withdr[ae]w\w*|vot\w+ (?:against|down)"
    r"|rul\w+ out|resist\w*|fought|fight\w*|(?:gave|given|gives?|giving) up|(?:call|put"
    r"|putt)\w* off|turn\w* down"
    r"|(?:talk|back|pull)\w* (?:\w+ )?out of|sh(?:y|ies|ied) away from|shr[aiu]nk from"
    r"|stop\w* short of|forb[ia]d\w*|ban\w*"
    r"|prohibit\w*)"
    rf" (?:(?!to )[\w'-]+ ){{0,4}}{_PLAN} (?:(?:that|which) (?:would|will|could) |(?:to|for"
    rf"|of|on) )"
)
_LEFT = (
    r"(?:all but|acquitted of|cleared of|absolved of|exonerated of|sooner (?:[\w'-]+ ){1,3}than) "
)
_STOPPED = (
    r"(?:(?:nearly|almost) (?:\w+ ){1,2}to|before (?:\w+ ){1,3}could"
    r"|(?:prevent|dissuad|stop|barr?|bann?|keep|kept|deterr?|discourag)\w* from \w+ing to) "
)
_UNDONE = re.compile(
    rf" (?:{_UNWILLING}|{_CANCELLED}|{_LEFT}|{_STOPPED})(?:(?:have|be|been|having) )*$"
)
_FORBIDDEN = re.compile(
    r" (?:forbids?|forbade|bans?|banned|prohibit(?:s|ed)?|outlaw(?:s|ed)?|veto(?:es|ed)"
    r"|blocked|rul(?:es|ed) out|vot(?:es|ed) (?:against|down)"
    r"|(?:warn|argu|decid|advis|campaign)\w* against|scrapped|cancell?ed|overturned|thwarted) $",
)
_AVOIDED = re.compile(
    r" (?:oppos(?:es|ed)|resist(?:s|ed)|escap(?:es|ed)|evad(?:es|ed)|avoid(?:s|ed)|stop(?:s|ped)"
    r"|shun(?:s|ned)|delay(?:s|ed)|halt(?:s|ed)|against|quit|abandon(?:s|ed)|miss(?:es|ed)) $",
)
_THING = frozenset(
    (
        *("the", "a", "an", "any", "all", "his", "her", "its", "their", "our", "this", "that"),
        *("these", "those", "such"),
    ),
)
_BARE = re.compile(
    r" (?:wish(?:es|ed)?|fear(?:s|ed)?|dream(?:s|ed|t)?|jok(?:es|ed)|pretend(?:s|ed)?"
    r"|imagin(?:es?|ed)|alleg(?:es?|ed)|suspect(?:s|ed)?|lied|rumor has it|until|hard to believe"
    r"|(?:falsely|wrongly|mistakenly) [\w'-]+|(?:anyone|those|whoever|people) who "
    r"(?:believe|think|say|claim|imagine|insist)s?"
    r"|(?:reject|den(?:y|ies|ied)|dismiss|refut|disput)\w* (?:an?|the|any) (?:claim|report|rumor"
    r"|allegation|idea)) $",
)
"""What governs a clause without *that*: *feared | the ship had sunk*."""
_UNREAL = re.compile(r" (?:as (?:if|though)|what if|if only|even if|days when) $")
_SUBJECTS = frozenset(["he", "she", "it", "they", "we", "i", "you", "there"])
_UNDECIDED = re.compile(
    r" (?:(?:accused|suspected) of|(?:said|believed|alleged|rumored|reported|thought|claimed"
    r"|supposed|tempted|tempting|wrong|mistake) to|threatened to"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )used to)"
    r" (?:(?:have|be|been|having) )*$",
)


def left_undone(before: Sequence[str], first: str) -> str | None:
    """Return what says that the deed quoted, `first` its first word, was not done."""
    text = f" {' '.join(before)} "
    found = _UNDONE.search(text)
    if found and not (found.group().endswith(" to ") and first in _THING):
        return found.group().strip()
    if first in _THING or first.endswith("ing"):
        found = _FORBIDDEN.search(text)
    if not found and first.endswith("ing"):
        found = _AVOIDED.search(text)
    return found.group().strip() if found and before[-1] != "to" else None


def undecided(before: Sequence[str], first: str) -> str | None:
    """Return what leaves open whether the deed quoted was done."""
    text = f" {' '.join(before)} "
    found = _UNREAL.search(text)
    if first not in _THING:
        found = found or _UNDECIDED.search(text)
    if first in _THING or first in _SUBJECTS:
        found = found or _BARE.search(text)
    return found.group().strip() if found else None
