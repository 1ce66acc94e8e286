"""Whether what follows a gap within a sentence still has the subject that precedes it.

A gap may take out a parenthesis, members of a list, an adverbial or a relative clause as a
whole. Where it takes out the beginning of another clause and leaves its end, the verb or
number after the gap is said of a subject that the reader does not see.
"""

from __future__ import annotations

from collections.abc import Sequence

from footnoted.quotations.words import DETERMINERS, PUNCTUATION

_OPENERS = frozenset(
    (
        *("while", "whereas", "though", "although", "because", "but", "yet", "when", "whenever"),
        *("unless", "während", "aber", "weil", "sondern", "tandis", "mais", "mientras", "pero"),
        *("sino", "porque", "пока", "хотя", "но", "потому", "而", "但", "却"),
    ),
)
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "what"})
_JOINERS = frozenset({"and", "or", "und", "oder", "et", "ou", "y", "и", "или"})
_SUBJECTS = frozenset({"i", "he", "she", "it", "they", "we", "you", "there"})
_AUXILIARIES = frozenset(
    (
        *("is", "are", "was", "were", "am", "has", "have", "had", "does", "do", "did", "will"),
        *("would", "shall", "should", "can", "could", "may", "might", "must", "'s", "'d"),
    ),
)
_PASTS = frozenset(
    (
        *("rose", "fell", "grew", "shrank", "sank", "said", "told", "made", "took", "gave", "went"),
        *("came", "saw", "got", "won", "lost", "paid", "sold", "bought", "built", "wrote", "read"),
        *("began", "broke", "brought", "caught", "chose", "cost", "cut", "dealt", "drew", "drove"),
        *("ate", "fought", "found", "fled", "flew", "forgot", "froze", "held", "hid", "hit"),
        *("kept", "knew", "laid", "led", "left", "lent", "let", "lay", "meant", "met", "put"),
        *("ran", "sent", "set", "shook", "shot", "shut", "sat", "slept", "spoke", "spent", "stood"),
        *("stole", "struck", "swore", "swam", "taught", "tore", "thought", "threw", "understood"),
        *("became", "bore", "beat", "bound", "bred", "burnt", "felt", "rode", "sought", "stuck"),
        *("rises", "falls", "says", "makes", "takes", "gives", "goes", "comes", "wins", "loses"),
        *("costs", "grows", "pays", "holds", "needs", "wants", "means", "works", "runs", "leads"),
    ),
)
_CONTINUES = frozenset(
    (
        *("of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "as", "than"),
        *("into", "over", "under", "through", "until", "since", "during", "after", "before"),
    ),
)


def joins_clauses(before: Sequence[str], hidden: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether the words after a gap belong to a clause that begins within it.

    All three are of one sentence; marks of quotation are left out.
    """
    if not hidden or not after:
        return False
    following = after[0]
    if following in PUNCTUATION:
        return False
    if ";" in hidden and not _only_joiners(hidden[_last(hidden, ";") + 1 :]):
        return True
    return (
        _opens_clause(hidden)
        or _opens_relative(hidden, following)
        or _second_subject(hidden, following)
        or _after_comma(before, hidden, following)
    )


def _only_joiners(words: Sequence[str]) -> bool:
    return all(word in _JOINERS | {",", "then", "but"} for word in words)


def _last(words: Sequence[str], wanted: str) -> int:
    return max((i for i, word in enumerate(words) if word == wanted), default=-1)


def _opens_clause(hidden: Sequence[str]) -> bool:
    """Say whether a clause with its own subject begins and is not closed by a comma."""
    at = max((i for i, word in enumerate(hidden) if word in _OPENERS), default=-1)
    tail = hidden[at + 1 :]
    if at < 0 or not tail or "," in tail or ")" in tail or "-" in tail:
        return False
    if hidden[at] in {"but", "yet", "aber", "mais", "pero", "но"}:
        return tail[0] in DETERMINERS | _SUBJECTS or any(map(is_verb, tail[1:]))
    return True


def _opens_relative(hidden: Sequence[str], following: str) -> bool:
    """Say whether a relative clause about a hidden noun goes on after the gap."""
    at = max((i for i, word in enumerate(hidden) if word in _RELATIVES), default=-1)
    tail = hidden[at + 1 :]
    if at <= 0 or "," in tail or ")" in tail or not is_verb(following):
        return False
    if hidden[at] == "whose":
        return len(tail) < 3
    bare = all(word in _AUXILIARIES or word.endswith("ly") for word in tail)
    return bare or tail[-1] in _JOINERS or tail[0] in DETERMINERS | _SUBJECTS


def _second_subject(hidden: Sequence[str], following: str) -> bool:
    """Say whether *and* within the gap begins a clause: a subject, and a verb in or after it."""
    at = max((i for i, word in enumerate(hidden) if word in _JOINERS), default=-1)
    tail = hidden[at + 1 :]
    if at < 0 or not tail or "," in tail or is_verb(tail[0]):
        return False
    if tail[0] in _SUBJECTS or any(map(is_verb, tail[1:])):
        return not any(word in _RELATIVES for word in tail)
    return is_verb(following) and any(map(is_verb, hidden[:at]))


def _after_comma(before: Sequence[str], hidden: Sequence[str], following: str) -> bool:
    """Say whether a new subject stands between the gap's last comma and its end."""
    at = _last(hidden, ",")
    tail = hidden[at + 1 :]
    if at < 0 or not tail or following in _CONTINUES or any(w in _RELATIVES for w in tail):
        return False
    if tail[0] in _SUBJECTS:
        return True
    linked = bool(before) and before[-1] in _AUXILIARIES
    return tail[0] in DETERMINERS and (linked or (at > 0 and is_verb(following)))


def is_verb(word: str) -> bool:
    """Say whether a word is likely a finite verb; without a lexicon, by its form."""
    if word in _AUXILIARIES or word in _PASTS:
        return True
    return len(word) > 4 and word.endswith("ed") and word not in {"hundred", "indeed", "united"}
