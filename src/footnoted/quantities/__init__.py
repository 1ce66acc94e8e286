"""Figures in words: found in a text, read as typed quantities, compared by meaning."""

from __future__ import annotations

from footnoted.quantities.compare import Outcome, comparable, compare_quantity
from footnoted.quantities.grammar import find_quantities, parse_figure
from footnoted.quantities.headers import Multiplier, header_multiplier

__all__ = [
    "Multiplier",
    "Outcome",
    "comparable",
    "compare_quantity",
    "find_quantities",
    "header_multiplier",
    "parse_figure",
]
