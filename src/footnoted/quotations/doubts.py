"""What, hidden by an ellipsis, turns a possibility into a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ADVERBS = r"(?:(?:\w+ly|well|not|also|be|been|being|have|to|the|that|a|an|only|still|even|ever) )*"
_GOVERNS = re.compile(
    r" (?:may|might|could|would|should|can|must|shall|perhaps|possibly|probably|maybe|reportedly"
    r"|allegedly|supposedly|purportedly|apparently|seemingly|presumably|conceivably|potentially"
    r"|alleged|supposed|purported|suspected|accused of|said to|so - called|if|whether|only if"
    r"|as if|as though|unless|almost|nearly|hardly"
    r"|(?:seem|appear|tend|hope|want|wish|plan|try|attempt|threaten|intend|offer|promise|aim|claim"
    r"|pretend|propose|expect|prepare)(?:s|ed|ing|n?ned)? (?:to|that)|tried to|trying to|tries to"
    r"|(?:is|are|was|were|be|been) (?:expected|supposed|likely|said|believed|thought|rumou?red"
    r"|alleged|reported|planned|due|able|ready|about|going|meant|asked|invited|told|ordered"
    r"|allowed|free|urged|required) (?:to|that)|likely to|able to|about to|going to|how to"
    r"|(?:claim|alleg|suspect|fear|guess|imagin|speculat|assum|suppos|hope|believ|think|argu"
    r"|suggest|accus|rumou?r|doubt|wonder|dream|pretend)\w* (?:that|whether|if)"
    r"|könnte|würde|möglicherweise|vielleicht|angeblich|wenn|falls|ob|dürfte|soll|pourrait"
    r"|peut - être|si|aurait|podría|quizás|tal vez|habría|forse|potrebbe|если|может|возможно|бы"
    r"|可 能|也 许|或 许|如 果|假 如|若|据 称|据 说|似 乎|大 概|可 望|有 望|试 图|打 算"
    r"|计 划|希 望|要 是"
    rf"|恐 怕|也 許|據 稱) {_ADVERBS}$",
)
_HOLDS = re.compile(
    r" (?:may|might|could|would|perhaps|possibly|probably|reportedly|allegedly|supposedly|alleged"
    r"|purported|apparently|seems?|appears?|likely|claim\w*|suspect\w*|rumou?r\w*|if|whether"
    r"|almost|nearly|doubt\w*|hoax|myth|wrong|if|peut|könnte|wenn|si|если|может|可 能|如 果|据 称"
    r"|或 许|也 许) ",
)
_CONDITION = re.compile(
    r" (?:only if|if and only if|provided that|on condition that|as long as|so long as|in case"
    r"|subject to|assuming(?: that)?|, provided|, if|only when|- if|\( if"
    r"|es sei denn|à condition que|a condición de que|при условии) ",
)


def doubt_governing(hidden: Sequence[str]) -> str | None:
    """Return what hidden word of doubt governs the words after the gap, None if none does."""
    found = _GOVERNS.search(f" {' '.join(hidden)} ")
    return found.group().strip() if found else None


def condition_in(hidden: Sequence[str]) -> str | None:
    """Return a hidden condition on which the statement depends."""
    found = _CONDITION.search(f" {' '.join(hidden)} ")
    return found.group().strip() if found else None


def doubt_in(hidden: Sequence[str]) -> str | None:
    """Return any hidden word of doubt."""
    found = _HOLDS.search(f" {' '.join(hidden)} ")
    return found.group().strip() if found else None
