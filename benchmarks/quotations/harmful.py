"""Harmful changes: none of them may pass. One registry out of four modules."""

from __future__ import annotations

from benchmarks.quotations.harmful_negation import NEGATION
from benchmarks.quotations.harmful_numbers import NUMBERS
from benchmarks.quotations.harmful_places import PLACES
from benchmarks.quotations.harmful_words import WORDS
from benchmarks.quotations.scene import Kind

HARMFUL: dict[str, Kind] = NEGATION | NUMBERS | WORDS | PLACES
"""Harmful classes by name."""
