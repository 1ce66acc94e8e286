"""The names by which notes cite a work in short: `Hu J, op cit`, `see ICG, op. cit., p 4`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.citations.names import folded
from footnoted.model.records import NoteRecord, SourceRecord

_SHORT = re.compile(
    r"(?:\A|;\s*|\b(?:quoted|cited)\s+(?:in|by)\s+|\b[Ss]ee(?:\s+also)?\s+)"
    r"(?P<name>[^;]{2,80}?),?\s*\b(?:op|loc)\.?\s*cit\b"
)


def short_names(note: NoteRecord) -> Iterator[str]:
    """Yield the names that the note puts before *op cit*, in order."""
    for found in _SHORT.finditer(note.text or ""):
        name = re.split(r"\b(?:quoted|cited)\s+(?:in|by)\s+", found["name"])[-1]
        yield name.strip(" ,.:*_")


def may_name(name: str, work: SourceRecord) -> bool:
    """Tell whether `name` may mean `work`: its author, body, container, title or short form."""
    wanted = folded(name)
    bodies = [work.publisher, work.container_title, work.title, *work.short_forms]
    bodies += [one.literal for one in work.author]
    said = [folded(body) for body in bodies if body]
    if any(one == wanted or one.startswith(f"{wanted} ") for one in said):
        return True
    words = wanted.split()
    return any(
        one.family is not None
        and words[:1] == folded(one.family).split()[:1]
        and (len(words) < 2 or (one.given or words[1])[0].lower() == words[1][0])
        for one in work.author
    )
