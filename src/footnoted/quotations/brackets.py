"""Whether the author's brackets keep to the rules: name a referent, change a letter, no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footnoted.quotations.edits import changes_number, is_negating
from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.parse import Bracket
from footnoted.quotations.pronouns import QUANTIFYING, differ, is_article_swap, is_plain_name
from footnoted.quotations.words import (
    ADVERBIAL,
    COMPLETIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    PRONOUNS,
    PUNCTUATION,
    QUANTIFIERS,
    SIGNS,
    SUBSTANTIVES,
    TENSES,
)

MAX_WORDS = 6
"""Words that a bracket may hold, and that it may stand for."""

_ANAPHORIC = frozenset(
    {"this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "such"},
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands about a bracket: the source's word before it, the words it stands for."""

    before: str
    hidden: Sequence[str]
    hidden_raw: str


def judge_bracket(bracket: Bracket, setting: Setting) -> Opinion:
    """Judge a bracket within a piece."""
    out = Opinion()
    hidden = setting.hidden
    fault = _forbidden(bracket) or _hides(bracket, hidden, setting.hidden_raw)
    if fault:
        out.faults.append(fault)
    elif tuple(hidden) == bracket.words or not bracket.words:
        out.changes.append(_harmless(bracket))
    elif not hidden:
        _judge_added(bracket, setting.before, out)
    elif is_article_swap(bracket.words, hidden):
        out.open.append(Remark("bracket_names", _stands_for(bracket, setting.hidden_raw).message))
    elif differ(bracket.words, hidden):
        out.faults.append(_stands_for(bracket, setting.hidden_raw))
    elif _swaps_tense(bracket, hidden) or _is_only(bracket.words, COMPLETIONS):
        out.changes.append(_harmless(bracket))
    elif not _names(bracket):
        out.faults.append(_stands_for(bracket, setting.hidden_raw))
    elif _refers(hidden) and _is_plain(bracket):
        out.changes.append(_harmless(bracket))
    elif hidden[0] in _ANAPHORIC and _is_plain(bracket):
        out.notes.append(Remark("bracket_names", _stands_for(bracket, setting.hidden_raw).message))
    else:
        out.open.append(Remark("bracket_names", _stands_for(bracket, setting.hidden_raw).message))
    return out


def judge_edge_bracket(bracket: Bracket, neighbour: Sequence[str], near: str) -> Opinion:
    """Judge a bracket at an end of a piece.

    What it stands for is not bounded there. `neighbour` are up to six words of the source
    before (nearest first) or after it, within its sentence.
    """
    out = Opinion()
    fault = _forbidden(bracket)
    pronoun = next((i for i, word in enumerate(neighbour[:3]) if word in SUBSTANTIVES), None)
    reached = pronoun is not None and _is_only(neighbour[:pronoun], FUNCTION_WORDS - DETERMINERS)
    if fault:
        out.faults.append(fault)
    elif not bracket.words or _is_only(bracket.words, COMPLETIONS):
        out.changes.append(_harmless(bracket))
    elif not _names(bracket):
        message = f"{bracket.raw} adds a word that the source has not"
        out.faults.append(Remark("bracket_adds_word", message))
    elif pronoun is not None and reached and differ(bracket.words, [neighbour[pronoun]]):
        out.faults.append(_stands_for(bracket, near))
    elif reached:
        message = _stands_for(bracket, near).message
        plain = _is_plain(bracket)
        (out.changes if plain else out.open).append(
            _harmless(bracket) if plain else Remark("bracket_names", message)
        )
    elif neighbour and not any(word in DETERMINERS for word in neighbour):
        message = f"{bracket.raw} stands where the source has *{near}*"
        out.faults.append(Remark("bracket_changes_word", message))
    else:
        message = f"{bracket.raw} may stand for *{near}*" if neighbour else _added(bracket)
        out.open.append(Remark("bracket_names", message))
    return out


def _judge_added(bracket: Bracket, before: str, out: Opinion) -> None:
    """Judge a bracket where the source has nothing: a completion, or who a pronoun means."""
    if (
        _is_only(bracket.words, COMPLETIONS)
        or (before in SUBSTANTIVES and _names(bracket))
        or _spells_out(bracket.words, before)
    ):
        out.changes.append(_harmless(bracket))
    elif _names(bracket) and bracket.named:
        out.open.append(Remark("bracket_added", _added(bracket)))
    else:
        out.faults.append(Remark("bracket_adds_word", _added(bracket)))


def _added(bracket: Bracket) -> str:
    return f"{bracket.raw} is added where the source has nothing"


def _harmless(bracket: Bracket) -> Remark:
    return Remark("bracket", f"{bracket.raw} is the author's")


def _stands_for(bracket: Bracket, raw: str) -> Remark:
    return Remark("bracket_changes_word", f"{bracket.raw} stands for *{raw}*")


def _is_only(words: Sequence[str], allowed: frozenset[str]) -> bool:
    return all(word in allowed for word in words)


def _is_plain(bracket: Bracket) -> bool:
    return is_plain_name(bracket.words, bracket.raw, named=bracket.named)


def _names(bracket: Bracket) -> bool:
    """Say whether a bracket can name somebody or something.

    That is a name, a noun with its article, or a plural; an adverb or an adjective alone is a
    comment. What has no capitals (Chinese) cannot be told and counts as a name.
    """
    words = bracket.words
    if any(word.endswith("ly") and len(word) > 4 for word in words) and not bracket.named:
        return False
    if words[0].endswith("ly") and len(words) == 1 and len(words[0]) > 4:
        return False
    if bracket.named or words[0] in DETERMINERS | PRONOUNS or words[0] in _RELATIONS:
        return True
    if any(word[0] >= "\u2e80" for word in words):
        return True
    return words[-1].endswith("s") and not words[-1].endswith(("ss", "ous", "less"))


_RELATIONS = frozenset({"in", "at", "on", "of", "from", "to", "for", "with", "by"})


def _spells_out(words: Sequence[str], short: str) -> bool:
    """Say whether the words are what the initials before them stand for: GDP, gross …."""
    initials = "".join(word[0] for word in words if word not in {"of", "and", "the", "for", "in"})
    return len(short) > 1 and initials == short


def _swaps_tense(bracket: Bracket, hidden: Sequence[str]) -> bool:
    """Say whether one form of *be*, *have* or *do* stands for another one."""
    pair = {*bracket.words, *hidden}
    return len(bracket.words) == len(hidden) == 1 and any(pair <= forms for forms in TENSES)


def _refers(hidden: Sequence[str]) -> bool:
    """Say whether the words hidden are no more than a pronoun and its verb: `it`, `it's`."""
    return all(word in PRONOUNS | ADVERBIAL or word in FUNCTION_WORDS for word in hidden)


def _forbidden(bracket: Bracket) -> Remark | None:
    """Return what no bracket may add, whatever it stands for."""
    words = bracket.words
    comment = words[:1] == ("sic",) or bool(set(words) & {":", ";", "?", "!", "="})
    rules = (
        (len(words) > MAX_WORDS, "bracket_too_long", f"holds more than {MAX_WORDS} words"),
        (is_negating(words), "bracket_adds_negation", "adds a negation"),
        (_counts(words), "bracket_adds_number", "adds a number, sign or unit"),
        (
            any(word in QUANTIFIERS for word in words),
            "bracket_changes_degree",
            "changes how much or how surely",
        ),
        (
            not QUANTIFYING.isdisjoint(words),
            "bracket_changes_degree",
            "tells how many are meant",
        ),
        (comment, "bracket_adds_word", "is a comment of the author's"),
    )
    for applies, reason, message in rules:
        if applies:
            return Remark(reason, f"{bracket.raw} {message}")
    return None


def _counts(words: Sequence[str]) -> bool:
    return changes_number(words) or any(word in SIGNS for word in words)


def _hides(bracket: Bracket, hidden: Sequence[str], raw: str) -> Remark | None:
    """Return why a bracket may not stand for these words of the source."""
    if not hidden or tuple(hidden) == bracket.words or _swaps_tense(bracket, hidden):
        return None
    if is_negating(hidden):
        return Remark("bracket_hides_negation", f"{bracket.raw} hides *{raw}*")
    if changes_number(hidden) or any(word in SIGNS for word in hidden):
        return Remark("bracket_hides_number", f"{bracket.raw} hides *{raw}*")
    if any(word in QUANTIFIERS for word in hidden):
        return Remark("bracket_changes_degree", f"{bracket.raw} hides *{raw}*")
    referring = hidden[0] in PRONOUNS or hidden[0] in DETERMINERS or hidden[0] in ADVERBIAL
    if len(hidden) > MAX_WORDS or not referring or any(word in PUNCTUATION for word in hidden):
        message = f"{bracket.raw} stands where the source has *{raw}*"
        return Remark("bracket_changes_word", message)
    return None
