"""What it takes for a claim to have a part of the paper on record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.anchors import Span, find_words
from footnoted.lints.examined import Examined, same_words
from footnoted.model.draft import DraftDate, DraftTable, Mark
from footnoted.model.quantity import Quantity
from footnoted.model.records import ClaimRecord


def holds_words(recorded: str, printed: str) -> bool:
    """Tell whether two spellings are of one quotation: blanks and shapes of marks aside."""
    return same_words(recorded) == same_words(printed)


def holds_figure(examined: Examined, claim: ClaimRecord, span: Span) -> bool:
    """Tell whether a figure or quotation of the claim stands at the figure's own place."""
    start, end = span
    first, last = examined.reach[claim.id]
    overlapping = any(
        at < end and start < stop
        for record in claim.figures
        for at, stop in find_words(record.raw, examined.paper.body, first, last)
    )
    return overlapping or any(
        at <= start and end <= stop
        for record in claim.quotations
        for at, stop in find_words(record.text, examined.paper.body, first, last)
    )


def holds_mark(examined: Examined, claim: ClaimRecord, mark: Mark) -> bool:
    """Tell whether the claim stands at this mark of its note.

    It touches the mark's sentence or, where its note speaks for several, the paragraph. A mark
    in a caption or cell stands at no sentence: naming the note is enough.
    """
    if mark.start == mark.end:
        return True
    span = examined.anchored.get(claim.id)
    if span is None:
        return False
    if claim.note_scope == "several":
        number = examined.paragraphs.number
        return number(span[0]) <= number(max(mark.at - 1, 0)) <= number(max(span[1] - 1, 0))
    return span[0] < mark.end and mark.start < span[1]


def holds_cell(claim: ClaimRecord, table: DraftTable, row: int, column: int) -> bool:
    """Tell whether the claim has a table's cell as a figure, on a note of the table."""
    if table.notes and not set(table.notes) & set(claim.note):
        return False
    return any(same_words(one.raw) == same_words(table.rows[row][column]) for one in claim.figures)


def names_number(claim: ClaimRecord, quantity: Quantity) -> bool:
    """Tell whether the claim's statement names the number of a counting word, in word or digits."""
    word = quantity.raw.split()[0].casefold()
    digits = f"{quantity.value.normalize():f}" if quantity.value is not None else word
    return any(
        one.casefold() in {word, digits}
        for text in _told(claim)
        for one in re.findall(r"[^\W_]+", text)
    )


def names_date(claim: ClaimRecord, date: DraftDate) -> bool:
    """Tell whether the claim names the date's year or decade (all words where it has no year)."""
    wanted = [date.year] if date.year else date.text.split()
    said = {word.casefold() for text in _told(claim) for word in re.findall(r"[^\W_]+", text)}
    if date.year and f"{date.year}s" in date.text and f"{date.year}s" in said:
        return True
    return all(word.casefold() in said for word in wanted)


def _told(claim: ClaimRecord) -> Iterator[str]:
    """Yield the texts in which a claim tells a number or a date."""
    yield claim.says or ""
    for figure in claim.figures:
        yield figure.raw
        yield figure.period or ""
        yield figure.measure or ""
    for quotation in claim.quotations:
        yield quotation.text
