"""From an extraction to draft claims: what a person will read, word and complete.

A mark and the words it closes make one claim, so that what hangs on one note is never looked for
in the sources of another. Quotations and figures without a note make a claim for each sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from footnoted.anchors import Span, check_anchor, make_anchor
from footnoted.corpus.names import slug, unused
from footnoted.model.draft import Draft, DraftFigure, DraftQuotation, Mark, Section
from footnoted.model.records import Anchor, ClaimRecord, FigureRecord, QuotationRecord
from footnoted.quantities import parse_figure

_SENTENCE_END = re.compile(r"[.!?]['\"”’»)\]]*\s+|\n\s*\n")

_HEDGE_WORDS = 3
_WORDS_BEFORE_A_MARK = 4


@dataclass(slots=True)
class _Stretch:
    """A part of the body that becomes one claim."""

    start: int
    end: int
    notes: tuple[str, ...]
    sentence: Span
    quotations: list[DraftQuotation] = field(default_factory=list)
    figures: list[DraftFigure] = field(default_factory=list)

    def take(self, part: DraftQuotation | DraftFigure) -> None:
        """Take a part, and reach as far as it does."""
        start, end = _span(part)
        self.start, self.end = min(self.start, start), max(self.end, end)
        if isinstance(part, DraftQuotation):
            self.quotations.append(part)
        else:
            self.figures.append(part)


def draft_claims(draft: Draft) -> dict[str, list[ClaimRecord]]:
    """Return the draft claims by name of their file, both in the order of the text."""
    stretches = _marked(draft.marks)
    loose: dict[tuple[Span, tuple[str, ...]], _Stretch] = {}
    for part in _parts(draft):
        home = _home(stretches, part) or _sentence_around(draft.body, part, loose)
        home.take(part)
    chapters = _chapters(draft.sections)
    files: dict[str, list[ClaimRecord]] = {}
    taken: set[str] = set()
    for one in sorted([*stretches, *loose.values()], key=lambda one: (one.start, one.end)):
        claim = _claim(draft, one, taken)
        taken.add(claim.id)
        files.setdefault(_file(chapters, one.start), []).append(claim)
    return files


def claim_of(draft: Draft, span: Span, notes: tuple[str, ...]) -> ClaimRecord:
    """Return the draft claim of a stretch: its anchor, and the parts that stand in it."""
    stretch = _Stretch(*span, notes, span)
    for part in _parts(draft):
        start, end = _span(part)
        if span[0] <= start and end <= span[1]:
            stretch.take(part)
    return _claim(draft, stretch, set())


def file_at(draft: Draft, offset: int) -> str:
    """Return the name of the file for claims at `offset` of the body."""
    return _file(_chapters(draft.sections), offset)


def section_at(draft: Draft, offset: int) -> Section | None:
    """Return the innermost section that holds `offset`."""
    holding = [one for one in draft.sections if one.start <= offset < max(one.end, one.start + 1)]
    return max(holding, key=lambda one: one.start, default=None)


def _marked(marks: tuple[Mark, ...]) -> list[_Stretch]:
    """Return a stretch for each place with marks: from the last such place in its sentence."""
    stretches: list[_Stretch] = []
    ordered = sorted(marks, key=lambda one: (one.start, one.at))
    for (start, end), in_sentence in groupby(ordered, key=lambda one: (one.start, one.end)):
        places = [(at, [*same]) for at, same in groupby(in_sentence, key=lambda one: one.at)]
        begin = start
        for index, (at, same) in enumerate(places):
            stop = end if index == len(places) - 1 else at
            notes = tuple(dict.fromkeys(one.note for one in same))
            stretches.append(_Stretch(begin, max(stop, begin), notes, (start, end)))
            begin = at
    return stretches


def _parts(draft: Draft) -> Iterator[DraftQuotation | DraftFigure]:
    for quotation in draft.quotations:
        if quotation.due:
            yield quotation
    for figure in draft.figures:
        if figure.due:
            yield figure


def _home(stretches: list[_Stretch], part: DraftQuotation | DraftFigure) -> _Stretch | None:
    """Return the marked stretch that a part with a note belongs to."""
    start, end = _span(part)
    fitting = [
        one
        for one in stretches
        if set(one.notes) & set(part.notes) and one.sentence[0] < end and start < one.sentence[1]
    ]
    return max(fitting, key=lambda one: min(one.end, end) - max(one.start, start), default=None)


def _sentence_around(
    body: str,
    part: DraftQuotation | DraftFigure,
    known: dict[tuple[Span, tuple[str, ...]], _Stretch],
) -> _Stretch:
    """Return the stretch of the sentence around a part that stands in no marked one of its own."""
    start, end = _span(part)
    before = [hit.end() for hit in _SENTENCE_END.finditer(body, 0, start)]
    after = _SENTENCE_END.search(body, max(end - 1, start))
    sentence = (before[-1] if before else 0, after.start() if after else len(body))
    key = (sentence, part.notes)
    return known.setdefault(key, _Stretch(*sentence, part.notes, sentence))


def _claim(draft: Draft, one: _Stretch, taken: set[str]) -> ClaimRecord:
    name = "-".join(["note", *(slug(note) or "mark" for note in one.notes)])
    if not one.notes:
        section = section_at(draft, one.start)
        label = slug(section.label) if section else ""
        words = slug(draft.body[one.start : one.end], 4) or "words"
        name = f"s{label}-{words}" if label else words
    return ClaimRecord(
        id=unused(name, taken),
        at=_anchor(draft.body, one),
        note=one.notes,
        quotations=tuple(
            QuotationRecord(text=_joined(part.text), speaker=part.speaker)
            for part in sorted(one.quotations, key=lambda part: part.start)
        ),
        figures=tuple(
            _figure(draft.body, part)
            for part in sorted(one.figures, key=lambda part: part.quantity.start)
        ),
    )


def _figure(body: str, part: DraftFigure) -> FigureRecord:
    """Return the figure with its hedge, which the raw words must say or the record overrides."""
    quantity = part.quantity
    raw = _joined(quantity.raw)
    before = body[: quantity.start].split()[-_HEDGE_WORDS:]
    if parse_figure(raw) is None and before and parse_figure(f"{before[-1]} {raw}"):
        raw = f"{before.pop()} {raw}"  # `between 3 and 5 km` is no range without its first word
    if quantity.hedge is None or _hedge_of(raw) == quantity.hedge:
        return FigureRecord(raw=raw, period=part.period)
    if quantity.hedge in _TURNED and _DENIES.search(" ".join(before)):
        return FigureRecord(raw=raw, period=part.period)  # `did not fall below 25 °C`
    for count in range(1, len(before) + 1):
        hedged = " ".join([*before[-count:], raw])
        if _hedge_of(hedged) == quantity.hedge:
            return FigureRecord(raw=hedged, period=part.period)
    return FigureRecord(raw=raw, period=part.period, hedge=quantity.hedge)


_TURNED = frozenset({"over", "under", "at least", "at most", "up to", "almost"})
_DENIES = re.compile(
    r"(?:\b(?:not|never|nor|no|without|cannot)|n[’']t)\b(?! only\b)", re.IGNORECASE
)


def _hedge_of(raw: str) -> str | None:
    quantity = parse_figure(raw)
    return quantity.hedge if quantity else None


def _anchor(body: str, one: _Stretch) -> Anchor:
    """Return the stretch's anchor; that of a mark alone are the last words before it."""
    own = make_anchor(body, one.start, one.end)
    if own:
        return own
    before = [hit.start() for hit in re.finditer(r"\S+", body[: one.end])]
    for start in reversed(before[:-_WORDS_BEFORE_A_MARK] or before[:1]):
        anchor = make_anchor(body, start, one.end)
        span = check_anchor(anchor, body) if anchor else None
        if anchor and span and span[1] <= one.end:
            return anchor
    return Anchor(start=_joined(body) or "?")


def _chapters(sections: tuple[Section, ...]) -> list[tuple[int, str]]:
    """Return where each chapter starts, and its file's name.

    A chapter is a section with a number and all that follows up to the next whole number; in a
    paper without numbers it is any section.
    """
    numbered = any(_number(one.label) is not None for one in sections)
    chapters: list[tuple[int, str]] = []
    last = None
    for index, one in enumerate(sections, start=1):
        number = _number(one.label) if numbered else index
        if number is None or number == last:
            continue
        last = number
        chapters.append((one.start, f"{number:02d}-{slug(one.title) or 'section'}.yaml"))
    return chapters


def _number(label: str) -> int | None:
    found = re.match(r"\d+", label)
    return int(found.group()) if found else None


def _file(chapters: list[tuple[int, str]], offset: int) -> str:
    name = "00-before-the-first-section.yaml"
    for start, chapter in chapters:
        if start <= offset:
            name = chapter
    return name


def _span(part: DraftQuotation | DraftFigure) -> Span:
    if isinstance(part, DraftQuotation):
        return part.start, part.end
    return part.quantity.start, part.quantity.end


def _joined(text: str) -> str:
    return " ".join(text.split())
