"""Adding to a file that people edit: text goes in at its place, every other line stays."""

from __future__ import annotations

from pathlib import Path

from footnoted.corpus.emit import in_braces
from footnoted.corpus.typed import read_record
from footnoted.corpus.yaml_subset import Fault, Node, decode, parse_list
from footnoted.errors import UnreadableCorpusError
from footnoted.files import digest, write_beside
from footnoted.model.records import LocalCopy, SourceRecord

_FIELD = "local-copies"


def add_local_copy(folder: Path, source_id: str, copy: LocalCopy) -> Path:
    """Add `copy` to the source's record in `sources.yaml` and return that file's path.

    A copy with the same digest is not added again. Raises UnreadableCorpusError where the file
    or the record cannot be read, WriteRefusedError where the file cannot be written or was
    changed meanwhile.
    """
    path = folder / "sources.yaml"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableCorpusError(f"{path}: cannot be read ({error.strerror})") from error
    text = decode(data)
    if isinstance(text, Fault):
        raise UnreadableCorpusError(f"{path}:{text.line}:{text.column}: {text.message}")
    node, record = _source(text, source_id, path)
    if any(one.digest == copy.digest for one in record.local_copies):
        return path
    wanted = record.model_copy(update={"local_copies": (*record.local_copies, copy)})
    changed = _with_copy(text, node, copy)
    if _source(changed, source_id, path)[1] != wanted:
        raise UnreadableCorpusError(
            f"{path}:{node.line}:{node.column}: this record is written in a way that nothing can "
            f"be added to; write its '{_FIELD}' by hand: {in_braces(_fields(copy))}"
        )
    bom = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
    write_beside(path, bom + changed.encode(), read_digest=digest(data))
    return path


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


def _with_copy(text: str, node: Node, copy: LocalCopy) -> str:
    """Return the file's text with the copy in it, at the end of the list of copies."""
    written = in_braces(_fields(copy))
    copies = node.get(_FIELD)
    if copies is not None and copies.flow:
        return _before_bracket(text, copies, written)
    if copies is not None and copies.items:
        indent = " " * (copies.column - 1)
        return _after_lines(text, copies, [f"{indent}- {written}"])
    if node.flow:
        return _before_bracket(text, node, f"{_FIELD}: [{written}]")
    indent = " " * (node.column - 1)
    return _after_lines(text, node, [f"{indent}{_FIELD}:", f"{indent}  - {written}"])


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


def _fields(copy: LocalCopy) -> dict[str, str]:
    data: dict[str, str] = copy.model_dump(by_alias=True, exclude_defaults=True)
    return data
