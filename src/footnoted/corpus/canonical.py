"""One file of records to its canonical form: same records, same comments, one way to write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from footnoted.corpus import emit
from footnoted.corpus.comments import Comment, Comments, tie
from footnoted.corpus.folders import Kind
from footnoted.corpus.names import slug, unused
from footnoted.corpus.read import MODELS
from footnoted.corpus.typed import read_record, to_data
from footnoted.corpus.yaml_subset import Fault, Node, Parsed, parse_list, parse_mapping
from footnoted.model.base import Record
from footnoted.model.records import PaperRecord

_MODELINE = "yaml-language-server:"
_NAMED = frozenset({"claims", "sources"})


@dataclass(frozen=True, slots=True)
class Canonical:
    """A file's canonical text, or the faults for which it has none."""

    text: str | None
    faults: tuple[Fault, ...] = ()


def parse(kind: Kind, text: str) -> Parsed:
    """Return the nodes of a file of this kind."""
    return parse_mapping(text) if kind == "paper" else parse_list(text)


def ids_in(nodes: list[Node]) -> Iterator[str]:
    """Yield the ids that records give themselves."""
    for node in nodes:
        value = node.get("id") if node.kind == "mapping" else None
        if value is not None and value.kind == "scalar":
            yield value.text.strip()


def canonical(kind: Kind, text: str, taken: set[str]) -> Canonical:
    """Return the canonical form of a file of `kind`.

    A claim or source without an id gets one that is not in `taken`, which then holds it too.
    Line ends stay those of the first line.
    """
    parsed = parse(kind, text)
    if parsed.faults:
        return Canonical(None, tuple(parsed.faults))
    comments = tie(text, parsed.nodes, is_list=kind != "paper")
    texts = comments.texts()
    for node in parsed.nodes:
        if kind in _NAMED and node.kind == "mapping" and node.get("id") is None:
            _name(kind, node, taken)
    records, faults = _read(kind, parsed.nodes)
    if faults:
        return Canonical(None, tuple(faults))
    written = _written(kind, records, comments, parsed.nodes)
    _be_sure(kind, written, records, texts)
    return Canonical(written.replace("\n", "\r\n") if _is_dos(text) else written)


def proposed_id(kind: Kind, fields: Mapping[str, Any], taken: set[str]) -> str:
    """Return an id for a record of these fields that is not taken: from what it says or is."""
    words = _claim_words(fields) if kind == "claims" else _source_words(fields)
    return unused(words or kind[:-1], taken)


def _is_dos(text: str) -> bool:
    return text.partition("\n")[0].endswith("\r")


def _claim_words(fields: Mapping[str, Any]) -> str:
    anchor = fields.get("at")
    start = anchor.get("start") if isinstance(anchor, Mapping) else None
    return slug(_text(fields.get("says"))) or slug(_text(start))


def _source_words(fields: Mapping[str, Any]) -> str:
    people = fields.get("author") or fields.get("editor") or [{}]
    first = people[0] if isinstance(people, list | tuple) else {}
    name = first.get("family") or first.get("literal") if isinstance(first, Mapping) else None
    who = slug(_text(name), 4) or slug(_text(fields.get("title")), 4)
    if not who:
        host = _text(fields.get("URL")).partition("://")[2] or _text(fields.get("URL"))
        who = slug(host.removeprefix("www.").partition("/")[0], 4)
    return "-".join(part for part in (who, slug(_text(fields.get("issued"))[:4])) if part)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _name(kind: Kind, node: Node, taken: set[str]) -> None:
    """Give the record at `node` an id."""
    ident = proposed_id(kind, to_data(node), taken)
    taken.add(ident)
    node.keys.insert(0, Node("scalar", node.line, node.column, text="id", plain=True))
    node.items.insert(0, Node("scalar", node.line, node.column, text=ident, plain=True))


def _read(kind: Kind, nodes: list[Node]) -> tuple[list[Record], list[Fault]]:
    model = PaperRecord if kind == "paper" else MODELS[kind]
    records: list[Record] = []
    faults: list[Fault] = []
    for node in nodes:
        record, wrong = read_record(model, node)
        faults += wrong
        if record is not None:
            records.append(record)
    return records, faults


def _written(kind: Kind, records: list[Record], comments: Comments, nodes: list[Node]) -> str:
    """Return the file: its head, then records and comments as paragraphs."""
    data = [emit.to_data(record) for record in records]
    comments.settle(data[0] if kind == "paper" and data else data)
    if kind == "paper":
        bodies = [emit.text_of(emit.block(one, comments)) for one in data]
    else:
        bodies = [emit.text_of(lines) for lines in emit.items(data, comments)]
    paragraphs: list[str] = []
    if not any(_MODELINE in one.text for one in comments.gaps.get(0, [])):
        paragraphs.append(emit.schema_line(kind))
    for index, body in enumerate([*bodies, ""]):
        line = nodes[index].line if index < len(nodes) else 0
        groups = list(_groups(comments.gaps.get(index, [])))
        close = bool(groups) and groups[-1][-1].line + 1 == line and not _has_modeline(groups[-1])
        texts = [emit.text_of(one.text for one in group) for group in groups]
        whole = texts.pop() + body if close else body
        paragraphs += [*texts, whole] if whole else texts
    return "\n".join(paragraphs)


def _groups(comments: list[Comment]) -> Iterator[list[Comment]]:
    """Yield comments of lines that follow each other."""
    group: list[Comment] = []
    for one in comments:
        if group and one.line > group[-1].line + 1:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _has_modeline(group: list[Comment]) -> bool:
    return any(_MODELINE in one.text for one in group)


def _be_sure(kind: Kind, text: str, records: list[Record], comments: list[str]) -> None:
    """Refuse a text that does not read back as the same records and comments."""
    parsed = parse(kind, text)
    again, faults = _read(kind, parsed.nodes)
    assert not parsed.faults, parsed.faults
    assert not faults, faults
    assert again == records, "the records changed"
    found = tie(text, parsed.nodes, is_list=kind != "paper").texts()
    lost = Counter(comments) - Counter(found)
    assert not lost, f"comments were lost: {lost}"
