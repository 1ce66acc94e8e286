"""References between records: to unknown ones they are findings, to unreadable ones a loss.

They are taken from the nodes, so that those of a record with another fault are judged too. A
record that leads to one that could not be read is left out with it: whoever holds a `Corpus`
may follow every reference in it, but for loose ones (a note's candidates, a claim's relations).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from footnoted.corpus.problems import problem
from footnoted.corpus.yaml_subset import Node
from footnoted.model.corpus import PlaceKey
from footnoted.model.finding import Finding
from footnoted.model.place import Place
from footnoted.model.records import RELATIONS, ClaimRecord, NoteRecord, SourceRecord
from footnoted.spelling import closest

Referring = SourceRecord | NoteRecord | ClaimRecord


@dataclass(frozen=True, slots=True)
class Reference:
    """A value at `place` that names record `target` of kind `kind`; a loose one may hang."""

    place: Place
    kind: str
    target: str
    loose: bool = False


@dataclass(slots=True)
class Records:
    """What all files hold: typed records by kind and id, and where each id is first given.

    `references` are by kind and id of the referring record (id None for one without). `lost`
    are the kinds of which a whole file could not be read, so that any id may have been there.
    """

    kept: dict[str, dict[str, Referring]] = field(
        default_factory=lambda: {"sources": {}, "notes": {}, "claims": {}}
    )
    seen: dict[str, dict[str, Place]] = field(default_factory=dict)
    references: list[tuple[str, str | None, Reference]] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    places: dict[PlaceKey, Place] = field(default_factory=dict)


def references_in(kind: str, node: Node, file: str) -> Iterator[Reference]:
    """Yield what the record at `node` refers to."""
    if kind == "sources":
        yield from _named(node, "part-of", "sources", file)
        yield from _named(node, "quoted-in", "sources", file)
    elif kind == "notes":
        for entry in node.each("entries"):
            yield from _named(entry, "source", "sources", file)
            yield from _named(entry, "candidates", "notes", file, loose=True)
    elif kind == "claims":
        yield from _named(node, "note", "notes", file)
        yield from _named(node, "source", "sources", file)
        for relation in RELATIONS:
            yield from _named(node, relation, "claims", file, loose=True)
    elif kind == "judgements":
        yield from _named(node, "claim", "claims", file, loose=True)


def drop_unreferable(records: Records) -> list[Finding]:
    """Take out records whose references lead nowhere, and return the findings that say so."""
    findings: list[Finding] = []
    pending = []
    for kind, identity, reference in records.references:
        if _is_known(records, reference):
            pending.append((kind, identity, reference))
        else:
            findings.append(_unknown(records.seen, kind, identity, reference))
            _drop(records, kind, identity)
    while lost := [one for one in pending if _leads_to_a_loss(records, *one)]:
        for kind, identity, reference in lost:
            if identity in records.kept[kind]:
                findings.append(_left_out(kind, identity, reference))
            _drop(records, kind, identity)
    return findings


def _named(
    node: Node, name: str, kind: str, file: str, *, loose: bool = False
) -> Iterator[Reference]:
    for value in node.each(name):
        if value.kind == "scalar" and value.text.strip():
            place = Place(file, value.line, value.column)
            yield Reference(place, kind, value.text.strip(), loose)


def _is_known(records: Records, reference: Reference) -> bool:
    known = records.seen.get(reference.kind, {})
    return reference.target in known or reference.kind in records.lost


def _leads_to_a_loss(
    records: Records, kind: str, identity: str | None, reference: Reference
) -> bool:
    """Tell whether a record that is still kept refers to one that is not."""
    return (
        not reference.loose
        and identity in records.kept[kind]
        and reference.target not in records.kept[reference.kind]
    )


def _drop(records: Records, kind: str, identity: str | None) -> None:
    if identity is not None:
        records.kept[kind].pop(identity, None)


def _unknown(
    seen: Mapping[str, Mapping[str, Place]], kind: str, identity: str | None, one: Reference
) -> Finding:
    near = closest(one.target, seen.get(one.kind, {}))
    there = "a file of claims" if one.kind == "claims" else f"{one.kind}.yaml"
    hint = f"did you mean '{near}'?" if near else f"add it to {there}"
    message = f"there is no {one.kind[:-1]} '{one.target}': {hint}"
    return problem("record-unknown-reference", one.place, message, (kind[:-1], identity))


def _left_out(kind: str, identity: str | None, one: Reference) -> Finding:
    message = (
        f"left out of this run, since {one.kind[:-1]} '{one.target}' could not be read: "
        "mend that record"
    )
    return problem("record-left-out", one.place, message, (kind[:-1], identity), "warning")
