"""`uncovered-sentence`: a sentence with a note that no reviewed claim touches."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import uncovered
from footnoted.lints.covered import sentences
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


def uncovered_sentence(examined: Examined) -> Iterator[Finding]:
    """Yield each sentence that hangs on a note and no reviewed claim is anchored in."""
    return uncovered(
        examined,
        "uncovered-sentence",
        "info",
        "a sentence that hangs on a note",
        sentences(examined),
    )
