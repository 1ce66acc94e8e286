"""A claim's quotation against the text of its source."""

from __future__ import annotations

from footnoted.model.records import QuotationRecord
from footnoted.model.text import Text
from footnoted.model.verdicts import FOUND, Comparison, PartVerdict
from footnoted.quotations import FoldedText, compare_quotation


def check_quotation(
    record: QuotationRecord,
    text: Text | FoldedText,
    *,
    locator: str | None = None,
) -> Comparison:
    """Compare a quotation with a text, `locator` being the note's own (`p 11`).

    What the paper gives in translation is compared by its original wording. Without that only
    words that stand there can be told: what differs or is missing is the translator's.
    """
    speaker = record.speaker
    if record.translated and record.original:
        return compare_quotation(record.original, text, page=locator, speaker=speaker)
    found = compare_quotation(record.text, text, page=locator, speaker=speaker)
    if not record.translated or found.verdict in FOUND | {PartVerdict.UNCHECKED}:
        return found
    return Comparison(
        PartVerdict.UNCHECKED,
        "translated",
        "the paper translates these words; give their original wording to compare them",
    )
