"""The findings of the strict reader: rules `record-…`, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from footnoted.corpus.yaml_subset import Fault
from footnoted.model.corpus import PlaceKey
from footnoted.model.finding import Finding, Level, Where
from footnoted.model.place import Place

About = tuple[str, str | None]
"""The record that a finding is about: (`note`, `claim` or `source`, its id)."""


def problem(
    rule: str,
    place: Place,
    message: str,
    about: About | None = None,
    level: Level = "error",
) -> Finding:
    """Return the finding that `rule` makes at `place`, about the record named."""
    ids = dict([about] if about else [])
    where = Where(
        place.file,
        place.line,
        place.column,
        note=ids.get("note"),
        claim=ids.get("claim"),
        source=ids.get("source"),
    )
    return Finding(rule, level, where, message)


def from_fault(fault: Fault, file: str) -> Finding:
    """Return a fault of the file called `file` as a finding."""
    return problem(fault.rule, Place(file, fault.line, fault.column), fault.message)


def nearest(places: Mapping[PlaceKey, Place], key: PlaceKey) -> Place:
    """Return where `key` is written, or the nearest record or field that encloses it."""
    lengths = range(len(key), 0, -1)
    return next(place for end in lengths if (place := places.get(key[:end])) is not None)


def in_file_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted by file, line, column and rule."""
    return tuple(
        sorted(
            findings,
            key=lambda one: (
                one.where.file or "",
                one.where.line or 0,
                one.where.column or 0,
                one.rule,
                one.message,
            ),
        )
    )
