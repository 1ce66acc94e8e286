"""What is wrong with settings, in words: each fault with what to write instead (pure)."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from footnoted.model.settings import Settings
from footnoted.settings.positions import KeyPath
from footnoted.spelling import closest

NEVER: dict[str, str] = {
    "allow-net": "opens a network, which only the command line may: give --allow-net there",
    "use-proxy": "sends everything through a proxy, which only the command line may: "
    "give --use-proxy there",
    "proxy": "sends everything through a proxy, which only the command line may: "
    "give --use-proxy there",
    "ca-bundle": "decides which certificates are trusted, which no project file may",
    "vantage": "names a machine and not a project: set FOOTNOTED_VANTAGE there, or give --vantage",
}
"""What a project file cannot give, and who can."""

_SHOULD_BE = {
    "bool_type": "write true or false",
    "float_type": "write a number, as 2.5",
    "int_type": "write a whole number, as 7",
    "string_type": "write text in quotation marks",
    "tuple_type": 'write a list, as ["…"]',
    "dict_type": "write a table of names and values",
    "model_type": "write a table of settings",
}
_LONGEST = 60


def told(error: dict[str, Any]) -> tuple[KeyPath, str]:
    """Return where one of pydantic's errors is, and what is wrong there, in one line."""
    path: KeyPath = tuple(part for part in error["loc"] if part != "[key]")
    kind: str = error["type"]
    if kind == "extra_forbidden":
        return path, _unknown(path)
    name = named(path)
    if kind == "value_error":
        wrong = str(error["ctx"]["error"])
        return path, f"{wrong}" if error["loc"][-1] == "[key]" else f"'{name}' {wrong}"
    if kind == "literal_error":
        return path, f"'{name}' is {_shown(error['input'])}: {_choice(path, error['input'])}"
    hint = _SHOULD_BE.get(kind) or _range(path) or str(error["msg"])
    given = "is not shown" if "headers" in path else f"is {_shown(error['input'])}"
    return path, f"'{name}' {given}: {hint}"


def named(path: KeyPath) -> str:
    """Return the name of a setting as TOML writes it, without the index of a list's item."""
    keys = [part for part in path if isinstance(part, str)]
    plain = (part.replace("-", "").replace("_", "").isalnum() and part.isascii() for part in keys)
    return ".".join(key if bare else f'"{key}"' for key, bare in zip(keys, plain, strict=True))


def _unknown(path: KeyPath) -> str:
    word = str(path[-1])
    power = NEVER.get(word.lower().replace("_", "-"))
    if power:
        return f"'{word}' {power}; take it out here"
    known = _known(path[:-1])
    near = closest(word, known)
    others = (
        f"write one of {', '.join(known)}" if len(known) > 1 else f"there is '{known[0]}' alone"
    )
    hint = f"did you mean '{near}'?" if near else others
    return f"no setting is called '{named(path)}': {hint}"


def _choice(path: KeyPath, given: object) -> str:
    field = _field(path)
    choices = [str(one) for part in get_args(field.annotation) for one in get_args(part)]
    near = closest(given, choices) if isinstance(given, str) else None
    return (f"did you mean '{near}'? " if near else "") + f"Write one of {', '.join(choices)}"


def _range(path: KeyPath) -> str | None:
    """Return the numbers that a field takes, None where it takes none."""
    schema = Settings.model_json_schema(by_alias=True)
    node: dict[str, Any] = schema
    for part in path:
        node = node.get("properties", {}).get(part) or node.get("additionalProperties", {})
        while "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    numbers: dict[str, Any] = next((one for one in node.get("anyOf", []) if "minimum" in one), {})
    if not numbers:
        return None
    whole = "whole number" if numbers["type"] == "integer" else "number"
    return f"write a {whole} from {numbers['minimum']:g} to {numbers['maximum']:g}"


def _known(path: KeyPath) -> list[str]:
    return [one.alias or name for name, one in _model(path).model_fields.items()]


def _field(path: KeyPath) -> FieldInfo:
    fields = _model(path[:-1]).model_fields
    return next(one for name, one in fields.items() if path[-1] in {one.alias, name})


def _model(path: KeyPath) -> type[BaseModel]:
    """Return the model of the table at `path`; a key of our own table leads to no model."""
    model: type[BaseModel] = Settings
    for part in path:
        own = {one.alias or name: one for name, one in model.model_fields.items()}
        if part in own:
            model = _model_in(own[str(part)].annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _shown(value: object) -> str:
    """Return a value as TOML writes it, or the kind of one that is long."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = f"'{value}'" if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
