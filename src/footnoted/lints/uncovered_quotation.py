"""`uncovered-quotation`: a quotation of the paper that no reviewed claim holds."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import uncovered
from footnoted.lints.covered import quotations
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


def uncovered_quotation(examined: Examined) -> Iterator[Finding]:
    """Yield each quotation in double marks that no reviewed claim around it holds."""
    return uncovered(
        examined, "uncovered-quotation", "warning", "a quotation", quotations(examined)
    )
