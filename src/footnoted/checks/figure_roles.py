"""Who gives and who gets: loans by A to B are not loans by B to A."""

from __future__ import annotations

import re
from functools import lru_cache

from footnoted.checks.figure_names import names_of

_INWARD = re.compile(r"\b(?:imports?|imported|purchas\w+|bought|borrow\w*|received|receipts?)\b")
_INVESTS = re.compile(r"\binvest", re.IGNORECASE)
_GIVE = (
    r"(?:lent|loaned|gave|exported|sold|provided|granted|supplied|shipped|transferred|paid|donated|"
    r"invested|lends|gives|exports|sells|provides|grants|supplies|owes|owed|sent|offered)"
)
_GOODS = (
    r"(?:exports?|loans?|credits?|aid|investments?|grants?|debts?|sales?|shipments?|deliveries|"
    r"lending)"
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
        if re.search(rf"\b(?:{_towards(measure)})\s+(?:the\s+)?{spot}\b", measure):
            roles.append((name, "to"))
        elif re.search(rf"\bfrom\s+(?:the\s+)?{spot}\b", measure):
            roles.append((name, "from"))
        elif re.search(
            rf"\bby\s+(?:the\s+)?{spot}\b|\b{spot}['’]s?\b|\b{spot}\s+(?:\w+\s+)?{_GOODS}\b",
            measure,
        ):
            roles.append((name, "to" if inward else "from"))
    return tuple(roles)


def _towards(measure: str) -> str:
    """Return the words before a receiver; what is invested goes *in* a country."""
    return "to|into|towards|in" if _INVESTS.search(measure) else "to|into|towards"


def reversed_roles(measure: str, words: str) -> bool:
    """Tell whether `words` give a name of `measure` the other part: giver for receiver.

    A name stands for its adjective too (`Ruritania`, `Ruritanian`).
    """
    towards = _towards(measure)
    return any(
        _gives(_root(name), words, towards) if role == "to" else _gets(_root(name), words, towards)
        for name, role in _roles(measure)
    )


def _root(name: str) -> str:
    """Return a pattern for `name` and its adjective: all but the last letters of a long word."""
    kept = name if len(name) < 7 or " " in name else name[:-2]
    return rf"(?:the\s+)?{re.escape(kept)}\w*"


def _gives(spot: str, words: str, towards: str) -> bool:
    """Tell whether a name asked as receiver is told as giver, and not as receiver too."""
    if re.search(rf"\b(?:{towards})\s+{spot}\b", words):
        return False
    by = "from" if _INWARD.search(words) else "from|by"
    return bool(
        re.search(rf"\b(?:{by})\s+{spot}\b", words)
        or re.search(rf"\b{spot}(?:['’]s?)?\s+(?:\w+\s+)?{_GOODS}\b", words)
        or re.search(rf"\b{spot}\s+(?:(?!{_PASSIVE}\b)\w+\s+){{0,2}}{_GIVE}\b", words)
    )


def _gets(spot: str, words: str, towards: str) -> bool:
    """Tell whether a name asked as giver is told as receiver, and not as giver too."""
    if re.search(rf"\b(?:from|by)\s+{spot}\b", words):
        return False
    return bool(
        re.search(rf"\b(?:{towards})\s+{spot}\b", words)
        or re.search(rf"\b{_GIVE}\s+{spot}\b", words)
        or re.search(rf"\b{spot}\s+{_PASSIVE}\s+(?:\w+\s+)?(?:{_GIVE}|given)\b", words)
        or re.search(rf"\b{spot}\s+(?:\w+\s+)?{_GET}\b", words)
    )
