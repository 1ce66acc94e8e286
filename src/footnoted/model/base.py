"""The two pydantic bases: records that people write, documents that programs read."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, ValidationError


class Record(BaseModel):
    """A record of the corpus, as a person writes it: frozen, and no unknown field."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True
    )


class Document(BaseModel):
    """A part of a JSON document written for other programs.

    Unknown values are `null` and never left out; text from outside stays as it is, since
    JSON needs no escaping beyond its own.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def first_fault(error: ValidationError) -> str:
    """Return the first of pydantic's errors in one line: where it is, and what is wrong."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    return f"{where}: {message}" if where else message
