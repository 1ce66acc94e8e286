"""Which blocks and pages of a text a stretch of its words stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from footnoted.model.text import Block, Page, Text
from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText

_LOCATOR = re.compile(r"\d+|(?<![a-z])[ivxlc]+(?![a-z])", re.IGNORECASE)
_PLACES = {
    "navigation": ("in_navigation", "navigation or a teaser"),
    "comments": ("in_comments", "a reader's comment"),
}
_CLOSERS = " \n\t\u00a0\"'“”‘’«»)]」』"
_ENDS = frozenset(".!?:;…。！？：；")
_APPEALS = re.compile(
    r"advertisement|ad|sponsored(?: content)?|promoted|read more|related(?: articles?)?|share this"
    r"|subscribe(?: now)?|sign up(?: for (?:our|the) newsletters?)?|continue reading(?: below)?"
    r"|(?:story|article) continues (?:below|after) (?:the )?advertisement"
    r"|anzeige|werbung|publicité",
    re.IGNORECASE,
)
_NAMES = {
    (False, False): "paragraphs, and no sentence ends between them",
    (False, True): "items of a list",
    (True, False): "parts of a page, a picture's caption and a text",
}


class Places:
    """The blocks and pages of one text, for look-up by offset."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._starts = [block.start for block in text.blocks]
        self._page_starts = [page.start for page in text.pages]

    def blocks(self, start: int, end: int) -> tuple[Block, ...]:
        """Return the blocks that `[start, end)` of the content touches."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, max(start, end - 1))
        return tuple(b for b in self.text.blocks[first:last] if b.end > start)

    def page(self, offset: int) -> Page | None:
        """Return the page that holds an offset."""
        at = bisect_right(self._page_starts, offset) - 1
        return self.text.pages[at] if at >= 0 else None

    def crosses_page(self, start: int, end: int) -> bool:
        """Say whether a page begins within `[start, end]`."""
        return bisect_right(self._page_starts, end) > bisect_right(self._page_starts, start)

    def opinion(self, start: int, end: int) -> Opinion:
        """Judge the place of a match: what part of the page, and whether one passage."""
        out = Opinion()
        blocks = self.blocks(start, end)
        for region in {block.region for block in blocks}:
            if region in _PLACES:
                reason, words = _PLACES[region]
                out.open.append(Remark(reason, f"the words stand in {words}"))
        if len({block.article for block in blocks}) > 1:
            out.faults.append(Remark("joins_two_articles", "the words join two articles"))
        elif len(blocks) > 1:
            if any(block.kind == "heading" for block in blocks):
                out.notes.append(Remark("crosses_heading", "the words go over a heading"))
            if any(block.kind == "cell" for block in blocks):
                out.notes.append(Remark("crosses_cells", "the words go over cells of a table"))
            self._judge_joints(blocks, out)
        return out

    def are_lifted(self, page: FoldedText, first: int, last: int) -> bool:
        """Say whether words `[first, last)` are whole blocks that interrupt the text.

        That is a caption, what stands aside, or a line that asks the reader to do something.
        """
        if not 0 < first < last < len(page.words):
            return False
        start, end = page.starts[first], page.ends[last - 1]
        blocks = self.blocks(start, end)
        whole = blocks and blocks[0].start >= page.ends[first - 1]
        if not whole or blocks[-1].end > page.starts[last]:
            return False
        return all(self._interrupts(block) for block in blocks)

    def _interrupts(self, block: Block) -> bool:
        if block.kind == "caption" or block.region == "navigation":
            return True
        return _APPEALS.fullmatch(self.text.content[block.start : block.end].strip()) is not None

    def _judge_joints(self, blocks: tuple[Block, ...], out: Opinion) -> None:
        """Find blocks that words run over though no sentence ends between them."""
        for left, right in pairwise(blocks):
            if {left.kind, right.kind} & {"heading", "cell", "preformatted"}:
                continue
            content = self.text.content
            ending = content[left.start : left.end].rstrip(_CLOSERS)[-1:]
            if ending in _ENDS or (self.text.pages and content[right.start].islower()):
                continue
            apart = left.kind == right.kind == "item" and ending != ","
            caption = left.kind != right.kind and "caption" in {left.kind, right.kind}
            remark = Remark("crosses_blocks", f"the words go over two {_NAMES[caption, apart]}")
            (out.open if apart or caption else out.notes).append(remark)


@lru_cache(maxsize=64)
def wanted_pages(locator: str | None) -> frozenset[str]:
    """Return the page labels that a locator names: `pp 11-13` names 11, 12 and 13."""
    if not locator:
        return frozenset()
    found = [label.lower() for label in _LOCATOR.findall(locator)][:20]
    labels = set(found)
    if len(found) == 2 and all(label.isdecimal() and len(label) < 6 for label in found):
        low, high = map(int, found)
        if low < high <= low + 50:
            labels.update(map(str, range(low, high + 1)))
    return frozenset(labels)


def page_name(page: Page) -> str:
    """Return what a reader calls a page: its printed label, else its number."""
    return page.label or str(page.number)
