"""On which page of a document a figure stands, and whether a note's locator names that page."""

from __future__ import annotations

import re

from footnoted.checks.figure_places import Place
from footnoted.model.text import Page, Text


def page_of(text: Text, place: Place) -> Page | None:
    """Return the page on which `place` begins, None in a text without pages."""
    return next((page for page in text.pages if page.start <= place.start < page.end), None)


def page_label(page: Page) -> str:
    """Return the printed label of `page`, or its number."""
    return page.label or str(page.number)


def pages_named(locator: str) -> set[int]:
    """Return the page numbers of a locator (`p 11`, `pp 8–12`); none for `chapter 3`."""
    if not re.match(r"\s*(?:pp?\b|pages?\b|\d)", locator, re.IGNORECASE):
        return set()
    pages: set[int] = set()
    for found in re.finditer(r"(\d{1,5})(?:\s*[–—-]\s*(\d{1,5}))?", locator):
        first = int(found.group(1))
        last = int(found.group(2) or first)
        last = first if not first <= last <= first + 2000 else last
        pages.update(range(first, last + 1))
    return pages


def is_on(page: Page, locator: str | None) -> bool:
    """Tell whether `locator` names `page`; its printed number goes before its place."""
    pages = pages_named(locator or "")
    printed = int(page.label) if page.label and page.label.isdecimal() else None
    return (printed if printed is not None else page.number) in pages
