"""The dates of the body that say when something was; those in names and citations do not."""

from __future__ import annotations

import re

from footnoted.citations.parts import YEAR
from footnoted.model.draft import DraftDate
from footnoted.model.quantity import Quantity
from footnoted.papers.body import Laid, Paragraph
from footnoted.papers.hanging import notes_of
from footnoted.quantities import find_quantities

_NAME_BEFORE = re.compile(r"([A-Z][\w'’]*)\s+$")
_CITING = re.compile(r"\([^()]*[A-Za-z][^()]*$")
_LEADING_WORDS = """
in since by until during from between of on before after at around about till to and or the
through throughout towards late early mid as
"""
_LEADING = frozenset(_LEADING_WORDS.split())


def find_dates(laid: Laid) -> tuple[DraftDate, ...]:
    """Return the dates of the running text, in order.

    Left out are those in quotation marks (the quotation has them), in a name (`Mission 2010`),
    in an author-year citation (`(Ash, 2012)`), and glued to a word (`post-2014`).
    """
    quoted = [(one.start, one.end) for one in laid.quotations]
    found: list[DraftDate] = []
    for paragraph in laid.paragraphs:
        text = paragraph.inline.text
        for quantity in find_quantities(text):
            if quantity.kind in {"year", "date"} and _says_when(quantity, text):
                at = quantity.start + paragraph.start
                if not any(first <= at < last for first, last in quoted):
                    found.append(_date(laid, paragraph, quantity))
    return tuple(found)


def _says_when(quantity: Quantity, text: str) -> bool:
    """Tell a date of the text from one that is part of a name, a word or a citation."""
    before, after = text[: quantity.start], text[quantity.end : quantity.end + 1]
    if before[-1:] in {"-", "–", "/", "_"} or after in {"/", "_"}:
        return False
    if quantity.kind == "date":
        return True
    named = _NAME_BEFORE.search(before)
    citing = _CITING.search(before) is not None and after in {")", ",", ":", ";"}
    return not citing and (named is None or named[1].lower() in _LEADING)


def _date(laid: Laid, paragraph: Paragraph, quantity: Quantity) -> DraftDate:
    start, end = quantity.start + paragraph.start, quantity.end + paragraph.start
    year = re.search(YEAR, quantity.raw)
    return DraftDate(
        text=" ".join(quantity.raw.split()),
        start=start,
        end=end,
        year=year[0] if year else None,
        notes=notes_of(laid, start, end),
        section=paragraph.section,
        line=paragraph.line(start),
    )
