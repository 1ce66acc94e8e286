"""What is cut from the front of a phrase: how many are meant, or which of them."""

from __future__ import annotations

import re

from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.sentences import before_cut
from footnoted.quotations.subjects import is_verb
from footnoted.quotations.words import (
    ADVERBIAL,
    DETERMINERS,
    FUNCTION_WORDS,
    NUMBER_WORDS,
    PRONOUNS,
    PUNCTUATION,
)

_NUMBERS = "|".join(sorted((w for w in NUMBER_WORDS if w.isascii()), key=len)[::-1])
_PARTITIVE = re.compile(
    rf" (?:(?:\d[\d.,]*|{_NUMBERS}|few|fewer|some|most|many|several|none|any|each|either|neither"
    r"|both|less|more|majority|minority|number|handful|fraction|share|portion|dozens?|hundreds"
    r"|thousands|millions|proportion|remnant|remainder|%|percent) of"
    r"|half|half of|all but \w+(?: of)?|only \w+ of|not all|not all of|twice|double) "
    r"\| (?:the|these|those|his|her|its|their|our|my|your|them|us) "
)
_SAYING = frozenset(
    (
        *("say", "says", "said", "thinks", "believe", "know", "knows", "knew", "hope"),
        *("think", "thought", "means", "meant", "show", "shows", "feel", "find", "see", "sees"),
        *("argue", "claim", "write", "writes", "explain", "add", "adds", "note", "notes", "warn"),
    ),
)
_TIMES = frozenset(
    (
        *("later", "earlier", "once", "meanwhile", "afterwards", "ago", "year", "years", "week"),
        *("month", "day", "days", "time", "morning", "night", "evening", "instead", "indeed"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "soon"),
        *("however", "thus", "hence", "therefore", "perhaps", "again", "even", "still", "often"),
    ),
)


def judge_partitive(page: FoldedText, at: int) -> Opinion:
    """Judge a quotation that begins with *the*, after a word that tells how many of them."""
    out = Opinion()
    if at >= len(page.words):
        return out
    before = before_cut(page, at, 6)
    if _PARTITIVE.search(f" {' '.join(before)} | {page.words[at]} "):
        raw = " ".join(page.raw(max(0, at - 3), at + 2).split())
        out.faults.append(Remark("quantifier_cut", f"the source has *{raw}*"))
    return out


def judge_clause_start(page: FoldedText, at: int) -> Opinion:
    """Judge a capital given to word `at`: a clause begins there, or a modifier is cut.

    After punctuation, a word that opens a clause or a verb of saying one may begin; so it may
    with an article, a pronoun or a preposition.
    """
    out = Opinion()
    before, first = before_cut(page, at, 6), page.words[at]
    if not before or first in FUNCTION_WORDS | DETERMINERS | PRONOUNS:
        return out
    last = before[-1]
    opens = (
        last in ADVERBIAL | _TIMES
        or last in PUNCTUATION | FUNCTION_WORDS | PRONOUNS | _SAYING
        or is_verb(last)
    )
    if opens or not last.isascii() or not last.isalpha() or last.endswith(("ly", "ing")):
        return out
    name = len(before) > 1 and page.raw(at - 1, at)[:1].isupper()
    if not name:
        raw = " ".join(page.raw(at - 1, at + 1).split())
        out.faults.append(Remark("word_dropped", f"drops *{last}*: the source has *{raw}*"))
    return out
