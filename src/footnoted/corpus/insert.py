"""Adding to a file that people edit: text goes in at its place, every other line stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from footnoted.corpus.emit import in_braces, list_item
from footnoted.corpus.typed import read_record
from footnoted.corpus.yaml_subset import Fault, Node, decode, parse_list
from footnoted.errors import UnreadableCorpusError
from footnoted.files import digest, write_beside
from footnoted.model.records import Alternate, LocalCopy, Memento, SourceRecord

_FIELDS: dict[type[LocalCopy | Memento | Alternate], str] = {
    LocalCopy: "local-copies",
    Memento: "mementos",
    Alternate: "alternates",
}
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Addition:
    """An item for one of the lists of a source's record."""

    source: str
    item: LocalCopy | Memento | Alternate

    @property
    def field(self) -> str:
        """The list's name, as it is written."""
        return _FIELDS[type(self.item)]


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """A `sources.yaml` as read: its bytes, and its text."""

    path: Path
    data: bytes
    text: str

    def replace(self, text: str) -> None:
        """Write `text` in its place; WriteRefusedError if it was changed since it was read."""
        bom = _BOM if self.data.startswith(_BOM) else b""
        write_beside(self.path, bom + text.encode(), read_digest=digest(self.data))


def read_sources(folder: Path) -> SourcesFile:
    """Read the `sources.yaml` of a corpus; UnreadableCorpusError in one line where it cannot be."""
    path = folder / "sources.yaml"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableCorpusError(f"{path}: cannot be read ({error.strerror})") from error
    text = decode(data)
    if isinstance(text, Fault):
        raise UnreadableCorpusError(f"{path}:{text.line}:{text.column}: {text.message}")
    return SourcesFile(path, data, text)


def with_additions(file: SourcesFile, additions: Iterable[Addition]) -> str:
    """Return the file's text with the items added, each at the end of its list.

    Raises UnreadableCorpusError in one line where a record cannot be read, or is written in a way
    that nothing can be added to.
    """
    text = file.text
    for one in additions:
        text = _with_one(text, one, file.path)
    return text


def add_local_copy(folder: Path, source_id: str, copy: LocalCopy) -> Path:
    """Add `copy` to the source's record in `sources.yaml` and return that file's path.

    A copy with the same digest is not added again. Raises UnreadableCorpusError where the file
    or the record cannot be read, WriteRefusedError where the file cannot be written or was
    changed meanwhile.
    """
    file = read_sources(folder)
    _, record = _source(file.text, source_id, file.path)
    if not any(one.digest == copy.digest for one in record.local_copies):
        file.replace(with_additions(file, [Addition(source_id, copy)]))
    return file.path


def _with_one(text: str, addition: Addition, path: Path) -> str:
    """Return the text with one item added, after a look whether it reads as it should."""
    node, record = _source(text, addition.source, path)
    name = addition.field.replace("-", "_")
    wanted = record.model_copy(update={name: (*getattr(record, name), addition.item)})
    changed = _inserted(text, node, addition)
    if _source(changed, addition.source, path)[1] != wanted:
        raise UnreadableCorpusError(
            f"{path}:{node.line}:{node.column}: this record is written in a way that nothing can "
            f"be added to; write its '{addition.field}' by hand: {in_braces(_fields(addition))}"
        )
    return changed


def _source(text: str, source_id: str, path: Path) -> tuple[Node, SourceRecord]:
    parsed = parse_list(text)
    for index, node in enumerate(parsed.nodes):
        identity = node.get("id") if node.kind == "mapping" else None
        if identity is None or identity.text != source_id:
            continue
        record, _ = read_record(SourceRecord, node, broken=index in parsed.broken)
        if record is None:
            raise UnreadableCorpusError(
                f"{path}:{node.line}:{node.column}: the record of source '{source_id}' has "
                "faults: mend what 'footnoted lint' says of it first"
            )
        return node, record
    raise UnreadableCorpusError(f"{path}: there is no source '{source_id}'")


def _inserted(text: str, node: Node, addition: Addition) -> str:
    """Return the file's text with the item in it, at the end of its list."""
    fields, name = _fields(addition), addition.field
    items = node.get(name)
    if items is not None and items.flow:
        return _before_bracket(text, items, in_braces(fields))
    if items is not None and items.items:
        return _after_lines(text, items, _item_lines(name, fields, items.column - 1))
    if node.flow:
        return _before_bracket(text, node, f"{name}: [{in_braces(fields)}]")
    indent = node.column - 1
    item = _item_lines(name, fields, indent + 2)
    return _after_lines(text, node, [f"{' ' * indent}{name}:", *item])


def _item_lines(name: str, fields: dict[str, str], indent: int) -> list[str]:
    """Return the item's lines: in braces where they fit, a local copy always."""
    if name == _FIELDS[LocalCopy]:
        return [f"{' ' * indent}- {in_braces(fields)}"]
    return list_item(name, fields, indent)


def _before_bracket(text: str, node: Node, written: str) -> str:
    """Put `written` before the bracket that closes `node`."""
    lines = text.split("\n")
    line, at = lines[node.end_line - 1], node.end_column - 2
    before = line[:at].rstrip()
    comma = ", " if node.items and not before.endswith(",") else ""
    lines[node.end_line - 1] = f"{before}{comma}{written}{line[at:]}"
    return "\n".join(lines)


def _after_lines(text: str, node: Node, added: list[str]) -> str:
    """Put `added` below the last line that has something of `node`."""
    lines = text.split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    last = _last_line(node)
    while last > node.line and not lines[last - 1].strip():
        last -= 1
    if last == len(lines):
        lines.append("")
        lines[last - 1] += ending
    lines[last:last] = [f"{line}{ending}" for line in added]
    return "\n".join(lines)


def _last_line(node: Node) -> int:
    """Return the last line that the node's words reach, comments after it left aside."""
    if node.kind == "scalar" or node.flow:
        block = node.end_column == 1 and node.end_line > node.line
        return node.end_line - 1 if block else node.end_line
    return max(_last_line(one) for one in (*node.keys, *node.items))


def _fields(addition: Addition) -> dict[str, str]:
    data: dict[str, str] = addition.item.model_dump(by_alias=True, exclude_defaults=True)
    return data
