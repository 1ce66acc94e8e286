"""Plain text, and what is read like it: text/plain, text/markdown, text/csv."""

from __future__ import annotations

import re

from footnoted.layout.charset import decode
from footnoted.model.text import Block, Page, Text
from footnoted.texts import Body, media_type

_PARAGRAPH = re.compile(r"[^\n\f]*\S[^\n\f]*(?:\n[^\n\f]*\S[^\n\f]*)*")


def read(body: Body) -> Text:
    """Read text as it stands: blank lines end paragraphs, form feeds (U+000C) end pages."""
    kind = media_type(body.data, body.content_type)
    decoded = decode(body.data, body.content_type, markup=False)
    content = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Text(
        content=content,
        media_type=kind,
        blocks=tuple(Block("paragraph", m.start(), m.end()) for m in _PARAGRAPH.finditer(content)),
        pages=_pages(content),
        charset=decoded.charset,
        unreadable=None if content.strip() else "empty",
    )


def _pages(content: str) -> tuple[Page, ...]:
    if "\f" not in content.rstrip("\f\n"):
        return ()
    pages = []
    start = 0
    for number, part in enumerate(content.rstrip("\f\n").split("\f"), 1):
        pages.append(Page(number, None, start, start + len(part)))
        start += len(part) + 1
    return tuple(pages)
