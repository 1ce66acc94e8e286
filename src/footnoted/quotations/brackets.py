"""Whether the author's brackets keep to the rules: name a referent, change a letter, no more."""

from __future__ import annotations

from collections.abc import Sequence

from footnoted.quotations.edits import changes_number, is_negating
from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.parse import Bracket
from footnoted.quotations.words import (
    ADVERBIAL,
    DETERMINERS,
    FUNCTION_WORDS,
    PRONOUNS,
    PUNCTUATION,
    QUANTIFIERS,
    SIGNS,
)

MAX_WORDS = 6
"""Words that a bracket may hold, and that it may stand for."""


def judge_bracket(bracket: Bracket, hidden: Sequence[str], hidden_raw: str) -> Opinion:
    """Judge a bracket within a piece: `hidden` are the source's words that it stands for."""
    out = Opinion()
    fault = _forbidden(bracket) or _hides(bracket, hidden, hidden_raw)
    if fault:
        out.faults.append(fault)
    elif not hidden and all(word in FUNCTION_WORDS for word in bracket.words):
        out.notes.append(Remark("bracket_added", f"{bracket.raw} is added, and names nothing"))
    elif not _refers(hidden) and tuple(hidden) != bracket.words:
        out.notes.append(Remark("bracket_names", f"{bracket.raw} stands for *{hidden_raw}*"))
    else:
        out.changes.append(Remark("bracket", f"{bracket.raw} is the author's"))
    return out


def judge_edge_bracket(bracket: Bracket, neighbour: Sequence[str], near: str) -> Opinion:
    """Judge a bracket at an end of a piece.

    What it stands for is not bounded there. `neighbour` are up to six words of the source
    before (nearest first) or after it, within its sentence.
    """
    out = Opinion()
    fault = _forbidden(bracket)
    first = neighbour[0] if neighbour else "."
    harmless = (
        first in PRONOUNS
        or first in PUNCTUATION
        or (first in FUNCTION_WORDS and first not in DETERMINERS)
    )
    if fault:
        out.faults.append(fault)
    elif harmless:
        out.changes.append(Remark("bracket", f"{bracket.raw} is the author's"))
    elif any(word in DETERMINERS for word in neighbour):
        message = f"{bracket.raw} may stand for *{near}*"
        out.notes.append(Remark("bracket_names", message))
    else:
        message = f"{bracket.raw} stands where the source has *{near}*"
        out.faults.append(Remark("bracket_changes_word", message))
    return out


def _refers(hidden: Sequence[str]) -> bool:
    """Say whether the words hidden are no more than a pronoun and its verb: `it`, `it's`."""
    return all(word in PRONOUNS | ADVERBIAL or word in FUNCTION_WORDS for word in hidden)


def _forbidden(bracket: Bracket) -> Remark | None:
    """Return what no bracket may add, whatever it stands for."""
    if not bracket.words:
        return None
    if len(bracket.words) > MAX_WORDS:
        return Remark("bracket_too_long", f"{bracket.raw} holds more than {MAX_WORDS} words")
    if is_negating(bracket.words):
        return Remark("bracket_adds_negation", f"{bracket.raw} adds a negation")
    if changes_number(bracket.words) or any(word in SIGNS for word in bracket.words):
        return Remark("bracket_adds_number", f"{bracket.raw} adds a number, sign or unit")
    if any(word in QUANTIFIERS for word in bracket.words):
        return Remark("bracket_changes_degree", f"{bracket.raw} changes how much or how surely")
    return None


def _hides(bracket: Bracket, hidden: Sequence[str], raw: str) -> Remark | None:
    """Return why a bracket may not stand for these words of the source."""
    if not hidden or tuple(hidden) == bracket.words:
        return None
    if is_negating(hidden):
        return Remark("bracket_hides_negation", f"{bracket.raw} hides *{raw}*")
    if changes_number(hidden) or any(word in SIGNS for word in hidden):
        return Remark("bracket_hides_number", f"{bracket.raw} hides *{raw}*")
    referring = hidden[0] in PRONOUNS or hidden[0] in DETERMINERS or hidden[0] in ADVERBIAL
    if len(hidden) > MAX_WORDS or not referring:
        message = f"{bracket.raw} stands where the source has *{raw}*"
        return Remark("bracket_changes_word", message)
    return None
