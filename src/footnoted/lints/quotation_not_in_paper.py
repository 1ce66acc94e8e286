"""Quotations on record stand in the paper, word for word, where their claim is anchored."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from footnoted.anchors import find_words
from footnoted.lints.examined import Examined, find_in_record, same_words
from footnoted.model.finding import Finding
from footnoted.model.records import ClaimRecord

_NEAR = 0.5


def quotation_not_in_paper(examined: Examined) -> Iterator[Finding]:
    """Yield each recorded quotation whose exact words the paper does not have there.

    A claim without a sure anchor is looked for in the whole paper; words of its note count.
    """
    body = examined.paper.body
    for name, claim in examined.corpus.claims.items():
        start, end = examined.reach.get(name, (0, len(body)))
        for index, quotation in enumerate(claim.quotations):
            text = quotation.text
            if find_words(text, body, start, end) or _in_notes(examined, claim, text):
                continue
            elsewhere = find_words(text, body)
            if elsewhere:
                where = examined.locate(elsewhere[0][0])
                message = (
                    f"the quotation does not stand where the claim is anchored, but in {where}"
                )
                proof = text
            else:
                message = "the paper does not have the quotation in these exact words"
                proof = _nearest(examined, text)
            key = ("claims", name, "quotations", index)
            yield find_in_record(
                examined, "quotation-not-in-paper", "error", key, message, proof=proof,
                subject=text,
            )  # fmt: skip


def _in_notes(examined: Examined, claim: ClaimRecord, text: str) -> bool:
    printed = (examined.printed.get(note) for note in claim.note)
    return any(note and note.text and find_words(text, note.text) for note in printed)


def _nearest(examined: Examined, text: str) -> str:
    """Return the recorded words beside the most similar quotation of the paper."""
    wanted = same_words(text)
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    best, score = None, _NEAR
    for one in examined.paper.quotations:
        matcher.set_seq1(same_words(one.text))
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score:
            ratio = matcher.ratio()
            if ratio > score:
                best, score = one, ratio
    if best is None:
        return f"on record: {text}; the paper has no quotation like it"
    return f"on record: {text}; the paper, line {best.line}: {best.text}"
