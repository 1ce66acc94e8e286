"""The lines of `history.jsonl`: one a change, appended and never rewritten."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field, TypeAdapter

from footnoted.model.base import Document
from footnoted.model.report import Cause
from footnoted.model.verdicts import LinkVerdict, PartVerdict

Utc = Annotated[AwareDatetime, AfterValidator(lambda at: at.astimezone(UTC))]


class ProblemLine(Document):
    """A problem that came, or became an error (`new`), went (`fixed`), or was taken as known.

    `accepted` is the word of a person (`footnoted baseline`): however bad it gets, it is no news.
    """

    at: Utc
    kind: Literal["new", "fixed", "accepted"]
    fingerprint: str
    rule: str
    target: str
    message: str
    level: str
    cause: Cause | None = None
    cause_message: str | None = None


class LinkLine(Document):
    """A look at a URL from a vantage.

    `link` is a verdict unlike the one before, `look` a failing look with the same verdict.
    """

    at: Utc
    kind: Literal["link", "look"]
    url: str
    verdict: LinkVerdict
    reason: str | None
    vantage: str


class ClaimLine(Document):
    """What became of the parts of a claim that could be compared, where any of it changed.

    `parts` has a verdict by the digest of what was asked of the part: another digest is another
    question. `archived` names those of them that were found in a memento alone, `elsewhere` those
    that were found at an alternate address alone.
    """

    at: Utc
    kind: Literal["claim"] = "claim"
    claim: str
    parts: dict[str, PartVerdict]
    vantage: str
    archived: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


class InputsLine(Document):
    """What an audit was made of, where it differs from the audit before.

    `version` is the program's, `corpus` the digest of all records, `paper` the sha256 of the text
    that was read, None without. `records` has the digest of each record that changed, None for
    one that is gone.
    """

    at: Utc
    kind: Literal["inputs"] = "inputs"
    version: str
    corpus: str
    paper: str | None
    records: dict[str, str | None]


class SightLine(Document):
    """A day on which nothing of what was due could be seen from a vantage; `sighted` ends a row."""

    at: Utc
    kind: Literal["blind", "sighted"]
    vantage: str


class ObservationLine(Document):
    """What a memento told of a part of a claim (`footnoted bisect`), looked at at `at`.

    `part` is the quotation or the raw figure, as on record then; `memento_at` is when an archive
    made the memento at `url`.
    """

    at: Utc
    kind: Literal["observed"] = "observed"
    claim: str
    part: str
    source: str
    memento_at: Utc
    url: str
    verdict: PartVerdict


_AnyLine = ProblemLine | LinkLine | ClaimLine | InputsLine | SightLine | ObservationLine

HistoryLine = Annotated[_AnyLine, Field(discriminator="kind")]
"""A line of `history.jsonl`."""

_LINE: TypeAdapter[_AnyLine] = TypeAdapter(HistoryLine)


def read_line(text: str | bytes) -> HistoryLine:
    """Return the line that `text` holds; pydantic's ValidationError, a ValueError, if none."""
    return _LINE.validate_json(text)


def write_line(line: HistoryLine) -> str:
    """Return the line as ASCII JSON without a line break; what stands at its default is left out.

    `kind` is always written, by which lines are told apart.
    """
    told = {"at": None, "kind": line.kind} | line.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(told, separators=(",", ":"))
