"""Whether the paper at hand is the one that the records were written from."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def paper_changed(examined: Examined) -> Iterator[Finding]:
    """Yield a finding where the paper's digest is not the one on record."""
    recorded, given = examined.corpus.paper.sha256, examined.paper.paper.sha256
    if recorded and given and recorded != given:
        message = (
            "the paper given is not the file these records were written from: read the findings "
            "below with that in mind, then record the new digest"
        )
        proof = f"on record {recorded}, given {given}"
        yield find_in_record(
            examined, "paper-changed", "warning", ("paper", "sha256"), message, proof=proof
        )
