"""Where on a page figures stand: in a sentence of a block, or in a table's cell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from footnoted.checks.figure_tables import CellFigure, cell_figures
from footnoted.model.quantity import Quantity
from footnoted.model.text import Block, Region, Table, Text
from footnoted.quantities import find_quantities


@dataclass(frozen=True, slots=True)
class Place:
    """A quantity of the page with the words around it.

    `near` is its sentence, or the row and column headers of its cell; `wide` the block around it;
    `above` the heading over it or the table's caption, and the page's title. `at` is where
    `near` begins in the content, None for a cell. `multiplied` shows a header's
    multiplier as it was applied.
    """

    quantity: Quantity
    near: str
    wide: str
    above: str
    region: Region
    at: int | None = None
    row: str = ""
    column: str = ""
    multiplied: str | None = None

    @property
    def start(self) -> int:
        """Where the quantity begins in the content."""
        return self.quantity.start


_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\bNo)(?<!\bMr)(?<!\bDr)(?<!\bvs)"
    r"[.!?][\"'”’)\]]*\s+(?=[A-Z0-9“\"‘'(])"
    r"|[。！？；]"
)
_PARAGRAPH_END = re.compile(r"\n\s*\n")


@lru_cache(maxsize=4)
def find_places(text: Text) -> tuple[Place, ...]:
    """Return every quantity of `text` with its surroundings, in the order of the page.

    Many figures are looked for on one page: the last few pages are remembered.
    """
    cells = [
        _cell_place(text, table, figure)
        for table in text.tables
        for figure in cell_figures(text.content, table)
    ]
    taken = sorted((cell.start, cell.end) for table in text.tables for cell in table.cells)
    running = [
        quantity
        for quantity in find_quantities(text.content)
        if not _inside(taken, quantity.start, quantity.end)
    ]
    places = [*cells, *_running_places(text, running)]
    return tuple(sorted(places, key=lambda place: place.start))


def _inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(spans, (start, 10**12)) - 1
    return index >= 0 and start < spans[index][1] and end > spans[index][0]


def _running_places(text: Text, quantities: Iterable[Quantity]) -> Iterable[Place]:
    blocks = sorted(text.blocks, key=lambda block: block.start)
    starts = [block.start for block in blocks]
    headings = _headings(blocks)
    ends = [found.end() for found in _PARAGRAPH_END.finditer(text.content)]
    known: dict[int, list[int]] = {}
    share: dict[tuple[int, int], str] = {}  # neighbours share one string, not a copy each

    def words(first: int, last: int) -> str:
        if (first, last) not in share:
            share[first, last] = text.content[first:last]
        return share[first, last]

    for quantity in quantities:
        index = bisect_right(starts, quantity.start) - 1
        block = blocks[index] if index >= 0 and quantity.end <= blocks[index].end else None
        start, end = (block.start, block.end) if block else _paragraph(text.content, ends, quantity)
        near_start, near_end = _sentence(text.content, start, end, quantity, known)
        heading = headings[index] if index >= 0 else None
        above = text.content[heading.start : heading.end] if heading else ""
        yield Place(
            quantity=quantity,
            near=words(near_start, near_end),
            wide=words(*_window(start, end, quantity, _WIDEST)),
            above=f"{above}\n{text.title or ''}",
            region=block.region if block else "page",
            at=near_start,
        )


def _headings(blocks: list[Block]) -> list[Block | None]:
    """Return, for each block, the nearest heading above it."""
    above: list[Block | None] = []
    last = None
    for block in blocks:
        last = block if block.kind.startswith("heading") else last
        above.append(last)
    return above


def _paragraph(content: str, ends: list[int], quantity: Quantity) -> tuple[int, int]:
    index = bisect_right(ends, quantity.start)
    start = ends[index - 1] if index else 0
    end = ends[index] if index < len(ends) else len(content)
    return start, max(end, quantity.end)


_LONGEST = 1000
_WIDEST = 4000


def _sentence(
    content: str, start: int, end: int, quantity: Quantity, known: dict[int, list[int]]
) -> tuple[int, int]:
    """Return the sentence of `[start, end)` around `quantity`, as far as it is one.

    `known` keeps where the sentences of a stretch end, by its start: each is cut up once.
    """
    start, end = _window(start, end, quantity, _LONGEST)
    if start not in known:
        known[start] = [found.end() for found in _SENTENCE_END.finditer(content, start, end)]
    ends = known[start]
    index = bisect_right(ends, quantity.start)
    first = ends[index - 1] if index else start
    return first, max(ends[index] if index < len(ends) else end, quantity.end)


def _window(start: int, end: int, quantity: Quantity, width: int) -> tuple[int, int]:
    """Cut an overlong stretch at fixed places, so that neighbours share their window."""
    middle = start + (quantity.start - start) // width * width
    return max(start, middle - width // 4), max(min(end, middle + width * 5 // 4), quantity.end)


def _cell_place(text: Text, table: Table, figure: CellFigure) -> Place:
    headers = [*figure.rows, *figure.columns]
    return Place(
        quantity=figure.quantity,
        near="\n".join(headers),
        wide="",
        above=f"{table.caption or ''}\n{text.title or ''}",
        region="page",
        row="\n".join(figure.rows),
        column="\n".join(figure.columns),
        multiplied=figure.multiplied,
    )
