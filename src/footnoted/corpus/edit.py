"""Changing records in a file that people edit: every line of the other records stays.

A changed record is written in its canonical form, so that in a tidy file only the lines of what
changed are others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from footnoted.corpus.comments import Comments, Path, tie
from footnoted.corpus.emit import items, to_data
from footnoted.corpus.yaml_subset import Node, parse_list
from footnoted.model.base import Record


@dataclass(frozen=True, slots=True)
class Change:
    """What a record becomes.

    `kept` tells of a list field which of its old items are still there, by index: the comments
    of an item go with it.
    """

    record: Record
    kept: Mapping[str, Sequence[int]] = field(default_factory=dict)


def edited(text: str, changes: Mapping[int, Change], removed: Iterable[int] = ()) -> str:
    """Return a list file's text with records changed, and others taken out, by index.

    The file has no faults. Comments of a changed record stay; those inside of one that goes, go.
    """
    lines = text.split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    nodes = parse_list(text).nodes
    comments = tie(text, nodes, is_list=True)
    gone = set(removed)
    touched = sorted({*changes, *gone}, reverse=True)
    reaches = {index: _reach(index, nodes, comments, lines) for index in touched}
    for index, (first, last) in reaches.items():
        if index in gone:
            below = last
            while below < len(lines) - 1 and not lines[below].strip():
                below += 1
            lines[first:below] = []
        else:
            written = _written(index, changes[index], comments)
            above = [one.text for one in comments.gaps.get(index, []) if one.line > first]
            lines[first:last] = [f"{line}{ending}" for line in (*above, *written)]
    return "\n".join(lines)


def _written(index: int, change: Change, comments: Comments) -> list[str]:
    data = to_data(change.record)
    own = Comments()
    for kind in ("before", "after", "tail"):
        there: dict[Path, list[str]] = getattr(own, kind)
        for path, texts in getattr(comments, kind).items():
            if path[:1] == (index,):
                there.setdefault(_moved(path, change), []).extend(texts)
    own.settle([data])
    return next(iter(items([data], own)))


def _moved(path: Path, change: Change) -> Path:
    """Return where a comment of the old record stands in the new one, the only one of its file."""
    if len(path) < 3 or path[1] not in change.kept:
        return (0, *path[1:])
    kept = list(change.kept[str(path[1])])
    if path[2] in kept:
        return (0, path[1], kept.index(int(path[2])), *path[3:])
    return (0, path[1])


def _reach(
    index: int, nodes: Sequence[Node], comments: Comments, lines: Sequence[str]
) -> tuple[int, int]:
    """Return the lines `[first, last)` of a record, from 0: from its dash to its last word."""
    first = nodes[index].line - 1
    while not lines[first].startswith("-"):
        first -= 1
    last = len(lines)
    if index + 1 < len(nodes):
        last = nodes[index + 1].line - 1
        while not lines[last].startswith("-"):
            last -= 1
    last = min([last, *(one.line - 1 for one in comments.gaps.get(index + 1, []))])
    while last > first + 1 and not lines[last - 1].strip():
        last -= 1
    return first, last
