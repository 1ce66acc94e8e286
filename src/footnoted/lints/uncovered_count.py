"""`uncovered-count`: a number word that no reviewed claim tells."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import uncovered
from footnoted.lints.covered import counts
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


def uncovered_count(examined: Examined) -> Iterator[Finding]:
    """Yield each number word that counts or ranks and no reviewed claim around it tells."""
    return uncovered(examined, "uncovered-count", "info", "the number in '{}'", counts(examined))
