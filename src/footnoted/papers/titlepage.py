"""What a paper's first pages say of it: title, authors, date, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnoted.citations import find_dates
from footnoted.model.records import Name
from footnoted.papers.blocks import Block
from footnoted.papers.front_matter import FrontMatter
from footnoted.papers.inline import render

_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(.{2,200})", re.IGNORECASE)
_PUBLISHED_BY = re.compile(r"\bpublished by\s+([A-Z][^.,;\n]{2,80})", re.IGNORECASE)
_BY = re.compile(r"^(?:by|authors?:)\s+(.+)$", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:[A-Z][\w’'-]*[a-z]|[A-Z]\.)(?:\s+(?:[A-Z][\w’'-]*[a-z]|[A-Z]\.|van|von|de)){1,3}"
)
_NO_PERSON = re.compile(
    r"\b(?:Paper|Report|Series|Programme|Program|Project|Institute|Council|Group|University|Summary"
    r"|Policy|Briefing|Brief|Working|Research|Centre|Center|Department|Edition|Draft|Executive"
    r"|Foundation|Press|Series|Issue|Volume|Contents|Acknowledgements|Version|Ministry|Table)\b"
)


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The paper's own bibliographic facts; unknown ones are None or empty."""

    title: str | None
    authors: tuple[Name, ...]
    issued: str | None
    publisher: str | None


def read_title_page(
    front: Sequence[Block], first_heading: Block | None, text: str, told: FrontMatter
) -> TitlePage:
    """Read the blocks before the first section; `text` is the whole paper.

    What the front matter tells (`told`) outranks them. `first_heading` serves as the title where
    nothing else does.
    """
    heads = [block for block in front if block.kind == "heading"] or (
        [first_heading] if first_heading else []
    )
    title_block = min(heads, key=lambda block: block.level, default=None)
    title = render(title_block.lines).text if title_block else None
    lines = [
        words
        for block in front
        if block.kind == "paragraph"
        for line in block.lines
        if (words := render([line]).text)
    ]
    publisher, issued = _publisher_and_date(lines)
    authors = tuple(_name(name, text) for name in told.authors)
    return TitlePage(
        told.title or title or None,
        authors or _authors(lines, title, publisher, text),
        told.issued or issued,
        told.publisher or publisher,
    )


def _publisher_and_date(lines: Sequence[str]) -> tuple[str | None, str | None]:
    publisher, issued = None, None
    for line in lines:
        found = _COPYRIGHT.search(line)
        named = _PUBLISHED_BY.search(line)
        if named and publisher is None:
            publisher = named[1].strip()
        if found and publisher is None:
            publisher = _holder(found[1])
    dated = (line for line in lines if len(line) < 60 or _COPYRIGHT.search(line))
    for line in dated:
        for _, _, value in find_dates(line[:300]):
            if issued is None or (value.startswith(issued) and len(value) > len(issued)):
                issued = value
    return publisher, issued


def _holder(words: str) -> str | None:
    """Return the holder named in `Holder, October 2013. All …` or `2013 Holder. All …`."""
    clean = words
    for start, end, _ in sorted(find_dates(words), reverse=True):
        clean = clean[:start] + "," + clean[end:]
    for part in re.split(r"[,;]|\.\s|\.$|\ball rights\b", clean, flags=re.IGNORECASE):
        name = re.sub(r"^\s*(?:by|the authors?)\b", "", part).strip(" -–")
        if name and name[0].isupper() and len(name.split()) <= 8:
            return name
    return None


def _authors(
    lines: Sequence[str], title: str | None, publisher: str | None, text: str
) -> tuple[Name, ...]:
    plain = {(title or "").lower(), (publisher or "").lower()}
    for line in lines:
        by = _BY.match(line)
        words = by[1] if by else line
        parts = [part for part in re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", words) if part]
        if line.lower() in plain or not parts or len(words) > 150:
            continue
        if all(_PERSON.fullmatch(part) and not _NO_PERSON.search(part) for part in parts):
            return tuple(_name(part, text) for part in parts)
    return ()


def _name(words: str, text: str) -> Name:
    """Split a name where the paper's own notes show which word is the family name."""
    given, _, family = words.rpartition(" ")
    if given and re.search(rf"\b{re.escape(family)},?\s+{re.escape(given[0])}\b", text):
        return Name(family=family, given=given)
    first, _, last = words.partition(" ")
    if last and re.search(rf"\b{re.escape(first)},?\s+{re.escape(last[0])}\b(?![a-z])", text):
        return Name(family=first, given=last)
    return Name(literal=words)


def is_front_prose(words: str) -> bool:
    """Tell whether a paragraph before the first section is running text, not title matter."""
    return (
        len(words.split()) >= 8
        and words.rstrip("\"”’')")[-1:] in ".?!"
        and not _COPYRIGHT.search(words[:60])
        and not words.isupper()
    )
