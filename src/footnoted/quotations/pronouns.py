"""Which pronoun may stand in a bracket for which, and what may name whom a pronoun means."""

from __future__ import annotations

from collections.abc import Sequence

from footnoted.quotations.words import COMPLETIONS, DETERMINERS, FUNCTION_WORDS, PRONOUNS

_FORMS = {
    "1s": "i me my mine myself",
    "1p": "we us our ours ourselves",
    "2": "you your yours yourself yourselves",
    "3sm": "he him his himself",
    "3sf": "she her hers herself",
    "3sn": "it its itself",
    "3p": "they them their theirs themselves",
    "s": "this that",
    "p": "these those",
}
_OF = {word: form for form, words in _FORMS.items() for word in words.split()}
_ALIKE = frozenset({("s", "3sn"), ("p", "3p")})

QUANTIFYING = frozenset(
    (
        *("everyone", "everybody", "everything", "someone", "somebody", "something", "anyone"),
        *("anybody", "anything", "both", "half", "majority", "minority", "numerous", "countless"),
        *("certain", "various", "others", "another", "plenty", "hundreds", "thousands", "millions"),
        *("dozens", "enough", "either", "whoever", "whole", "entire", "everywhere"),
    ),
)
"""Words that tell how many or who at all: no pronoun of the source means them."""

_OFFICES = frozenset(
    (
        *("president", "minister", "premier", "government", "ministry", "prime", "foreign"),
        *("chairman", "general", "secretary", "king", "queen", "city", "province", "state", "bank"),
        *("company", "party", "council", "committee", "court", "republic", "vice", "deputy"),
        *("governor", "senator", "judge", "mayor", "professor", "author", "prince", "chancellor"),
        *("authorities", "officials", "troops", "forces", "army", "navy", "police", "delegation"),
        *("side", "sides", "people", "leaders", "leader", "s", "province", "region", "parliament"),
        *("then", "and", "central", "national", "northern", "southern", "eastern", "western"),
    ),
)


def differ(bracket: Sequence[str], hidden: Sequence[str]) -> bool:
    """Say whether a pronoun in a bracket stands for one of another person, number or gender."""
    if len(bracket) != 1 or bracket[0] not in _OF:
        return False
    found = next((_OF[word] for word in hidden if word in _OF), None)
    own = _OF[bracket[0]]
    return found is not None and found != own and not _ALIKE & {(own, found), (found, own)}


def is_plain_name(words: Sequence[str], raw: str, *, named: bool) -> bool:
    """Say whether a bracket only names: a pronoun, a name, or an article and one plain noun.

    An adjective before a noun says something of the author's. What is written without capitals
    and blanks (Chinese) cannot be told and counts as plain.
    """
    if any(word[0] >= "\u2e80" for word in words) or all(word in PRONOUNS for word in words):
        return True
    content = [word for word in words if word not in DETERMINERS | FUNCTION_WORDS | COMPLETIONS]
    if not named:
        return len(content) <= 1 or (len(content) == 2 and "'s" in content)
    written = [word.strip("[]().,'’\"") for word in raw.split()]
    small = [word for word in written if word and not word[0].isupper()]
    return all(word in _OFFICES | FUNCTION_WORDS | DETERMINERS | COMPLETIONS for word in small)


def is_article_swap(bracket: Sequence[str], hidden: Sequence[str]) -> bool:
    """Say whether *the* stands for *a*, or the other way: a known thing for any one."""
    pair = {*bracket, *hidden}
    return len(bracket) == len(hidden) == 1 and "the" in pair and bool(pair & {"a", "an"})
