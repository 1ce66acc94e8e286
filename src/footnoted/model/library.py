"""`library.json`: what the audits of several papers come to together."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.report import ToolDoc
from footnoted.model.verdicts import LinkVerdict


class LibraryPaper(Document):
    """One paper of the library; all that its report tells is null where it has none.

    `report` leads to its `report.html`, relative to this document. `problem` tells in a line why
    the paper was not audited, null where it was. `claims` counts by verdict, `notes_hold` the
    notes whose claims all hold, `errors` and `new` its findings that are not waived, `lost` the
    cited pages that are gone. `blind_nights` counts the days in a row on which nothing of what
    was due could be seen.
    """

    id: str
    title: str | None
    folder: str
    report: str | None
    problem: str | None
    as_of: str | None
    offline: bool | None
    blind_nights: int | None
    notes_total: int | None
    notes_hold: int | None
    claims_total: int | None
    claims: dict[str, int] | None
    links_total: int | None
    lost: int | None
    errors: int | None
    new: int | None
    fixed: int | None


class LibrarySource(Document):
    """A work that claims rest on, known by its address; without one, as one paper's own.

    `claims` counts those of all `papers` (ids) that rest on it, `held` those that are supported,
    now or then. `verdict` is that of its cited page, the worst where papers saw it differently.
    """

    url: str | None
    title: str | None
    papers: tuple[str, ...]
    claims: int
    held: int
    verdict: LinkVerdict


class LibraryHost(Document):
    """A host and what became of the cited addresses there, each counted once over all papers.

    `lost` are gone (dead, soft 404, parked), `rotten` those of them that are gone for good,
    `unseen` those that a wall or weather hid. `claims` counts those that rest on a lost page.
    """

    host: str
    links: int
    lost: int
    rotten: int
    unseen: int
    claims: int
    papers: tuple[str, ...]


class LibrarySummary(Document):
    """Counts over all papers; links are counted once however many papers cite them.

    `papers_not_audited` have a problem, `links_shared` are cited by several papers.
    """

    papers: int
    papers_not_audited: int
    notes_total: int
    notes_hold: int
    claims_total: int
    claims: dict[str, int]
    links_total: int
    links_shared: int
    links: dict[str, int]
    new: int
    fixed: int


class Library(Document):
    """`library.json`; the same reports give the same bytes.

    Papers stand in the order of their ids, sources by how many claims rest on them, hosts by how
    many of their pages are lost.
    """

    schema_: Literal["footnoted/library/1"] = Field(default="footnoted/library/1", alias="schema")
    tool: ToolDoc
    summary: LibrarySummary
    papers: tuple[LibraryPaper, ...]
    sources: tuple[LibrarySource, ...]
    hosts: tuple[LibraryHost, ...]
