"""Comments of a YAML file: where they stand, and which record, field or item each belongs to.

The parser drops comments. In a file without faults everything but scalars and punctuation is one,
so each `#` outside of a scalar begins one; it is tied to the field or item that a reader would
take it to be about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from footnoted.corpus.yaml_subset import Node

Path = tuple[str | int, ...]
"""A record's index in its file, then fields and items; `()` is a file that is one record."""

_Position = tuple[int, int]

_NOTHING_BEFORE = re.compile(r"(?:---|\.\.\.)?\s*(?:-\s+)*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` on, at a line and column counted from 1.

    `alone` tells that nothing but indentation and dashes stands before it on its line; the column
    is then that of the dash.
    """

    line: int
    column: int
    text: str
    alone: bool


@dataclass(slots=True)
class Comments:
    """A file's comments by what they belong to.

    `before` stand above a field or item, `after` at the end of its line, `tail` below the last
    item of a collection. `gaps` are those between records, by the index of the record that
    follows (the number of records for those at the file's end).
    """

    before: dict[Path, list[str]] = field(default_factory=dict)
    after: dict[Path, list[str]] = field(default_factory=dict)
    tail: dict[Path, list[str]] = field(default_factory=dict)
    gaps: dict[int, list[Comment]] = field(default_factory=dict)

    def inside(self, path: Path) -> bool:
        """Tell whether a comment stands within the value at `path`."""
        deep = len(path)
        tied = (*self.before, *self.after, *self.tail)
        return path in self.tail or any(len(one) > deep and one[:deep] == path for one in tied)

    def settle(self, data: Any) -> None:
        """Move comments of what `data`, the records as written, has not: to what is around it.

        Those above the first field of a list's item stand above its dash.
        """
        moved = Comments(gaps=self.gaps)
        for path, texts in self.before.items():
            moved.before.setdefault(_lifted(data, _home(data, path)), []).extend(texts)
        for kept, there in ((self.after, moved.after), (self.tail, moved.tail)):
            for path, texts in kept.items():
                home = _home(data, path)
                stays = home == path and (
                    kept is self.after or not isinstance(_at(data, path), str)
                )
                where = there if stays else moved.before
                where.setdefault(home, []).extend(texts)
        self.before, self.after, self.tail = moved.before, moved.after, moved.tail

    def texts(self) -> list[str]:
        """Return the words of every comment, sorted."""
        tied = (*self.before.values(), *self.after.values(), *self.tail.values())
        gaps = (one.text for gap in self.gaps.values() for one in gap)
        return sorted([*(text for texts in tied for text in texts), *gaps])


def find_comments(text: str, nodes: Iterable[Node]) -> list[Comment]:
    """Return the comments of a file whose faultless `nodes` these are, in file order."""
    lines = text.split("\n")
    words: dict[int, list[tuple[int, int]]] = {}
    for node in nodes:
        for scalar in _scalars(node):
            for line, start, end in _reach(scalar, lines):
                words.setdefault(line, []).append((start, end))
    return [
        found
        for number, line in enumerate(lines, start=1)
        if "#" in line and (found := _comment(number, line.rstrip("\r"), words.get(number, [])))
    ]


def tie(text: str, nodes: list[Node], *, is_list: bool) -> Comments:
    """Return the comments of a faultless file, each tied to what it belongs to."""
    roots: list[tuple[Path, Node]] = [
        ((index,) if is_list else (), node) for index, node in enumerate(nodes)
    ]
    ties = _Ties([spot for path, node in roots for spot in _spots(path, node)], roots)
    for comment in find_comments(text, nodes):
        if comment.alone:
            ties.alone(comment)
        else:
            ties.behind(comment)
    return ties.found


@dataclass(frozen=True, slots=True)
class _Spot:
    """A record, field or item: where it begins, its value, and what it is in."""

    at: _Position
    path: Path
    value: Node
    column: int


class _Ties:
    """Ties comments to spots."""

    def __init__(self, spots: list[_Spot], roots: list[tuple[Path, Node]]) -> None:
        self._spots = sorted(spots, key=lambda spot: (spot.at, len(spot.path)))
        self._places = [spot.at for spot in self._spots]
        self._by_path = {spot.path: spot for spot in spots}
        self._roots = [(node.line, node.column) for _, node in roots]
        self._is_list = bool(roots) and roots[0][0] != ()
        self.found = Comments()

    def alone(self, comment: Comment) -> None:
        """Tie a comment that has its line for itself."""
        at = (comment.line, comment.column)
        after = bisect_right(self._places, at)
        following = self._spots[after] if after < len(self._spots) else None
        holder = self._holder(comment, following)
        record = bisect_right(self._roots, at)
        if holder is not None:
            self.found.tail.setdefault(holder, []).append(comment.text)
        elif self._is_gap(following, record):
            self.found.gaps.setdefault(record, []).append(comment)
        elif following is not None:
            self.found.before.setdefault(following.path, []).append(comment.text)

    def behind(self, comment: Comment) -> None:
        """Tie a comment at the end of a line to the outermost thing that ends on it."""
        at = (comment.line, comment.column)
        path = self._spots[bisect_left(self._places, at) - 1].path
        while len(path) > 1 and (above := self._by_path.get(path[:-1])) is not None:
            if not (above.value.flow and _end(above.value) <= at):
                break
            path = path[:-1]
        self.found.after.setdefault(path, []).append(comment.text)

    def _is_gap(self, following: _Spot | None, record: int) -> bool:
        """Tell whether a comment stands between records: the next thing is one, or nothing is."""
        if following is None:
            return True
        if self._is_list:
            return len(following.path) == 1 and following.path[0] == record
        return record == 0

    def _holder(self, comment: Comment, following: _Spot | None) -> Path | None:
        """Return the collection below whose last item the comment stands, if it does."""
        at = (comment.line, comment.column)
        before = bisect_left(self._places, at) - 1
        path: Path = self._spots[before].path if before >= 0 else ()
        inner = following.path if following is not None else None
        while before >= 0 and path in self._by_path:
            value = self._by_path[path].value
            holds = value.flow and at < _end(value)
            if not value.flow and value.items:
                first = value.keys[0] if value.kind == "mapping" else value.items[0]
                dash = 2 if value.kind == "sequence" else 0
                holds = comment.column >= max(first.column - dash, 2)
            if holds and value.kind != "scalar":
                return None if inner is not None and inner[: len(path)] == path else path
            if not path:
                break
            path = path[:-1]
        return None


def _home(data: Any, path: Path) -> Path:
    """Return the longest beginning of `path` that leads to something in `data`."""
    for count, step in enumerate(path):
        known = step in data if isinstance(data, Mapping) else not isinstance(data, str)
        if not known or (isinstance(step, int) and step >= len(data)):
            return path[:count]
        data = data[step]
    return path


def _lifted(data: Any, path: Path) -> Path:
    """Return the item whose first field `path` is, else `path` itself."""
    if len(path) < 2 or not isinstance(path[-2], int):
        return path
    item = _at(data, path[:-1])
    return path[:-1] if isinstance(item, Mapping) and next(iter(item)) == path[-1] else path


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _spots(path: Path, node: Node) -> Iterator[_Spot]:
    """Yield a record and every field and item in it."""
    yield _Spot((node.line, node.column), path, node, node.column)
    yield from _below(path, node)


def _below(path: Path, node: Node) -> Iterator[_Spot]:
    if node.kind == "mapping":
        for key, value in node.pairs():
            inner = (*path, key.text)
            yield _Spot((key.line, key.column), inner, value, key.column)
            yield from _below(inner, value)
    elif node.kind == "sequence":
        for index, item in enumerate(node.items):
            inner = (*path, index)
            yield _Spot((item.line, item.column), inner, item, item.column)
            yield from _below(inner, item)


def _end(node: Node) -> _Position:
    return node.end_line, node.end_column


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind == "scalar":
        yield node
    for inner in (*node.keys, *node.items):
        yield from _scalars(inner)


def _reach(scalar: Node, lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield each line of a scalar, with the columns it takes there (from 0, end excluded).

    Behind the header of a block scalar (`>-`) a comment may stand.
    """
    head = lines[scalar.line - 1][scalar.column - 1 :]
    block = re.match(r"[|>][-+0-9]*", head)
    for line in range(scalar.line, scalar.end_line + 1):
        start = scalar.column - 1 if line == scalar.line else 0
        end = scalar.end_column - 1 if line == scalar.end_line else len(lines[line - 1])
        if block and line == scalar.line and scalar.end_line > scalar.line:
            end = start + block.end()
        yield line, start, end


def _comment(number: int, line: str, words: list[tuple[int, int]]) -> Comment | None:
    at = line.find("#")
    while at >= 0:
        inside = next((end for start, end in words if start <= at < end), None)
        if inside is None:
            alone = _NOTHING_BEFORE.fullmatch(line[:at]) is not None
            dash = line.rfind("-", 0, at) if alone else -1
            return Comment(number, (dash if dash >= 0 else at) + 1, line[at:].rstrip(), alone)
        at = line.find("#", inside)
    return None
