"""Queries to the author, before any format: what is asked, on what evidence, what is proposed."""

from __future__ import annotations

from footnoted.reports.author.query import Query, Sheet, Span, Words
from footnoted.reports.author.sheet import author_sheet

__all__ = ["Query", "Sheet", "Span", "Words", "author_sheet"]
