"""`checks.json`: what an audit remembers for the next, read and written whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from footnoted.errors import EvidenceError, WriteRefusedError
from footnoted.files import write_beside
from footnoted.model.remembered import Memory

_STEM = "checks.unreadable"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was read: the memory, and a line where the file could not be used."""

    memory: Memory
    note: str | None = None


def read_memory(path: Path) -> Remembered:
    """Return the memory in the file at `path`; a missing file is an empty memory.

    One that is torn, damaged or of another schema is an empty memory too, with a note: every
    page is then looked at again. Nothing is lost by that: `write_memory` lays such a file aside
    before another takes its name. Raises EvidenceError where a file is there and cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Remembered(Memory())
    except OSError as error:
        raise EvidenceError(f"{path}: cannot be read ({error.strerror})") from error
    memory = memory_from(data)
    if memory is None:
        what = "it is torn, damaged, or written by another version"
        return Remembered(Memory(), f"{path}: not used ({what}), so everything is looked at again")
    return Remembered(memory)


def write_memory(path: Path, memory: Memory) -> str | None:
    """Replace the file at `path`, beside and renamed; equal memories give equal bytes.

    A file that cannot be used is first renamed, to `checks.unreadable-1.json` or the next free
    number; a note tells so. Raises WriteRefusedError in one line; the file is as it was before.
    """
    note = _lay_aside(path)
    write_beside(path, memory_bytes(memory))
    return note


def memory_bytes(memory: Memory) -> bytes:
    """Return the file's bytes: ASCII JSON, a look a line, in the order of addresses."""
    told = memory.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    head = {"schema": memory.schema_, **told}
    lists = {key: head.pop(key) for key in [key for key in head if isinstance(head[key], list)]}
    lists["looks"] = sorted(lists.get("looks", []), key=lambda one: (one["url"], one["basis"]))
    parts = [f"{json.dumps(key)}: {_line(value)}" for key, value in sorted(head.items())]
    for key, values in sorted(lists.items()):
        lines = ",\n".join(_line(value) for value in values)
        parts.append(f"{json.dumps(key)}: [\n{lines}\n]")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("ascii")


def _line(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def memory_from(data: bytes) -> Memory | None:
    """Return the memory that a file's bytes hold, None where they are no such file's."""
    try:
        memory = Memory.model_validate_json(data)
    except ValidationError:
        return None
    return memory if "schema_" in memory.model_fields_set else None


def _lay_aside(path: Path) -> str | None:
    """Rename a file that cannot be used."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WriteRefusedError(f"{path}: cannot be read ({error.strerror})") from error
    if memory_from(data) is not None:
        return None
    numbers = (number for number in range(1, 10_000))
    free = next(
        (
            aside
            for number in numbers
            if not (aside := path.with_name(f"{_STEM}-{number}.json")).exists()
        ),
        None,
    )
    if free is None:
        raise WriteRefusedError(f"{path}: cannot be used, and there is no name to lay it aside")
    try:
        path.rename(free)
    except OSError as error:
        raise WriteRefusedError(f"{path}: cannot be renamed ({error.strerror})") from error
    return f"{path}: could not be used, and is now {free.name}"
