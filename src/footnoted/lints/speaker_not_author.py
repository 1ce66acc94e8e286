"""`speaker-not-author`: words of one person on the speech or interview of another."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.citations.names import folded
from footnoted.lints.citing import only_person, works_of_claim
from footnoted.lints.examined import Examined, find_in_record
from footnoted.lints.plural_speakers import OWN_WORDS
from footnoted.model.finding import Finding


def speaker_not_author(examined: Examined) -> Iterator[Finding]:
    """Yield each quotation whose named speaker is not the one whose speech its note cites."""
    for claim in examined.corpus.claims.values():
        works = works_of_claim(examined, claim)
        if not works or len(works) != 1 or works[0].type not in OWN_WORDS:
            continue
        person = only_person(works[0])
        for index, quotation in enumerate(claim.quotations):
            speaker = quotation.speaker
            if not person or not speaker or not speaker[0].isupper():
                continue
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
