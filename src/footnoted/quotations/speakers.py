"""Whose words a page gives: quoted blocks, and marks of quotation about a match."""

from __future__ import annotations

import re

from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.places import Places

_TITLES = frozenset(
    (
        *("the", "and", "von", "van", "der", "mrs", "president", "premier", "minister", "prime"),
        *("foreign", "deputy", "chairman", "secretary", "general", "ambassador", "director"),
        *("professor", "prof", "sir", "senator", "governor", "chancellor", "spokesman", "king"),
        *("spokeswoman", "spokesperson", "prince", "commissioner", "judge", "mayor", "former"),
    ),
)
_NEIGHBOURHOOD = 400
"""So many characters before and after a quotation may say who speaks."""

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
    """Judge whether `[start, end)` may be what `speaker` said: another's words are not."""
    out = Opinion()
    content = places.text.content
    blocks = places.blocks(start, end)
    quoted = any(block.region == "quoted" for block in blocks)
    if not quoted and (speaker is None or not _in_marks(content, start)):
        return out
    first = min((block.start for block in blocks), default=start)
    last = max((block.end for block in blocks), default=end)
    lower, upper = max(0, min(first, start) - _NEIGHBOURHOOD), max(last, end) + _NEIGHBOURHOOD
    if not quoted:
        lower, upper = max(lower, start - _NEIGHBOURHOOD), min(upper, end + _NEIGHBOURHOOD)
    around = f"{content[lower:start]} {content[end:upper]}"
    if speaker and _stands(speaker, around):
        message = "the words stand in what the page itself quotes; the speaker is named there"
        if quoted:
            out.notes.append(Remark("in_quoted_block", message))
    elif quoted:
        message = "the words stand in words that the page itself quotes: whose are they?"
        out.open.append(Remark("in_quoted_block", message))
    else:
        other = _NAMED.search(around)
        if other:
            name = other.group("a") or other.group("b")
            out.open.append(Remark("other_speaker", f"the page gives these words to {name}"))
    return out


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
