"""When words came and went, as a document: what `footnoted bisect` writes for other programs."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.verdicts import PartVerdict

StateWord = Literal["present", "absent", "mismatch"]


class SightDoc(Document):
    """A memento that tells of a part: made at `at` (ISO 8601), `view_url` for a reader.

    `itself` is false where a memento of the same digest was looked at in its place.
    """

    at: str
    verdict: PartVerdict
    url: str
    view_url: str
    itself: bool
    source_wording: str | None
    message: str
    needs_review: bool


class SpellDoc(Document):
    """Mementos in a row that tell the same; `unseen` between them were not looked at."""

    state: StateWord
    first: str
    last: str
    unseen: int
    observed: tuple[SightDoc, ...]


class TurnDoc(Document):
    """A change between two mementos; `unseen` others between them were not looked at."""

    before: str
    after: str
    was: StateWord
    became: StateWord
    unseen: int


class UnreadDoc(Document):
    """A memento that told nothing, and why: it is never taken for absence.

    `came_at` is when the memento was made that came in its place, where one did.
    """

    at: str
    came_at: str | None
    url: str
    view_url: str
    why: str


class BisectedPart(Document):
    """What was observed of a quotation or figure, in order of time.

    `recurs`: it was in one state more than once. `unseen` mementos were not looked at, since the
    budget was spent: of a stretch with some, only its ends are known.
    """

    part: int
    kind: Literal["quotation", "figure"]
    text: str
    spells: tuple[SpellDoc, ...]
    turns: tuple[TurnDoc, ...]
    recurs: bool
    unseen: int
    unread: tuple[UnreadDoc, ...]


class BisectDocument(Document):
    """When the parts of a claim came and went on the page of one source, as archives hold it.

    `listed` mementos are on record; `errors` of them are captures of errors and redirects, which
    are no source, and `beyond` lie outside the days that were asked for. `looked_at` were looked
    at, `held` of them in the evidence, with `requests` made of archives in this run, lists and
    redirects included. `silent` names archives that did not answer, and why; `stopped` why the
    search ended before all was known.
    """

    schema_: Literal["footnoted/bisect/1"] = Field(default="footnoted/bisect/1", alias="schema")
    corpus: str
    claim: str
    says: str | None
    source: str
    url: str
    archives: tuple[str, ...]
    silent: tuple[tuple[str, str], ...]
    as_of: str
    anchor: str | None
    listed: int
    errors: int
    beyond: int
    looked_at: int
    held: int
    requests: int
    stopped: str | None
    parts: tuple[BisectedPart, ...]
