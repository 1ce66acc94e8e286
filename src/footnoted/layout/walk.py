"""A tree of HTML to the words that a reader sees, and what stands where among them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from footnoted.layout.grid import Cell, Grid
from footnoted.layout.regions import region_of
from footnoted.layout.visibility import Styles, is_hidden
from footnoted.model.text import Block, Region, Table

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "plaintext",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "caption",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "xmp",
    ]
)
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "legend", "summary"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "option"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    **dict.fromkeys(("pre", "listing", "plaintext", "xmp", "textarea"), "preformatted"),
}
_BLANKS = re.compile(r"[ \t\n\r\f]+")  # HTML's whitespace: a no-break space is a character
_NOTE_MARK = re.compile(r"[\d\s,–-]{1,12}")
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|table|flex|grid|list-item)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader sees of a page: the words, and blocks and tables among them."""

    content: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]


@dataclass(slots=True)
class _Frame:
    """An open element: what its end must undo."""

    element: etree._Element | None
    tag: str
    block: bool
    kind: str
    region: Region
    article: int | None
    cell: Cell | None = None
    grid: Grid | None = None


@dataclass(slots=True)
class _Page:
    """The words so far. Blanks wait until a word follows, so that no line begins with one."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    end: int = 0  # of the last piece that is no white space
    blank: bool = False
    fresh: bool = True  # at the start of a line
    start: int | None = None  # of the open block
    blocks: list[Block] = field(default_factory=list)

    def put(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)

    def words(self, text: str) -> None:
        """Add running text: white space collapsed, none at the start of a line."""
        text = _BLANKS.sub(" ", text)
        if text[0] == " ":
            self.blank = self.blank or not self.fresh
            text = text[1:]
            if not text:
                return
        trailing = text[-1] == " "
        if trailing:
            text = text[:-1]
        if self.blank:
            self.put(" ")
        self._begin()
        self.put(text)
        self.end, self.blank, self.fresh = self.length, trailing, False

    def verbatim(self, text: str) -> None:
        """Add preformatted text as it stands."""
        if self.blank:
            self.put(" ")
            self.blank = False
        if text.strip():
            self._begin()
            self.end = self.length + len(text.rstrip())
        self.put(text)
        self.fresh = text.endswith("\n")

    def line(self) -> None:
        """Begin a new line in the same block."""
        if not self.fresh:
            self.put("\n")
        self.blank, self.fresh = False, True

    def close(self, frame: _Frame) -> None:
        """End the open block, if it holds a word; it is of the kind and region of `frame`."""
        if self.start is not None:
            self.blocks.append(Block(frame.kind, self.start, self.end, frame.region, frame.article))
            self.start = None
        self.line()

    def _begin(self) -> None:
        if self.start is None:
            self.start = self.length


class _Walk:
    """One pass over a tree, without recursion: deep nesting costs memory, not the stack."""

    def __init__(self, styles: Styles) -> None:
        self.page = _Page()
        self.styles = styles
        self.frames = [_Frame(None, "", block=True, kind="paragraph", region="page", article=None)]
        self.grids: list[Grid] = []
        self.open_grids: list[Grid] = []
        self.articles = 0
        self.pre = 0

    def run(self, root: etree._Element) -> Seen:
        walker = etree.iterwalk(root, events=("start", "end", "comment"))
        for event, element in walker:
            assert element is not None  # only namespace events come without one
            tail = element.tail
            if event == "start":
                if not self.start(element):
                    walker.skip_subtree()
                    self.text(tail)
            elif event == "end":
                # a skipped element without children ends as well: it was never opened
                if self.frames[-1].element is element:
                    self.end()
                    self.text(tail)
            else:
                self.text(tail)
        self.page.close(self.frames[0])
        content = "".join(self.page.pieces)[: self.page.end]
        tables = tuple(grid.table(content) for grid in self.grids if grid.rows)
        return Seen(content, tuple(self.page.blocks), tables)

    def text(self, text: str | None) -> None:
        if not text:
            return
        if self.pre:
            self.page.verbatim(text.replace("\r\n", "\n").replace("\r", "\n"))
        else:
            self.page.words(text)

    def start(self, element: etree._Element) -> bool:
        """Open an element; False where its subtree is not to be walked."""
        tag = element.tag
        if not isinstance(tag, str):  # an entity that the parser does not know
            return False
        attributes = {str(k): str(v) for k, v in element.attrib.items()} if element.attrib else {}
        if is_hidden(tag, attributes, self.styles):
            return False
        if tag == "br":
            self.page.line()
            return False
        if tag == "sup" and self._raised(element):
            return False
        style = attributes.get("style", "")
        block = tag in _BLOCKS or bool(style and _AS_BLOCK.search(style))
        outer = self.frames[-1]
        if block:
            self.page.close(outer)
        frame = _Frame(
            element, tag, block, _KINDS.get(tag, outer.kind), outer.region, outer.article
        )
        if block:
            frame.region = region_of(tag, attributes, outer.region, inside=outer.article)
            self._structure(frame, attributes)
        self.frames.append(frame)
        if tag == "q":
            self.page.words("“")
        text = element.text
        if text and frame.kind == "preformatted" and text.startswith("\n"):
            text = text[1:]  # HTML, 4.4.3: the newline right after <pre> is none of its own
        self.text(text)
        return True

    def end(self) -> None:
        frame = self.frames.pop()
        if frame.tag == "q":
            self.page.words("”")
        if not frame.block:
            return
        self.page.close(frame)
        if frame.kind == "preformatted" and _KINDS.get(frame.tag) == "preformatted":
            self.pre -= 1
        if frame.cell:
            frame.cell.end = max(frame.cell.start, self.page.end)
        elif frame.tag == "caption" and self.open_grids:
            start = self.open_grids[-1].caption
            if start:
                self.open_grids[-1].caption = (start[0], max(start[0], self.page.end))
        elif frame.grid:
            self.open_grids.pop()

    def _structure(self, frame: _Frame, attributes: dict[str, str]) -> None:
        """Note what a block element begins: an article, preformatted text, a table or its part."""
        tag, at = frame.tag, self.page.length
        if _KINDS.get(tag) == "preformatted":
            self.pre += 1
        elif tag == "article" and frame.region not in {"comments", "navigation"}:
            self.articles += 1
            frame.article = self.articles
        elif tag == "table":
            frame.grid = Grid()
            self.grids.append(frame.grid)
            self.open_grids.append(frame.grid)
        elif not self.open_grids:
            return
        elif tag == "tr":
            self.open_grids[-1].rows.append([])
        elif tag == "caption":
            self.open_grids[-1].caption = (at, at)
        elif tag in {"td", "th"}:
            head = tag == "th" or any(f.tag == "thead" for f in self.frames[-2:])
            frame.cell = Cell(
                at, at, _span(attributes, "colspan"), _span(attributes, "rowspan"), header=head
            )
            rows = self.open_grids[-1].rows
            if not rows:
                rows.append([])
            rows[-1].append(frame.cell)

    def _raised(self, element: etree._Element) -> bool:
        """Put a raised number in raised digits, as it is seen: 5 km², and no 12 glued to a word."""
        if len(element) > 3:
            return False
        words = "".join(map(str, element.itertext()))
        if not _NOTE_MARK.fullmatch(words) or not any(map(str.isdigit, words)):
            return False
        self.page.words(words.strip().translate(_RAISED))
        return True


def walk(root: etree._Element, styles: Styles) -> Seen:
    """Return what a reader sees of the tree, `styles` being the page's own rules."""
    return _Walk(styles).run(root)


def _span(attributes: dict[str, str], name: str) -> int:
    """Return a span attribute: digits, else 1 (HTML, 4.9.11); rowspan 0 goes to the end."""
    value = attributes.get(name, "1").strip()
    if not (value.isascii() and value.isdigit()):
        return 1
    number = int(value[:6])
    return number if number or name == "rowspan" else 1
