"""Who gives and who gets: loans by A to B are not loans by B to A."""

from __future__ import annotations

import re
from functools import lru_cache

from footnoted.checks.figure_names import names_of

_INWARD = re.compile(r"\b(?:imports?|imported|purchas\w+|bought|borrow\w*|received|receipts?)\b")
_GIVE = (
    r"(?:lent|loaned|gave|exported|sold|provided|granted|supplied|shipped|transferred|paid|donated|"
    r"invested|lends|gives|exports|sells|provides|grants|supplies|owes|owed|sent|offered)"
)
_GOODS = (
    r"(?:exports?|loans?|credits?|aid|investments?|grants?|sales?|shipments?|deliveries|lending)"
)
_GET = r"(?:received|borrowed|imported|bought|obtained|got|receives|borrows|imports|buys|purchased)"
_PASSIVE = r"(?:was|were|is|are|has been|have been|had been|be)"


@lru_cache(maxsize=1024)
def _roles(measure: str) -> tuple[tuple[str, str], ...]:
    """Return the names of `measure` with their role, `from` or `to`; others are left out."""
    inward = _INWARD.search(measure) is not None
    roles = []
    for name in names_of(measure):
        spot = re.escape(name)
        if re.search(rf"\b(?:to|into|towards)\s+(?:the\s+)?{spot}\b", measure):
            roles.append((name, "to"))
        elif re.search(rf"\bfrom\s+(?:the\s+)?{spot}\b", measure):
            roles.append((name, "from"))
        elif re.search(rf"\bby\s+(?:the\s+)?{spot}\b|\b{spot}['’]s?\b", measure):
            roles.append((name, "to" if inward else "from"))
    return tuple(roles)


def reversed_roles(measure: str, words: str) -> bool:
    """Tell whether `words` give a name of `measure` the other part: giver for receiver."""
    return any(
        _gives(name, words) if role == "to" else _gets(name, words)
        for name, role in _roles(measure)
    )


def _gives(name: str, words: str) -> bool:
    """Tell whether `name`, asked as receiver, is told as giver, and not as receiver too."""
    spot = rf"(?:the\s+)?{re.escape(name)}"
    if re.search(rf"\b(?:to|into|towards)\s+{spot}\b", words):
        return False
    inward = _INWARD.search(words) is not None
    by = "from" if inward else "from|by"
    return bool(
        re.search(rf"\b(?:{by})\s+{spot}\b", words)
        or re.search(rf"\b{spot}['’]s?\s+(?:\w+\s+)?{_GOODS}\b", words)
        or re.search(rf"\b{spot}\s+(?:(?!{_PASSIVE}\b)\w+\s+){{0,2}}{_GIVE}\b", words)
    )


def _gets(name: str, words: str) -> bool:
    """Tell whether `name`, asked as giver, is told as receiver, and not as giver too."""
    spot = rf"(?:the\s+)?{re.escape(name)}"
    if re.search(rf"\bfrom\s+{spot}\b", words):
        return False
    return bool(
        re.search(rf"\b(?:to|into|towards)\s+{spot}\b", words)
        or re.search(rf"\b{_GIVE}\s+{spot}\b", words)
        or re.search(rf"\b{spot}\s+{_PASSIVE}\s+(?:\w+\s+)?(?:{_GIVE}|given)\b", words)
        or re.search(rf"\b{spot}\s+(?:\w+\s+)?{_GET}\b", words)
    )
