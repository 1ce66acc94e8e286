"""The figures of the body, with the period that their own clause names."""

from __future__ import annotations

import re
from dataclasses import replace

from footnoted.citations.parts import MONTH, MONTHS, YEAR
from footnoted.model.draft import DraftFigure
from footnoted.model.quantity import Quantity
from footnoted.papers.body import Laid, Paragraph
from footnoted.papers.hanging import notes_of
from footnoted.quantities import find_quantities

_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several|couple of)"
_SPAN = r"(?:years?|decades?|months?|quarters?|weeks?|century|centuries)"
_POINT = rf"(?:(?:\d{{1,2}}\s+)?{MONTH}\s+)?{YEAR}(?!\d|-|,\d)"
_PERIOD = re.compile(
    rf"\b(?P<in>in|for|during)\s+(?P<point>{_POINT})"
    rf"|\bon\s+(?P<day>\d{{1,2}}\s+{MONTH}\s+{YEAR})"
    rf"|\b(?:by|until|up to|as of|at|from|since)\s+(?:the\s+)?"
    rf"(?:(?:end|beginning|start|middle)\s+of\s+)?"
    rf"{_POINT}(?:\s+(?:to|until|through|onwards)\s+{_POINT})?"
    rf"|\b(?:between|from)\s+{_POINT}\s+(?:and|to)\s+{_POINT}"
    rf"|\b(?:at|by|before|in|towards)\s+(?:the\s+)?(?:end|beginning|start|first half|second half)"
    rf"\s+of\s+{_POINT}"
    rf"|\b(?:in|over|during|for|within)\s+the\s+(?:last|past|previous|next)\s+(?:{_COUNT}\s+)?{_SPAN}"
    rf"|\bin\s+the\s+(?:\d{{4}}s|first (?:half|quarter) of {YEAR}|(?:spring|summer|autumn|winter)"
    rf" of {YEAR})"
    rf"|\b(?:this|last)\s+year\b",
    re.IGNORECASE,
)
_OTHER_CLAUSE = re.compile(
    r";|:|\b(?:that|which|who|whom|when|since|after|before|until|while|whereas|although|though"
    r"|because|if|where|as|in order to|so as to)\b",
    re.IGNORECASE,
)
_LINKS = re.compile(r",?\s+(?:to|and|against)\s+")
"""Between a period and a figure: it is an earlier figure's (`6 in 1990 to 9 in 2000`)."""
_LEAD = re.compile(r"(?:during|at|under|amid|following)\b", re.IGNORECASE)


def find_figures(laid: Laid) -> tuple[DraftFigure, ...]:
    """Return the figures of the running text; bare years and dates are none."""
    figures = []
    for paragraph in laid.paragraphs:
        if paragraph.inline.text.rstrip("\"”’')")[-1:] in ".?!:;,":  # no address, no list of names
            figures += [
                _figure(laid, paragraph, quantity)
                for quantity in find_quantities(paragraph.inline.text)
                if _is_figure(quantity, paragraph.inline.text)
            ]
    return tuple(figures)


def _is_figure(quantity: Quantity, text: str) -> bool:
    """Tell a figure from a bare year, a date, and a word that counts or ranks nothing named."""
    if quantity.kind == "ordinal" and quantity.raw.isalpha():
        return re.match(r"[-–]\w+est\b", text[quantity.end : quantity.end + 20]) is not None
    bare_word = quantity.unit is None and quantity.raw.isalpha()  # `the two`, `three forces`
    return quantity.kind not in {"year", "date"} and not bare_word


def _figure(laid: Laid, paragraph: Paragraph, found: Quantity) -> DraftFigure:
    start, end = found.start + paragraph.start, found.end + paragraph.start
    quantity = replace(found, start=start, end=end)
    first, last = laid.sentence_at(start, end)
    period = (
        find_period(laid.body[first:last], start - first, end - first)
        if quantity.kind != "ordinal"
        else None
    )
    notes = notes_of(laid, start, end)
    return DraftFigure(quantity, period, notes, paragraph.section, paragraph.line(start))


def find_period(sentence: str, start: int, end: int) -> str | None:
    """Return the period that the clause of the figure `sentence[start:end]` names, if any.

    A year alone is the year, a month with its year EDTF, anything else the words of the paper.
    Periods of another clause (behind `that`, `since`, a semicolon) do not count, nor does one
    behind another comma, unless it opens the sentence or stands between commas by itself. One
    before the figure is an earlier figure's where `to` or `and` leads on and another is behind.
    """
    best: tuple[bool, int, str] | None = None
    for found in _PERIOD.finditer(sentence):
        if found.start() < end and start < found.end():
            continue
        behind = found.start() >= end
        between = sentence[end : found.start()] if behind else sentence[found.end() : start]
        if _OTHER_CLAUSE.search(between):
            continue
        if re.search(r",\s", between) and not _stands_apart(sentence, found, behind=behind):
            continue
        if not behind and _lead_clause(sentence, found):
            continue
        rank = (not behind and _LINKS.fullmatch(between) is not None, len(between))
        if best is None or rank < best[:2]:
            best = (*rank, _value(found))
    return best[2] if best else None


def _stands_apart(sentence: str, found: re.Match[str], *, behind: bool) -> bool:
    """Tell whether the period opens its sentence (also `During X in 2013,`) or is set off."""
    before = sentence[: found.start()].rstrip()
    set_off = before.endswith(",") and sentence[found.end() :].lstrip().startswith(",")
    lead = not behind and ", " not in before and (
        not before or _LEAD.match(before) is not None or len(before.split()) <= 2
    )  # fmt: skip
    return lead or (set_off and not behind)


def _lead_clause(sentence: str, found: re.Match[str]) -> bool:
    """Tell whether the period stands in a leading clause of its own (`Since X did Y in 1992,`)."""
    before = sentence[: found.start()]
    opener = re.match(r"(?i)\s*(?:since|when|after|before|while|although|as|if)\b", before)
    return bool(opener) and "," not in before


def _value(found: re.Match[str]) -> str:
    point = found["point"] if found["in"] else None
    if point and found["in"].lower() != "for":
        year = re.search(YEAR, point)
        month = re.search(MONTH, point, re.IGNORECASE)
        day = re.match(r"\d{1,2}\s", point)
        if year and not month:
            return year[0]
        if year and month and not day:
            return f"{year[0]}-{MONTHS[month[0].lower().rstrip('.')]:02d}"
    return re.sub(r"\s+", " ", found[0])
