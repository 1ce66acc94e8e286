"""The clause that governs the words quoted: *confirmed that |*, *denied that |*, *mocked that |*.

A clause after *that* is what somebody says of it: it passes only where its governor is known to
affirm. A noun that takes no such clause (*the car that |*) begins a relative clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from footnoted.quotations.clauses import (
    AFFIRMING,
    AFFIRMING_ADJECTIVES,
    AFFIRMING_NOUNS,
    DENYING,
    DENYING_PHRASES,
    OPEN,
)
from footnoted.quotations.finite import is_done
from footnoted.quotations.negations import negates

Stance = Literal["denies", "open", "affirms"]
_REACH = 7
"""So many words before *that* may hold its governor: *confirmed on Tuesday, in Oslo, that*."""

_STOPS = frozenset({".", ";", "that", "which", "who", "whom", "whose"})
_BE = frozenset(
    (
        *("is", "are", "was", "were", "be", "been", "being", "'s", "seems", "seemed", "seem"),
        *("appears", "became", "becomes", "remains", "it"),
    ),
)
_DENIED_NOUN = re.compile(rf" {DENYING_PHRASES} (?:(?!that )[\w'-]+ ){{0,4}}$")
_TAKEN_FALSELY = re.compile(
    r" (?:falsely|wrongly|mistakenly|erroneously|incorrectly|in jest|hardly|barely|scarcely"
    r"|jokingly|too quick to|hard to|difficult to|tempting to|absurd to|little to|nothing"
    r"|refrain\w* from|stop\w* short of|avoid\w*|apologi\w* for|mistaken in|err\w* in"
    r"|differ with|anyone|far - fetched to|cannot bring \w+ to"
    r"|yet to be|yet to|would have (?:us|you|them|him|me)|satirical \w+|spoof \w+"
    r"|in a dream \w+|days when \w+"
    r"|vain|mistake to|pointless to|premature to|who would|who could) (?:[\w'-]+ ){0,2}$",
)
_FALSE_FIRST = re.compile(
    r"(?: (?:not (?:\w+ly )?(?:true|so|the case|correct|right)|untrue|false|wrong|incorrect"
    r"|a lie|a myth|den(?:y|ies|ied|ying)(?: (?:it all|everything|all|this|several things))?))"
    r" (?:[,:] )?$",
)
_SAID_FALSELY = re.compile(
    r" (?:falsely|wrongly|mistakenly|in (?:vain|jest|error)|as a joke|rul\w+ out) "
)
_FINITE = frozenset(
    (
        *("is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would"),
        *("may", "might", "must", "should", "shall", "do", "does", "did"),
    ),
)
"""Verbs that a relative clause begins with: *anything that | is unclear*."""
_INSERTED = re.compile(r" , [^,;:]{1,80} , (?=[\w'-]+$|(?:\w+ly )?[\w'-]+ [\w'-]+$)")
_ADVERBIAL = frozenset(
    (
        "on",
        "in",
        "at",
        "for",
        "last",
        "this",
        "to",
        "yesterday",
        "today",
        ",",
        "out",
        "again",
        "before",
    ),
)
"""What may part a verb from its clause; `fear of a home that` begins a relative one."""
_COPULAS = frozenset({"is", "was", "are", "were", "be", "being"})
_LEFT_OPEN = re.compile(r" (?:(?:may|might|could|would) be|provided|providing|supposing) $")
_COORDINATED = frozenset({"and", "or", "nor", ",", ";", "but", ":"})
_NEGATED_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs the clause quoted, and whether it affirms it."""

    stance: Stance
    words: str


def clause_governor(before: Sequence[str], first: str) -> Governor | None:
    """Return what governs the clause that begins after `before`; None where none begins there.

    `first` is the first word quoted: where it is *that* itself, the clause begins with it. Of
    coordinated clauses (*denied that … and that |*) the governor of the first one counts.
    """
    words = [*before, first] if first == "that" else list(before)
    if not words or words[-1] not in {"that", "whether", "if"} or first in _FINITE:
        return None
    if words[-1] != "that":
        return _asked(words)
    places = [len(words) - 1]
    if len(words) > 1 and words[-2] in _COORDINATED:
        places += [at for at in range(len(words) - 2, 0, -1) if words[at] == "that"]
    heads = [words[:at] for at in places]
    heads += [_INSERTED.sub(" ", " ".join(head)).split() for head in heads if "," in head]
    found = [_governor(head) for head in heads]
    worst = [one for stance in ("denies", "open") for one in found if one.stance == stance]
    return worst[0] if worst else found[0]


def begins_relative(words: Sequence[str]) -> bool:
    """Say whether the words after *that* begin with a verb, so that it is a relative pronoun."""
    return bool(words) and words[0] in _FINITE


def _asked(words: list[str]) -> Governor | None:
    if words[-1] == "if" and len(words) > 1 and words[-2] in {"even", "as", "only", "what"}:
        return None
    return Governor("open", " ".join(words[-3:]))


def _governor(head: list[str]) -> Governor:
    """Return the governor at the end of `head`, the words before a *that*."""
    denial = _denied_at_a_distance(head)
    if denial:
        return denial
    while head and head[-1] in {",", ":", ";"}:
        head = head[:-1]
    if _LEFT_OPEN.search(f" {' '.join(head)} "):
        return Governor("open", " ".join(head[-2:]))
    if head and head[-1] in _COPULAS:
        head = head[:-1]
    known = _nearest(head) if head else None
    if known is None:
        return Governor("affirms", "")
    text = f" {' '.join(head[:known])} "
    words = " ".join(head[max(0, known - 2) :])
    if _TAKEN_FALSELY.search(text) or _SAID_FALSELY.search(f" {' '.join(head[known:])} "):
        return Governor("denies", words)
    stance = _stance(head, known, text)
    if stance == "affirms" and not is_done(head, known):
        stance = "open"
    return Governor(stance, words)


def _stance(head: list[str], known: int, text: str) -> Stance:
    word = head[known]
    noun = word in AFFIRMING_NOUNS or word in OPEN
    if word in DENYING or word == "not" or _is_negated(head, known):
        return "denies"
    if noun and _DENIED_NOUN.search(text):
        return "denies"
    if word in AFFIRMING or word in AFFIRMING_NOUNS or word in AFFIRMING_ADJECTIVES:
        return "affirms"
    return "open"


def _nearest(head: list[str]) -> int | None:
    """Return where the governor stands; None where the last word is a noun that takes no clause.

    A last word that may be a verb or a predicate, and is on no list, governs and stays open.
    """
    last = head[-1]
    if _is_listed(last):
        return len(head) - 1
    if _may_govern(head):
        return len(head) - 1
    for at in range(len(head) - 2, max(-1, len(head) - 1 - _REACH), -1):
        if head[at] in _STOPS:
            return None
        if any(head[at] in one for one in (DENYING, AFFIRMING, AFFIRMING_NOUNS)):
            return at
        if head[at] in OPEN and head[at + 1] in _ADVERBIAL:
            return at
    return None


def _is_listed(word: str) -> bool:
    if word == "not":
        return True
    lists = (DENYING, OPEN, AFFIRMING, AFFIRMING_NOUNS, AFFIRMING_ADJECTIVES)
    return any(word in one for one in lists)


def _may_govern(head: list[str]) -> bool:
    """Say whether the last word looks like a verb, or like an adjective after *is*."""
    last = head[-1]
    if not last.isalpha():
        return False
    if last.endswith(("ed", "ing")) and len(last) > 4:
        return True
    before = head[-2] if len(head) > 1 else ""
    if before.endswith("ly") and len(head) > 2:
        before = head[-3]
    return before in _BE


def _is_negated(head: list[str], known: int) -> bool:
    """Say whether a negation stands a few words before the governor, in its own clause."""
    for at in range(known - 1, max(-1, known - 1 - _NEGATED_BEFORE), -1):
        if head[at] in _STOPS or head[at] in {",", "but", "and"}:
            return False
        if negates(head, at) or head[at] == "few":
            return True
    return False


def _denied_at_a_distance(head: list[str]) -> Governor | None:
    """Find a denial with a clause inserted before its *that*: *not the case, he said, that*."""
    for at, word in enumerate(head):
        if word in {",", ":"}:
            found = _FALSE_FIRST.search(f" {' '.join(head[: at + 1])} ")
            if found and (head[-1] in {",", ":", ";"} or word == ":"):
                return Governor("denies", found.group().strip())
    return None
