"""Whose words a page gives: quoted blocks, and marks of quotation about a match."""

from __future__ import annotations

import re

from footnoted.quotations.attributions import Attribution, label_of, nearest_attribution
from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.places import Places

_TITLES = frozenset(
    (
        *(
            "the",
            "and",
            "von",
            "van",
            "der",
            "mrs",
            "president",
            "premier",
            "minister",
            "prime",
            "mr",
        ),
        *("dr", "ms", "miss", "lord", "lady", "queen", "emperor", "pope", "then", "now", "st"),
        *("foreign", "deputy", "chairman", "secretary", "general", "ambassador", "director"),
        *("professor", "prof", "sir", "senator", "governor", "chancellor", "spokesman", "king"),
        *("spokeswoman", "spokesperson", "prince", "commissioner", "judge", "mayor", "former"),
    ),
)
_NEIGHBOURHOOD = 400
"""So many characters before and after a quotation may say who speaks."""

_PARAGRAPH = 1_500
"""So many characters of a paragraph before and after a quotation are read."""

_SPEECH = (
    r"(?:said|says|stated|states|declared|announced|added|argued|argues|noted|wrote|writes"
    r"|explained|warned|claimed|claims|insisted|remarked|told|concluded|asserted|replied|stressed"
    r"|asked|promised|according to)"
)
_NAME = r"[A-Z][a-zà-ÿ’'-]+(?: (?:[A-Z]\.|[A-Z][a-zà-ÿ’'-]+)){1,3}"
_NAMED = re.compile(
    rf"(?P<a>{_NAME}),? (?:also |then |later |has |had )?{_SPEECH}\b|{_SPEECH} (?P<b>{_NAME})",
)
_OPENING, _CLOSING = "“«„「『", "”»“」』"


def judge_speaker(places: Places, start: int, end: int, speaker: str | None) -> Opinion:
    """Judge whether `[start, end)` may be what `speaker` said: another's words are not.

    The nearest attribution in the words' own paragraph decides; where it has none, the words
    around do.
    """
    out = Opinion()
    quoted = any(block.region == "quoted" for block in places.blocks(start, end))
    if quoted:
        _judge_block(places, start, end, speaker, out)
    elif speaker is not None:
        _judge_paragraph(places, start, end, speaker, out)
    return out


def _judge_block(places: Places, start: int, end: int, speaker: str | None, out: Opinion) -> None:
    """Judge words in a block that the page itself quotes."""
    blocks = places.blocks(start, end)
    first = min((block.start for block in blocks), default=start)
    last = max((block.end for block in blocks), default=end)
    lower, upper = max(0, min(first, start) - _NEIGHBOURHOOD), max(last, end) + _NEIGHBOURHOOD
    around = f"{places.text.content[lower:start]} {places.text.content[end:upper]}"
    if speaker and _stands(speaker, around):
        message = "the words stand in what the page itself quotes; the speaker is named there"
        out.notes.append(Remark("in_quoted_block", message))
    else:
        message = "the words stand in words that the page itself quotes: whose are they?"
        out.open.append(Remark("in_quoted_block", message))


def _judge_paragraph(places: Places, start: int, end: int, speaker: str, out: Opinion) -> None:
    """Judge words by the attribution in their paragraph, if any, else by the names around."""
    content = places.text.content
    low, high = _paragraph(places, start, end)
    paragraph = content[low:high]
    found = label_of(paragraph, start - low)
    found = found or nearest_attribution(paragraph, start - low, end - low)
    if found is None or (found.kind == "pronoun" and _stands(speaker, content[:start])):
        if _in_marks(content, start):
            _judge_around(content, start, end, speaker, out)
    elif found.kind == "pronoun":
        around = content[end : end + _NEIGHBOURHOOD]
        if _stands(speaker, around) or _in_marks(content, start):
            _judge_around(content, start, end, speaker, out, named=False)
    elif found.kind == "denied" and same_person(speaker, found.name):
        message = f"the page says that {found.name} did not say so"
        out.open.append(Remark("other_speaker", message))
    elif found.kind != "denied" and not _is_named(found, speaker):
        out.open.append(Remark("other_speaker", f"the page gives these words to {found.name}"))


def _judge_around(
    content: str, start: int, end: int, speaker: str, out: Opinion, *, named: bool = True
) -> None:
    """Judge quoted words that no name is given for beside them: whoever is named around.

    Not `named`: the speaker's name stands behind the pronoun that they are given to, if at all.
    """
    before = content[max(0, start - _NEIGHBOURHOOD) : start]
    around = f"{before} {content[end : end + _NEIGHBOURHOOD]}"
    if _stands(speaker, around if named else before):
        return
    other = _NAMED.search(around)
    if other:
        name = other.group("a") or other.group("b")
        out.open.append(Remark("other_speaker", f"the page gives these words to {name}"))
    elif not named and _stands(speaker, around):
        message = "the page gives these words to somebody whom it named before"
        out.open.append(Remark("other_speaker", message))


def _paragraph(places: Places, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the paragraph that `[start, end)` stands in."""
    content = places.text.content
    blocks = places.blocks(start, end)
    low = max(min((block.start for block in blocks), default=0), start - _PARAGRAPH)
    high = min(max((block.end for block in blocks), default=len(content)), end + _PARAGRAPH)
    blank = content.rfind("\n\n", 0, start)
    low = low if blank < 0 else max(low, blank + 2)
    gap = content.find("\n\n", end)
    return min(low, start), max(end, high if gap < 0 else min(high, gap))


def _is_named(found: Attribution, speaker: str) -> bool:
    """Say whether an attribution names the speaker, and not only somebody of his."""
    if found.kind == "name":
        return same_person(speaker, found.name)
    return speaker.lower() in found.name.lower() and speaker[:1].islower()


def same_person(speaker: str, name: str) -> bool:
    """Say whether two ways of writing a name may mean one person.

    They share a word; where both have another one, it is the same or an initial of it.
    """
    left, right = _telling(speaker), _telling(name)
    shared = left & right
    if not shared:
        return False
    rest, other = left - shared, right - shared
    if not rest or not other:
        return True
    return any(a[0] == b[0] and (len(a) == 1 or len(b) == 1) for a in rest for b in other)


def _telling(name: str) -> set[str]:
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", name)}
    return words - _TITLES - {"s"} or words


def _stands(speaker: str, around: str) -> bool:
    """Say whether a word of the speaker's name, no title, stands in the text around."""
    names = [name for name in re.findall(r"\w{2,}", speaker) if len(name) > 2 or name > "\u2e80"]
    telling = [name for name in names if name.lower() not in _TITLES] or names
    return any(
        name in around if name > "\u2e80" else re.search(rf"(?i)\b{re.escape(name)}\b", around)
        for name in telling
    )


def _in_marks(content: str, start: int) -> bool:
    """Say whether the words stand between quotation marks of the page, within its paragraph."""
    before = content[max(0, start - 2_000) : start].rpartition("\n")[2]
    if content[start : start + 1] in _OPENING + '"':
        return True
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        if before.rfind(opening) > before.rfind(closing) or (
            opening != closing and before.endswith(opening)
        ):
            return True
    return before.count('"') % 2 == 1
