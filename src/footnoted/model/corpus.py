"""A corpus as read: its records, and where each stands in its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from footnoted.model.judgement import Judgement
from footnoted.model.place import Place
from footnoted.model.records import (
    ClaimRecord,
    Exemption,
    NoteRecord,
    PaperRecord,
    SourceRecord,
    Waiver,
)

PlaceKey = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """One claims file: its name (`02-foreign-policy.yaml`) and its claims' ids, in order."""

    name: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All records of one paper that could be read, keyed by id in file order.

    `folder` is the path as people see it in findings; `digest` is the sha256 of all record
    files, so that equal digests mean equal records. `places` answers "where is this written":
    keys are `("paper",)`, `("notes", id)`, `("sources", id)`, `("claims", id)`,
    `("claims", id, "quotations", 0)`, `("claims", id, "figures", 0)`, `("exemptions", 0)`,
    `("judgements", 0)`, `("waivers", 0)`, and any of these followed by a field's name
    (`("claims", id, "at")`).
    """

    folder: str
    digest: str
    paper: PaperRecord
    sources: Mapping[str, SourceRecord] = field(default_factory=dict)
    notes: Mapping[str, NoteRecord] = field(default_factory=dict)
    claims: Mapping[str, ClaimRecord] = field(default_factory=dict)
    exemptions: tuple[Exemption, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    files: tuple[ClaimFile, ...] = ()
    places: Mapping[PlaceKey, Place] = field(default_factory=dict)

    def place(self, *key: str | int) -> Place:
        """Return where `key` is written, or the nearest record that encloses it."""
        for length in range(len(key), 0, -1):
            found = self.places.get(key[:length])
            if found:
                return found
        return Place(self.folder)
