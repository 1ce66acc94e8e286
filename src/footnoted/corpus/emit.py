"""Records to the canonical form of their files: block style, two blanks, few quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from footnoted.corpus.scalars import inline, prose
from footnoted.model.base import Record
from footnoted.model.records import PaperRecord

LINE = 100
"""Longest line of a value in braces; a longer one is written in block style."""

_IN_BRACES = frozenset(
    {
        "at", "reviewed", "figures", "cell", "entries", "author", "editor", "sections",
        "alternates", "mementos", "short-forms", "candidates", "note", "source",
    }
)  # fmt: skip
_ONE_ALONE = frozenset({"note", "source"})


def schema_line(kind: str) -> str:
    """Return the comment by which editors find the JSON Schema, from `claims/<paper>/`."""
    return f"# yaml-language-server: $schema=../../docs/schemas/{kind}.json\n"


def list_file(kind: str, records: Iterable[Record]) -> str:
    """Return a whole file of records of one kind."""
    return schema_line(kind) + "".join(f"\n{record_item(record)}" for record in records)


def paper_file(paper: PaperRecord) -> str:
    """Return a whole `paper.yaml`."""
    return schema_line("paper") + "\n" + "".join(f"{line}\n" for line in _block(to_data(paper), 0))


def record_item(record: Record) -> str:
    """Return one record as an item of its file's list, ending in a newline."""
    return "".join(f"{line}\n" for line in _item(to_data(record), 0))


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
    short = " " * indent + f"- {in_braces(item)}"
    if name in _IN_BRACES and len(short) <= LINE:
        return [short]
    if isinstance(item, str):
        first, *rest = prose(item, indent + 2, indent + 2)
        return [f"{' ' * indent}- {first}", *rest]
    return _item(item, indent)


def _block(fields: Mapping[str, Any], indent: int) -> list[str]:
    """Return a mapping's lines."""
    lines: list[str] = []
    for name, value in fields.items():
        lines += _field(name, value, indent)
    return lines


def _field(name: str, value: Any, indent: int) -> list[str]:
    head = " " * indent + f"{name}:"
    if isinstance(value, bool):
        return [f"{head} {in_braces(value)}"]
    if isinstance(value, str):
        first, *rest = prose(value, indent + 2, len(head) + 1)
        return [f"{head} {first}", *rest]
    plain = isinstance(value, Mapping) or all(isinstance(one, str) for one in value)
    if name in _IN_BRACES and plain:
        short = f"{head} {in_braces(value)}"
        if len(short) <= LINE:
            return [short]
    if isinstance(value, Mapping):
        return [head, *_block(value, indent + 2)]
    lines = [head]
    for item in value:
        lines += list_item(name, item, indent + 2)
    return lines


def _item(fields: Mapping[str, Any], indent: int) -> list[str]:
    """Return a mapping as a list's item: its first field beside the dash."""
    first, *rest = _block(fields, indent + 2)
    return [f"{' ' * indent}- {first[indent + 2 :]}", *rest]
