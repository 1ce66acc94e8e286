"""A tree of HTML to the words that a reader sees, and what stands where among them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from footnoted.layout.disowned import disowned
from footnoted.layout.flow import END, LINE, Parts, kept, settle
from footnoted.layout.grid import Cell, Grid
from footnoted.layout.marks import lowered, raise_note_links, raised
from footnoted.layout.names import names_comments
from footnoted.layout.places import KINDS, Place, is_lost, moved, reconsidered
from footnoted.layout.regions import region_of, region_under
from footnoted.layout.sight import GONE
from footnoted.model.text import Block, Region, Table

_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "button", "caption", "center"),
        *("dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"),
        *("legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p"),
        *("plaintext", "pre", "search", "section", "select", "summary", "table", "tbody", "td"),
        *("textarea", "tfoot", "th", "thead", "tr", "ul", "xmp"),
    ]
)
_WALKED = _BLOCKS | {"br", "q", "sup", "sub"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEAVES = frozenset({"p", "td", "th", "tr", "dt", "pre", "caption"}) | frozenset(_HEADINGS)
"""Blocks whose ids and roles tell nothing of the page's parts."""

_MANY_INLINE = 30_000
_LONGEST_HEADING = 100
_TABLE_PARTS = frozenset({"table", "tr", "td", "th", "caption"})
_SPECIAL = _TABLE_PARTS | frozenset(_HEADINGS) | {t for t in KINDS if KINDS[t] == "preformatted"}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader sees of a page: the words, and blocks and tables among them."""

    content: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]


@dataclass(slots=True)
class _Turn:
    """A heading such as `3 Comments` has put what follows it in another region."""

    region: Region
    level: int
    before: Place
    alone: bool  # nothing stood before the heading in the block that holds both
    after: int  # the part that began after it


_IS_DOCBOOK = etree.XPath("boolean(//div[@class='titlepage'])")
"""DocBook's stylesheets put every title into such a box."""


def _names(element: etree._Element) -> str:
    """Return the classes and the id of an element; an id made of a heading's words says nothing."""
    name = element.get("id") or ""
    slug = name.count("-") + name.count("_") >= (2 if element.tag == "section" else 3)
    return f"{element.get('class') or ''} {'' if slug else name}"


@dataclass(slots=True)
class _Walk:
    """One pass over a tree, without recursion: deep nesting costs memory, not the stack.

    `stack` holds the places of the open blocks, `opened` the numbers of the parts that began
    with them; what a few blocks must undo at their end is kept by their depth. With `insets` a
    `sidebar` is a box within the text, as DocBook means it, and no column beside it.
    """

    by_name: bool
    insets: bool = False
    pieces: list[str] = field(default_factory=lambda: [END])
    places: list[Place] = field(default_factory=list)  # of the parts, which END ends
    stack: list[Place] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    turns: dict[int, _Turn] = field(default_factory=dict)
    cells: dict[int, Cell] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)  # the pieces that began with them
    grids: list[Grid] = field(default_factory=list)
    open_grids: list[Grid] = field(default_factory=list)
    articles: int = 0
    quotes: int = 0
    preformatted: int = 0
    total: int | None = None  # letters of the page, once asked for

    def run(self, root: etree._Element) -> Parts:
        """Walk the tree; the places of its parts and its grids are left in the walk."""
        self.stack.append(Place("paragraph", "page"))
        self.opened.append(0)
        start, end = self.start, self.end
        for event, element in etree.iterwalk(root, events=("start", "end")):
            assert element is not None  # only namespace events come without one
            tag = element.tag
            if event == "start":
                text = element.text
                if tag in _BLOCKS:
                    start(element, tag)
                    if text and not text.isspace():
                        self.put(text.removeprefix("\n") if self.preformatted else text)
                else:
                    self.inline(str(tag), text, element)
            else:
                tail = element.tail
                if tag in _BLOCKS:
                    end(tag)
                    if tail and not tail.isspace():
                        self.put(tail)
                else:
                    if tag == "q":
                        self.pieces.append("”")
                    if tail:
                        self.put(tail)
        if self.pieces[-1] is not END:
            self.part(self.stack[0])
        return settle(self.pieces[1:])

    def put(self, text: str) -> None:
        """Add words."""
        self.pieces.append(kept(text) if self.preformatted else text)

    def inline(self, tag: str, text: str | None, element: etree._Element) -> None:
        """Add a line's end, an opening quotation mark, or what is raised or lowered.

        As it is seen: 5 km², and no 12 glued to a word.
        """
        if tag == "br":
            self.pieces.append(LINE)
        elif tag == "q":
            self.pieces.append("“")
        if not text:
            return
        now = None
        if tag in {"sup", "sub"} and not len(element):
            now = (raised if tag == "sup" else lowered)(text, self.pieces[-1])
        if now is None:
            self.put(text)
        else:
            self.pieces.append(now)

    def part(self, place: Place) -> None:
        """End the part that stands in `place`: something was put since the last one ended."""
        self.pieces.append(END)
        self.places.append(place)

    def start(self, element: etree._Element, tag: str) -> None:
        """Open a block."""
        outer = self.stack[-1]
        if self.pieces[-1] is not END:
            self.part(outer)
        key: object = tag
        keys = element.keys()
        if keys:
            key = (tag, element.get("class"))
            if tag not in _LEAVES and (len(keys) > 1 or "class" not in keys):
                key = (tag, element.get("class"), element.get("id"), element.get("role"))
        place = outer.inner.get(key)
        self.stack.append(place or self.place(element, tag, key))
        self.opened.append(len(self.places))
        if tag in _SPECIAL:
            if tag in _HEADINGS:
                self.headings.append(len(self.pieces))
            elif tag in _TABLE_PARTS:
                self.table_part(element, tag)
            else:
                self.preformatted += 1

    def end(self, tag: str) -> None:
        """Close the innermost block."""
        place, part, depth = self.stack.pop(), self.opened.pop(), len(self.stack)
        if self.pieces[-1] is not END:
            self.part(place)
        if tag in _SPECIAL:
            if tag in _HEADINGS:
                self.heading_ends(_HEADINGS[tag], part)
            elif tag == "table":
                self.open_grids.pop()
            elif tag == "caption" and self.open_grids:
                self.open_grids[-1].caption = (part, len(self.places))
            elif depth in self.cells:
                self.cells.pop(depth).end = len(self.places)
            elif tag not in _TABLE_PARTS:
                self.preformatted -= 1
        if self.turns and depth in self.turns:
            turn = self.turns.pop(depth)
            if turn.alone and turn.after == len(self.places):
                self.turn(turn.region, turn.level, part)

    def heading_ends(self, level: int, part: int) -> None:
        """Look whether a heading tells where what follows it stands."""
        words = "".join(self.pieces[self.headings.pop() :][:20]).replace(END, "")
        if self.by_name:
            region = region_under(words) if len(words) <= _LONGEST_HEADING else None
            self.turn(region, level, part)

    def turn(self, region: Region | None, level: int, part: int) -> None:
        """Put what follows a heading in the open block into its `region`, or back where it was."""
        depth = len(self.stack) - 1
        turn = self.turns.get(depth)
        if turn and level <= turn.level:
            self.stack[-1] = self.turns.pop(depth).before
        if region and depth not in self.turns:
            alone, place = part == self.opened[-1], self.stack[-1]
            self.turns[depth] = _Turn(region, level, place, alone, len(self.places))
            self.stack[-1] = moved(place, region)

    def place(self, element: etree._Element, tag: str, key: object) -> Place:
        """Return where the words of an element stand, and keep it for others of its `key`."""
        outer = self.stack[-1]
        names = _names(element)
        if self.insets and names.split() == ["sidebar"]:
            names = ""
        role, inside = element.get("role") or "", outer.article is not None
        named = self.by_name and not (tag == "article" and self.is_most(element))
        region = region_of(tag, names, role, outer.region, inside=inside, by_name=named)
        place = Place(KINDS.get(tag, outer.kind), region, outer.article, outer.quote, outer.outside)
        if tag == "article" and region == "article":
            self.articles += 1
            place.article = self.articles
        elif region == "quoted" and not outer.quote:
            self.quotes += 1
            place.quote, place.outside = self.quotes, outer.region
        else:
            outer.inner[key] = place
        return place

    def is_most(self, article: etree._Element) -> bool:
        """Say whether an `<article>` with a telling name holds most of the page's words."""
        if not names_comments(_names(article), inside=True):
            return False
        if self.total is None:
            self.total = _size(article.getroottree().getroot())
        return 2 * _size(article) > self.total

    def table_part(self, element: etree._Element, tag: str) -> None:
        """Note a table that begins, or a part of one."""
        if tag == "table":
            self.open_grids.append(Grid())
            self.grids.append(self.open_grids[-1])
            return
        if not self.open_grids:
            return
        grid = self.open_grids[-1]
        if tag == "tr":
            grid.rows.append([])
        elif tag != "caption":
            at, head = self.opened[-1], tag == "th" or _in_head(element)
            columns, rows = _span(element, "colspan"), _span(element, "rowspan")
            cell = self.cells[len(self.stack) - 1] = Cell(at, at, columns, rows, header=head)
            if not grid.rows:
                grid.rows.append([])
            grid.rows[-1].append(cell)


def walk(root: etree._Element, tags: AbstractSet[str]) -> Seen:
    """Return what a reader sees of a tree that holds `tags` and nothing unseen.

    The tree is used up: inline elements are dissolved in it.
    """
    raise_note_links(root)
    _dissolve(root, [GONE, *(tags - _WALKED)])
    one = _Walk(by_name=True, insets=bool(_IS_DOCBOOK(root)))
    parts = one.run(root)
    if is_lost(parts.parts, one.places):
        one = _Walk(by_name=False)
        parts = one.run(root)
    places = reconsidered(parts.parts, one.places)
    blocks = tuple(
        Block(place.kind, start, start + len(part), place.region, place.article)
        for part, start, place in zip(parts.parts, parts.starts, places, strict=False)
        if part
    )
    tables = tuple(_table(grid, parts) for grid in one.grids if grid.rows)
    return Seen(parts.content, disowned(parts.content, blocks, tables), tables)


def _dissolve(root: etree._Element, tags: list[str]) -> None:
    """Dissolve inline elements in what holds them; where there are too many, only raised ones.

    lxml takes quadratic time over the text of an element that so comes to hold very many pieces
    of it; the walk passes over inline elements as well, only more slowly.
    """
    many = next(islice(root.iter(*tags), _MANY_INLINE, None), None) is not None
    for one in root.iter("sup", "sub") if many else (root,):
        etree.strip_tags(one, *tags)


def _size(element: etree._Element) -> int:
    return sum(len(text) for text in element.itertext())


def _table(grid: Grid, parts: Parts) -> Table:
    """Return a grid whose cells were counted in parts as a table of offsets."""
    for row in grid.rows:
        for cell in row:
            cell.start, cell.end = parts.span(cell.start, cell.end)
    if grid.caption:
        grid.caption = parts.span(*grid.caption)
    return grid.table(parts.content)


def _in_head(element: etree._Element) -> bool:
    row = element.getparent()
    above = row.getparent() if row is not None else None
    return any(one is not None and one.tag == "thead" for one in (row, above))


def _span(element: etree._Element, name: str) -> int:
    """Return a span attribute: digits, else 1 (HTML, 4.9.11); rowspan 0 goes to the end."""
    value = (element.get(name) or "1").strip()
    if not (value.isascii() and value.isdigit()):
        return 1
    number = int(value[:6])
    return number if number or name == "rowspan" else 1
