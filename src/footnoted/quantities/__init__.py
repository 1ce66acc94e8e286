"""Figures in words: found in a text, read as typed quantities, compared by meaning."""

from __future__ import annotations

from footnoted.quantities.grammar import find_quantities, is_money, parse_figure

__all__ = ["find_quantities", "is_money", "parse_figure"]
