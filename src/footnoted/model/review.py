"""`footnoted review --list --format json`: what waits for a person."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document
from footnoted.model.report import CaseDoc, PartDoc, WhereDoc
from footnoted.model.verdicts import ClaimVerdict


class WaitingDoc(Document):
    """A case for a person; `compared` is its part beside the source, null for a whole claim."""

    claim: str
    says: str | None
    notes: tuple[str, ...]
    claim_verdict: ClaimVerdict
    case: CaseDoc
    compared: PartDoc | None
    where: WhereDoc


class ReviewDocument(Document):
    """All that waits, worst first.

    `as_of` is the audit's time; `outdated` are claims whose records changed since: they have to
    be audited before they can be judged.
    """

    schema_: Literal["footnoted/review/1"] = Field(default="footnoted/review/1", alias="schema")
    corpus: str
    as_of: str
    cases: tuple[WaitingDoc, ...]
    outdated: tuple[str, ...]
