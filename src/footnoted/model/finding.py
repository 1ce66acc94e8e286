"""What a lint or a check has to say, and about what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Level = Literal["error", "warning", "info"]

LOSSES: Final = frozenset({"link-dead", "link-soft-404", "link-parked", "link-rotten"})
"""Rules of one trouble: a page that is gone may answer so or so from night to night, and rots."""
Confidence = Literal["high", "medium", "low"]
"""How sure the rule is: `high` where the records or the paper settle it, `medium` where a reader
may see a reason for it, `low` where the finding is a hint to look."""


@dataclass(frozen=True, slots=True)
class Where:
    """What a finding is about: a place in a file that people edit, and the records there."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    note: str | None = None
    claim: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    `rule` is the lint's or check's id (`missing-note`), `message` one line that says what is
    wrong and what to do, `proof` the evidence as words or numbers. A waived finding stays.
    `settled` tells whose judgement settles it; such a one is waived too.
    `subject` tells findings of one rule on one record apart by their words (a quotation, a figure
    and what it measures), never by position: by it a finding is known again tomorrow.
    `confidence` is how sure the rule is, whatever the level.
    """

    rule: str
    level: Level
    where: Where
    message: str
    proof: str | None = None
    waived: bool = False
    settled: str | None = None
    subject: str | None = None
    confidence: Confidence = "high"
