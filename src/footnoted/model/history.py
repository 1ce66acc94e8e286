"""A life as `footnoted history` tells it, for programs."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.report import Cause

EventKind = Literal[
    "link", "rotten", "new", "worse", "fixed", "accepted", "claim", "record", "inputs", "blind",
    "sighted", "observed",
]  # fmt: skip


class EventDoc(Document):
    """One change: at `at` (ISO 8601, UTC) something became of `target`, in `words`.

    `vantage` is from where it was seen, None where nothing was looked at. `cause` is that of
    news, with words for it.
    """

    at: str
    kind: EventKind
    target: str
    vantage: str | None
    words: str
    cause: Cause | None
    cause_message: str | None


class StateDoc(Document):
    """What follows from the changes: how it stands with `target` since the day `since`.

    `words` are those of a person: `rotten`, `not seen from local`. `vantage` is None where the
    state is the same from everywhere.
    """

    target: str
    vantage: str | None
    words: str
    since: str


class HistoryDocument(Document):
    """`footnoted history --format json`: changes in order of time, and the states that follow.

    `target` is the source, claim or URL that was asked for, None for all.
    """

    schema_: Literal["footnoted/history/1"] = Field(default="footnoted/history/1", alias="schema")
    corpus: str
    target: str | None
    events: tuple[EventDoc, ...]
    states: tuple[StateDoc, ...]
