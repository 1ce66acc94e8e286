"""What a reader sees on a capture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Unreadable = Literal[
    "script_only",  # the page is made by scripts; without them it says nothing
    "empty",
    "scanned",  # a PDF of pictures
    "encrypted",
    "unsupported_type",  # no reader for this media type
    "broken",  # the parser refused it
    "too_costly",  # the worker ran out of its memory or time
]

Region = Literal["article", "navigation", "comments", "quoted", "page"]
"""Where on the page a block stands; `page` where the markup does not tell."""


class Block(NamedTuple):
    """A paragraph, heading, list item or table cell: `[start, end)` in the text's content.

    A named tuple, since a page of 10 MB has a hundred thousand of them.
    `article` numbers the innermost `<article>` that holds it (from 1), so that words of two
    articles on one page are told apart; None outside any.
    """

    kind: str  # paragraph, heading, item, cell, caption, preformatted
    start: int
    end: int
    region: Region = "page"
    article: int | None = None


class TableCell(NamedTuple):
    """A cell on its table's grid (row and column from 0, spans resolved), `[start, end)`."""

    row: int
    column: int
    start: int
    end: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid; `caption` as a reader sees it above or inside the table."""

    caption: str | None
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paginated document: number from 1, printed label, `[start, end)`."""

    number: int
    label: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """What a reader sees, as one string, with what stands where in it.

    Blocks are separated by one newline at least and never glued or broken inside a word; text
    hidden from readers is not in `content`. Spans are `[start, end)` in code points of
    `content`. `language` is a BCP 47 tag where the page or its script tells. `unreadable` set
    means that nothing can be compared with this text, and why. `published` is the day that the
    page's own metadata give for its publication, as an EDTF date (`2012`, `2012-05`,
    `2012-05-03`); `canonical` the absolute address that the page calls its own. Both are what the
    page says of itself, and None where it says nothing.
    `words` is the sha256 of what the page says, without its navigation and readers' comments, once
    it was compared (`audit.excerpts.words_digest`).
    """

    content: str
    media_type: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    title: str | None = None
    language: str | None = None
    charset: str | None = None
    refresh: str | None = None  # target of an immediate <meta http-equiv="refresh">
    unreadable: Unreadable | None = None
    published: str | None = None
    canonical: str | None = None
    words: str | None = None
