"""`speaker-not-author`: words of one person on the speech or interview of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.citations.names import folded
from footnoted.lints.citing import only_person, works_of_claim
from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding

_SPOKEN = frozenset({"speech", "interview"})  # a letter may speak for a body
_BODY = re.compile(
    r"\b(?:Commission|Ministry|Board|Government|Office|Institut\w*|Agency|Council|Committee|Department"
    r"|Bank|Union|Party|Association|Organi[sz]ation|Embassy|House|Court|Parliament|Company|Group"
    r"|Network|Foundation|Federation|Assembly|University|Centre|Center|Society|Service|Press|Nations"
    r"|States|Republic|Kingdom|Army|Police|Trust|Fund|Authority|Secretariat|Congress|Senate)\b"
)


def speaker_not_author(examined: Examined) -> Iterator[Finding]:
    """Yield each quotation whose named speaker is not the one whose speech its note cites."""
    for claim in examined.corpus.claims.values():
        works = works_of_claim(examined, claim)
        if not works or len(works) != 1 or works[0].type not in _SPOKEN:
            continue
        person = only_person(works[0])
        for index, quotation in enumerate(claim.quotations):
            speaker = quotation.speaker
            if not person or not speaker or not _is_person(speaker):
                continue  # a body's words may stand in its officer's letter
            if not set(folded(person).split()) & set(folded(speaker).split()):
                message = (
                    f"the words are given to {speaker}, but the source is a {works[0].type} by "
                    f"{works[0].author[0]}: correct the speaker or the source"
                )
                yield find_in_record(
                    examined, "speaker-not-author", "warning",
                    ("claims", claim.id, "quotations", index), message,
                    proof=quotation.text, subject=quotation.text, confidence="medium",
                )  # fmt: skip


def _is_person(speaker: str) -> bool:
    words = speaker.split()
    named = all(word[:1].isupper() for word in words)
    return named and 2 <= len(words) <= 4 and not _BODY.search(speaker)
