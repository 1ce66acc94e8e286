"""Scale words of other languages after digits, and a quick look for any scale word."""

from __future__ import annotations

import re
from decimal import Decimal

# Scale words of languages that are read only in part: a number before one of the second table is
# worth something unknown. `Billion` is German and French for a million millions: not read.
_FOREIGN_SCALE = re.compile(
    r"[ \u00a0]?(?:(тыс\.?|тысячи?|млн\.?|млрд\.?|трлн\.?|миллион(?:ов|а)?|миллиард(?:ов|а)?"
    r"|триллион(?:ов|а)?)(?![а-я])"
    r"|(mil millones|mil milhões|Mrd\.?|Mia\.?|Mio\.|Milliarden?|Millionen|Tausend|milliers?|"
    r"milliards?|millones|millón|milhões|miliardów|milyon|milyar)(?![A-Za-z]))",
    re.IGNORECASE,
)
_FOREIGN_FACTORS = {
    "тыс": 10**3, "млн": 10**6, "миллион": 10**6, "млрд": 10**9, "миллиард": 10**9,
    "трлн": 10**12, "триллион": 10**12, "mil mil": 10**9, "mrd": 10**9, "mia": 10**9,
    "mio": 10**6, "milliarde": 10**9, "millionen": 10**6, "tausend": 10**3, "millier": 10**3,
    "milliard": 10**9, "millon": 10**6, "millón": 10**6, "milhões": 10**6, "miliard": 10**9,
    "milyon": 10**6, "milyar": 10**9,
}  # fmt: skip
_UNREAD_SCALE = re.compile(
    r"[ \u00a0]?(?:Billionen?|Bio\.|bilhões|billones|тыс|млн|млрд|трлн|mil)(?![A-Za-z])"
)


def foreign_scale(text: str, end: int) -> tuple[Decimal, int] | None:
    """Read a scale word of German, French, Spanish, Russian, Turkish: factor, where it ends."""
    found = _FOREIGN_SCALE.match(text, end)
    if not found:
        return None
    word = (found.group(1) or found.group(2)).lower()
    names = sorted(_FOREIGN_FACTORS, key=len, reverse=True)
    factor = next(_FOREIGN_FACTORS[name] for name in names if word.startswith(name))
    return Decimal(factor), found.end()


def unread_scale(text: str, end: int) -> bool:
    """Tell whether a scale word stands at `end` that is not read: nor is its number."""
    return _UNREAD_SCALE.match(text, end) is not None


_SCALE_INITIALS = frozenset("htmbdlckHTMBDLCKтмТМ余多来几万亿億萬兆千百만억조")


def may_scale(text: str, end: int) -> bool:
    """Tell quickly whether a scale word may begin at `end`, one blank or hyphen aside."""
    return text[end : end + 1] in _SCALE_INITIALS or (
        text[end : end + 1] in _SCALE_GAPS and text[end + 1 : end + 2] in _SCALE_INITIALS
    )


_SCALE_GAPS = frozenset(" \u00a0-")
