"""Text from outside for a terminal, and how much of it fits into a line."""

from __future__ import annotations

import unicodedata

from footnoted.reports.visible import one_line


def plain(text: str) -> str:
    """Return `text` on one line with control and bidi characters named, safe to print."""
    return one_line(text)


def columns(text: str) -> int:
    """Return how many columns `text` takes: wide characters two, combining ones none (UAX 11)."""
    return sum(map(_columns, text))


def fitted(text: str, width: int) -> str:
    """Return `text` in exactly `width` columns: filled with spaces, or cut with an ellipsis."""
    if columns(text) > width:
        text = cut(text, width)
    return text + " " * (width - columns(text))


def cut(text: str, width: int) -> str:
    """Return `text` in at most `width` columns, its end given up for an ellipsis if need be."""
    if columns(text) <= width:
        return text
    kept, room = [], width - 1
    for character in text:
        room -= _columns(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…" if width > 0 else ""


def time_left_words(seconds: float | None) -> str:
    """Return `about 40 s left` for an estimate in seconds; empty where nobody can tell.

    Rounded as coarsely as an estimate deserves: to five seconds, from two minutes on to minutes.
    """
    if seconds is None:
        return ""
    if seconds < 115:
        return f"about {max(1, round(seconds / 5)) * 5} s left"
    minutes = round(seconds / 60)
    if minutes < 120:
        return f"about {minutes} min left"
    return f"about {round(minutes / 60)} h left"


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
