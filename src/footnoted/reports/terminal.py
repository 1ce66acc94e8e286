"""Text from outside for a terminal."""

from __future__ import annotations

from footnoted.reports.visible import one_line


def plain(text: str) -> str:
    """Return `text` on one line with control and bidi characters named, safe to print."""
    return one_line(text)
