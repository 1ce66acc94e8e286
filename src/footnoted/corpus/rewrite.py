"""Changing what stands in record files: only the changed values, every other letter stays.

All files of a corpus change together: each is read anew after the change, and none is written
where one does not read as it should, or was changed by someone since it was read.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from footnoted.corpus.append import with_records
from footnoted.corpus.canonical import parse
from footnoted.corpus.comments import find_comments
from footnoted.corpus.emit import in_braces
from footnoted.corpus.folders import Kind, kind_of
from footnoted.corpus.scalars import inline
from footnoted.corpus.yaml_subset import Fault, Node, decode
from footnoted.errors import UnreadableCorpusError, WriteRefusedError
from footnoted.files import digest, write_beside
from footnoted.model.records import Anchor

_BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class Rewrite:
    """A record file as read, and the changes to it: `[start, end)` of its text, and new words."""

    path: Path
    kind: Kind
    data: bytes
    text: str
    nodes: list[Node]
    changes: list[tuple[int, int, str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    order: Callable[[Node], tuple[int, ...]] | None = None
    _starts: list[int] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> Rewrite:
        """Read the file at `path`; UnreadableCorpusError in one line where it has faults.

        A list file that is not there is an empty one.
        """
        kind = kind_of(path.name)
        assert kind is not None, path
        try:
            data = path.read_bytes() if path.exists() or kind == "paper" else b""
        except OSError as error:
            raise UnreadableCorpusError(f"{path}: cannot be read ({error.strerror})") from error
        text = decode(data)
        if isinstance(text, Fault):
            raise _faulty(path, text)
        parsed = parse(kind, text)
        if parsed.faults:
            raise _faulty(path, parsed.faults[0])
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return cls(path, kind, data, text, parsed.nodes, _starts=starts)

    def set_text(self, node: Node, words: str, *, braces: bool) -> None:
        """Write `words` in place of a scalar; `braces` tells that it stands in brackets.

        Words that stand there already stay as they are written.
        """
        if node.text.strip() == words:
            return
        self._replace(node, inline(words, braces=braces))

    def set_anchor(self, record: Node, anchor: Anchor) -> None:
        """Write `anchor` in place of the record's own."""
        node = record.get("at")
        assert node is not None, record
        fields = {"start": anchor.start} | ({"end": anchor.end} if anchor.end else {})
        if node.kind == "mapping" and [key.text for key in node.keys] == [*fields]:
            for key, value in node.pairs():
                if value.text != fields[key.text]:
                    self.set_text(value, fields[key.text], braces=node.flow)
            return
        self._replace(node, in_braces(fields))

    def set_field(self, record: Node, name: str, words: str) -> None:
        """Write a scalar field, behind the last one where the record has none of this name."""
        node = record.get(name)
        if node is not None:
            self.set_text(node, words, braces=record.flow)
            return
        end = self._starts[-1] - 1
        newline = "" if self.text.endswith("\n") else "\n"
        self.changes.append((end, end, f"{newline}{name}: {inline(words)}\n"))

    def result(self) -> str:
        """Return the text as changed, records added and put into `order` where there is one.

        Raises UnreadableCorpusError in one line where a comment would be lost.
        """
        text = self.text
        for start, end, words in sorted(self.changes, reverse=True):
            text = text[:start] + words + text[end:]
        parsed = parse(self.kind, text)
        assert not parsed.faults, (self.path, parsed.faults)
        ours = [one.text for one in find_comments(self.text, self.nodes)]
        if [one.text for one in find_comments(text, parsed.nodes)] != ours:
            raise UnreadableCorpusError(
                f"{self.path}: a comment stands inside what has to change; move it above its record"
            )
        if self.added:
            text = with_records(text, self.kind, self.added)
        return _ordered(text, self.kind, self.order) if self.order else text

    def _replace(self, node: Node, written: str) -> None:
        start, end = self._span(node)
        newline = "\n" if self.text[start:end].endswith("\n") else ""
        self.changes.append((start, end, written + newline))

    def _span(self, node: Node) -> tuple[int, int]:
        start = self._starts[node.line - 1] + node.column - 1
        end = self._starts[node.end_line - 1] + node.end_column - 1
        if node.kind != "scalar" and not node.flow:
            end = max(self._span(one)[1] for one in node.items)
        if node.end_column == 1 and node.end_line > node.line:
            kept = self.text[start:end].rstrip()
            end = start + len(kept) + (self.text[start + len(kept) : end].find("\n") + 1)
        return start, end


def write_all(files: Iterable[Rewrite]) -> list[Path]:
    """Write every file that changed, all or none, and return their paths.

    Raises WriteRefusedError where one was changed since it was read or cannot be written; those
    written before it are put back as they were.
    """
    changed = [(one, one.result()) for one in files]
    due = [(one, _bytes(one, text)) for one, text in changed if text != one.text]
    for one, _ in due:
        if one.path.exists() != bool(one.data) or (
            one.path.exists() and digest(one.path.read_bytes()) != digest(one.data)
        ):
            raise WriteRefusedError(
                f"{one.path}: changed by someone else since it was read; run the command again"
            )
    written: list[tuple[Rewrite, bytes]] = []
    try:
        for one, data in due:
            write_beside(one.path, data, read_digest=digest(one.data) if one.data else None)
            written.append((one, data))
    except BaseException:
        for one, data in written:
            with contextlib.suppress(WriteRefusedError, OSError):
                if one.data:
                    write_beside(one.path, one.data, read_digest=digest(data))
                else:
                    one.path.unlink()
        raise
    return [one.path for one, _ in due]


def note_order(ids: Sequence[str]) -> Callable[[Node], tuple[int, ...]]:
    """Return the place of a note's record in the order of `ids`; others stay behind the last."""
    places: Mapping[str, int] = {name: number for number, name in enumerate(ids)}

    def place(node: Node) -> tuple[int, ...]:
        name = node.get("id")
        at = places.get(name.text.strip()) if name is not None else None
        return () if at is None else (at,)

    return place


def _ordered(text: str, kind: Kind, order: Callable[[Node], tuple[int, ...]]) -> str:
    """Return the records in order, each with the comments right above it.

    A record without a place stays behind the one before it.
    """
    nodes = parse(kind, text).nodes
    lines = text.split("\n")
    firsts = [_first_line(lines, node.line - 1) for node in nodes]
    if not firsts:
        return text
    head, rest = lines[: firsts[0]], [*firsts[1:], len(lines)]
    chunks = [lines[start:end] for start, end in zip(firsts, rest, strict=True)]
    keys: list[tuple[int, ...]] = []
    for number, node in enumerate(nodes):
        before = keys[-1] if keys else (-1,)
        keys.append(order(node) or (before[0], *before[1:], number))
    placed = sorted(range(len(chunks)), key=lambda number: (keys[number], number))
    if placed == [*range(len(chunks))]:
        return text
    ends = [_stripped(chunk) for chunk in (chunks[number] for number in placed)]
    body = [line for chunk in ends for line in (*chunk, "")]
    return "\n".join([*head, *body[:-1], ""])


def _first_line(lines: Sequence[str], at: int) -> int:
    while (
        at > 0 and lines[at - 1].lstrip().startswith("#") and "yaml-language" not in lines[at - 1]
    ):
        at -= 1
    return at


def _stripped(chunk: list[str]) -> list[str]:
    while chunk and not chunk[-1].strip():
        chunk = chunk[:-1]
    return chunk


def _bytes(one: Rewrite, text: str) -> bytes:
    return (_BOM if one.data.startswith(_BOM) else b"") + text.encode()


def _faulty(path: Path, fault: Fault) -> UnreadableCorpusError:
    return UnreadableCorpusError(
        f"{path}:{fault.line}:{fault.column}: {fault.message}; mend this before the update"
    )
