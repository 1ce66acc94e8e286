"""`uncovered-date`: a date that no reviewed claim tells."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import uncovered
from footnoted.lints.covered import dates
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


def uncovered_date(examined: Examined) -> Iterator[Finding]:
    """Yield each date of the text that no reviewed claim around it tells."""
    return uncovered(examined, "uncovered-date", "info", "the date '{}'", dates(examined))
