"""`uncovered-single-quotation`: words in single marks that no reviewed claim holds."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.coverage import uncovered
from footnoted.lints.covered import single_quotations
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


def uncovered_single_quotation(examined: Examined) -> Iterator[Finding]:
    """Yield what stands in single marks and no reviewed claim around it holds."""
    return uncovered(
        examined,
        "uncovered-single-quotation",
        "info",
        "'{}' in single marks",
        single_quotations(examined),
    )
