"""`uncovered-figure`: a figure of the paper that no reviewed claim holds."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import uncovered
from footnoted.lints.covered import figures
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


def uncovered_figure(examined: Examined) -> Iterator[Finding]:
    """Yield each due figure that no reviewed claim around it holds, alone or in a quotation."""
    return uncovered(examined, "uncovered-figure", "warning", "the figure '{}'", figures(examined))
