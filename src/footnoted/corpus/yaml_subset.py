"""YAML as a strict subset, read to nodes that know their place.

Scalars stay strings; anchors, aliases, tags, directives, duplicate keys, keys that are no plain
words, empty and null values, tabs as indentation and a second document are faults. A list file
is read record by record (a `-` in the first column begins one), so that a fault costs its own
record and no other, and all faults of a file are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

import yaml

MAX_DEPTH = 20
"""Deeper nesting than any record needs; a bound for hostile files."""

_RECORD_STARTS = re.compile(r"^-(?=[ \t\r\n]|\Z)", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *(?:- +)*-?(\t)", re.MULTILINE)
_NO_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]|\r(?!\n)"
)
_NULLS = frozenset({"~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that the subset does not allow, at a line and column counted from 1."""

    rule: str
    line: int
    column: int
    message: str


@dataclass(slots=True)
class Node:
    """A scalar (`text`), a mapping (`keys` beside `items`) or a sequence (`items`).

    Lines and columns count from 1; (`end_line`, `end_column`) is just after the last character
    (for a block mapping or sequence: where the parser saw that it had ended). `plain` says that
    a scalar has no quotes, `flow` that a collection is written in brackets or braces.
    """

    kind: Literal["scalar", "mapping", "sequence"]
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0
    text: str = ""
    plain: bool = False
    flow: bool = False
    keys: list[Node] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Yield a mapping's keys and values in file order (a broken one may lack the last)."""
        return zip(self.keys, self.items, strict=False)

    def get(self, name: str) -> Node | None:
        """Return the value of a mapping's field, None without it."""
        return next((value for key, value in self.pairs() if key.text == name), None)

    def each(self, name: str) -> Iterator[Node]:
        """Yield the items of a field that is a list, or its one value."""
        value = self.get(name) if self.kind == "mapping" else None
        if value is not None:
            yield from value.items if value.kind == "sequence" else [value]

    def key(self, name: str) -> Node | None:
        """Return the key node of a mapping's field, None without it."""
        return next((key for key in self.keys if key.text == name), None)


@dataclass(slots=True)
class Parsed:
    """The records as nodes, and every fault; `broken` tells which nodes have one (by index)."""

    nodes: list[Node] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)


def decode(data: bytes) -> str | Fault:
    """Return the file's text, or the fault that names its first byte that is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8", "replace")) + 1
        return Fault(
            "record-encoding",
            before.count(b"\n") + 1,
            column,
            f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8",
        )


def parse_list(text: str) -> Parsed:
    """Read a file that is a list of records; what is not one is a fault."""
    result = Parsed()
    starts = [hit.start() for hit in _RECORD_STARTS.finditer(text)]
    bounds = [0, *starts, len(text)]
    line = 0
    for start, end in pairwise(bounds):
        chunk = text[start:end]
        if chunk:
            _read_list_part(chunk, line, result)
        line += chunk.count("\n")
    return result


def parse_mapping(text: str) -> Parsed:
    """Read a file that is one mapping; `nodes` is empty where it is not."""
    result = Parsed()
    root = _parse(text, 0, result)
    if root and root.kind == "mapping":
        result.broken = {0} if result.faults else set()
        result.nodes.append(root)
    elif root:
        result.faults.append(
            Fault("record-syntax", root.line, root.column, "expected 'field: value' lines here")
        )
    return result


def _read_list_part(chunk: str, line: int, result: Parsed) -> None:
    faults = len(result.faults)
    root = _parse(chunk, line, result)
    if root is None:
        return
    if root.kind != "sequence":
        message = "expected a list of records: begin each with '- ' in the first column"
        result.faults.append(Fault("record-syntax", root.line, root.column, message))
        return
    if len(result.faults) > faults:
        result.broken.update(range(len(result.nodes), len(result.nodes) + len(root.items)))
    result.nodes.extend(root.items)


def _parse(text: str, line: int, result: Parsed) -> Node | None:
    """Parse one document, as far as it can be; a fault in its letters is told once."""
    faults = [*_letter_faults(text, line)]
    if faults:
        result.faults += faults
        text = _NO_TEXT.sub(" ", text.replace("\t", "  "))
    builder = _Builder(line, [] if faults else result.faults)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        if not faults:
            result.faults.append(_syntax_fault(error, text, line))
    return builder.root


def _letter_faults(text: str, line: int) -> Iterator[Fault]:
    for hit in _TAB_INDENT.finditer(text):
        yield _fault_at(text, hit.start(1), line, "a tab: indent with spaces, two for each level")
    for hit in _NO_TEXT.finditer(text):
        code = f"U+{ord(hit.group()):04X}"
        yield _fault_at(
            text, hit.start(), line, f"the control character {code}: take it out of the text"
        )


def _fault_at(text: str, offset: int, line: int, message: str) -> Fault:
    line_start = text.rfind("\n", 0, offset) + 1
    return Fault(
        "record-syntax",
        line + text.count("\n", 0, offset) + 1,
        offset - line_start + 1,
        message,
    )


class _Builder:
    """Turns parser events into nodes, and what the subset leaves out into faults."""

    def __init__(self, line: int, faults: list[Fault]) -> None:
        self._line = line
        self._faults = faults
        self._stack: list[Node] = []
        self._documents = 0
        self._skipping = 0
        self.root: Node | None = None
        self._takers: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open_mapping,
            yaml.SequenceStartEvent: self._open_sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream."""
        taker = self._takers.get(type(event))
        if taker is not None:
            taker(event)

    def _open_mapping(self, event: yaml.MappingStartEvent) -> None:
        self._open("mapping", event)

    def _open_sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._open("sequence", event)

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._fault(event, f"'*{event.anchor}': repeat the value, aliases are not read")
        self._add(self._node("scalar", event))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._fault(event, "a '%' directive: take the line out")
        elif self._documents > 1 or (event.explicit and self._line):
            self._fault(event, "'---' begins a second document: one document a file")

    def _open(self, kind: Literal["mapping", "sequence"], event: yaml.CollectionStartEvent) -> None:
        self._properties(event)
        if len(self._stack) >= MAX_DEPTH:
            if not self._skipping:
                self._fault(event, f"nested more than {MAX_DEPTH} levels deep")
            self._skipping += 1
            return
        node = self._node(kind, event)
        node.flow = bool(event.flow_style)
        self._add(node)
        self._stack.append(node)

    def _close(self, event: yaml.Event) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        node = self._stack.pop()
        node.end_line, node.end_column = self._mark(event.end_mark)
        if node.kind == "mapping":
            self._check_keys(node)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._properties(event)
        if self._skipping:
            return
        node = self._node("scalar", event)
        node.text, node.plain = event.value, event.style in (None, "")
        self._add(node)

    def _properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._fault(event, f"'&{event.anchor}': take it out, anchors are not read")
        if event.tag:
            self._fault(event, f"the tag '{event.tag}': take it out, the field tells the type")

    def _add(self, node: Node) -> None:
        if self._skipping:
            return
        if not self._stack:
            self._top(node)
            return
        parent = self._stack[-1]
        if parent.kind == "mapping" and len(parent.keys) == len(parent.items):
            parent.keys.append(node)
        else:
            parent.items.append(node)
            self._check_value(node, parent)

    def _top(self, node: Node) -> None:
        """Take a document's node; one with nothing in it (only comments, `---`) is none."""
        if self.root is None and (node.kind != "scalar" or node.text or not node.plain):
            self.root = node

    def _check_value(self, node: Node, parent: Node) -> None:
        if node.kind != "scalar" or not node.plain:
            return
        name = f"'{parent.keys[-1].text}'" if parent.kind == "mapping" else "the list's item"
        at = parent.keys[-1] if parent.kind == "mapping" else node
        if not node.text:
            hint = "write a value, or leave the field out"
            if parent.flow and parent.kind == "mapping":
                hint += "; a value with a comma in it needs quotes inside braces"
            self._faults.append(
                Fault("record-field", at.line, at.column, f"{name} is empty: {hint}")
            )
        elif node.text in _NULLS:
            message = f"{name} is '{node.text}': leave the field out, or quote the word"
            self._faults.append(Fault("record-field", node.line, node.column, message))

    def _check_keys(self, node: Node) -> None:
        seen: dict[str, Node] = {}
        for key in node.keys:
            if key.kind != "scalar":
                self._faults.append(
                    Fault("record-syntax", key.line, key.column, "a field's name is one word")
                )
            elif key.text in seen:
                first = seen[key.text]
                message = (
                    f"'{key.text}' is given twice (first in line {first.line}): keep one of them"
                )
                self._faults.append(Fault("record-duplicate-key", key.line, key.column, message))
            seen.setdefault(key.text, key)

    def _node(self, kind: Literal["scalar", "mapping", "sequence"], event: yaml.Event) -> Node:
        start: Any = event.start_mark
        end: Any = event.end_mark
        line = self._line + 1
        return Node(kind, line + start.line, start.column + 1, line + end.line, end.column + 1)

    def _mark(self, mark: Any) -> tuple[int, int]:
        return self._line + mark.line + 1, mark.column + 1

    def _fault(self, event: yaml.Event, message: str) -> None:
        line, column = self._mark(event.start_mark)
        self._faults.append(Fault("record-syntax", line, column, message))


_WORDS = {
    "mapping values are not allowed in this context": (
        "a ': ' inside a value, or a field indented too far: put the value in quotes, "
        "or align the field with its record's other fields"
    ),
    "did not find expected key": (
        "this does not follow from the line above: look for an unclosed quote, for words "
        "after a closing one, and at the indentation"
    ),
    "did not find expected '-' indicator": (
        "this stands outside its record: indent it like the record's other fields"
    ),
    "could not find expected ':'": "a field without a colon: write 'field: value'",
    "did not find expected ',' or '}'": "a '}' or a comma is missing before this",
    "did not find expected ',' or ']'": "a ']' or a comma is missing before this",
    "found unknown escape character": (
        "a backslash in \"double quotes\" begins an escape: use 'single quotes'"
    ),
    "block sequence entries are not allowed in this context": (
        "a '- ' cannot stand here: begin the list in the line below its field's name"
    ),
}


def _syntax_fault(error: yaml.MarkedYAMLError, text: str, line: int) -> Fault:
    """Return what the parser choked on, in words about the file and not about the parser."""
    problem, mark = error.problem or "not YAML", error.problem_mark
    if problem == "found unexpected end of stream" and error.context_mark:
        message, mark = "the quote that opens here is never closed", error.context_mark
    elif problem == "could not find expected ':'" and error.context_mark:
        message, mark = _WORDS[problem], error.context_mark
    elif problem == "found character that cannot start any token" and mark:
        char = _line_at(text, mark.line)[mark.column : mark.column + 1]
        message = f"a value cannot begin with '{char}': put it in quotes"
    else:
        message = _WORDS.get(problem, problem)
    if mark is None:
        return Fault("record-syntax", line + 1, 1, message)
    return Fault("record-syntax", line + mark.line + 1, mark.column + 1, message)


def _line_at(text: str, number: int) -> str:
    lines = text.split("\n", number + 1)
    return lines[number] if number < len(lines) else ""
