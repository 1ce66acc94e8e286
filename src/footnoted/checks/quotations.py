"""A claim's quotation against the text of its source."""

from __future__ import annotations

from footnoted.model.records import QuotationRecord
from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison, PartVerdict
from footnoted.quotations import FoldedText, compare_quotation


def check_quotation(
    record: QuotationRecord, text: Text | FoldedText, *, locator: str | None = None
) -> Comparison:
    """Compare a quotation with a text, `locator` being the note's own (`p 11`).

    What the paper gives in translation is compared by its original wording; without that
    nothing can be compared, which is told apart from words that are not there.
    """
    if record.translated and not record.original:
        return Comparison(
            PartVerdict.UNCHECKED,
            "translated",
            "the paper translates these words; give their original wording to compare them",
        )
    words = record.original if record.translated and record.original else record.text
    return compare_quotation(words, text, page=locator)
