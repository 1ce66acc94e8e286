"""Cells of a table of claims: texts that a spreadsheet gives back as it got them.

A spreadsheet runs what begins like a formula (OWASP, "CSV Injection"), and rewrites what looks
like a number, a date or a truth value: `2012-10` comes back as `Oct-12`, note `2.10` as `2.1`.
Such a text goes out with an apostrophe before it, which is taken off when it comes back.
"""

from __future__ import annotations

import re

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%", "\t", "\n")
_PLAIN_NUMBER = re.compile(r"0|[1-9]\d{0,14}")
_NUMBER = re.compile(r"[(]?[$€£¥]?\s?\d[\d.,:/\-\s]*(?:e[+-]?\d+)?\s?[%$€£¥]?[)]?", re.IGNORECASE)
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|mär"
_DATE = re.compile(
    rf"(?:\d{{1,4}}(?:st|nd|rd|th)?[\s.\-/]*)?(?:{_MONTH})[^\W\d]*[\s.,\-/]*\d{{0,4}}"
    rf"(?:[\s.,\-/]+\d{{1,4}})?",
    re.IGNORECASE,
)
_TRUTH = frozenset({"true", "false", "wahr", "falsch", "vrai", "faux"})


def guarded(text: str) -> str:
    """Return the text as it goes into a cell."""
    return f"'{text}" if _at_risk(text) else text


def unguarded(cell: str) -> str:
    """Return the text that a cell stands for: line ends as ours, no blanks around it."""
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("'") and _at_risk(text[1:]):
        text = text[1:]
    return text.strip()


def _at_risk(text: str) -> bool:
    if text.startswith("'"):
        return _at_risk(text[1:])
    if text.startswith(_FORMULA) or text.casefold() in _TRUTH:
        return True
    if _PLAIN_NUMBER.fullmatch(text):
        return False
    return bool(_NUMBER.fullmatch(text) or _DATE.fullmatch(text))
