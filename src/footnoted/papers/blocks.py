"""A paper's lines grouped into blocks: headings, paragraphs, notes, tables, page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from footnoted.papers.inline import render
from footnoted.papers.notelines import NoteStart, find_note_starts

Kind = Literal["heading", "paragraph", "note", "table", "break"]
Line = tuple[int, str]

_RULE = re.compile(r"^\s*([-*_])(?:\s*\1){2,}\s*$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_DROPPED = re.compile(r"^\s*(?:!\[[^\[\]]*\]\([^()]*\)\s*|<!--.*-->\s*|<a [^<>]*></a>\s*)$")
_PIPES = re.compile(r"^\s*\|.*\|\s*$")
_BULLET = re.compile(r"^\s*(?:[-*+•–]\s+|\(?[a-z0-9]{1,3}[.)]\s+)(?=\S)")
_QUOTE = re.compile(r"^ {0,3}>\s?")
_NUMBER = re.compile(r"^\s*\d{1,4}\s*$")
_OPEN_MARKS = "\"“‘'«([*_"


@dataclass(slots=True)
class Block:
    """A block: its kind, its (line number, raw text) lines; a heading's level, a note's label."""

    kind: Kind
    lines: list[Line] = field(default_factory=list)
    level: int = 0
    label: str = ""
    bullet: bool = False
    quoted: bool = False

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.lines[0][0] if self.lines else 0


def read_blocks(text: str) -> list[Block]:
    """Return the blocks of `text` in order, each half of a paragraph joined to the other."""
    lines = _split_lines(text)
    starts = find_note_starts([line for _, line in lines])
    return join_paragraphs(_group(lines, starts))


def _split_lines(text: str) -> list[Line]:
    """Return the numbered lines: a form feed is a page break, each note has a line of its own."""
    lines: list[Line] = []
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line
        if "\f" in line:
            lines += [(number, ""), (number, "---"), (number, "")]
            bare = line.replace("\f", "")
        lines.extend((number, part) for part in _notes_of_line(bare))
    return lines


def _notes_of_line(line: str) -> list[str]:
    """Cut `<sup>1</sup> Text. <sup>2</sup> Text.` into one line a note."""
    first = re.match(r"^\s*<sup>\s*(\d{1,4})\s*</sup>", line)
    if not first:
        return [line]
    parts, start, number = [], 0, int(first[1])
    for found in re.finditer(r"(?<=[.\s])\s*<sup>\s*(\d{1,4})\s*</sup>(?=\s+\S)", line):
        if int(found[1]) == number + 1 and found.start() > start:
            parts.append(line[start : found.start()])
            start, number = found.start(), number + 1
    return [*parts, line[start:]]


def _group(lines: Sequence[Line], starts: dict[int, NoteStart]) -> list[Block]:
    blocks: list[Block] = []
    open_: Block | None = None
    for index, (number, line) in enumerate(lines):
        heading = _HEADING.match(line)
        if index in starts:
            open_ = Block("note", [(number, starts[index].rest)], label=starts[index].label)
            blocks.append(open_)
        elif heading:
            open_ = None
            blocks.append(Block("heading", [(number, heading[2])], level=len(heading[1])))
        elif _RULE.match(line):
            open_ = None
            blocks.append(Block("break", [(number, line)]))
        elif not line.strip() or _DROPPED.match(line):
            open_ = None
        else:
            open_ = _add_text(blocks, open_, number, line)
    return [block for block in map(_settled, blocks) if block.lines]


def _add_text(blocks: list[Block], open_: Block | None, number: int, line: str) -> Block:
    is_table = "\t" in line.strip() or bool(_PIPES.match(line)) or (
        open_ is not None and open_.kind == "table" and "\t" in line
    )  # fmt: skip
    if open_ is not None and open_.kind == "note":
        open_.lines.append((number, line.strip()))
        return open_
    kind: Kind = "table" if is_table else "paragraph"
    bullet = bool(_BULLET.match(line)) and kind == "paragraph"
    quoted = bool(_QUOTE.match(line))
    if open_ is None or open_.kind != kind or bullet or open_.quoted != quoted:
        open_ = Block(kind, bullet=bullet, quoted=quoted)
        blocks.append(open_)
    words = _QUOTE.sub("", line) if quoted else line
    if bullet and re.match(r"^\s*[-*+•–]", words):
        words = _BULLET.sub("", words, count=1)
    open_.lines.append((number, words))
    return open_


def _settled(block: Block) -> Block:
    """Make a lone tabbed line a paragraph, and drop a page number on a line of its own."""
    if block.kind == "table" and len(block.lines) < 2:
        block.kind = "paragraph"
    if block.kind == "paragraph" and len(block.lines) == 1 and _NUMBER.match(block.lines[0][1]):
        block.lines.clear()
    return block


def join_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """Join the halves of paragraphs between which notes, page breaks or blank lines stand.

    The second half keeps no block of its own; notes and tables between stay where they are.
    """
    out: list[Block] = []
    last: Block | None = None
    between: set[Kind] = set()
    for block in blocks:
        if block.kind != "paragraph":
            between.add(block.kind)
            last = None if block.kind == "heading" else last
            out.append(block)
            continue
        if last is not None and _continues(last, block, between):
            last.lines.extend(block.lines)
        else:
            out.append(block)
            last = block
        between = set()
    return out


def _continues(first: Block, second: Block, between: set[Kind]) -> bool:
    if second.bullet:
        return False
    tail = render(first.lines[-3:]).text
    head = render(second.lines[:1]).text
    bare = head.lstrip(_OPEN_MARKS)
    unfinished = tail.rstrip("\"”’')]»*_")[-1:] not in ".?!…"
    if bare[:1].islower():
        return unfinished or bool(between & {"note", "break"}) or _ends_short(tail)
    if not unfinished or "table" in between:
        return False
    if between & {"note", "break"}:
        return len(tail.split()) > 3 and not _is_label(first, second)
    if second.quoted or head[:1] in '"“«':
        return not first.quoted or not first.lines[-1][1].strip()
    # Nothing but a blank line: only a long run of prose that plainly breaks off is unfinished.
    last = tail.split()[-1] if tail.split() else ""
    return len(tail.split()) >= 12 and (last[:1].islower() or last[-1:] in ",–—(") and (
        last[-1:] not in ":;" and not first.bullet and len(head.split()) >= 6
    )  # fmt: skip


def _ends_short(tail: str) -> bool:
    """Tell whether the last full stop only ends an abbreviation (`U.S.`, `e.g.`)."""
    return bool(re.search(r"\b(?:[A-Z]|e\.g|i\.e|vs|cf|etc)\.$", tail))


def _is_label(first: Block, second: Block) -> bool:
    """Tell whether a side is a line set apart (all bold, all capitals), not running text."""
    for block in (first, second):
        words = " ".join(text for _, text in block.lines).strip()
        if re.fullmatch(r"\*\*[^*]+\*\*", words) or words.isupper():
            return True
    return False
