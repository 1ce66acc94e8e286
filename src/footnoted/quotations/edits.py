"""What a changed word means: why a difference is none of the harmless ones, in words."""

from __future__ import annotations

from collections.abc import Sequence

from footnoted.quotations.findings import Remark
from footnoted.quotations.words import (
    FUNCTION_WORDS,
    NEGATIONS,
    NEGATIVE_PREFIXES,
    NUMBER_WORDS,
    PUNCTUATION,
    SIGNS,
    UNITS,
)


def name_edit(
    claim: Sequence[str], source: Sequence[str], claim_raw: str, source_raw: str, before: str
) -> Remark:
    """Name an unexplained edit: folded words of both sides, as written, and what follows."""
    return Remark(_reason(claim, source), _message(claim, source, claim_raw, source_raw, before))


def changes_number(words: Sequence[str]) -> bool:
    """Say whether a number, in digits or words, is among them."""
    return any(any(map(str.isdigit, word)) or word in NUMBER_WORDS for word in words)


def is_negating(words: Sequence[str]) -> bool:
    """Say whether one of the words turns a statement round."""
    return any(word in NEGATIONS for word in words)


def _reason(claim: Sequence[str], source: Sequence[str]) -> str:
    both = [*claim, *source]
    if is_negating(claim) != is_negating(source):
        return "negation_added" if is_negating(claim) else "negation_dropped"
    if changes_number(both):
        return "number_changed"
    if any(word in SIGNS or word == "-" for word in both):
        return "sign_changed"
    if all(word in PUNCTUATION for word in both):
        return "punctuation_changed"
    if len(claim) == len(source) == 1:
        return _one_word(claim[0], source[0])
    return _words_changed(claim, source)


def _words_changed(claim: Sequence[str], source: Sequence[str]) -> str:
    if all(word in FUNCTION_WORDS or word in PUNCTUATION for word in (*claim, *source)):
        return "function_word_changed"
    return "word_changed" if claim and source else "word_added" if claim else "word_dropped"


def _one_word(claim: str, source: str) -> str:
    longer, shorter = max(claim, source, key=len), min(claim, source, key=len)
    if any(longer == prefix + shorter for prefix in NEGATIVE_PREFIXES):
        return "negation_affix"
    if {claim[-4:], source[-4:]} & {"less"} and claim[:3] == source[:3]:
        return "negation_affix"
    if claim in UNITS and source in UNITS:
        return "unit_changed"
    if claim in FUNCTION_WORDS and source in FUNCTION_WORDS:
        return "function_word_changed"
    grown = len(longer) > len(shorter) > 3 and longer.startswith(shorter)
    return "affix_changed" if grown else "word_changed"


def _message(
    claim: Sequence[str], source: Sequence[str], claim_raw: str, source_raw: str, before: str
) -> str:
    place = f" before *{before}*" if before else ""
    if not claim:
        return f"drops *{_short(source_raw)}*{place}"
    if not source:
        return f"adds *{_short(claim_raw)}*{place}"
    return f"has *{_short(claim_raw)}* where the source has *{_short(source_raw)}*"


def _short(raw: str) -> str:
    words = " ".join(raw.split())
    return words if len(words) <= 80 else f"{words[:60].rstrip()} …"
