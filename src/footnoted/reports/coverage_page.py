"""A paper's text cut into pieces, each with what covers it: what the coverage page shows.

The text is the user's own copy; it is shown to that user and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from footnoted.anchors import Span
from footnoted.model.corpus import Corpus
from footnoted.model.coverage import (
    CoverageDocument,
    CoveragePart,
    CoverageSection,
    PartKind,
    PartState,
)
from footnoted.model.draft import Draft, DraftNote, DraftTable
from footnoted.model.records import ClaimRecord, Exemption

KINDS: dict[PartKind, tuple[str, str]] = {
    "note": ("note", "notes"),
    "mark": ("mark of a note", "marks of notes"),
    "quotation": ("quotation", "quotations"),
    "single-quotation": ("in single marks", "in single marks"),
    "figure": ("figure", "figures"),
    "count": ("number word", "number words"),
    "date": ("date", "dates"),
    "cell": ("number in a table", "numbers in tables"),
    "sentence": ("sentence with a note", "sentences with a note"),
}
"""What one and several parts of a kind are called."""

STATES: dict[PartState, str] = {"on-record": "on record", "exempt": "exempt", "open": "open"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one and the same cover.

    `state` is None where nothing is said of the text. `strong` tells a part (a quotation, a
    figure, …) from the text around it that a claim is about, `mark` the mark of a note. `title`
    is what hovering shows, `href` the claim's place on the page, `anchor` the id of the first
    piece of a part.
    """

    text: str
    state: PartState | None = None
    strong: bool = False
    title: str | None = None
    href: str | None = None
    anchor: str | None = None
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A section as shown: its counts, paragraphs in pieces, and tables by their number."""

    section: CoverageSection
    paragraphs: tuple[tuple[Piece, ...], ...]
    tables: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Layer:
    """A stretch that pieces are cut from: the smaller the level, the nearer to the reader."""

    span: Span
    level: int
    piece: Piece


class CoveragePage:
    """All that the page shows, in its order."""

    def __init__(
        self,
        document: CoverageDocument,
        corpus: Corpus,
        paper: Draft,
        anchored: Mapping[str, Span],
        exempted: Sequence[tuple[Span, Exemption]],
        cells: Mapping[tuple[int, int, int], int],
    ) -> None:
        self.document = document
        self.corpus = corpus
        self.paper = paper
        self._anchored = anchored
        self._exempted = exempted
        self._cells = cells

    @cached_property
    def passages(self) -> list[Passage]:
        """The sections in the order of the text, first what stands before them all."""
        known = {one.label or one.title: one for one in self.document.sections}
        starts = [one.start for one in self.paper.sections]
        spans = [("", (0, min(starts, default=len(self.paper.body))))]
        spans += [(one.label or one.title, (one.start, one.end)) for one in self.paper.sections]
        empty = CoverageSection(label="", title="", counts=())
        titled = {
            one.label or one.title: CoverageSection(label=one.label, title=one.title, counts=())
            for one in self.paper.sections
        }
        found: list[Passage] = []
        for name, span in spans:
            tables = tuple(i for i, one in enumerate(self.paper.tables) if one.section == name)
            paragraphs = tuple(self._paragraphs(span))
            section = known.get(name) or titled.get(name, empty)
            if paragraphs or tables or section.title:
                found.append(Passage(section, paragraphs, tables))
        return found

    @cached_property
    def open_parts(self) -> list[tuple[str, CoveragePart]]:
        """What is open, each with the place on the page to look at."""
        return [
            (f"p-{index}", one)
            for index, one in enumerate(self.document.parts)
            if one.state == "open"
        ]

    @cached_property
    def claims(self) -> list[tuple[ClaimRecord, str, str | None]]:
        """The claims with where they are written, and the place of their words on the page."""
        return [
            (
                claim,
                str(self.corpus.place("claims", name)),
                f"at-{name}" if name in self._anchored else None,
            )
            for name, claim in self.corpus.claims.items()
        ]

    @cached_property
    def notes(self) -> list[tuple[DraftNote, Piece]]:
        """The notes as printed, each with what covers it."""
        parts = [(i, one) for i, one in enumerate(self.document.parts) if one.kind == "note"]
        by_id = {one.notes[0]: self._piece(i, one) for i, one in parts}
        return [(one, by_id.get(one.id, Piece(one.label))) for one in self.paper.notes]

    def table(self, index: int) -> DraftTable:
        """Return a table of the paper."""
        return self.paper.tables[index]

    def rows(self, index: int) -> Iterator[list[Piece]]:
        """Yield the rows of a table, each cell with what covers it."""
        for row, texts in enumerate(self.paper.tables[index].rows):
            yield [self._cell((index, row, column), text) for column, text in enumerate(texts)]

    def caption_marks(self, index: int) -> list[Piece]:
        """Return the marks that stand in a table or its caption."""
        notes = self.paper.tables[index].notes
        return [
            self._piece(at, one)
            for at, one in enumerate(self.document.parts)
            if one.kind == "mark" and one.span is None and one.words in notes
        ]

    def _cell(self, place: tuple[int, int, int], text: str) -> Piece:
        index = self._cells.get(place)
        return Piece(text) if index is None else self._piece(index, self.document.parts[index])

    def _paragraphs(self, span: Span) -> Iterator[tuple[Piece, ...]]:
        start = span[0]
        for text in self.paper.body[slice(*span)].split("\n\n"):
            if text.strip():
                yield tuple(self._pieces(start, start + len(text)))
            start += len(text) + 2

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the text of `[start, end)` cut wherever its cover changes, marks between."""
        inside = [one for one in self._layers if one.span[0] < end and start < one.span[1]]
        marks = [(at, one) for at, one in self._marks if start < at <= end or at == start == 0]
        cuts = {start, end, *(at for at, _ in marks)}
        cuts |= {at for one in inside for at in one.span if start < at < end}
        seen: set[str] = set()
        for low, high in pairwise(sorted(cuts)):
            over = [one for one in inside if one.span[0] <= low and high <= one.span[1]]
            top = min(over, key=lambda one: (one.level, one.span[1] - one.span[0]), default=None)
            yield from self._opened(over, low)
            yield self._cut(top, low, high, seen)
            yield from (piece for at, piece in marks if at == high)

    def _opened(self, over: list[_Layer], low: int) -> Iterator[Piece]:
        """Yield an empty piece as the place of each claim whose words begin here."""
        for one in over:
            if one.level == _CLAIM and one.span[0] == low:
                yield Piece("", anchor=one.piece.anchor)

    def _cut(self, top: _Layer | None, low: int, high: int, seen: set[str]) -> Piece:
        text = self.paper.body[low:high]
        if top is None:
            return Piece(text)
        own = top.piece
        anchor = own.anchor if top.level != _CLAIM and own.anchor not in seen else None
        if anchor:
            seen.add(anchor)
        anchor = anchor if low == top.span[0] or top.level == _SENTENCE else None
        return Piece(text, own.state, own.strong, own.title, own.href, anchor)

    @cached_property
    def _layers(self) -> list[_Layer]:
        layers = []
        for index, part in enumerate(self.document.parts):
            if part.span and part.span[0] < part.span[1]:
                if part.kind != "sentence":
                    layers.append(_Layer(part.span, _PART, self._piece(index, part)))
                elif part.state == "open":
                    piece = replace(self._piece(index, part), strong=False)
                    layers.append(_Layer(part.span, _SENTENCE, piece))
        for name, span in self._anchored.items():
            claim = self.corpus.claims[name]
            state: PartState = "on-record" if claim.reviewed else "open"
            title = claim.says or "a draft that nobody has reviewed"
            piece = Piece(
                "", state, title=f"{name}: {title}", href=f"#c-{name}", anchor=f"at-{name}"
            )
            layers.append(_Layer(span, _CLAIM, piece))
        for span, exemption in self._exempted:
            piece = Piece("", "exempt", title=f"exempt: {exemption.reason}")
            layers.append(_Layer(span, _EXEMPTION, piece))
        return layers

    @cached_property
    def _marks(self) -> list[tuple[int, Piece]]:
        return [
            (part.span[0], self._piece(index, part))
            for index, part in enumerate(self.document.parts)
            if part.kind == "mark" and part.span
        ]

    def _piece(self, index: int, part: CoveragePart) -> Piece:
        """Return a part as a piece; one that a claim has leads there, and shows what it says."""
        kind = KINDS[part.kind][0]
        claim = self.corpus.claims.get(part.claims[0]) if part.claims else None
        title = f"{kind}, {STATES[part.state]}"
        if claim is not None:
            title = f"{claim.id}: {claim.says}"
        elif part.state == "exempt":
            title = f"{kind}, exempt: {part.reason}"
        elif part.why:
            title = f"{kind}, open: {part.why}"
        href = f"#c-{claim.id}" if claim else None
        return Piece(
            part.words,
            part.state,
            strong=True,
            title=title,
            href=href,
            anchor=f"p-{index}",
            mark=part.kind == "mark",
        )


_PART, _SENTENCE, _CLAIM, _EXEMPTION = 0, 1, 2, 3
