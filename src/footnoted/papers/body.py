"""The running text laid out: body, sections, marks with their sentences, printed notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from footnoted.model.draft import DraftTable, Mark, Section
from footnoted.papers.blocks import Block
from footnoted.papers.inline import Inline, InlineMark, render
from footnoted.papers.quoting import Quoted, find_quotations
from footnoted.papers.sections import SectionHead, find_captions, find_sections
from footnoted.papers.sentences import find_sentences
from footnoted.papers.tables import read_table
from footnoted.papers.titlepage import is_front_prose


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body: `[start, end)` there, its section's name, its inline text."""

    start: int
    end: int
    section: str
    inline: Inline

    def line(self, at: int) -> int:
        """Return the line of the paper's file in which the body's character at `at` stands."""
        return self.inline.line(at - self.start)


@dataclass(slots=True)
class Laid:
    """A paper laid out. `apart` are the sentences of marks outside the body (captions)."""

    body: str = ""
    front: list[Block] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    apart: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[Block, Inline]] = field(default_factory=list)
    tables: list[DraftTable] = field(default_factory=list)
    quotations: list[Quoted] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def sentence_at(self, start: int, end: int) -> tuple[int, int]:
        """Return the sentence of the body that holds `[start, end)`, by its end."""
        index = bisect_left([b for _, b in self.sentences], end)
        if index < len(self.sentences) and self.sentences[index][0] < max(end, start + 1):
            return self.sentences[index]
        return (start, end)

    def paragraph_at(self, at: int) -> Paragraph | None:
        """Return the paragraph of the body in which the character at `at` stands."""
        index = bisect_right([p.start for p in self.paragraphs], at) - 1
        return self.paragraphs[index] if index >= 0 else None


@dataclass(slots=True)
class _Open:
    """A section being laid out."""

    head: SectionHead
    start: int


def lay_out(blocks: Sequence[Block]) -> Laid:
    """Lay `blocks` out as running text: headings, captions, cells and notes are no part of it."""
    laid = Laid()
    captions = find_captions(blocks)
    heads = find_sections(blocks, set(captions.values()))
    pieces: list[str] = []
    length, open_ = 0, None
    floating: list[tuple[InlineMark, int, str, str]] = []
    for index, block in enumerate(blocks):
        name = open_.head.name if open_ else ""
        if open_ is None and heads.get(index) is None and block.kind in {"heading", "paragraph"}:
            laid.front.append(block)
        if block.kind == "note":
            laid.notes.append((block, render(block.lines)))
        elif index in heads:
            head = heads[index]
            if head:
                _close(laid, open_, length)
                open_ = _Open(head, length + (2 if pieces else 0))
                name = head.name
            inline = render(block.lines)
            words = head.title if head and head.line == block.line else inline.text
            floating += [(mark, length, name, words) for mark in inline.marks]
        elif index in captions.values():
            inline = render(block.lines)
            floating += [(mark, length, name, inline.text) for mark in inline.marks]
        elif block.kind == "table":
            above = blocks[captions[index]] if index in captions else None
            floating += _add_table(laid, block, above, name, length)
        elif block.kind == "paragraph":
            inline = render(block.lines)
            is_front = open_ is None and any(heads.values()) and not inline.marks
            if inline.text and not (is_front and not is_front_prose(inline.text)):
                start = length + (2 if pieces else 0)
                pieces.append(inline.text)
                length = start + len(inline.text)
                laid.paragraphs.append(Paragraph(start, length, name, inline))
    _close(laid, open_, length)
    laid.body = "\n\n".join(pieces)
    _settle(laid, floating)
    return laid


def _close(laid: Laid, open_: _Open | None, length: int) -> None:
    if open_:
        start = min(open_.start, length)
        laid.sections.append(Section(open_.head.label, open_.head.title, start, length))


def _add_table(
    laid: Laid, block: Block, above: Block | None, name: str, length: int
) -> list[tuple[InlineMark, int, str, str]]:
    grid = read_table(block)
    caption = render(above.lines) if above else None
    labels = [mark.label for mark in (*(caption.marks if caption else ()), *grid.marks)]
    words = caption.text if caption else ""
    laid.tables.append(
        DraftTable(
            words or None, tuple(dict.fromkeys(labels)), grid.columns, grid.rows, name, block.line
        )
    )
    return [(mark, length, name, words) for mark in grid.marks]


def _settle(laid: Laid, floating: Iterable[tuple[InlineMark, int, str, str]]) -> None:
    """Find quotations, sentences and marks, now that the body stands."""
    laid.quotations = find_quotations(laid.body)
    spans = [(quoted.start, quoted.end) for quoted in laid.quotations]
    starts = [start for start, _ in spans]
    for paragraph in laid.paragraphs:
        low, high = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        whole = [(a - paragraph.start, b - paragraph.start) for a, b in spans[low:high]]
        marked = {mark.at for mark in paragraph.inline.marks}
        found = find_sentences(paragraph.inline.text, marked, whole)
        laid.sentences += [(a + paragraph.start, b + paragraph.start) for a, b in found]
    for paragraph in laid.paragraphs:
        for mark in paragraph.inline.marks:
            at = mark.at + paragraph.start
            start, end = laid.sentence_at(max(at - 1, paragraph.start), at or 1)
            laid.marks.append(Mark(mark.label, at, start, end, paragraph.section, mark.line))
    for mark, at, name, words in floating:
        laid.marks.append(Mark(mark.label, at, at, at, name, mark.line))
        laid.apart.setdefault(mark.label, words)
    laid.marks.sort(key=lambda mark: (mark.at, mark.line))
