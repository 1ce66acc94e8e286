"""Whether a quotation's words stand in a text: every difference explained by a closed list."""

from __future__ import annotations

from footnoted.quotations.compare import compare_quotation, prepare
from footnoted.quotations.fold import FoldedText

__all__ = ["FoldedText", "compare_quotation", "prepare"]
