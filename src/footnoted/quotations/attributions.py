"""To whom a page's own words give a passage: verbs of saying, labels of a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St)\.? )?"
_PART = r"(?:[A-Z]\.|[A-ZÀ-Þ][\w’'-]{0,30}[a-zà-ÿA-Z])"
_NAME = rf"{_TITLE}{_PART}(?: (?:{_PART}|(?:von|van|de|der|den|al|bin|ibn|da|di|du)(?= ))){{0,4}}"
_SAID = (
    r"(?:said|says|stated|states|declared|announced|added|adds|argued|argues|noted|notes|wrote"
    r"|writes|explained|explains|warned|warns|claimed|claims|insisted|insists|remarked|concluded"
    r"|asserted|replied|stressed|recalled|admitted|continued|testified|tweeted|quipped|observed"
    r"|commented|maintained|complained|joked)"
)
_ASKS = r"(?:told|tells|asked|asks|promised|promises|reminded|assured)"
_ADVERBS = r"(?:(?:also|then|later|now|once|even|has|had|have|\w+ly) )*"
_REMARK = (
    r"(?:remarks?|words?|statements?|claims?|comments?|views?|arguments?|warnings?|promises?|reply"
    r"|answers?|charges?|assertions?)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<name>{_NAME})(?:,[^,.;:“”\"]{{1,80}},|,)? {_ADVERBS}(?:{_SAID}|{_ASKS})\b",
        rf"\b{_SAID} (?P<name>{_NAME})",
        rf"^[\s,”“\"’»]*(?:asked|asks|promised|warned) (?P<name>{_NAME})(?=[.,;\n]|$)",
        rf"\b[Aa]ccording to (?:(?:the|an?) (?:[a-z]+ )*)?(?P<name>{_NAME})",
        rf"\b[Ii]n the words of (?P<name>{_NAME})",
        rf"(?P<name>{_NAME})(?:’s|'s) (?:own )?{_REMARK}\b",
        rf"(?P<name>{_NAME}): ?[“«„\"]?$",
        rf"[—–] ?(?P<name>{_NAME})(?:,[^\n]*)?$",
    )
)
_QUOTED_AS = re.compile(
    rf"\bquot(?:ed|es|ing) (?:[a-z]+ ){{0,5}}(?P<name>{_NAME})(?:,[^,]*,)? as (?:saying|having)"
)
_NOBODY = re.compile(
    rf"\b{_SAID} (?P<phrase>(?:a|an|the|one|another|his|her|their) (?:[a-z’'-]+ ){{1,6}}?"
    rf"(?:of|for|to|at|with|from) (?:the |[a-z]+ )?{_NAME})(?!,? {_NAME})"
)
_PRONOUN = re.compile(
    rf"\b(?P<name>[Hh]e|[Ss]he|[Tt]hey) {_ADVERBS}(?:{_SAID}|{_ASKS})\b"
    rf"|\b{_SAID} (?P<after>he|she)\b"
)
_NEVER = re.compile(
    rf"(?P<name>{_NAME}) (?:has |had |have )?(?:never|not|did not|didn['’]t|has not|denie[sd])"
    r" (?:having |ever )*(?:said|say|says|told|tell|wrote|write|written|claimed|saying)\b"
)
_LABEL = re.compile(rf"\s*(?P<name>[A-Z][A-Z .’'-]{{1,40}}|{_NAME}): ")
_FIRST_WORDS = frozenset(
    (
        *("the", "but", "and", "he", "she", "it", "they", "we", "you", "this", "that", "these"),
        *("as", "in", "on", "at", "when", "while", "who", "yesterday", "today", "monday", "still"),
        *("tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "later", "then"),
        *("some", "many", "most", "critics", "others", "one", "no", "so", "if", "what", "there"),
        *("mps", "asked", "according", "his", "her", "their", "an", "a", "of", "for", "however"),
    ),
)
_OTHER_SENTENCE = 200
_OTHER_QUOTE = 1_000


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have spoken, as the page writes it.

    `kind`: `name`; `pronoun`, which stands for somebody; `phrase`, a person without a name
    (*a critic of Ann Smith*); `denied`, somebody who is said not to have spoken so.
    """

    name: str
    kind: str
    start: int
    end: int


def label_of(paragraph: str, at: int) -> Attribution | None:
    """Return the speaker whose label (`SMITH: …`) the paragraph begins with, before `at`."""
    found = _LABEL.match(paragraph)
    if not found or found.end() > at:
        return None
    return Attribution(found.group("name").strip(), "name", found.start(), found.end())


def nearest_attribution(paragraph: str, start: int, end: int) -> Attribution | None:
    """Return the attribution nearest to `[start, end)` of a paragraph, None if it has none.

    One in another sentence, or of another quotation, is farther than any in the same.
    """
    plain = _without_quotations(paragraph, start, end)
    found = list(_all(plain, start, end))
    return min(found, key=lambda one: _distance(paragraph, plain, one, start, end), default=None)


def _all(plain: str, start: int, end: int) -> Iterator[Attribution]:
    quoted_as = [match.span() for match in _QUOTED_AS.finditer(plain)]
    kinds = (
        ("denied", _NEVER, "name"),
        ("name", _QUOTED_AS, "name"),
        ("phrase", _NOBODY, "phrase"),
        ("pronoun", _PRONOUN, "name"),
    )
    for first, last in ((0, start), (end, len(plain))):
        part = plain[first:last]
        for kind, pattern, group in kinds:
            for match in pattern.finditer(part):
                name = match.group(group) or match.group("after")
                yield Attribution(name, kind, first + match.start(), first + match.end())
        for pattern in _PATTERNS:
            for match in pattern.finditer(part):
                name = _name(match.group("name"))
                span = first + match.start(), first + match.end()
                inside = any(low <= span[0] and span[1] <= high for low, high in quoted_as)
                if name and not inside:
                    yield Attribution(name, "name", *span)


def _name(raw: str) -> str:
    """Return a name without the capitals of a sentence's first words."""
    words = raw.split()
    while words and words[0].lower() in _FIRST_WORDS:
        words.pop(0)
    return " ".join(words)


def _without_quotations(paragraph: str, start: int, end: int) -> str:
    """Return the paragraph with what it quotes, and the passage itself, blanked out."""
    out = list(paragraph)
    spans = [match.span(1) for match in re.finditer(r"[“«„「]([^“”«»„「」]*)[”»“」]", paragraph)]
    spans += [match.span(1) for match in re.finditer(r'"([^"\n]*)"', paragraph)]
    for first, last in [*spans, (start, end)]:
        out[first:last] = "_" * (last - first)
    return "".join(out)


def _distance(
    paragraph: str, plain: str, one: Attribution, start: int, end: int
) -> tuple[int, int]:
    """Return how far an attribution is from the passage, and its kind's weight at a tie."""
    after = one.start >= end
    between = plain[end : one.start] if after else plain[one.end : start]
    far = len(between)
    if re.search(r"[.!?]\W*\s+\W*[A-Z]", f"{between} {one.name if after else ''}"):
        far += _OTHER_SENTENCE
    if after and re.match(r"[^.!?]{0,40}[:,]? ?[“«„\"]", paragraph[one.end :]):
        spoken = paragraph[end : one.start].strip()
        far += _OTHER_QUOTE if spoken[:1] in {".", "!", "?"} or not spoken else 0
    weight = ("denied", "phrase", "name", "pronoun").index(one.kind)
    return far, weight
