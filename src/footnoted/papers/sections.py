"""Headings read as sections: label and title in one heading or in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnoted.papers.blocks import Block
from footnoted.papers.inline import render
from footnoted.papers.tables import is_caption

_LABEL_ONLY = re.compile(
    r"(?:(?:chapter|section|part)\s+)?(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\.?", re.IGNORECASE
)
_LABELLED = re.compile(
    r"(?:(?:chapter|section|part)\s+)?"
    r"(?P<label>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}(?=[.:])|[A-Z](?=[.]))[.:)]?\s+(?P<title>\S.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SectionHead:
    """A section's head: printed label (may be empty), title, and its line."""

    label: str
    title: str
    line: int

    @property
    def name(self) -> str:
        """What notes say of where they stand: the label, or the title where none is printed."""
        return self.label or self.title


def find_captions(blocks: Sequence[Block]) -> dict[int, int]:
    """Return for each table (index into `blocks`) the block that is its caption, if any."""
    found: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if block.kind != "table":
            continue
        above = index - 1
        while above >= 0 and blocks[above].kind == "note":
            above -= 1
        if above >= 0 and is_caption(blocks[above], render(blocks[above].lines)):
            found[index] = above
    return found


def find_sections(blocks: Sequence[Block], captions: set[int]) -> dict[int, SectionHead | None]:
    """Return the headings (index into `blocks`) that begin a section.

    A heading that is the title of the label above it, or the paper's own title, maps to None.
    Before the first labelled section only a heading with running text below it counts.
    """
    heads = [i for i, block in enumerate(blocks) if block.kind == "heading" and i not in captions]
    texts = {index: render(blocks[index].lines).text for index in heads}
    found: dict[int, SectionHead | None] = {}
    previous = 0
    for index in heads:
        if index in found:
            continue
        label, title = _read_head(texts[index], previous)
        follower = index + 1
        titled = follower in texts and not _read_head(texts[follower], previous)[0]
        if label and not title and titled:
            title = texts[follower]
            found[follower] = None
        if label.split(".")[0].isdigit():
            previous = max(previous, int(label.split(".")[0]))
        head = SectionHead(label, title or label, blocks[index].line)
        found[index] = head if texts[index] else None
    return _without_title_matter(blocks, texts, found)


def _read_head(text: str, previous: int) -> tuple[str, str]:
    """Return label and title of a heading; the label is empty where it has none."""
    only = _LABEL_ONLY.fullmatch(text)
    if only:
        return (only[1], "") if not only[1].isalpha() or only[1].isupper() else ("", text)
    found = _LABELLED.fullmatch(text)
    if not found:
        return "", text
    label, title = found["label"], found["title"]
    number = label.split(".")[0]
    in_sequence = not number.isdigit() or not previous or -1 <= int(number) - previous <= 3
    if not in_sequence or (title[0].islower() and label.isdigit()):
        return "", text
    return label, title


def _without_title_matter(
    blocks: Sequence[Block], texts: dict[int, str], found: dict[int, SectionHead | None]
) -> dict[int, SectionHead | None]:
    labelled = [index for index, head in found.items() if head and head.label]
    ordered = sorted(index for index, head in found.items() if head)
    if not ordered:
        return found
    top = ordered[0]
    title = texts[top] if not labelled or top < labelled[0] else None
    for position, index in enumerate(ordered):
        if labelled and index >= labelled[0]:
            break
        following = ordered[position + 1] if position + 1 < len(ordered) else len(blocks)
        prose = sum(
            len(text.split())
            for block in blocks[index + 1 : following]
            if block.kind == "paragraph"
            for _, text in block.lines
        )
        is_title = title is not None and texts[index].lower() == title.lower()
        lone = len(ordered) == 1
        if (is_title and not lone) or (labelled and prose < 25) or prose == 0:
            found[index] = None
    if len(ordered) == 1 and not labelled:
        found[ordered[0]] = None
    return found
