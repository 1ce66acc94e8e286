"""From nodes to typed records: every wrong field is a fault at its own place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from footnoted.corpus.yaml_subset import Fault, Node
from footnoted.model.base import Record
from footnoted.spelling import closest

Typed = TypeVar("Typed", bound=Record)
Path = tuple[str | int, ...]

_PATTERNS = {
    r"^[a-z0-9]+(?:[-._][a-z0-9]+)*$": (
        "write small letters and digits, joined by '-', '.' or '_', as 'wen-2012'"
    ),
    r"^\d{4}-\d{2}-\d{2}$": "write the day as YYYY-MM-DD",
    r"^\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?$": (
        "write YYYY, YYYY-MM or YYYY-MM-DD ('?' or '~' after it where it is doubtful)"
    ),
    r"^[0-9a-f]{64}$": "write the sha256 as 64 small hexadecimal digits",
}

_SHOULD_BE = {
    "string_too_short": "is empty: write a value, or leave the field out",
    "string_type": "should be text: write one value, not a list or fields",
    "tuple_type": "should be a list: begin each item with '- ' in a line of its own",
}
_DOUBTFUL_WHEN_BROKEN = frozenset({"missing", "value_error"})


def to_data(node: Node) -> Any:
    """Return the node as dictionaries, lists and strings; values left empty are left out."""
    if node.kind == "scalar":
        return node.text
    if node.kind == "sequence":
        return [to_data(item) for item in node.items]
    return {
        key.text: to_data(value)
        for key, value in node.pairs()
        if not (value.kind == "scalar" and value.plain and not value.text)
    }


def read_record(
    model: type[Typed], node: Node, *, broken: bool = False
) -> tuple[Typed | None, list[Fault]]:
    """Return the record that `node` is, or everything that is wrong with it.

    A `broken` node is one whose text has a fault already: it is no record, and only what is
    surely wrong beside that is told, not what may be missing because of it.
    """
    if node.kind != "mapping":
        message = "a record has fields: write 'id: …' and the others below it"
        return None, [] if broken else [_fault(node, message)]
    try:
        record = model.model_validate(to_data(node), by_alias=True, by_name=False)
    except ValidationError as errors:
        return None, [
            _from_error(model, node, dict(error))
            for error in errors.errors()
            if not (broken and error["type"] in _DOUBTFUL_WHEN_BROKEN)
        ]
    return (None if broken else record), []


def fields_at(node: Node, prefix: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every field and list item below `node` with its path, at its key or first word."""
    if node.kind == "mapping":
        for key, value in node.pairs():
            path = (*prefix, key.text)
            yield path, key
            yield from fields_at(value, path)
    elif node.kind == "sequence":
        for index, item in enumerate(node.items):
            path = (*prefix, index)
            yield path, item
            yield from fields_at(item, path)


def _from_error(model: type[Record], node: Node, error: dict[str, Any]) -> Fault:
    path: Path = error["loc"]
    kind: str = error["type"]
    at = _follow(node, path)
    name = next((f"'{part}'" for part in reversed(path) if isinstance(part, str)), "the record")
    if kind == "extra_forbidden":
        return _unknown_field(model, node, path)
    if kind == "missing":
        return _fault(at, f"{name} is missing: add it to {_owner(path)}")
    if kind == "value_error":
        return _fault(at, str(error["ctx"]["error"]))
    value = at.text if at.kind == "scalar" else None
    return _fault(at, f"{name} {wanted(kind, error, value)}")


def wanted(kind: str, error: dict[str, Any], value: str | None) -> str:
    """Return what a value is and should be, for an error that is about one value."""
    context = error.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return f"is '{value}': {_PATTERNS.get(context['pattern'], 'it is not of that form')}"
    if kind == "literal_error":
        choices = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        near = closest(value or "", choices)
        hint = f"did you mean '{near}'? " if near else ""
        return f"is '{value}': {hint}It is one of {', '.join(choices)}"
    if kind == "model_type":
        return f"should have fields: write it as {{{_example(context)}}}"
    return _SHOULD_BE.get(kind, str(error["msg"]))


def _example(context: dict[str, Any]) -> str:
    examples = {
        "Anchor": "start: first words, end: last words",
        "Reviewed": 'by: initials, on: "YYYY-MM-DD"',
        "Cell": "row: words of its header, column: words of its header",
        "Name": "family: …, given: …",
    }
    return examples.get(context.get("class_name", ""), "field: value")


def _unknown_field(model: type[Record], node: Node, path: Path) -> Fault:
    owner, name = _follow(node, path[:-1]), str(path[-1])
    key = owner.key(name) or owner
    known = _known_fields(model, path[:-1])
    near = closest(name, known)
    hint = f"did you mean '{near}'?" if near else f"the fields here are {', '.join(known)}"
    return _fault(key, f"unknown field '{name}': {hint}")


def _known_fields(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names that a person may write in the record reached by `path`."""
    for part in path:
        if isinstance(part, str):
            info = next(
                info for name, info in model.model_fields.items() if part in (info.alias, name)
            )
            model = _model_in(info.annotation) or model
    return [info.alias or name for name, info in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _follow(node: Node, path: Path) -> Node:
    """Return the node at `path`, or the nearest that encloses it."""
    for part in path:
        if isinstance(part, str):
            inner = node.get(part) if node.kind == "mapping" else None
        else:
            inner = node.items[part] if node.kind == "sequence" else None
        if inner is None:
            return node
        node = inner
    return node


def _owner(path: Path) -> str:
    names = [part for part in path[:-1] if isinstance(part, str)]
    return f"'{names[-1]}'" if names else "the record"


def _fault(node: Node, message: str) -> Fault:
    return Fault("record-field", node.line, node.column, message)
