"""Records to the canonical form of their files: block style, two blanks, few quotes.

Comments, where there are any, are written back where they belong. A collection in braces that has
one inside is written as a block, since a comment ends its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from footnoted.corpus.comments import Comments, Path
from footnoted.corpus.scalars import inline, prose
from footnoted.model.base import Record
from footnoted.model.records import RELATIONS, PaperRecord

LINE = 100
"""Longest line of a value in braces; a longer one is written in block style."""

_IN_BRACES = frozenset(
    {
        "at", "reviewed", "figures", "cell", "entries", "author", "editor", "sections",
        "alternates", "mementos", "short-forms", "candidates", "note", "source", *RELATIONS,
    }
)  # fmt: skip
_ONE_ALONE = frozenset({"note", "source", *RELATIONS})


def schema_line(kind: str) -> str:
    """Return the comment by which editors find the JSON Schema, from `claims/<paper>/`."""
    return f"# yaml-language-server: $schema=../../docs/schemas/{kind}.json\n"


def list_file(kind: str, records: Iterable[Record]) -> str:
    """Return a whole file of records of one kind."""
    return schema_line(kind) + "".join(f"\n{record_item(record)}" for record in records)


def paper_file(paper: PaperRecord) -> str:
    """Return a whole `paper.yaml`."""
    return schema_line("paper") + "\n" + text_of(block(to_data(paper)))


def record_item(record: Record) -> str:
    """Return one record as an item of its file's list, ending in a newline."""
    return text_of(_Writer(Comments()).item(to_data(record), 0, ()))


def to_data(record: Record) -> dict[str, Any]:
    """Return what a person writes of the record: nothing that is a default, `note: "59"`."""
    data = record.model_dump(by_alias=True, exclude_defaults=True)
    return {
        name: value[0] if name in _ONE_ALONE and len(value) == 1 else value
        for name, value in data.items()
    }


def in_braces(value: Any) -> str:
    """Return a value on one line, collections in braces and brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {in_braces(one)}" for key, one in value.items()) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(in_braces(one) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return inline(value, braces=True)


def list_item(name: str, item: Any, indent: int) -> list[str]:
    """Return the lines of one item of the list that is field `name`, `indent` columns in."""
    return _Writer(Comments()).list_item(name, item, indent, ())


def block(fields: Mapping[str, Any], comments: Comments | None = None) -> list[str]:
    """Return the lines of a file that is one record, its comments in their places."""
    return _Writer(comments or Comments()).block(fields, 0, ())


def items(records: Iterable[Mapping[str, Any]], comments: Comments) -> Iterator[list[str]]:
    """Yield the lines of each record of a list file, its comments in their places."""
    writer = _Writer(comments)
    for index, fields in enumerate(records):
        yield [*writer.above((index,)), *writer.item(fields, 0, (index,))]


def text_of(lines: Iterable[str]) -> str:
    """Return lines as the text of a file."""
    return "".join(f"{line}\n" for line in lines)


class _Writer:
    """Writes values with the comments that belong to them."""

    def __init__(self, comments: Comments) -> None:
        self._comments = comments

    def block(self, fields: Mapping[str, Any], indent: int, path: Path) -> list[str]:
        """Return a mapping's lines."""
        lines: list[str] = []
        for name, value in fields.items():
            inner = (*path, name)
            lines += self._with_comments(self._field(name, value, indent, inner), inner)
        return lines + _at(indent, self._comments.tail.get(path, []))

    def item(self, fields: Mapping[str, Any], indent: int, path: Path) -> list[str]:
        """Return a mapping as a list's item: its first field beside the dash."""
        first, *rest = self.block(fields, indent + 2, path)
        return [f"{' ' * indent}- {first[indent + 2 :]}", *rest]

    def list_item(self, name: str, item: Any, indent: int, path: Path) -> list[str]:
        """Return the lines of one item of the list that is field `name`."""
        short = " " * indent + f"- {in_braces(item)}"
        if isinstance(item, str):
            first, *rest = prose(item, indent + 2, indent + 2)
            braces = name in _IN_BRACES and len(short) <= LINE
            lines = [short] if braces else [f"{' ' * indent}- {first}", *rest]
        elif name in _IN_BRACES and len(short) <= LINE and not self._comments.inside(path):
            lines = [short]
        else:
            return [*_at(indent, self.above(path)), *self.item(item, indent, path)]
        return self._with_comments(lines, path)

    def above(self, path: Path) -> list[str]:
        """Return the comments of a list item that is a block: nothing can stand behind one."""
        return [*self._comments.before.get(path, []), *self._comments.after.get(path, [])]

    def _field(self, name: str, value: Any, indent: int, path: Path) -> list[str]:
        head = " " * indent + f"{name}:"
        if isinstance(value, bool):
            return [f"{head} {in_braces(value)}"]
        if isinstance(value, str):
            first, *rest = prose(value, indent + 2, len(head) + 1)
            return [f"{head} {first}", *rest]
        plain = isinstance(value, Mapping) or all(isinstance(one, str) for one in value)
        if name in _IN_BRACES and plain and not self._comments.inside(path):
            short = f"{head} {in_braces(value)}"
            if len(short) <= LINE:
                return [short]
        if isinstance(value, Mapping):
            return [head, *self.block(value, indent + 2, path)]
        return [head, *self._list(name, value, indent + 2, path)]

    def _list(self, name: str, value: Iterable[Any], indent: int, path: Path) -> list[str]:
        lines: list[str] = []
        for index, item in enumerate(value):
            lines += self.list_item(name, item, indent, (*path, index))
        return lines + _at(indent, self._comments.tail.get(path, []))

    def _with_comments(self, lines: list[str], path: Path) -> list[str]:
        """Return the lines with comments above them, and the last one behind the first line."""
        above = self._comments.before.get(path, [])
        behind = self._comments.after.get(path, [])
        if not above and not behind:
            return lines
        indent = len(lines[0]) - len(lines[0].lstrip(" "))
        first = f"{lines[0]}  {behind[-1]}" if behind else lines[0]
        return [*_at(indent, [*above, *behind[:-1]]), first, *lines[1:]]


def _at(indent: int, comments: Iterable[str]) -> list[str]:
    return [" " * indent + text for text in comments]
