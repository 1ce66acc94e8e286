"""`shard.json`: what one shard of a check looked at, and of what; beside its evidence."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.remembered_archives import Utc
from footnoted.model.report import ToolDoc


class ShardArchive(Document):
    """An archive that was asked; see `mementos.Archive`."""

    name: str
    kind: Literal["cdx", "timemap"]
    index: str
    timegate: str
    replay: str


class ShardPaper(Document):
    """A paper as a shard found it.

    `corpus` is the digest of its records and `state` that of what the last audit left, null where
    the records cannot be read; `run` names the run in the shard's evidence. `problem` tells in a
    line why nothing was looked at, null where it was.
    """

    id: str
    folder: str
    corpus: str | None
    state: str | None
    run: str | None
    problem: str | None


class ShardAsked(Document):
    """How the web was asked; all shards of a check must have asked alike.

    `well_days` and `failing_days` are the cadence at which pages are due (`cadence.Cadence`).
    """

    ask_all: bool
    well_days: int
    failing_days: int
    obey_robots: bool
    second_opinion: bool
    archives: tuple[ShardArchive, ...]
    allow_net: tuple[str, ...]


class Shard(Document):
    """Shard `number` (from 1) of `of`; its looks stand in the evidence beside this file.

    `as_of` is when it began, `looks` how many it made. `offline_message` tells that it had no
    network, null where it had.
    """

    schema_: Literal["footnoted/shard/1"] = Field(default="footnoted/shard/1", alias="schema")
    tool: ToolDoc
    number: int = Field(ge=1)
    of: int = Field(ge=1)
    as_of: Utc
    looks: int
    offline_message: str | None
    asked: ShardAsked
    papers: tuple[ShardPaper, ...]
