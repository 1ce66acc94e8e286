"""Differences of setting that change nothing: grouped digits, per cent, a serial comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GROUPED = re.compile(r"\d{1,3}(?P<mark>[ ,.'’ʼ\u00a0\u2009\u202f])\d{3}(?:(?P=mark)\d{3})*")
_WHOLE = re.compile(r"\d{4,}")
_POINT_GROUPS = frozenset({"de", "es", "it", "pt", "nl", "da", "tr", "id", "el", "ro", "hr", "sl"})
_COMMA_GROUPS = frozenset({"en", "zh", "ja", "ko", "th", "he", "hi"})
_PER_CENT = frozenset({"%", "percent"})
_ABBREVIATIONS = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "prof": "professor",
    "pres": "president",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "rev": "reverend",
    "dept": "department",
    "univ": "university",
    "corp": "corporation",
    "jan": "january",
    "feb": "february",
    "aug": "august",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
}


def same_number(claim: str, source: str, language: str | None) -> bool:
    """Say whether two whole numbers differ only in the marks that group their digits by three.

    A single point or comma may be a decimal one: it groups only where the page's language
    writes so, a comma also where the language is not told.
    """
    left, right = " ".join(claim.split()), " ".join(source.split())
    digits = [re.sub(r"\D", "", raw) for raw in (left, right)]
    return digits[0] == digits[1] and _is_whole(left, language) and _is_whole(right, language)


def _is_whole(raw: str, language: str | None) -> bool:
    if _WHOLE.fullmatch(raw):
        return True
    found = _GROUPED.fullmatch(raw)
    if not found or raw.startswith("0"):
        return False
    primary = (language or "en").split("-")[0].lower()
    mark = found.group("mark")
    if raw.count(mark) > 1:
        return True
    if mark == ".":
        return primary in _POINT_GROUPS
    return mark != "," or primary in _COMMA_GROUPS


def same_per_cent(claim: Sequence[str], source: Sequence[str], before: str) -> bool:
    """Say whether both sides are per cent, once the sign and once the word, after a number."""
    sides = len(claim) == len(source) == 1 and {*claim, *source} == _PER_CENT
    return sides and before[-1:].isdigit()


def is_serial_comma(
    claim: Sequence[str], source: Sequence[str], before: Sequence[str], after: str
) -> bool:
    """Say whether one side has a comma more before the *and* or *or* that ends a list.

    `before` are the source's words before it: the list has a comma there already.
    """
    extra = [*claim, *source] == [","]
    stop = max(
        (i for i, word in enumerate(before) if word in {".", ";", "!", "?", ":"}), default=-1
    )
    listed = "," in before[stop + 1 :][-6:]
    return extra and after in {"and", "or"} and listed


def writes_out(short: str, bracket: Sequence[str]) -> bool:
    """Say whether a bracket completes an abbreviation whose full stop it takes: `Gov[ernor]`."""
    return len(bracket) == 1 and _ABBREVIATIONS.get(short.lower()) == short.lower() + bracket[0]
