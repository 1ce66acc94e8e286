"""A person's word on a verdict, as `judgements.yaml` keeps it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from footnoted.model.base import Record
from footnoted.model.records import IsoDate, NonEmpty, Sha256, Slug

Ruling = Literal["accept", "reject", "note"]
"""A person's word on a claim: it holds by what was seen, it does not, or neither yet."""

JudgedVerdict = Literal[
    "verbatim",
    "typographic",
    "edited",
    "altered",
    "absent",
    "agrees",
    "disagrees",
    "mismatch",
    "not_found",
    "source_unavailable",
    "unchecked",
    "supported_then",
    "supported",
]
"""What comparing made of a part, or of a claim as a whole."""

JudgementKey = tuple[str, str | None, str | None]
"""A claim, and the words of the quotation or figure of it; neither: the claim as a whole."""


class Judgement(Record):
    """A person's word on one verdict, in force as long as what was judged stays as it was.

    It is about a part of a claim, named by the words by which findings know it
    (`model.parts.part_subject`), or about the claim as a whole. `verdict` and `reason` are what
    comparing said, `record` and `evidence` digests of what was claimed and of what was seen
    (`footnoted.judgements`): where one of the four is another, the judgement is stale.
    """

    claim: Slug = Field(description="The claim that was judged")
    quotation: NonEmpty | None = Field(
        default=None, description="The words of the quotation judged; none: the whole claim"
    )
    figure: NonEmpty | None = Field(
        default=None,
        description="The figure judged, what it measures and its period, as 'raw; measure; period'",
    )
    verdict: JudgedVerdict = Field(description="What the program had found")
    reason: NonEmpty | None = Field(default=None, description="The reason code it gave")
    ruling: Ruling = Field(
        description="accept: it holds; reject: it does not; note: a remark, nothing is settled"
    )
    by: NonEmpty = Field(description="Who judged (initials or a name)")
    on: IsoDate = Field(description='The day of the judgement, as "YYYY-MM-DD"')
    note: NonEmpty | None = Field(
        default=None, description="Why; needed for 'reject' and for 'note'"
    )
    record: Sha256 = Field(description="Digest of what was claimed, as footnoted review writes it")
    evidence: Sha256 = Field(description="Digest of what was seen, as footnoted review writes it")

    @model_validator(mode="after")
    def _one_part_and_a_why(self) -> Judgement:
        if self.quotation is not None and self.figure is not None:
            raise ValueError("a judgement names a 'quotation' or a 'figure', not both")
        if self.ruling != "accept" and self.note is None:
            raise ValueError(f"'{self.ruling}' needs a 'note': say why")
        return self

    @property
    def key(self) -> JudgementKey:
        """What is judged: one judgement a claim, or a part of it."""
        return self.claim, self.quotation, self.figure
