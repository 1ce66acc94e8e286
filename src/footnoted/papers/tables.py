"""Tables of a paper: tab-separated as PDF converters leave them, and Markdown's pipes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from footnoted.papers.blocks import Block
from footnoted.papers.inline import Inline, InlineMark, render

_PIPE = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|?)+\s*$")
_FIGURE = re.compile(r"^[-–−+(]?[$€£¥]?\s?\d[\d.,  ]*\s?%?\)?$|^[-–—.]{1,3}$|^n/?a$", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:table|tab\.|figure|fig\.)\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read: one name a column, the rows as printed, the marks in its cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[InlineMark, ...]


def read_table(block: Block) -> Grid:
    """Return the columns and rows of a table block; the header may take two rows."""
    piped = any(_RULER.match(text) for _, text in block.lines)
    cells = [
        [render([(number, cell)]) for cell in _cells(text)]
        for number, text in block.lines
        if not _RULER.match(text)
    ]
    marks = tuple(mark for row in cells for cell in row for mark in cell.marks)
    rows = _even([[cell.text for cell in row] for row in cells])
    heads = 1 if piped or not _has_two_headers(rows) else 2
    columns = _joined(rows[0], rows[1]) if heads == 2 else tuple(rows[0])
    return Grid(columns, tuple(tuple(row) for row in rows[heads:]), marks)


def _cells(text: str) -> list[str]:
    if "\t" not in text and text.strip().startswith("|"):
        return [cell.replace("\\|", "|") for cell in _PIPE.split(text.strip().strip("|"))]
    return text.split("\t")


def _even(rows: list[list[str]]) -> list[list[str]]:
    width = max(len(row) for row in rows)
    padded = [row + [""] * (width - len(row)) for row in rows]
    while width > 1 and not any(row[width - 1] for row in padded):
        width -= 1
    return [row[:width] for row in padded]


def _has_two_headers(rows: list[list[str]]) -> bool:
    """Tell whether the second row names what a cell of the first spans, or the cells it leaves.

    Names are no figures; the second row says something below a cell that the first leaves
    empty, and is itself empty below some name of the first.
    """
    if len(rows) < 3:
        return False
    first, second = rows[0], rows[1]
    below = [lower for upper, lower in zip(first, second, strict=True) if not upper and lower]
    left = any(upper and not lower for upper, lower in zip(first, second, strict=True))
    return bool(below) and left and not any(_FIGURE.match(cell) for cell in second if cell)


def _joined(first: list[str], second: list[str]) -> tuple[str, ...]:
    names, span = [], ""
    for upper, lower in zip(first, second, strict=True):
        span = upper or (span if lower else "")
        names.append(" – ".join(part for part in (span, lower) if part))
    return tuple(names)


def is_caption(block: Block, inline: Inline) -> bool:
    """Tell whether the block directly above a table is its caption."""
    if block.kind == "heading":
        return not re.match(r"\d+(?:\.\d+)*\.?(?:\s|$)", inline.text)
    if block.kind != "paragraph" or len(inline.text.split()) > 40:
        return False
    return bool(_CAPTION.match(inline.text)) or (
        len(inline.text.split()) <= 25 and inline.text[-1:] not in ".?!;,"
    )
