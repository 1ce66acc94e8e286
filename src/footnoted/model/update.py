"""The JSON document of `footnoted update`: what a newer text does to the records."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.coverage import PartKind
from footnoted.model.records import Anchor

NoteFateName = Literal["same", "renumbered", "changed", "gone", "unsure", "new"]
"""`changed`: other words, whatever its number. `unsure`: several notes may be the one."""

FateName = Literal["same", "moved", "changed", "gone", "unsure"]
"""What became of a record: `moved` in the order of the text, its words the same; `changed`: its
words, or a part or note of it; `gone`: its words are no more; `unsure`: several places fit."""

PartFateName = Literal["same", "changed", "gone"]


class UpdatedNote(Document):
    """A note on record and in the newer text; `old` is null for a new one, `new` if it is gone.

    `leads_to` is set where a short form means another work than on record: the note, by its id
    in the newer text, in which that is cited.
    """

    state: NoteFateName
    old: str | None
    new: str | None
    old_text: str | None
    new_text: str | None
    leads_to: str | None


class UpdatedPart(Document):
    """A quotation or figure of a record; `now` is what the newer text has in its place."""

    kind: Literal["quotation", "figure"]
    state: PartFateName
    on_record: str
    now: str | None


class UpdatedRecord(Document):
    """A claim or exemption and what became of it.

    `id` is the claim's; an exemption's is its number in the file, from 1. `where` is file and
    line. `at` is the anchor on record, `new_at` the one proposed in its place (null: stays).
    `new_notes` is null where the note ids stay. `words` are the stretch's words before and now,
    where they changed and are known.
    """

    record: Literal["claim", "exemption"]
    id: str
    where: str
    state: FateName
    why: str | None
    reviewed: bool
    at: Anchor
    new_at: Anchor | None
    notes: tuple[str, ...]
    new_notes: tuple[str, ...] | None
    parts: tuple[UpdatedPart, ...]
    words: tuple[str, str] | None


class NewPart(Document):
    """A part of the newer text that no record has."""

    kind: PartKind
    words: str
    section: str
    line: int
    notes: tuple[str, ...]


class NewRecord(Document):
    """A draft for what is new: the file that it belongs in, and its text."""

    file: str
    id: str
    text: str


class UpdateDocument(Document):
    """`footnoted update PAPER CORPUS --format json`.

    `remarks` are places of free text that name a note whose number changed: nobody rewrites
    those. `written` names the files changed by `--write`, empty without it.
    """

    schema_: Literal["footnoted/update/1"] = Field(default="footnoted/update/1", alias="schema")
    corpus: str
    paper: str
    sha256_on_record: str | None
    sha256: str
    notes: tuple[UpdatedNote, ...]
    records: tuple[UpdatedRecord, ...]
    new: tuple[NewPart, ...]
    drafts: tuple[NewRecord, ...]
    remarks: tuple[str, ...]
    written: tuple[str, ...]
